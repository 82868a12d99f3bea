import { z } from 'zod';
import { addDays, CivilDate } from './dates.ts';
import { DecisionState } from './decision.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { ReleaseDateKind, type Person } from './people.ts';
import { nextReview, roadFacts, type LookedFacts } from './plan-review.ts';
import { nearestDate } from './release-dates.ts';
import type { ReviewSchedule } from './review-schedule.ts';
import { releaseDay } from './road-dates.ts';

/** What an outcome does, told before it is saved and after. Each has its words in `sittings:effect`. */
export const SittingEffect = z.enum(['DECISION', 'PAUSES', 'RESUMES', 'NOT_FINAL', 'NEXT_DATE', 'HEARING_TO_SET', 'RELEASE_COUNTS', 'REVIEW_BY']);
export type SittingEffect = z.infer<typeof SittingEffect>;

export const Effect = z.object({
  effect: SittingEffect,
  on: CivilDate.optional(),
  kind: ReleaseDateKind.optional(),
  state: DecisionState.optional(),
});
export type Effect = z.infer<typeof Effect>;

const preparing = ({ status, movements }: Pick<Person, 'status' | 'movements'>): boolean => status === 'PRE_RELEASE' || (status === 'AWAY' && movements?.at(-1)?.before === 'PRE_RELEASE');

/** The days of the review that stands next. */
const reviewBy = (person: Person, looked: LookedFacts | undefined, schedule: ReviewSchedule, today: CivilDate): CivilDate | undefined =>
  looked === undefined ? undefined : nextReview(roadFacts(person), looked, schedule, today)?.to;

/**
 * What changed between the person before and after an outcome, in the order in which it is told. Only what the rules did:
 * nothing is foretold.
 * @param looked when the plan in force was looked at; undefined without one
 */
export const effectsOf = (before: Person, after: Person, looked: LookedFacts | undefined, { review }: Pick<Jurisdiction, 'review'>, today: CivilDate): Effect[] => {
  const decision = after.decisions.at(-1);
  const stepped = decision !== undefined && (decision.history.length !== before.decisions.at(-1)?.history.length || decision.id !== before.decisions.at(-1)?.id);
  const state = stepped ? decision.state : undefined;
  const term = decision?.history.at(-1)?.newTerm;
  const next = nearestDate(after);
  const release = releaseDay(after);
  const by = reviewBy(after, looked, review, today);
  const found: (Effect | undefined)[] = [
    state === undefined ? undefined : { effect: 'DECISION', state },
    state === 'POSTPONED' || state === 'REFUSED' ? { effect: 'PAUSES', ...(term === undefined ? {} : { on: term }) } : undefined,
    !preparing(before) && preparing(after) ? { effect: 'RESUMES' } : undefined,
    state === 'GRANTED_NOT_FINAL' ? { effect: 'NOT_FINAL' } : undefined,
    state === 'PROPOSED' && !after.releaseDates.some(({ kind, date, supersededOn }) => kind === 'HEARING' && supersededOn === undefined && date >= today) ? { effect: 'HEARING_TO_SET' } : undefined,
    // a day that is over leads nowhere any more
    next === undefined || next.isRelease || next.date <= today ? undefined : { effect: 'NEXT_DATE', on: next.date, kind: next.kind },
    release === undefined ? undefined : { effect: 'RELEASE_COUNTS', on: release.date, kind: release.kind },
    by === undefined ? undefined : { effect: 'REVIEW_BY', on: by },
  ];
  return found.filter((effect) => effect !== undefined);
};

/** How the extra review of the plan before a sitting stands. */
export const ReviewBefore = z.enum(['NO_PLAN', 'AHEAD', 'OPEN', 'LATE', 'HELD']);
export type ReviewBefore = z.infer<typeof ReviewBefore>;

/** The extra review before a commission or a hearing of this day; the days are those of the schedule. */
export const reviewBefore = (on: CivilDate, looked: Pick<LookedFacts, 'lookedOn' | 'reviewedOn'> | undefined, { beforeDecision }: ReviewSchedule, today: CivilDate): { readonly state: ReviewBefore; readonly on?: CivilDate } => {
  if (looked === undefined) return { state: 'NO_PLAN' };
  const opens = addDays(on, -beforeDecision.opensDaysBefore);
  const to = addDays(on, -beforeDecision.endsDaysBefore);
  if (looked.reviewedOn !== undefined && looked.reviewedOn >= opens) return { state: 'HELD', on: looked.reviewedOn };
  // a plan approved this late was looked at then
  if (looked.lookedOn >= to) return { state: 'HELD', on: looked.lookedOn };
  return { state: today < opens ? 'AHEAD' : today > to ? 'LATE' : 'OPEN', on: to };
};

/** The last day on which the report for a sitting is in time; the number of days is the jurisdiction's. */
export const reportDueOn = (on: CivilDate, { release }: Pick<Jurisdiction, 'release'>): CivilDate => addDays(on, -release.report.daysBefore);
