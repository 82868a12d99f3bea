import { addDays, type CivilDate } from './dates.ts';
import type { Settings } from './office.ts';

export type Jurisdiction = Settings['jurisdiction'];

/** Days of the year on which offices are closed, `MM-DD`, by jurisdiction. RO: art. 139 Codul muncii; IT: L. 260/1949 and later, L. 151/2025. */
const fixed: Readonly<Record<Jurisdiction, readonly string[]>> = {
  RO: ['01-01', '01-02', '01-06', '01-07', '01-24', '05-01', '06-01', '08-15', '11-30', '12-01', '12-25', '12-26'],
  IT: ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '10-04', '11-01', '12-08', '12-25', '12-26'],
  GENERAL: [],
};

/** Days counted from Easter Sunday; Romania follows the Orthodox Easter, with Good Friday and Pentecost. */
const movable: Readonly<Record<Jurisdiction, { readonly easter: (year: number) => CivilDate; readonly offsets: readonly number[] }>> = {
  RO: { easter: (year) => orthodoxEaster(year), offsets: [-2, 0, 1, 49, 50] },
  IT: { easter: (year) => westernEaster(year), offsets: [0, 1] },
  GENERAL: { easter: (year) => westernEaster(year), offsets: [] },
};

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

/** Whether offices are closed on this day because it is a public holiday. */
export const isHoliday = (date: CivilDate, jurisdiction: Jurisdiction): boolean => {
  if (fixed[jurisdiction].includes(date.slice(5))) return true;
  const { easter, offsets } = movable[jurisdiction];
  if (offsets.length === 0) return false;
  const sunday = easter(Number(date.slice(0, 4)));
  return offsets.some((offset) => addDays(sunday, offset) === date);
};
