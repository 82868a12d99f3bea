import { z } from 'zod';
import type { CalendarItem } from './calendar.ts';

/** Where somebody has to be, as a wing may know it. An appointment is an appointment: with whom, the case knows. */
export const WingPlace = z.enum(['COURT', 'COMMISSION', 'COURSE', 'APPOINTMENT', 'LEAVES', 'BACK']);
export type WingPlace = z.infer<typeof WingPlace>;

/** The place a dated thing leads to; undefined for what moves nobody, and for a day that is only hoped for. */
export const wingPlaceOf = ({ kind, what, hoped }: Pick<CalendarItem, 'kind' | 'what' | 'hoped'>): WingPlace | undefined => {
  if (hoped === true) return undefined;
  if (kind === 'RELEASE') return 'LEAVES';
  if (kind === 'RETURN') return 'BACK';
  if (kind === 'APPOINTMENT') return 'APPOINTMENT';
  if (kind === 'SESSION') return 'COURSE';
  if (what === 'COMMISSION') return 'COMMISSION';
  return what === 'HEARING' ? 'COURT' : undefined;
};
