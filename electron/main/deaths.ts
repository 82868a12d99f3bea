/** A process may die this often within the span; then something is wrong that a new start does not mend. */
const LIMIT = 3;
const SPAN_MS = 60_000;

/**
 * Whether a process that just died is started again.
 * @param earlier times of its earlier deaths, milliseconds
 * @param now time of this death, milliseconds
 * @returns the answer and the deaths to remember
 */
export const afterDeath = (earlier: readonly number[], now: number): { readonly restart: boolean; readonly deaths: readonly number[] } => {
  const deaths = [...earlier.filter((at) => now - at < SPAN_MS), now];
  return { restart: deaths.length <= LIMIT, deaths };
};
