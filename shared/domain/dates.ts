import { parseDate, type CalendarDate } from '@internationalized/date';
import { z } from 'zod';

/** A civil date `YYYY-MM-DD` that exists in the calendar. Never a point in time. */
export const CivilDate = z.string().refine(isCivilDate, { error: 'not a calendar date' });
export type CivilDate = string;

/** A point in time, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();

/** Whether `text` is a date of the calendar in the form `YYYY-MM-DD`, years 1900 to 2200. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    const date = parseDate(text);
    return date.toString() === text && date.year >= 1900 && date.year <= 2200;
  } catch {
    return false;
  }
}

/** Whether `text` names a time zone that this program can count days in (IANA, `Europe/Bucharest`). */
export const isTimeZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const calendar = (date: CivilDate): CalendarDate => parseDate(date);

/** `date` moved by a number of days (negative: back). */
export const addDays = (date: CivilDate, days: number): CivilDate => calendar(date).add({ days }).toString();

/** `date` moved by whole months; the day is cut to the length of the month. */
export const addMonths = (date: CivilDate, months: number): CivilDate => calendar(date).add({ months }).toString();

/** Days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Completed years of life on `today`. A birthday on 29 February counts from 1 March in other years. */
export const ageOn = (birthDate: CivilDate, today: CivilDate): number => {
  const birth = calendar(birthDate);
  const now = calendar(today);
  const before = now.month < birth.month || (now.month === birth.month && now.day < birth.day);
  return now.year - birth.year - (before ? 1 : 0);
};
