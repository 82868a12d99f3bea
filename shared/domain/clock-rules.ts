import type { ClockFault } from './clock.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** A clock set by hand, or by a device nobody looks after, may be off by this much; milliseconds. */
export const CLOCK_TOLERANCE = 120_000;

/** A workplace that nobody used for longer than this is asked whether the date is right; milliseconds. */
export const CLOCK_FAR = 45 * 86_400_000;

/** What a reading of the clock is compared with. Times are milliseconds since 1970. */
export interface Vouched {
  /** a time that the workplace can vouch for */
  readonly time: number;
  /** counted on from a clock that was right; otherwise it is only known that it is not earlier */
  readonly exact: boolean;
}

/**
 * What is wrong with the clock now, if anything.
 * @param now what the clock says
 * @param standing what was wrong when it was last looked at
 * @param moved by how much the clock has moved since the unlock, beyond the time that really passed: milliseconds
 */
export const clockFault = (now: number, vouched: Vouched, standing: ClockFault | undefined, moved: number): ClockFault | undefined => {
  if (now < vouched.time - CLOCK_TOLERANCE) return 'SET_BACK';
  if (vouched.exact) return now > vouched.time + CLOCK_TOLERANCE ? 'JUMPED' : undefined;
  if (now > vouched.time + CLOCK_FAR) return 'FAR_AHEAD';
  // a jump ahead of an earlier session cannot be measured any more: until it goes back, or somebody says that it is right
  return standing === 'JUMPED' && moved >= -CLOCK_TOLERANCE ? 'JUMPED' : undefined;
};

/**
 * Whether something may be signed or sealed with today's date. Behind the record it may not: the paper would say that it
 * was authorised before it was prepared, and a newer envelope would look older than one already sent. A clock that is ahead
 * does not stop anybody: an office that opens the program once in two months would be stopped each time.
 */
export const mayVouch = (fault: ClockFault | undefined): Outcome<true> => (fault === 'SET_BACK' ? refused('clock.setBack') : allowed(true));
