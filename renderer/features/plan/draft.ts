import { z } from 'zod';
import type { ObjectiveInput } from '../../../shared/contract/casework.ts';
import type { Horizon, OwnerKind, PlanContent } from '../../../shared/domain/plan.ts';
import type { NeedDomain } from '../../../shared/domain/needs.ts';

/** A step as it stands in the fields; empty texts are fields left empty. */
export interface StepDraft {
  readonly id: string;
  readonly text: string;
  /** the last words that were not empty: they stay saved while the field is empty */
  readonly kept: string;
  readonly owner: OwnerKind;
  readonly dueDate: string;
  readonly carriesOver: boolean;
}

export interface GoalDraft {
  readonly id: string;
  readonly domain: NeedDomain;
  readonly title: string;
  /** the last words that were not empty: they stay saved while the field is empty */
  readonly kept: string;
  readonly measure: string;
  readonly targetDate: string;
  readonly horizon: Horizon;
  readonly steps: readonly StepDraft[];
}

export interface PlanDraft {
  readonly statement: string;
  readonly goals: readonly GoalDraft[];
}

/** What a draft says, ready to be typed into. */
export const draftOf = ({ personStatement, objectives }: Pick<PlanContent, 'personStatement' | 'objectives'>): PlanDraft => ({
  statement: personStatement ?? '',
  goals: objectives.map((goal) => ({
    ...goal,
    kept: goal.title,
    measure: goal.measure ?? '',
    targetDate: goal.targetDate ?? '',
    steps: goal.steps.map((step) => ({ ...step, kept: step.text, dueDate: step.dueDate ?? '' })),
  })),
});

const given = <K extends string>(key: K, text: string): { readonly [P in K]?: string } => (text.trim() === '' ? {} : ({ [key]: text.trim() } as { readonly [P in K]: string }));

/** A draft as the core takes it. Words that were emptied are saved as they last were. */
export const written = ({ statement, goals }: PlanDraft): { readonly personStatement?: string; readonly objectives: ObjectiveInput[] } => ({
  ...given('personStatement', statement),
  objectives: goals.map(({ id, domain, title, kept, measure, targetDate, horizon, steps }) => ({
    id,
    domain,
    title: title.trim() === '' ? kept : title.trim(),
    horizon,
    ...given('measure', measure),
    ...given('targetDate', targetDate),
    steps: steps.map((step) => ({
      id: step.id,
      text: step.text.trim() === '' ? step.kept : step.text.trim(),
      owner: step.owner,
      carriesOver: step.carriesOver,
      ...given('dueDate', step.dueDate),
    })),
  })),
});

/** Goals that cannot be proposed yet, because nobody does anything for them. */
export const goalsWithoutStep = ({ goals }: PlanDraft): readonly { readonly id: string; readonly number: number }[] =>
  goals.flatMap(({ id, steps }, at) => (steps.length === 0 ? [{ id, number: at + 1 }] : []));

/** A draft with one goal changed. */
export const withGoal = (draft: PlanDraft, goalId: string, change: (goal: GoalDraft) => GoalDraft): PlanDraft => ({
  ...draft,
  goals: draft.goals.map((goal) => (goal.id === goalId ? change(goal) : goal)),
});

/** New words of a goal; empty ones are shown, and the last ones kept. */
export const titled = (goal: GoalDraft, title: string): GoalDraft => ({ ...goal, title, kept: title.trim() === '' ? goal.kept : title.trim() });

/** New words of a step, in the same way. */
export const worded = (step: StepDraft, text: string): StepDraft => ({ ...step, text, kept: text.trim() === '' ? step.kept : text.trim() });

/** Words typed into the fields for a new goal and for new steps, not added yet; by the goal's id. */
export const NewWords = z.record(z.string(), z.string().max(200));
export type NewWords = z.infer<typeof NewWords>;

/** Where the words of a new goal stand among them. */
export const NEW_GOAL = 'goal';

/** The words with one field changed; an empty field is none. */
export const withNewWords = (words: NewWords, field: string, text: string): NewWords => {
  const { [field]: _before, ...rest } = words;
  return text === '' ? rest : { ...rest, [field]: text };
};

/** Fields whose words were typed and never added: the new goal, and steps of goals that still stand. */
export const notAdded = (words: NewWords, { goals }: PlanDraft): readonly string[] =>
  Object.entries(words).flatMap(([field, text]) => (text.trim() !== '' && (field === NEW_GOAL || goals.some(({ id }) => id === field)) ? [field] : []));
