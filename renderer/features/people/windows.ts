/** Rows read at once. */
export const WINDOW = 100;

/**
 * The two windows of rows to follow when `first` is the first row in sight: the one it is in and the next. The even and
 * the odd window each have their own place, so that scrolling on changes only the one that went out of sight.
 */
export const windowsAt = (first: number): { readonly even: number; readonly odd: number } => {
  const at = Math.floor(Math.max(first, 0) / WINDOW);
  return at % 2 === 0 ? { even: at, odd: at + 1 } : { even: at + 1, odd: at };
};

/** Where a row lies: which window, and which row of it. */
export const placeOf = (row: number): { readonly window: number; readonly at: number } => ({ window: Math.floor(row / WINDOW), at: row % WINDOW });
