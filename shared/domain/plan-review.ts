import { addDays, addMonths, daysBetween, type CivilDate } from './dates.ts';
import type { Person } from './people.ts';
import type { PlanProgress } from './plan.ts';
import { nearestDate } from './release-dates.ts';

/** What set the days of a review; each has its words in `plan:review.rule`. */
export type ReviewRule = 'REMAND' | 'OVER_60' | 'FROM_12' | 'FROM_6' | 'FROM_3' | 'PRE_RELEASE' | 'NO_DATE';

export interface ReviewWindow {
  readonly from: CivilDate;
  /** the last day: after it the review is late */
  readonly to: CivilDate;
  readonly rule: ReviewRule;
}

/** Months left on the road → months until the next review, earliest and latest (default bands, to be set per jurisdiction). */
const bands = [
  { rule: 'OVER_60', above: 60, from: 10, to: 12 },
  { rule: 'FROM_12', above: 12, from: 4, to: 6 },
  { rule: 'FROM_6', above: 6, from: 2, to: 3 },
  { rule: 'FROM_3', above: 3, from: 1, to: 3 },
] as const;

/** The review before release ends a week before the day. */
const WEEK = 7;

/** The day the plan was last looked at as a whole: its last review, or its approval. */
const lookedAt = (progress: Pick<PlanProgress, 'approvals' | 'reviews'>): CivilDate | undefined => progress.reviews?.at(-1)?.on ?? progress.approvals.at(-1)?.on;

/**
 * When the plan in force is due for review, counted from its approval or last review. Order of the rules: remand, then
 * the time left, then no date. While a decision is postponed, its new term is the day that counts.
 * @returns undefined when no version is being worked by here, or when the review before release was held already
 */
export const reviewWindow = (person: Pick<Person, 'releaseDates' | 'decisions' | 'legalPosition'>, progress: Pick<PlanProgress, 'status' | 'approvals' | 'reviews'>): ReviewWindow | undefined => {
  const since = lookedAt(progress);
  const reviewed = progress.status === 'ACTIVE' || progress.status === 'UNDER_REVIEW';
  if (!reviewed || since === undefined) return undefined;
  const within = (rule: ReviewRule, from: number, to: number): ReviewWindow => ({ rule, from: addMonths(since, from), to: addMonths(since, to) });
  if (person.legalPosition === 'ON_REMAND') return within('REMAND', 2, 3);
  const ahead = nearestDate(person)?.date;
  if (ahead === undefined || ahead < since) return within('NO_DATE', 10, 12);
  const band = bands.find(({ above }) => addMonths(since, above) < ahead);
  if (band !== undefined) return within(band.rule, band.from, band.to);
  const to = addDays(ahead, -WEEK);
  return since >= to ? undefined : { rule: 'PRE_RELEASE', from: since, to };
};

export type ReviewState = 'AHEAD' | 'OPEN' | 'LATE';

/** Whether the days of a review are still ahead, have come, or have passed. */
export const reviewState = ({ from, to }: ReviewWindow, today: CivilDate): ReviewState => (today < from ? 'AHEAD' : daysBetween(today, to) < 0 ? 'LATE' : 'OPEN');
