import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { PlanContent, PlanProgress, PlanStatus, StepStatus } from '../../../shared/domain/plan.ts';

export interface PlanPair {
  readonly content: PlanContent;
  readonly progress: PlanProgress;
}

const inForce: ReadonlySet<PlanStatus> = new Set(['ACTIVE', 'UNDER_REVIEW', 'HANDED_OVER', 'APPROVED']);

/** The plan to show first: the version in force, else the newest. */
export const planToShow = (plans: readonly PlanPair[]): PlanPair | undefined => {
  const newestFirst = plans.toSorted((a, b) => b.content.versionNo - a.content.versionNo);
  return newestFirst.find(({ progress }) => inForce.has(progress.status)) ?? newestFirst[0];
};

/** A step is late when its day has passed and nothing ended it. */
export const isLate = (status: StepStatus, dueDate: CivilDate | undefined, today: CivilDate): boolean =>
  dueDate !== undefined && dueDate < today && status !== 'DONE' && status !== 'NOT_NEEDED' && status !== 'HANDED_OVER';
