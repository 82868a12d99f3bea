import { lineOf } from '../../../shared/domain/plan-line-rules.ts';
import type { Objective, PlanContent, PlanStep } from '../../../shared/domain/plan.ts';

export type DiffKind = 'ADDED' | 'REMOVED' | 'CHANGED' | 'SAME';

/** One thing in two versions: at least one of `before` and `after` is there; `fields` are those that differ. */
export interface Diff<T, F> {
  readonly id: string;
  readonly kind: DiffKind;
  readonly before?: T;
  readonly after?: T;
  readonly fields: readonly F[];
}

const stepFields = ['text', 'owner', 'ownerRef', 'dueDate', 'carriesOver'] as const;
const goalFields = ['title', 'line', 'domain', 'horizon', 'measure', 'targetDate'] as const;
export type StepDiff = Diff<PlanStep, (typeof stepFields)[number]>;
export interface GoalDiff extends Diff<Objective, (typeof goalFields)[number]> {
  readonly steps: readonly StepDiff[];
}

/** Equal in what they say: who owns a step is a small record. */
const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const compared = <T extends { readonly id: string }, F extends keyof T>(before: readonly T[], after: readonly T[], names: readonly F[]): Diff<T, F>[] => {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map((item) => item.id));
  return [
    ...after.map((item): Diff<T, F> => {
      const was = old.get(item.id);
      if (was === undefined) return { id: item.id, kind: 'ADDED', after: item, fields: [] };
      const fields = names.filter((name) => !equal(was[name], item[name]));
      return { id: item.id, kind: fields.length === 0 ? 'SAME' : 'CHANGED', before: was, after: item, fields };
    }),
    ...before.filter((item) => !kept.has(item.id)).map((item): Diff<T, F> => ({ id: item.id, kind: 'REMOVED', before: item, fields: [] })),
  ];
};

/** A goal of a plan from before there were lines belongs to education. */
const withLine = (goals: readonly Objective[]): readonly Objective[] => goals.map((goal) => ({ ...goal, line: lineOf(goal) }));

/**
 * Goals and steps of two versions beside each other, in the order of the newer one, with what was removed last. They are
 * the same goal when they carry the same id: a new version is copied from the one before, ids included.
 */
export const diffOf = (before: Pick<PlanContent, 'objectives'>, after: Pick<PlanContent, 'objectives'>): readonly GoalDiff[] =>
  compared(withLine(before.objectives), withLine(after.objectives), goalFields).map((goal) => {
    const steps = compared(goal.before?.steps ?? [], goal.after?.steps ?? [], stepFields);
    const touched = goal.kind === 'SAME' && steps.some(({ kind }) => kind !== 'SAME');
    return { ...goal, kind: touched ? 'CHANGED' : goal.kind, steps };
  });
