import { addDays, type CivilDate } from './dates.ts';
import type { Holidays } from './jurisdiction.ts';

const civil = (year: number, month: number, day: number): CivilDate => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
export const westernEaster = (year: number): CivilDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return civil(year, Math.floor(n / 31), (n % 31) + 1);
};

/** Easter Sunday of the Julian calendar as a day of ours (Meeus); thirteen days apart until the year 2099. */
export const orthodoxEaster = (year: number): CivilDate => {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  return addDays(civil(year, Math.floor(n / 31), (n % 31) + 1), 13);
};

/** Whether offices of a country are closed on this day because it is a public holiday. */
export const isHoliday = (date: CivilDate, { fixed, easter }: Holidays): boolean => {
  if (fixed.includes(date.slice(5))) return true;
  if (easter === undefined) return false;
  const sunday = (easter.calendar === 'ORTHODOX' ? orthodoxEaster : westernEaster)(Number(date.slice(0, 4)));
  return easter.offsets.some((offset) => addDays(sunday, offset) === date);
};
