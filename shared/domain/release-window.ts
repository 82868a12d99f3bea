import { addDays, type CivilDate } from './dates.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** The first day on which somebody with this nearest date is in the release window. */
export const windowStart = (nearest: CivilDate, { releaseWindow }: Pick<Jurisdiction, 'releaseWindow'>): CivilDate => addDays(nearest, -releaseWindow.days);

/** The last day on which the services named by law are told of a release; undefined where the law asks for no notice. */
export const legalNoticeBy = (release: CivilDate, { legalNotice }: Pick<Jurisdiction, 'legalNotice'>): CivilDate | undefined =>
  legalNotice === undefined ? undefined : addDays(release, -legalNotice.daysBefore);

/** How long a receipt that only tells something stays among the things to look at, in days. */
export const RECEIPT_SHOWN_DAYS = 7;

/** A missing identity paper is urgent from here on, in days before release. */
export const PAPERS_URGENT_DAYS = 60;

/** An appointment without a day is urgent from here on, in days before release. */
export const APPOINTMENT_URGENT_DAYS = 30;
