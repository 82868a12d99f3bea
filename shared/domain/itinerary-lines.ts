import { z } from 'zod';
import { ApplicationKind } from './application.ts';
import { AppointmentWhen } from './appointment.ts';
import { CivilDate } from './dates.ts';
import { itineraryOf, ItineraryGap, ItinerarySpan, type ItineraryEntry } from './itinerary.ts';
import type { FirstDaysFacts } from './first-days.ts';
import { OwnerKind } from './plan.ts';

export const ItineraryKind = z.enum(['LEAVE', 'TRAVEL', 'APPOINTMENT', 'PICK_UP', 'STEP', 'OBLIGATION', 'BED']);
export type ItineraryKind = z.infer<typeof ItineraryKind>;

/**
 * One line as the person's paper says it, and as the screen shows it before. Of an appointment about health it holds where
 * and when, never with whom or what for: the paper is carried around.
 */
export const ItineraryLine = z.object({
  kind: ItineraryKind,
  on: CivilDate.optional(),
  time: z.string().optional(),
  /** what it is, as it was written down */
  words: z.string().optional(),
  organisation: z.string().optional(),
  place: z.string().optional(),
  way: z.string().optional(),
  bring: z.array(z.string()).optional(),
  phone: z.string().optional(),
  mandatory: z.boolean().optional(),
  health: z.boolean().optional(),
  /** of an appointment: what its day follows */
  when: AppointmentWhen.optional(),
  owner: OwnerKind.optional(),
  application: ApplicationKind.optional(),
});
export type ItineraryLine = z.infer<typeof ItineraryLine>;

export const ItineraryView = z.object({
  parts: z.array(
    z.object({
      span: ItinerarySpan,
      from: CivilDate.optional(),
      to: CivilDate.optional(),
      days: z.array(z.object({ on: CivilDate, lines: z.array(ItineraryLine) })),
      anyDay: z.array(ItineraryLine),
    }),
  ),
  /** in plain sentences; absent: nobody has said yet whether there are any */
  obligations: z.array(z.object({ sentence: z.string(), from: CivilDate.optional(), until: CivilDate.optional() })).optional(),
  gaps: z.array(ItineraryGap),
});
export type ItineraryView = z.infer<typeof ItineraryView>;

/** Only what is set: what is printed and sent holds no empty fields. */
const given = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

const partsOf = (entry: ItineraryEntry): Partial<Record<keyof ItineraryLine, unknown>> => {
  switch (entry.kind) {
    case 'APPOINTMENT': {
      const { organisation, purpose, place, howToGetThere: way, bring, phone, mandatory, at } = entry.appointment;
      const where = { place, way, bring: bring.length === 0 ? undefined : [...bring], phone, mandatory, when: at.when };
      return entry.health ? { ...where, health: true } : { ...where, organisation, words: purpose };
    }
    case 'STEP':
      return entry.health ? { health: true, owner: entry.owner } : { words: entry.text, owner: entry.owner };
    case 'OBLIGATION':
      return { words: entry.obligation.sentence };
    case 'PICK_UP':
      return { application: entry.application.kind, words: entry.application.what, organisation: entry.application.to };
    case 'TRAVEL':
    case 'BED':
      return { words: entry.words, phone: entry.phone };
    case 'LEAVE':
      return {};
  }
};

/** An entry as a line. */
export const lineOf = (entry: ItineraryEntry): ItineraryLine => given({ kind: entry.kind, on: entry.on, time: entry.time, ...partsOf(entry) }) as ItineraryLine;

/** The itinerary as it is shown and printed. */
export const itineraryView = (facts: FirstDaysFacts): ItineraryView => {
  const { parts, obligations, gaps } = itineraryOf(facts);
  return {
    parts: parts.map(({ days, anyDay, ...part }) => ({ ...part, days: days.map(({ on, entries }) => ({ on, lines: entries.map(lineOf) })), anyDay: anyDay.map(lineOf) })),
    ...(obligations === undefined ? {} : { obligations: obligations.map(({ sentence, from, until }) => given({ sentence, from, until })) }),
    gaps: [...gaps],
  };
};
