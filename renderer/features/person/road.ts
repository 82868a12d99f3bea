import { addDays, addMonths, daysBetween, type CivilDate } from '../../../shared/domain/dates.ts';
import type { Person, ReleaseDateKind } from '../../../shared/domain/people.ts';
import { currentDates, datesInForce, type NearestDate } from '../../../shared/domain/release-dates.ts';

export interface RoadMark {
  readonly id: string;
  readonly kind: ReleaseDateKind | 'ADMISSION';
  readonly date: CivilDate;
  /** place on the road, percent from its start */
  readonly at: number;
  /** on which side of the road its name stands; `none` where it would cover another */
  readonly label: 'below' | 'above' | 'none';
}

export interface Road {
  readonly today: number;
  /** where the road leads next */
  readonly gate: RoadMark | undefined;
  readonly marks: readonly RoadMark[];
}

/** Where the road starts and ends, and the least the past and the future take of it; percent. */
const START = 4;
const END = 96;
const LEAST = 38;

/** Names closer than this would touch; percent of the road. */
const NAME_WIDTH = 15;

type Walker = Pick<Person, 'releaseDates' | 'decisions' | 'admissionDate' | 'createdAt'>;

/** The nearest date of a view, which may also be the new term of a postponed decision. */
type Nearest = Pick<NearestDate, 'kind' | 'date'>;

/**
 * The road from admission to the last known date. Past and future are each drawn to scale, and neither takes less than
 * `LEAST` of the road: many years behind would otherwise leave no room for the weeks ahead. Without an admission date
 * it starts where the file was opened; it always reaches a little beyond today. Superseded dates are not on the road,
 * nor a commission that a postponement overtook.
 */
export const roadOf = (person: Walker, nearest: Nearest | undefined, today: CivilDate): Road => {
  const opened = person.createdAt.slice(0, 10);
  const counted = datesInForce(person);
  const dates = currentDates(person)
    .filter((entry) => counted.some(({ kind, date }) => kind === entry.kind && date === entry.date))
    .map(({ id, kind, date }) => ({ id, kind, date }));
  const gate = nearest === undefined ? undefined : { id: 'gate', kind: nearest.kind, date: nearest.date };
  const others = dates.filter((entry) => gate === undefined || entry.kind !== gate.kind || entry.date !== gate.date);
  const first = person.admissionDate ?? opened;
  const all = [first, today, ...dates.map((entry) => entry.date), ...(gate === undefined ? [] : [gate.date])];
  const start = all.toSorted()[0] ?? today;
  const end = [...all, addMonths(today, 1)].toSorted().at(-1) ?? addDays(today, 30);
  const behind = daysBetween(start, today);
  const ahead = Math.max(daysBetween(today, end), 1);
  const width = END - START;
  const todayAt = START + (behind === 0 ? 0 : Math.min(Math.max((behind / (behind + ahead)) * width, LEAST), width - LEAST));
  const place = (date: CivilDate): number => {
    const days = daysBetween(today, date);
    return days < 0 ? todayAt + (days / behind) * (todayAt - START) : todayAt + (days / ahead) * (END - todayAt);
  };

  const taken: { below: number[]; above: number[] } = { below: [place(today)], above: [] };
  const side = (at: number): RoadMark['label'] => {
    for (const label of ['below', 'above'] as const) {
      if (taken[label].every((other) => Math.abs(other - at) >= NAME_WIDTH)) {
        taken[label].push(at);
        return label;
      }
    }
    return 'none';
  };
  const mark = (entry: { readonly id: string; readonly kind: RoadMark['kind']; readonly date: CivilDate }): RoadMark => {
    const at = place(entry.date);
    return { ...entry, at, label: side(at) };
  };
  const gateMark = gate === undefined ? undefined : mark(gate);
  const admission = person.admissionDate === undefined ? [] : [{ id: 'admission', kind: 'ADMISSION' as const, date: person.admissionDate }];
  return { today: place(today), gate: gateMark, marks: [...admission, ...others].map(mark) };
};
