import type { Content } from './types.ts';
import { colour } from './theme.ts';

/** Everything drawn is SVG of our own numbers: no text of a person ever gets into it. */
const svg = (width: number, height: number, body: string): Content => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`,
  width,
});

const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 2): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

/** Level of need as three segments, `level` of them filled; the word stands beside it, colour alone says nothing. */
export const levelBar = (level: number): Content =>
  svg(52, 8, [0, 1, 2].map((n) => rect(n * 18, 0.5, 16, 7, n < level ? colour.accent : colour.empty)).join(''));

/** Attendance as a bar: `share` of 0–1 is filled. */
export const attendanceBar = (share: number, width = 74): Content => {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width * 10) / 10;
  return svg(width, 8, rect(0, 0.5, width, 7, colour.empty) + (filled > 0 ? rect(0, 0.5, filled, 7, colour.accent) : ''));
};

/** One station of a timeline: the line through the cell and its dot; the last line ends at the dot. */
export const station = (width: number, kind: 'past' | 'today' | 'ahead' | 'release', last: boolean): Content => {
  const y = 8;
  const line = last ? '' : rect(6, y - 1, width - 6, 2, kind === 'past' ? colour.accentLine : colour.line, 0);
  const before = '';
  const dot = {
    past: `<circle cx="6" cy="${y}" r="4" fill="#ffffff" stroke="${colour.accentLine}" stroke-width="2"/>`,
    today: rect(5, 1, 2, 14, colour.ink, 1),
    ahead: `<circle cx="6" cy="${y}" r="4" fill="#ffffff" stroke="${colour.accent}" stroke-width="2"/>`,
    release: `<circle cx="6" cy="${y}" r="5.5" fill="${colour.accent}"/>`,
  }[kind];
  return svg(width, 16, before + line + dot);
};

/** A dashed line across the text block: cut here. */
export const cutLine = (width: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.8, lineColor: colour.strongLine, dash: { length: 5, space: 4 } }],
});

/** An empty line to write on. */
export const writeLine = (width: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7, lineColor: colour.strongLine }],
});
