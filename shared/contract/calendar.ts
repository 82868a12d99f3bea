import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, shortText } from '../domain/base.ts';
import { CalendarKind } from '../domain/calendar.ts';
import { CivilDate } from '../domain/dates.ts';
import { ReleaseDateKind } from '../domain/people.ts';
import { procedure } from './base.ts';
import { Preview } from './documents.ts';
import { Whose } from './whose.ts';

export const CalendarEntry = z.object({
  /** names the entry for as long as it stands there */
  key: z.string(),
  kind: CalendarKind,
  on: CivilDate,
  time: z.string().optional(),
  /** which date of the road */
  what: ReleaseDateKind.optional(),
  hoped: z.boolean(),
  /** whom it is about */
  person: z.object({ id: Id, name: z.string(), code: z.string(), unit: z.string().optional() }).optional(),
  /** the course of a session */
  run: z.object({ id: Id, label: shortText, title: z.object({ en: z.string(), it: z.string(), ro: z.string() }) }).optional(),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

export const CalendarDay = z.object({
  on: CivilDate,
  /** offices of the country are closed */
  holiday: z.boolean(),
  /** everything of the day, however much of it is shown */
  total: z.int(),
  counts: z.array(z.object({ kind: CalendarKind, count: z.int() })),
  entries: z.array(CalendarEntry),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

export const CalendarView = z.object({ today: CivilDate, hasMine: z.boolean(), days: z.array(CalendarDay) });
export type CalendarView = z.infer<typeof CalendarView>;

export const CalendarQuery = z.object({
  from: CivilDate,
  /** a day, a week, or the weeks of a month */
  days: z.int().min(1).max(42),
  whose: Whose,
  kinds: z.array(CalendarKind).max(CalendarKind.options.length),
  /** entries shown of each day */
  perDay: z.int().min(0).max(400),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** The week's list of which unit, with the week of which day. */
export const WingChoice = z.object({ unit: shortText, day: CivilDate, language: Language });
export type WingChoice = z.infer<typeof WingChoice>;

/** Procedures of `home` about dated things. */
export const calendar = {
  /** Live, also over midnight: the dated things of some days. */
  calendar: procedure.input(CalendarQuery).output(eventIterator(CalendarView)),
  /** Who of one unit has to be where in a week, as a sheet to be looked at; audited as reading. */
  previewWing: procedure.input(WingChoice).output(Preview),
  /** As `documents.print`, for the week's list: everybody on it has an entry in the trail. */
  printWing: procedure.input(z.object({ previewId: Id, pages: z.int().min(1).max(2000) })).output(z.object({ ticket: z.uuid() })),
};
