import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { whereAway } from './movement-rules.ts';
import { ReleaseDateKind, type Person } from './people.ts';
import { countsToRelease, currentDates, datesInForce } from './release-dates.ts';
import { releaseDay } from './road-dates.ts';

/** What stands in the calendar. The order is the order in which things of one day without an hour stand. */
export const CalendarKind = z.enum([
  'RELEASE',
  'DECISION', // a commission, a hearing or a new term
  'APPOINTMENT',
  'RETURN', // expected back from court, hospital, another prison or leave
  'REVIEW', // the last day of a review
  'OTHER_DATE', // fraction served, limit of custody, and dates of the sentence by which nobody leaves
  'SESSION', // of a course
]);
export type CalendarKind = z.infer<typeof CalendarKind>;

/** One dated thing. */
export interface CalendarItem {
  readonly kind: CalendarKind;
  readonly on: CivilDate;
  readonly time?: string;
  /** which date of the road it is */
  readonly what?: ReleaseDateKind;
  /** nobody decided or reckoned it: somebody hopes */
  readonly hoped?: true;
  /** whom it is about; a session is about its course */
  readonly personId?: string;
  /** the document behind it */
  readonly id: string;
}

const decides: ReadonlySet<ReleaseDateKind> = new Set(['COMMISSION', 'HEARING', 'NEW_TERM']);

type Dated = Pick<Person, 'id' | 'releaseDates' | 'decisions' | 'endless' | 'status' | 'movements'>;

/**
 * The days of somebody's road: the one day of release, the days on which somebody decides as long as nothing is final, the
 * day they are expected back, and the other dates in force. Where somebody leaves by a final decision the end of the
 * sentence is no release any more.
 */
export const roadDays = (person: Dated): readonly CalendarItem[] => {
  const release = releaseDay(person);
  const final = person.decisions.at(-1)?.state === 'FINAL';
  const times = new Map(currentDates(person).map(({ kind, date, time }) => [`${kind} ${date}`, time]));
  const days = datesInForce(person).flatMap(({ kind, date, certainty }): CalendarItem[] => {
    const time = times.get(`${kind} ${date}`);
    const day = { on: date, what: kind, personId: person.id, id: kind, ...(time === undefined ? {} : { time }), ...(certainty === 'HOPED' ? { hoped: true as const } : {}) };
    if (kind === release?.kind && date === release.date) return [{ kind: 'RELEASE', ...day }];
    if (kind === 'PERMIT_RETURN') return [{ kind: 'RETURN', ...day }];
    if (decides.has(kind)) return final ? [] : [{ kind: 'DECISION', ...day }];
    // by this day nobody leaves: another one comes first
    return countsToRelease(kind) && release !== undefined ? [] : [{ kind: 'OTHER_DATE', ...day }];
  });
  const back = whereAway(person)?.expectedReturn;
  return [...days, ...(back === undefined ? [] : [{ kind: 'RETURN' as const, on: back, personId: person.id, id: 'movement' }])];
};

const GAP = '-';

/** The days of a road as the index keeps them: five words a day. */
export const roadColumn = (person: Dated): string =>
  roadDays(person)
    .map(({ kind, on, what, hoped, time }) => [kind, on, what ?? GAP, hoped === true ? '?' : GAP, time ?? GAP].join(' '))
    .join(',');

const kinds: ReadonlySet<string> = new Set(CalendarKind.options);
const dateKinds: ReadonlySet<string> = new Set(ReleaseDateKind.options);

/** Some days, both counted. */
export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * What `roadColumn` keeps of some days, read again; what another version of the program kept is left out. Read for
 * thousands of people at once: an entry of another day costs no more than a comparison.
 */
export const roadFromColumn = (personId: string, column: string, span?: Span): CalendarItem[] => {
  if (column === '') return [];
  const found: CalendarItem[] = [];
  for (const entry of column.split(',')) {
    const [kind = '', on = '', what = GAP, hoped, time = GAP] = entry.split(' ');
    if (span !== undefined && (on < span.from || on > span.to)) continue;
    if (!kinds.has(kind)) continue;
    const date = dateKinds.has(what) ? (what as ReleaseDateKind) : undefined;
    found.push({ kind: kind as CalendarKind, on, personId, id: date ?? 'movement', ...(date === undefined ? {} : { what: date }), ...(hoped === '?' ? { hoped: true as const } : {}), ...(time === GAP ? {} : { time }) });
  }
  return found;
};

/** The order of a calendar: by day, by hour where there is one, then by what matters more. */
export const byMoment = (a: CalendarItem, b: CalendarItem): number => {
  const moment = ({ on, time }: CalendarItem): string => `${on} ${time ?? '99'}`;
  return moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : CalendarKind.options.indexOf(a.kind) - CalendarKind.options.indexOf(b.kind);
};

/** Days of a course that are held, as the index keeps them. */
export const sessionDaysColumn = (sessions: readonly { readonly on: CivilDate; readonly cancelled?: string | undefined }[]): string =>
  [...new Set(sessions.filter(({ cancelled }) => cancelled === undefined).map(({ on }) => on))].toSorted().join(' ');

/** The weeks a month is shown in: from the Monday of its first day, always whole weeks. */
export const MONTH_DAYS = 42;
