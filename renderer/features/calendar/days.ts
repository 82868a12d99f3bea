import { CalendarKind, MONTH_DAYS } from '../../../shared/domain/calendar.ts';
import { addDays, addMonths, isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { mondayOf, weekdayOf } from '../../../shared/domain/week.ts';

export type CalendarSpan = 'month' | 'week';

/** What of the calendar is looked at: kept in the address, so that going back and reload keep it. */
export interface CalendarPlace {
  readonly span: CalendarSpan;
  /** the day one stands on */
  readonly day: CivilDate;
  readonly kinds: readonly CalendarKind[];
}

/** Reads a place out of the address; what makes no sense is left out. */
export const placeFrom = (params: URLSearchParams, today: CivilDate): CalendarPlace => {
  const day = params.get('day') ?? '';
  const asked = (params.get('kinds') ?? '').split(' ');
  const kinds = CalendarKind.options.filter((kind) => asked.includes(kind));
  return { span: params.get('span') === 'week' ? 'week' : 'month', day: isCivilDate(day) ? day : today, kinds: kinds.length === 0 ? CalendarKind.options : kinds };
};

/** A place as an address. */
export const addressOf = ({ span, day, kinds }: CalendarPlace): URLSearchParams => new URLSearchParams({ span, day, ...(kinds.length === CalendarKind.options.length ? {} : { kinds: kinds.join(' ') }) });

/** The first day shown and how many: whole weeks. */
export const shownDays = ({ span, day }: Pick<CalendarPlace, 'span' | 'day'>): { readonly from: CivilDate; readonly days: number } =>
  span === 'week' ? { from: mondayOf(day), days: 7 } : { from: mondayOf(`${day.slice(0, 8)}01`), days: MONTH_DAYS };

/** The same day a month or a week on or back. */
export const stepped = ({ span, day }: Pick<CalendarPlace, 'span' | 'day'>, by: 1 | -1): CivilDate => (span === 'week' ? addDays(day, 7 * by) : addMonths(day, by));

/** The day a key leads to in the grid of a month; undefined for a key that does not move. */
export const dayAfterKey = (key: string, day: CivilDate): CivilDate | undefined => {
  const target: Readonly<Record<string, CivilDate>> = {
    ArrowLeft: addDays(day, -1),
    ArrowRight: addDays(day, 1),
    ArrowUp: addDays(day, -7),
    ArrowDown: addDays(day, 7),
    PageUp: addMonths(day, -1),
    PageDown: addMonths(day, 1),
    Home: mondayOf(day),
    End: addDays(day, 7 - weekdayOf(day)),
  };
  return Object.hasOwn(target, key) ? target[key] : undefined;
};

/** A kind shown or hidden; the last one stays, so that the calendar is never empty by a slip. */
export const withKind = (kinds: readonly CalendarKind[], kind: CalendarKind, on: boolean): readonly CalendarKind[] => {
  const next = CalendarKind.options.filter((known) => (known === kind ? on : kinds.includes(known)));
  return next.length === 0 ? kinds : next;
};
