import type { Checklist, ChecklistSignOff } from './checklist.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { PlanContent, PlanProgress, StepStatus } from './plan.ts';

const over: ReadonlySet<StepStatus> = new Set<StepStatus>(['DONE', 'NOT_NEEDED', 'HANDED_OVER']);

/** Goals of the plan in force of which something is still open: before release each is settled, or said to go on. */
export const openGoals = (plan: { readonly content: Pick<PlanContent, 'objectives'>; readonly progress: Pick<PlanProgress, 'steps'> } | undefined): PlanContent['objectives'] =>
  (plan?.content.objectives ?? []).filter(({ steps }) => !steps.every(({ id }) => over.has(plan?.progress.steps[id]?.status ?? 'NOT_STARTED')));

export interface SignOffFacts {
  /** critical things that are missing: `criticalMissing` */
  readonly missing: readonly string[];
  /** ids of the goals still open: `openGoals` */
  readonly goals: readonly string[];
  /** who marked something since the list was begun, and who began it */
  readonly by: string;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each) => b.includes(each));

/**
 * A second person signs the list: never the one who began it. Nothing critical is missing, or it is named with the reason; every
 * goal still open is said to go on after release.
 * @param seen what the signer saw as missing and says goes on
 */
export const maySignOff = (list: Pick<Checklist, 'startedBy' | 'endedOn' | 'signOff'>, { missing, goals, by }: SignOffFacts, seen: Pick<ChecklistSignOff, 'open' | 'goesOn' | 'reason'>): Outcome<void> => {
  if (list.endedOn !== undefined) return refused('checklist.ended');
  if (list.signOff !== undefined) return refused('checklist.signed');
  if (by === list.startedBy) return refused('checklist.secondPersonNeeded');
  if (!same(missing, seen.open)) return refused('checklist.changedMeanwhile');
  if (missing.length > 0 && seen.reason === undefined) return refused('checklist.openCritical', { count: missing.length });
  const left = goals.filter((id) => !seen.goesOn.includes(id)).length;
  return left > 0 ? refused('checklist.openGoals', { count: left }) : allowed(undefined);
};
