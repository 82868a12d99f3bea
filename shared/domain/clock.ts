import { z } from 'zod';
import { documentBase } from './base.ts';
import { Instant } from './dates.ts';

/** What is wrong with the computer's clock: behind what was already recorded, far ahead of it, or moved while somebody worked. */
export const ClockFault = z.enum(['SET_BACK', 'FAR_AHEAD', 'JUMPED']);
export type ClockFault = z.infer<typeof ClockFault>;

/** Kept while the clock is not believed, so that a lock in between does not make it forgotten. There is at most one. */
export const ClockWarning = z.strictObject({
  ...documentBase,
  type: z.literal('clockWarning'),
  fault: ClockFault,
  /** the time the workplace can vouch for: it is this late at least */
  known: Instant,
  /** what the clock said when it was noticed */
  found: Instant,
});
export type ClockWarning = z.infer<typeof ClockWarning>;
