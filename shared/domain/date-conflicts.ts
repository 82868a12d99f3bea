import { z } from 'zod';
import { addMonths, ageOn, CivilDate } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { ReleaseDateKind, type Certainty, type Person } from './people.ts';
import { datesInForce } from './release-dates.ts';

/** What a day of somebody's case is the day of, where days are held against each other. */
export const DatedThing = z.enum([...ReleaseDateKind.options, 'BIRTH', 'TODAY', 'ADMISSION', 'CUSTODY_SINCE', 'MOVEMENT', 'DECISION_STEP', 'TERM_SET', 'GRANTED']);
export type DatedThing = z.infer<typeof DatedThing>;

/** The rules by which days contradict each other. Each has its sentence in `enums:dateRule`. */
export const DateRule = z.enum([
  'AGE_14',
  'AGE_110',
  'ADMISSION_FIRST',
  'DEDUCTIONS_SHORTEN',
  'FRACTION_BEFORE_END',
  'DECIDED_BEFORE_END',
  'BACK_BEFORE_END',
  'NOTHING_AFTER_RELEASE',
  'SITTING_BEFORE_FINAL',
  'GRANT_BEFORE_FINAL',
  'TERM_AFTER_DECISION',
  'GRANT_AFTER_SITTING',
  'RELEASE_BY_END',
]);
export type DateRule = z.infer<typeof DateRule>;

/** Nobody is held below the age of criminal responsibility: art. 113 CP (RO), art. 97 c.p. (IT). */
const YOUNGEST = 14;
/** Older than this a year was mistyped. */
const OLDEST = 110;

/**
 * One pair of days: `first` lies not after `second`.
 * `refuses`: which of the two, when it is the one being entered, is refused where both are decided. What happened is never
 * refused for a day that was only planned: a release before a hearing makes the hearing fall away.
 */
interface Pair {
  readonly rule: DateRule;
  readonly first: DatedThing;
  readonly second: readonly DatedThing[];
  readonly refuses: 'BOTH' | 'FIRST' | 'THEN' | 'NEITHER';
  /** years that lie between at least */
  readonly years?: number;
  /** not the same day either */
  readonly apart?: true;
}

const planned = ['COMMISSION', 'HEARING', 'NEW_TERM'] as const;

/** The table. Source: corrections of practitioners on the kinds of dates; what is "decided" may not contradict what is decided. */
export const DATE_PAIRS: readonly Pair[] = [
  { rule: 'AGE_14', first: 'BIRTH', second: ['ADMISSION', 'CUSTODY_SINCE', 'MOVEMENT', 'DECISION_STEP', ...ReleaseDateKind.options], refuses: 'BOTH', years: YOUNGEST },
  { rule: 'ADMISSION_FIRST', first: 'ADMISSION', second: ['END_OF_SENTENCE', 'END_WITH_DEDUCTIONS', ...planned, 'DECISION_FINAL', 'CUSTODY_LIMIT', 'PERMIT_RETURN', 'ACTUAL', 'CUSTODY_SINCE'], refuses: 'BOTH' },
  // what was recorded of movements and decisions cannot be taken back: a corrected admission is asked about only
  { rule: 'ADMISSION_FIRST', first: 'ADMISSION', second: ['MOVEMENT', 'DECISION_STEP'], refuses: 'THEN' },
  // the part may have been served on remand, elsewhere
  { rule: 'ADMISSION_FIRST', first: 'ADMISSION', second: ['FRACTION_SERVED'], refuses: 'NEITHER' },
  { rule: 'DEDUCTIONS_SHORTEN', first: 'END_WITH_DEDUCTIONS', second: ['END_OF_SENTENCE'], refuses: 'BOTH' },
  { rule: 'FRACTION_BEFORE_END', first: 'FRACTION_SERVED', second: ['END_OF_SENTENCE'], refuses: 'BOTH' },
  ...[...planned, 'DECISION_FINAL' as const].map((first): Pair => ({ rule: 'DECIDED_BEFORE_END', first, second: ['END_OF_SENTENCE'], refuses: 'FIRST' })),
  { rule: 'BACK_BEFORE_END', first: 'PERMIT_RETURN', second: ['END_OF_SENTENCE'], refuses: 'FIRST' },
  ...[...planned, 'DECISION_FINAL' as const, 'PERMIT_RETURN' as const].map((first): Pair => ({ rule: 'NOTHING_AFTER_RELEASE', first, second: ['ACTUAL'], refuses: 'FIRST' })),
  { rule: 'SITTING_BEFORE_FINAL', first: 'COMMISSION', second: ['DECISION_FINAL'], refuses: 'BOTH' },
  { rule: 'SITTING_BEFORE_FINAL', first: 'HEARING', second: ['DECISION_FINAL'], refuses: 'BOTH' },
  { rule: 'GRANT_BEFORE_FINAL', first: 'GRANTED', second: ['DECISION_FINAL'], refuses: 'BOTH' },
  { rule: 'TERM_AFTER_DECISION', first: 'TERM_SET', second: ['NEW_TERM'], refuses: 'BOTH', apart: true },
  // a court also decides on the person's own request, before any commission
  { rule: 'GRANT_AFTER_SITTING', first: 'COMMISSION', second: ['GRANTED'], refuses: 'NEITHER' },
  { rule: 'GRANT_AFTER_SITTING', first: 'HEARING', second: ['GRANTED'], refuses: 'NEITHER' },
  { rule: 'RELEASE_BY_END', first: 'ACTUAL', second: ['END_OF_SENTENCE'], refuses: 'NEITHER' },
];

