import type { CivilDate } from './dates.ts';
import type { Certainty, Decision, Person, ReleaseDate, ReleaseDateKind } from './people.ts';

/** The dates still in force: not replaced by a later entry of the same kind. */
export const currentDates = (person: Pick<Person, 'releaseDates'>): readonly ReleaseDate[] =>
  person.releaseDates.filter((entry) => entry.supersededOn === undefined);

const latestDecision = (person: Pick<Person, 'decisions'>): Decision | undefined => person.decisions.at(-1);

/** Whether the day counted to is a day of release: only a final decision or the end of the sentence is. */
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

/**
 * The date the road leads to next, and what that date is.
 * A final decision wins over everything; a postponed or refused one makes the new term the next date, and a
 * commission or hearing date from before it no longer counts. Otherwise the earliest date in force.
 * Returns undefined when no date is known: the screen says so, and never invents one.
 */
export const nearestDate = (person: Pick<Person, 'releaseDates' | 'decisions'>): NearestDate | undefined => {
  const dates = currentDates(person);
  const decision = latestDecision(person);
  const final = dates.find((entry) => entry.kind === 'ACTUAL') ?? dates.find((entry) => entry.kind === 'DECISION_FINAL');
  if (final !== undefined) return view(final);
  const waiting = decision?.state === 'POSTPONED' || decision?.state === 'REFUSED';
  const newTerm = waiting ? decision.history.at(-1)?.newTerm : undefined;
  const open = dates.filter((entry) => !(waiting && (entry.kind === 'COMMISSION' || entry.kind === 'HEARING')));
  const candidates: NearestDate[] = open.map(view);
  if (newTerm !== undefined) candidates.push({ kind: 'NEW_TERM', date: newTerm, certainty: 'DECIDED', isRelease: false });
  return candidates.toSorted(
    (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind)),
  )[0];
};

const view = (entry: ReleaseDate): NearestDate => ({
  kind: entry.kind,
  date: entry.date,
  certainty: entry.certainty,
  isRelease: countsToRelease(entry.kind),
});
