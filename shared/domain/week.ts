import { getDayOfWeek, parseDate } from '@internationalized/date';
import { addDays, type CivilDate } from './dates.ts';

/** Day of the week: 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (date: CivilDate): number => getDayOfWeek(parseDate(date), 'en', 'mon') + 1;

/** The Monday of the week a date lies in. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date));

/** The seven days of the week that begins on this Monday. */
export const daysOfWeek = (monday: CivilDate): readonly CivilDate[] => Array.from({ length: 7 }, (_, at) => addDays(monday, at));