/** What of a person bears a day. */
export type Dated = Pick<Person, 'birthDate' | 'admissionDate' | 'custody' | 'movements' | 'releaseDates' | 'decisions'>;

interface Point {
  readonly thing: DatedThing;
  readonly on: CivilDate;
  readonly certainty: Certainty;
}

/** Two days that contradict each other by a rule; `refused`: both are decided, so one of them is wrong. */
export const DateConflict = z.strictObject({ rule: DateRule, first: DatedThing, firstOn: CivilDate, second: DatedThing, secondOn: CivilDate, refused: z.boolean() });
export type DateConflict = z.infer<typeof DateConflict>;

/** Everything of a person that has a day, with how sure it is. What was recorded as a fact is decided. */
const pointsOf = (person: Dated): readonly Point[] => {
  const fact = (thing: DatedThing, on: CivilDate | undefined): readonly Point[] => (on === undefined ? [] : [{ thing, on, certainty: 'DECIDED' }]);
  const decision = person.decisions.at(-1);
  const granted = decision?.history.findLast(({ state }) => state === 'GRANTED_NOT_FINAL')?.on;
  const stands = decision?.state === 'GRANTED_NOT_FINAL' || decision?.state === 'APPEALED' || decision?.state === 'FINAL' ? granted : undefined;
  const termSet = decision?.state === 'POSTPONED' || decision?.state === 'REFUSED' ? decision.history.at(-1)?.on : undefined;
  const dates = datesInForce(person).map(({ kind, date, certainty }): Point => ({ thing: kind, on: date, certainty }));
  return [
    ...fact('BIRTH', person.birthDate),
    ...fact('ADMISSION', person.admissionDate),
    ...fact('CUSTODY_SINCE', person.custody?.since),
    ...(person.movements ?? []).slice(0, 1).flatMap(({ on }) => fact('MOVEMENT', on)),
    ...(decision?.history ?? []).slice(0, 1).flatMap(({ on }) => fact('DECISION_STEP', on)),
    ...fact('TERM_SET', termSet),
    ...fact('GRANTED', stands),
    ...dates,
  ];
};

const same = (a: Point, b: Point): boolean => a.thing === b.thing && a.on === b.on && a.certainty === b.certainty;

const contradicts = ({ years, apart }: Pair, first: Point, second: Point): boolean => {
  const earliest = years === undefined ? first.on : addMonths(first.on, years * 12);
  return second.on < earliest || (apart === true && second.on === earliest);
};

/** A sitting that a grant has overtaken says nothing against the day on which it is final. */
const fallenAway = ({ rule }: Pair, first: Point, points: readonly Point[]): boolean =>
  rule === 'SITTING_BEFORE_FINAL' && points.some(({ thing, on }) => thing === 'GRANTED' && first.on > on);

/**
 * The contradictions that `after` would bring in: those of a day that `before` does not have. What stood there already is
 * not asked about at every other change.
 * @param before undefined for somebody new
 */
export const dateConflicts = (before: Dated | undefined, after: Dated, today: CivilDate): readonly DateConflict[] => {
  const known = before === undefined ? [] : pointsOf(before);
  const points = pointsOf(after);
  const entered = (point: Point): boolean => !known.some((old) => same(old, point));
  const aged = points.filter((point) => point.thing === 'BIRTH' && entered(point) && ageOn(point.on, today) > OLDEST);
  return [
    ...aged.map(({ on }): DateConflict => ({ rule: 'AGE_110', first: 'BIRTH', firstOn: on, second: 'TODAY', secondOn: today, refused: true })),
    ...DATE_PAIRS.flatMap((pair) =>
      points
        .filter(({ thing }) => thing === pair.first)
        .flatMap((first) =>
          points
            .filter((second) => pair.second.includes(second.thing) && contradicts(pair, first, second) && (entered(first) || entered(second)) && !fallenAway(pair, first, points))
            .map((second): DateConflict => {
              const decided = first.certainty === 'DECIDED' && second.certainty === 'DECIDED';
              const held = pair.refuses === 'BOTH' || (pair.refuses === 'FIRST' && entered(first)) || (pair.refuses === 'THEN' && entered(second));
              return { rule: pair.rule, first: first.thing, firstOn: first.on, second: second.thing, secondOn: second.on, refused: decided && held };
            }),
        ),
    ),
  ];
};

/** A doubt as it was shown and confirmed: with its days, so that no other one is confirmed with it. */
export const doubtKey = ({ rule, first, firstOn, second, secondOn }: Omit<DateConflict, 'refused'>): string => [rule, first, firstOn, second, secondOn].join(' ');

/** Doubts that were read and confirmed, as `doubtKey` names them. */
export const Despite = z.array(z.string().max(120)).max(60);

/**
 * Whether a change of days may be saved.
 * @param despite doubts that were shown to the user and confirmed
 * @returns the rules it was confirmed against, for the audit trail; or `dates.contradict`, or `dates.doubt` for the first
 *   doubt that nobody has confirmed
 */
export const datesAgree = (before: Dated | undefined, after: Dated, today: CivilDate, despite: readonly string[] = []): Outcome<readonly DateRule[]> => {
  const found = dateConflicts(before, after, today);
  const stop = found.find(({ refused: never }) => never) ?? found.find((conflict) => !despite.includes(doubtKey(conflict)));
  if (stop === undefined) return allowed([...new Set(found.map(({ rule }) => rule))]);
  const { refused: never, ...params } = stop;
  return refused(never ? 'dates.contradict' : 'dates.doubt', params);
};
