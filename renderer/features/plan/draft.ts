import { z } from 'zod';
import type { ObjectiveInput } from '../../../shared/contract/casework.ts';
import type { Language } from '../../../shared/domain/base.ts';
import type { LibraryEntry } from '../../../shared/domain/objective-library.ts';
import { lineOf } from '../../../shared/domain/plan-line-rules.ts';
import { PlanLine, PlanPart } from '../../../shared/domain/plan-lines.ts';
import type { Horizon, OwnerKind, PlanContent } from '../../../shared/domain/plan.ts';
import type { NeedDomain } from '../../../shared/domain/needs.ts';

/** A step as it stands in the fields; empty texts are fields left empty. */
export interface StepDraft {
  readonly id: string;
  readonly text: string;
  /** the last words that were not empty: they stay saved while the field is empty */
  readonly kept: string;
  readonly owner: OwnerKind;
  /** the service, or the relation to the person */
  readonly ownerName: string;
  /** the service of the address book */
  readonly serviceId?: string;
  readonly dueDate: string;
  readonly carriesOver: boolean;
}

export interface GoalDraft {
  readonly id: string;
  /** the profession that answers for it */
  readonly line: PlanLine;
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
    line: lineOf(goal),
    kept: goal.title,
    measure: goal.measure ?? '',
    targetDate: goal.targetDate ?? '',
    steps: goal.steps.map(({ ownerRef, ...step }) => ({
      ...step,
      kept: step.text,
      dueDate: step.dueDate ?? '',
      ownerName: ownerRef?.name ?? '',
      ...(ownerRef?.serviceId === undefined ? {} : { serviceId: ownerRef.serviceId }),
    })),
  })),
});

const given = <K extends string>(key: K, text: string): { readonly [P in K]?: string } => (text.trim() === '' ? {} : ({ [key]: text.trim() } as { readonly [P in K]: string }));

/** Owners of whom it is said which one: a service by its name, of others only the relation. */
export const namesOwner = (owner: OwnerKind): boolean => owner === 'PARTNER' || owner === 'PROBATION' || owner === 'FAMILY' || owner === 'OTHER';

/** Whether the owner is a service, which has a name, or somebody close to the person, who has none here. */
export const isService = (owner: OwnerKind): boolean => owner === 'PARTNER' || owner === 'PROBATION';

/** A step with another owner: who of the earlier kind it was no longer counts. */
export const ownedBy = ({ serviceId: _before, ...step }: StepDraft, owner: OwnerKind): StepDraft => ({ ...step, owner, ownerName: '' });

/** A step with the owner typed by hand: no longer the one of the address book. */
export const ownerNamed = ({ serviceId: _before, ...step }: StepDraft, ownerName: string): StepDraft => ({ ...step, ownerName });

const ownerRefOf = ({ owner, ownerName, serviceId }: StepDraft) =>
  !namesOwner(owner) || ownerName.trim() === '' ? {} : { ownerRef: { name: ownerName.trim(), ...(serviceId === undefined ? {} : { serviceId }) } };

/** A goal as it is saved. Words that were emptied are saved as they last were. */
export const goalAsWritten = ({ id, line, domain, title, kept, measure, targetDate, horizon, steps }: GoalDraft) => ({
  id,
  // plans of one author say no line, as they always did
  ...(line === 'EDUCATION' ? {} : { line }),
  domain,
  title: title.trim() === '' ? kept : title.trim(),
  horizon,
  ...given('measure', measure),
  ...given('targetDate', targetDate),
  steps: steps.map((step) => ({
    id: step.id,
    text: step.text.trim() === '' ? step.kept : step.text.trim(),
    owner: step.owner,
    ...ownerRefOf(step),
    carriesOver: step.carriesOver,
    ...given('dueDate', step.dueDate),
  })),
});

/** A draft as the core takes it. */
export const written = ({ statement, goals }: PlanDraft): { readonly personStatement?: string; readonly objectives: ObjectiveInput[] } => ({
  ...given('personStatement', statement),
  objectives: goals.map(goalAsWritten),
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

/** The goals line by line, as the core keeps them; within a line in their own order. */
export const byLine = (goals: readonly GoalDraft[]): readonly GoalDraft[] => PlanLine.options.flatMap((line) => goals.filter((goal) => goal.line === line));

/** What a part of a draft says, as the core takes it. */
const partOf = (draft: PlanDraft, part: PlanPart): string => {
  const { personStatement, objectives } = written(draft);
  return JSON.stringify(part === 'WORDS' ? (personStatement ?? null) : objectives.filter((goal) => lineOf(goal) === part));
};

/** The parts in which two drafts say something different. */
export const differentParts = (before: PlanDraft, after: PlanDraft): readonly PlanPart[] => PlanPart.options.filter((part) => partOf(before, part) !== partOf(after, part));

/** One draft with some parts as they stand in another. */
export const withParts = (draft: PlanDraft, from: PlanDraft, parts: readonly PlanPart[]): PlanDraft => ({
  statement: parts.includes('WORDS') ? from.statement : draft.statement,
  goals: byLine(PlanLine.options.flatMap((line) => (parts.includes(line) ? from : draft).goals.filter((goal) => goal.line === line))),
});

/** A goal of the library as it is put into a draft, in its language: from then on it is text like any other. */
export const goalFromLibrary = ({ domain, title, measure, horizon, steps }: LibraryEntry, line: PlanLine, lang: Language, newId: () => string): GoalDraft => ({
  id: newId(),
  line,
  domain,
  title: title[lang],
  kept: title[lang],
  measure: measure[lang],
  targetDate: '',
  horizon,
  steps: steps.map(({ owner, carriesOver, text }) => ({ id: newId(), text: text[lang], kept: text[lang], owner, ownerName: '', dueDate: '', carriesOver })),
});
