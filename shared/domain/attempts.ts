/** Wrong passwords in a row after which the next try has to wait. */
const FREE = 3;
const FIRST_SECONDS = 5;
const MOST_SECONDS = 15 * 60;

/** Wrong passwords of one user since the last right one; times in milliseconds since 1970. */
export interface Attempts {
  readonly count: number;
  readonly first: number;
  readonly last: number;
  /** milliseconds the computer had been running at the last one */
  readonly up?: number | undefined;
}

/** Seconds to wait after so many wrong passwords: five after the third, then twice as long each time, fifteen minutes at most. */
export const delayAfter = (count: number): number => (count < FREE ? 0 : Math.min(MOST_SECONDS, FIRST_SECONDS * 2 ** Math.min(count - FREE, 20)));

/**
 * Whole seconds until the next try. A clock that was set back frees nobody and makes nobody wait longer than the delay; one
 * set ahead passes no time either, as long as the computer was not started again.
 * @param up milliseconds the computer has been running, where that is known
 */
export const secondsToWait = ({ count, last, up: before }: Attempts, now: number, up?: number): number => {
  const ran = up === undefined || before === undefined || up < before ? Infinity : up - before;
  return Math.ceil(Math.max(0, delayAfter(count) - Math.min(Math.max(0, now - last), ran) / 1000));
};

/** As many as are free, the last one now: what a record counts for that cannot be read. */
export const unreadable = (now: number): Attempts => ({ count: FREE, first: now, last: now });
