/**
 * The row a key leads to in a list.
 * @param row the row one is in, counted from 0
 * @param total how many rows there are
 * @param page how many rows fit in sight
 * @returns undefined for a key that does not move, or in an empty list
 */
export const rowAfterKey = (key: string, row: number, total: number, page: number): number | undefined => {
  const target: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: total - 1,
  };
  const next = target[key];
  return next === undefined || total === 0 ? undefined : Math.min(Math.max(next, 0), total - 1);
};
