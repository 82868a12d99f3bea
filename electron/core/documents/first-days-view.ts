import type { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { DepartureLine, PackThing } from '../../../shared/domain/first-days.ts';
import type { ItineraryLine, ItineraryView } from '../../../shared/domain/itinerary-lines.ts';
import type { HelpLine } from '../../../shared/domain/jurisdiction.ts';

/**
 * Everything on the sheets for the first days: no code, no surname, no offence, no name of prison or staff. They are
 * carried around.
 */
export interface FirstDaysPaper {
  readonly firstName: string;
  readonly largePrint: boolean;
  /** the day on which all of this was known so */
  readonly asOf: CivilDate;
  /** language in which people wrote what is told here */
  readonly writtenIn?: Language;
  readonly release?: { readonly date: CivilDate; readonly time?: string };
  readonly things: readonly DepartureLine[];
  readonly itinerary: ItineraryView;
  /** what nobody has arranged */
  readonly missing: readonly PackThing[];
  readonly numbers: readonly HelpLine[];
  readonly services: readonly { readonly name: string; readonly address?: string; readonly phone?: string }[];
  /** phone of the office that knows the person */
  readonly phone?: string;
}

/** Appointments of the first sheet: more than these nobody reads on the first evening. */
const MOST_APPOINTMENTS = 5;

/** Where to go in the first days, earliest first; those at any time after those with a day. */
export const firstAppointments = ({ itinerary }: Pick<FirstDaysPaper, 'itinerary'>): readonly ItineraryLine[] =>
  itinerary.parts
    .flatMap(({ days, anyDay }) => [...days.flatMap(({ lines }) => lines), ...anyDay])
    .filter(({ kind }) => kind === 'APPOINTMENT')
    .toSorted((a, b) => ((a.on ?? '9') + (a.time ?? '99') < (b.on ?? '9') + (b.time ?? '99') ? -1 : 1))
    .slice(0, MOST_APPOINTMENTS);
