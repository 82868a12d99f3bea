import { z } from 'zod';
import { addDays, addMonths, CivilDate } from './dates.ts';
import type { Person } from './people.ts';
import type { PlanProgress, ReviewExemption } from './plan.ts';
import { currentDates } from './release-dates.ts';
import { ReviewExemptionReason, type ReviewSchedule } from './review-schedule.ts';
import { decisionDay, releaseDay, type RoadDate } from './road-dates.ts';

/** What set the days of a review; each has its words in `plan:review.rule`. */
export const ReviewRule = z.enum(['ARRIVAL', 'REMAND', 'BAND', 'NO_DATE', 'PRE_RELEASE', 'BEFORE_DECISION']);
export type ReviewRule = z.infer<typeof ReviewRule>;

export const ReviewWindow = z.object({
  rule: ReviewRule,
  from: CivilDate,
  /** the last day: after it the review is late */
  to: CivilDate,
  /** the last day on which it counts as held in time: what the institution put off does not move it */
  inTimeBy: CivilDate,
  /** the interval in months, and the time left above which it holds */
  every: z.object({ fromMonths: z.int(), toMonths: z.int(), aboveMonths: z.int().optional() }).optional(),
  /** the exemption that moved it */
  exempt: z.object({ reason: ReviewExemptionReason, until: CivilDate }).optional(),
});
export type ReviewWindow = z.infer<typeof ReviewWindow>;

/** What the schedule looks at in a person; the index keeps it as columns. */
export interface RoadFacts {
  readonly onRemand: boolean;
  /** serves for life: there is no day to count down to before a decision is final */
  readonly endless: boolean;
  /** the last decision was postponed or refused */
  readonly postponed: boolean;
  readonly release: RoadDate | undefined;
  readonly decision: RoadDate | undefined;
  /** the day the fraction is served */
  readonly fraction: CivilDate | undefined;
  /** the last transfer into this prison or return to it */
  readonly arrivedOn: CivilDate | undefined;
}

/** What the schedule looks at in the version in force. */
export interface LookedFacts {
  /** the day it was last looked at as a whole: its last review, or its approval */
  readonly lookedOn: CivilDate;
  /** the last review; approving a later version is what came of one */
  readonly reviewedOn: CivilDate | undefined;
  /** put off since then */
  readonly exemptions: readonly Pick<ReviewExemption, 'reason' | 'until'>[];
}

type Placed = Pick<Person, 'movements' | 'admissionDate'>;

/** When somebody came to this prison last: admitted, or back from a transfer. A day at court or in hospital is no transfer. */
export const arrivedOn = ({ movements = [], admissionDate }: Placed): CivilDate | undefined => {
  const back = movements.findLast(({ kind }, at) => kind === 'RETURN' && movements[at - 1]?.kind === 'TRANSFER')?.on;
  return back === undefined || (admissionDate !== undefined && admissionDate > back) ? admissionDate : back;
};

/** The day the fraction is served, as the last entry says; one that is only hoped for counts for nothing. */
export const fractionDay = (person: Pick<Person, 'releaseDates'>): CivilDate | undefined =>
  currentDates(person).find(({ kind, certainty }) => kind === 'FRACTION_SERVED' && certainty !== 'HOPED')?.date;

export type Scheduled = Pick<Person, 'releaseDates' | 'decisions' | 'endless' | 'legalPosition'> & Placed;

export const isPostponed = ({ decisions }: Pick<Person, 'decisions'>): boolean => ['POSTPONED', 'REFUSED'].includes(decisions.at(-1)?.state ?? '');

export const roadFacts = (person: Scheduled): RoadFacts => ({
  onRemand: person.legalPosition === 'ON_REMAND',
  endless: person.endless === true,
  postponed: isPostponed(person),
  release: releaseDay(person),
  decision: decisionDay(person),
  fraction: fractionDay(person),
  arrivedOn: arrivedOn(person),
});

type Looked = Pick<PlanProgress, 'approvals' | 'reviews' | 'versionNo'>;

/** The day a version was last looked at as a whole; undefined before its approval. */
export const lookedOn = ({ approvals, reviews }: Pick<Looked, 'approvals' | 'reviews'>): CivilDate | undefined => reviews?.at(-1)?.on ?? approvals.at(-1)?.on;

/** The day of the last review; a later version was approved because of one. */
export const reviewedOn = ({ approvals, reviews, versionNo }: Looked): CivilDate | undefined => reviews?.at(-1)?.on ?? (versionNo > 1 ? approvals.at(-1)?.on : undefined);

/** Exemptions that still say something: those since the last look. */
export const openExemptions = (progress: Pick<PlanProgress, 'approvals' | 'reviews' | 'exemptions'>): readonly ReviewExemption[] => {
  const looked = lookedOn(progress);
  return (progress.exemptions ?? []).filter(({ on }) => looked !== undefined && on >= looked);
};

type Days = Omit<ReviewWindow, 'inTimeBy' | 'exempt'> & {
  /** the day it is held for: it cannot be put off beyond it */
  readonly of?: CivilDate;
};

const earliest = (days: readonly (CivilDate | undefined)[]): CivilDate | undefined => days.filter((day) => day !== undefined).toSorted()[0];

