import type { CaseFile } from '../../../shared/domain/casefile.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { nearestDate, type NearestDate } from '../../../shared/domain/release-dates.ts';

/**
 * The date a sheet of paper may call the next one: as on the screen, but a day that has passed is not ahead any more
 * (a day of release that happened stays). Undefined when no date is known: the sheet says so.
 */
export const nextDate = (dates: CaseFile['dates'], today: CivilDate): NearestDate | undefined =>
  nearestDate({
    releaseDates: dates.filter((entry) => entry.date >= today || entry.kind === 'ACTUAL').map((entry) => ({ ...entry, id: '', setBy: '' })),
    decisions: [],
  });
