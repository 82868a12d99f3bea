import type { CivilDate } from './dates.ts';
import type { Certainty, Person, ReleaseDate, ReleaseDateKind } from './people.ts';

/** The dates still in force: not replaced by a later entry of the same kind. */
export const currentDates = (person: Pick<Person, 'releaseDates'>): readonly ReleaseDate[] =>
  person.releaseDates.filter((entry) => entry.supersededOn === undefined);

/** The dates of which a case tells: with the new term of a postponed or refused decision, without what it overtook. */
export type DateInForce = Pick<ReleaseDate, 'kind' | 'date' | 'time' | 'certainty' | 'source' | 'setOn'>;

/** Days that a postponed or refused decision takes away when they were set before it. */
const ofTheDecision: ReadonlySet<ReleaseDateKind> = new Set(['COMMISSION', 'HEARING', 'DECISION_FINAL']);

/**
 * The dates that count now, in the order they were entered. While a decision is postponed or refused its new term is
 * one of them, and a commission, hearing or final day from before it is none; one that was set after it counts again.
 */
export const datesInForce = (person: Pick<Person, 'releaseDates' | 'decisions'>): DateInForce[] => {
  const dates = currentDates(person).map(({ kind, date, time, certainty, source, setOn }) => ({ kind, date, ...(time === undefined ? {} : { time }), certainty, source, setOn }));
  const decision = person.decisions.at(-1);
  const last = decision?.state === 'POSTPONED' || decision?.state === 'REFUSED' ? decision.history.at(-1) : undefined;
  if (last === undefined) return dates;
  const overtaken = ({ kind, date, setOn }: DateInForce): boolean =>
    ofTheDecision.has(kind) && (setOn < last.on || (setOn === last.on && date <= last.on));
  const still = dates.filter((entry) => !overtaken(entry));
  return last.newTerm === undefined
    ? still
    : [...still, { kind: 'NEW_TERM', date: last.newTerm, certainty: 'DECIDED', source: last.source, setOn: last.on }];
};

/** Whether a kind of day is a day of release: only a final decision or the end of the sentence is, and only when it is not just hoped for. */
export const countsToRelease = (kind: ReleaseDateKind): boolean =>
  kind === 'END_OF_SENTENCE' || kind === 'END_WITH_DEDUCTIONS' || kind === 'DECISION_FINAL' || kind === 'ACTUAL';

export interface NearestDate {
  readonly kind: ReleaseDateKind;
  readonly date: CivilDate;
  readonly certainty: Certainty;
  /** true: "days to release"; false: days to the day the kind names (commission, hearing, …) */
  readonly isRelease: boolean;
}

/** Order of preference where two kinds fall on one day. */
const kindOrder: readonly ReleaseDateKind[] = [
  'ACTUAL',
  'DECISION_FINAL',
  'END_WITH_DEDUCTIONS',
  'END_OF_SENTENCE',
  'HEARING',
  'COMMISSION',
  'NEW_TERM',
  'FRACTION_SERVED',
  'CUSTODY_LIMIT',
  'PERMIT_RETURN',
];

/** Where one of these days is known, the fraction is a condition behind it and no longer where the road leads. */
const afterFraction: ReadonlySet<ReleaseDateKind> = new Set(['COMMISSION', 'HEARING', 'NEW_TERM']);

/**
 * The date the road leads to next, and what that date is.
 * A final decision wins over everything; otherwise the earliest date in force (see `datesInForce`). A day that is only
 * hoped for is never a day of release.
 * Returns undefined when no date is known: the screen says so, and never invents one.
 */
export const nearestDate = (person: Pick<Person, 'releaseDates' | 'decisions'>): NearestDate | undefined => {
  const inForce = datesInForce(person);
  const decided = inForce.some(({ kind }) => afterFraction.has(kind));
  const dates = inForce.filter(({ kind }) => kind !== 'FRACTION_SERVED' || !decided).map(view);
  const final = (kind: ReleaseDateKind): NearestDate | undefined => dates.find((entry) => entry.kind === kind && entry.isRelease);
  return (
    final('ACTUAL') ??
    final('DECISION_FINAL') ??
    dates.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind)))[0]
  );
};

const view = ({ kind, date, certainty }: DateInForce): NearestDate => ({
  kind,
  date,
  certainty,
  isRelease: countsToRelease(kind) && certainty !== 'HOPED',
});