/** The regular review: remand, then the time left, then no date. */
const regular = (road: RoadFacts, { lookedOn: since, reviewedOn: reviewed }: LookedFacts, schedule: ReviewSchedule, today: CivilDate): Days | undefined => {
  const within = (rule: ReviewRule, every: NonNullable<ReviewWindow['every']>): Days => ({ rule, from: addMonths(since, every.fromMonths), to: addMonths(since, every.toMonths), every });
  if (road.onRemand) return within('REMAND', schedule.remand);
  const { withinDays, endsDaysBefore } = schedule.beforeRelease;

  const towards = (day: CivilDate): { readonly days: Days | undefined; readonly last: boolean } => {
    const opens = addDays(day, -withinDays);
    const band = schedule.bands.find(({ aboveMonths }) => addMonths(since, aboveMonths) < day);
    const ordinary = band === undefined || since >= opens ? undefined : within('BAND', band);
    // within the last days there is no review but the one before release, and one that would open there gives way to it
    if (ordinary !== undefined && today < opens && ordinary.from < opens) return { days: ordinary, last: false };
    const to = addDays(day, -endsDaysBefore);
    const held = (reviewed !== undefined && reviewed >= opens) || since >= to;
    return { days: held ? undefined : { rule: 'PRE_RELEASE', from: since > opens ? since : opens, to, of: day }, last: true };
  };

  const ahead = (day: CivilDate | undefined): CivilDate | undefined => (day === undefined || day < today ? undefined : day);
  const release = ahead(road.release?.date);
  const decision = road.endless ? undefined : ahead(road.decision?.date);
  const fraction = road.endless || road.decision !== undefined ? undefined : ahead(road.fraction);
  const nearest = earliest([release, decision, fraction]);
  if (nearest === undefined) return within('NO_DATE', schedule.noDate);
  const found = towards(nearest);
  // while a decision is postponed nothing is prepared for its new term: the reviews go on by what lies behind it
  const suspended = found.last && road.postponed && nearest === decision && nearest !== release;
  if (!suspended) return found.days;
  return release === undefined ? within('NO_DATE', schedule.noDate) : towards(release).days;
};

/** The extra review before a commission or a hearing, also before the new term of one that was postponed. */
const beforeDecision = ({ decision, onRemand }: RoadFacts, { lookedOn: since, reviewedOn: reviewed }: LookedFacts, { beforeDecision: extra }: ReviewSchedule, today: CivilDate): Days | undefined => {
  if (decision === undefined || onRemand || decision.date < today) return undefined;
  const opens = addDays(decision.date, -extra.opensDaysBefore);
  const to = addDays(decision.date, -extra.endsDaysBefore);
  if ((reviewed !== undefined && reviewed >= opens) || since >= to) return undefined;
  return { rule: 'BEFORE_DECISION', from: since > opens ? since : opens, to, of: decision.date };
};

/** An exemption puts a review off until some days after its reason has ended; the day it is held for stays the limit. */
const putOff = (days: Days, exemptions: LookedFacts['exemptions'], schedule: ReviewSchedule): ReviewWindow => {
  const { of, ...start } = days;
  const limit = of === undefined ? undefined : addDays(of, -1);
  const atMost = (day: CivilDate): CivilDate => (limit !== undefined && limit < day ? limit : day);
  const window: ReviewWindow = { ...start, inTimeBy: start.to };
  for (const { reason, until } of exemptions) {
    const rule = schedule.exemptions.find((entry) => entry.reason === reason);
    if (rule === undefined || until < window.from) continue;
    const again = atMost(addDays(until, rule.dueAgainDays));
    const to = again > window.to ? again : window.to;
    Object.assign(window, { from: atMost(addDays(until, 1)), to, inTimeBy: rule.countsAsLate === true ? window.inTimeBy : to, exempt: { reason, until } } satisfies Partial<ReviewWindow>);
  }
  return window;
};

/**
 * The next review of the plan in force. A transfer into this prison or a return comes before everything; then remand,
 * the time left, and no date. A commission or hearing has a review of its own: the one that ends first is next.
 * Source: the schedule of the country's file.
 * @returns undefined when the review before release was held already
 */
export const nextReview = (road: RoadFacts, looked: LookedFacts, schedule: ReviewSchedule, today: CivilDate): ReviewWindow | undefined => {
  const arrived = road.arrivedOn;
  if (arrived !== undefined && arrived > looked.lookedOn) {
    return putOff({ rule: 'ARRIVAL', from: arrived, to: addDays(arrived, schedule.arrival.withinDays) }, looked.exemptions, schedule);
  }
  const [next] = [regular(road, looked, schedule, today), beforeDecision(road, looked, schedule, today)]
    .filter((days) => days !== undefined)
    .toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  return next === undefined ? undefined : putOff(next, looked.exemptions, schedule);
};

/** The next review of a version; undefined also when it is not worked by here. */
export const reviewWindow = (person: Scheduled, progress: Looked & Pick<PlanProgress, 'status' | 'exemptions'>, schedule: ReviewSchedule, today: CivilDate): ReviewWindow | undefined => {
  const since = lookedOn(progress);
  if (since === undefined || (progress.status !== 'ACTIVE' && progress.status !== 'UNDER_REVIEW')) return undefined;
  return nextReview(roadFacts(person), { lookedOn: since, reviewedOn: reviewedOn(progress), exemptions: openExemptions(progress) }, schedule, today);
};

export type ReviewState = 'AHEAD' | 'EXEMPT' | 'OPEN' | 'LATE';

/** Whether the days of a review are still ahead, put off, have come, or have passed. */
export const reviewState = ({ from, to, exempt }: Pick<ReviewWindow, 'from' | 'to' | 'exempt'>, today: CivilDate): ReviewState => {
  if (today < from) return exempt !== undefined && today <= exempt.until ? 'EXEMPT' : 'AHEAD';
  return today > to ? 'LATE' : 'OPEN';
};

/** Whether a review held on this day counts as held in time. */
export const heldInTime = ({ inTimeBy }: Pick<ReviewWindow, 'inTimeBy'>, on: CivilDate): boolean => on <= inTimeBy;
