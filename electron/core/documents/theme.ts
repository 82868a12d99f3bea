/** Colours of paper: the light tokens of the screen, on white. */
export const colour = {
  ink: '#17201d',
  soft: '#4c5650',
  faint: '#666e68',
  line: '#ddd8cc',
  strongLine: '#8a8474',
  sunken: '#f3f1ea',
  accent: '#0b5f5a',
  accentSoft: '#e6f3f1',
  accentLine: '#7fb8b2',
  empty: '#e4dfd3',
} as const;

/** Page of every document, in points (A4 is 595 × 842). */
export const page = { size: 'A4', width: 595.28, margins: { left: 48, top: 54, right: 48, bottom: 60 } } as const;

/** Width of the text block, in points. */
export const textWidth = page.width - page.margins.left - page.margins.right;
