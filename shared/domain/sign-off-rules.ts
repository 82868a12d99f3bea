import type { Checklist, ChecklistSignOff } from './checklist.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { PlanContent, PlanProgress } from './plan.ts';
import { openObjectives } from './plan-mark-rules.ts';

/** Goals of the plan in force that are neither over nor handed on: before release each is settled, or said to go on. Judged by the goal itself: a goal can be over with steps that rest, and open though every step is done. */
export const openGoals = (plan: { readonly content: Pick<PlanContent, 'objectives'>; readonly progress: Pick<PlanProgress, 'steps' | 'objectives'> } | undefined): readonly PlanContent['objectives'][number][] =>
  plan === undefined ? [] : openObjectives(plan.content, plan.progress);

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
