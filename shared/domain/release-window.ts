import { addDays, type CivilDate } from './dates.ts';
import type { Jurisdiction } from './holidays.ts';

/**
 * Days before the nearest date at which preparing for release starts. Data, not code.
 * RO: H.G. 389/2015 (ninety days); IT: art. 88 DPR 230/2000 (six months).
 */
export const releaseWindowDays: Readonly<Record<Jurisdiction, number>> = { RO: 90, IT: 183, GENERAL: 90 };

/** The first day on which somebody with this nearest date is in the release window. */
export const windowStart = (nearest: CivilDate, jurisdiction: Jurisdiction): CivilDate => addDays(nearest, -releaseWindowDays[jurisdiction]);

/** When the parts of a hand-over are due, in days before release, and when an answer is missed. */
export const handoverTiming = { authorised: -14, dispatched: -10, receiptSeen: -3, answerAfterDays: 7 } as const;

/** How long a receipt that only tells something stays among the things to look at, in days. */
export const RECEIPT_SHOWN_DAYS = 7;

/** A missing identity paper is urgent from here on, in days before release. */
export const PAPERS_URGENT_DAYS = 60;
