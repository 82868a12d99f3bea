import type { CivilDate } from './dates.ts';
import type { Person, ReleaseDateKind } from './people.ts';
import { countsToRelease, datesInForce } from './release-dates.ts';

export interface RoadDate {
  readonly kind: ReleaseDateKind;
  readonly date: CivilDate;
}

type Dated = Pick<Person, 'releaseDates' | 'decisions' | 'endless'>;

const earliest = (dates: readonly RoadDate[]): RoadDate | undefined => dates.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0];

/**
 * The day somebody leaves: by a final decision or at the end of the sentence, and never one that is only hoped for.
 * Whoever serves for life has no end of sentence: only a final decision or the day of leaving itself counts.
 */
export const releaseDay = (person: Dated): RoadDate | undefined => {
  const days = datesInForce(person).filter(({ kind, certainty }) => countsToRelease(kind) && certainty !== 'HOPED');
  const of = (kind: ReleaseDateKind): RoadDate | undefined => days.find((entry) => entry.kind === kind);
  const found = of('ACTUAL') ?? of('DECISION_FINAL') ?? (person.endless === true ? undefined : earliest(days));
  return found === undefined ? undefined : { kind: found.kind, date: found.date };
};

/** Days on which somebody decides: a commission, a court, a matter looked at again. */
const decides: ReadonlySet<ReleaseDateKind> = new Set(['COMMISSION', 'HEARING', 'NEW_TERM']);

/**
 * The next day on which a decision is expected; also one that has passed without a step of the decision being recorded
 * since. None once the decision is final.
 */
export const decisionDay = (person: Dated): RoadDate | undefined => {
  const decision = person.decisions.at(-1);
  if (decision?.state === 'FINAL') return undefined;
  const last = decision?.history.at(-1);
  const open = datesInForce(person).filter(({ kind, date }) => decides.has(kind) && (last === undefined || date > last.on));
  const found = earliest(open);
  return found === undefined ? undefined : { kind: found.kind, date: found.date };
};
