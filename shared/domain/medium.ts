import { z } from 'zod';
import { Id } from './base.ts';
import { Instant } from './dates.ts';

/** What a medium says that was looked at again: the file that was sealed, other bytes under its name, or no such file. */
export const MediumResult = z.enum(['WHOLE', 'DIFFERS', 'NOT_THERE']);
export type MediumResult = z.infer<typeof MediumResult>;

/** How a sealed file goes on: on a stick or card, burnt on a disc, or attached to certified mail on another computer. */
export const MediumWay = z.enum(['STICK', 'DISC', 'PEC']);
export type MediumWay = z.infer<typeof MediumWay>;

/** One look at a medium after it was put in again. */
export const MediumCheck = z.strictObject({ at: Instant, by: Id, result: MediumResult });
export type MediumCheck = z.infer<typeof MediumCheck>;

/** Envelopes on one medium at once: more than any house releases in a week. */
export const BATCH_LIMIT = 100;

/** Looks that are kept with an envelope, the newest last; those before are in the audit trail. */
export const MEDIUM_CHECKS = 20;
