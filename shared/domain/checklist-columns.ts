import { isWaiting, type Checklist } from './checklist.ts';
import { addDays, type CivilDate } from './dates.ts';

/**
 * The open items of a list as the index keeps them: for each its days to release and its place in the list, in the order of
 * days. Days are relative, so that a day of release that moves moves all of them without a word being written.
 */
const DAYS = 4;
const PLACE = 2;
const WIDTH = DAYS + PLACE;

const sign = (days: number): string => `${days < 0 ? '-' : '+'}${String(Math.abs(days)).padStart(DAYS - 1, '0')}`;

/** Items that somebody of the prison still has to do, in one text. What comes after release belongs to others. */
export const openItemsColumn = ({ items }: Pick<Checklist, 'items'>): string =>
  items
    .map((item, at) => ({ item, at }))
    .filter(({ item }) => item.dueOffsetDays <= 0 && isWaiting(item))
    .toSorted((a, b) => a.item.dueOffsetDays - b.item.dueOffsetDays)
    .map(({ item, at }) => `${sign(item.dueOffsetDays)}${String(at).padStart(PLACE, '0')}`)
    .join('');

export interface NextItem {
  /** its place in the list */
  readonly at: number;
  readonly due: CivilDate;
  /** how many are due by the later of that day and `today` */
  readonly count: number;
}

/** The first item that is still to be done, unless its day lies after `until`. `day` is the one that is prepared for. */
export const nextItem = (column: string, day: CivilDate, today: CivilDate, until: CivilDate): NextItem | undefined => {
  let found: { readonly at: number; readonly due: CivilDate } | undefined;
  let count = 0;
  for (let from = 0; from + WIDTH <= column.length; from += WIDTH) {
    const due = addDays(day, Number(column.slice(from, from + DAYS)));
    const last = found === undefined ? until : found.due > today ? found.due : today;
    if (due > last) break;
    found ??= { at: Number(column.slice(from + DAYS, from + WIDTH)), due };
    count += 1;
  }
  return found === undefined ? undefined : { ...found, count };
};
