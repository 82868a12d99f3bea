/** Steps of zoom; 1 shows a page as large as on paper. */
export const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3] as const;

/** CSS pixels of one point of a PDF (1/72 inch) at zoom 1. */
export const PIXELS_PER_POINT = 96 / 72;

/** The next larger step (`by` 1) or smaller one (−1); the last one stays. */
export const zoomAfter = (zoom: number, by: 1 | -1): number => {
  const larger = zoomSteps.find((step) => step > zoom + 0.01);
  const smaller = zoomSteps.findLast((step) => step < zoom - 0.01);
  return (by === 1 ? larger : smaller) ?? zoom;
};

/** Pages are not made larger than this only to fill a wide window. */
const WIDEST = 1.25;

/** The zoom at which a page as wide as `points` fills `width` CSS pixels. */
export const zoomToFit = (width: number, points: number): number => {
  const [smallest] = zoomSteps;
  return Math.min(WIDEST, Math.max(smallest, width / (points * PIXELS_PER_POINT)));
};

/** Pixels of a canvas on the screen: whatever a page says of its size, it takes no more memory than this (64 MB). */
const SCREEN_PIXELS = 16e6;
/** A sheet of A4 at 300 dpi has 8.7 million. */
const PRINT_PIXELS = 9e6;

/** The factor at which `width` × `height` points are drawn: `wanted`, or less if that were too many pixels. */
export const boundedScale = (width: number, height: number, wanted: number, use: 'screen' | 'print'): number =>
  Math.min(wanted, Math.sqrt((use === 'screen' ? SCREEN_PIXELS : PRINT_PIXELS) / Math.max(1, width * height)));

/** Dots per inch for a printer: a long document is drawn coarser, so that its images fit into memory. */
export const dpiFor = (pages: number): number => (pages <= 40 ? 300 : 150);
