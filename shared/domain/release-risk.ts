import { z } from 'zod';
import { addDays, type CivilDate } from './dates.ts';
import { isHoliday } from './holidays.ts';
import type { Holidays } from './jurisdiction.ts';
import { weekdayOf } from './week.ts';

/** Why a day is a bad one to be released on: services cannot be reached afterwards. A risk of the day, never of a person. */
export const ReleaseRisk = z.enum(['FRIDAY', 'WEEKEND', 'HOLIDAY', 'BEFORE_HOLIDAY']);
export type ReleaseRisk = z.infer<typeof ReleaseRisk>;

const FRIDAY = 5;

/** The risk of a day of release: closed on the day itself, or closed from its afternoon on. */
export const riskOf = (date: CivilDate, holidays: Holidays): ReleaseRisk | undefined => {
  if (isHoliday(date, holidays)) return 'HOLIDAY';
  const weekday = weekdayOf(date);
  if (weekday > FRIDAY) return 'WEEKEND';
  if (weekday === FRIDAY) return 'FRIDAY';
  return isHoliday(addDays(date, 1), holidays) ? 'BEFORE_HOLIDAY' : undefined;
};
