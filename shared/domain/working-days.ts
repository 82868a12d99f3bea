import { addDays, type CivilDate } from './dates.ts';
import { isHoliday } from './holidays.ts';
import type { Holidays } from './jurisdiction.ts';
import { weekdayOf } from './week.ts';

const SATURDAY = 6;

/** Whether services are open on this day: no weekend, no public holiday. */
export const isWorkingDay = (date: CivilDate, holidays: Holidays): boolean => weekdayOf(date) < SATURDAY && !isHoliday(date, holidays);

/** No country closes longer than this; a file that says so is not believed. */
const LONGEST_CLOSURE = 30;

/** The first day after this one on which services are open. */
export const nextWorkingDay = (date: CivilDate, holidays: Holidays): CivilDate => {
  for (let days = 1; days <= LONGEST_CLOSURE; days += 1) {
    const day = addDays(date, days);
    if (isWorkingDay(day, holidays)) return day;
  }
  return addDays(date, 1);
};
