/** What a file of scanned pages may be. More is refused before anything is decoded. */
export const SCAN_LIMITS = {
  /** bytes of one file: twenty pages in colour at 300 dots an inch */
  bytes: 64 * 1024 * 1024,
  /** pixels of one page: A4 at 600 dots an inch has 35 millions */
  pixels: 40_000_000,
  /** of either side */
  side: 20_000,
  pages: 60,
  /** bytes of a page as it is kept */
  kept: 1_000_000,
  /** longer side of a page as it is kept: A4 at 170 dots an inch, read without effort */
  keptSide: 2000,
} as const;

/** No page takes longer than this, also on a slow computer, in milliseconds. */
export const PAGE_TIME = 60_000;

/** So much more memory than before, in bytes, and the reading is ended. */
export const SCAN_MEMORY = 1.5 * 1024 * 1024 * 1024;
