import type { ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { Content } from './types.ts';
import { station, writeLine } from './drawings.ts';
import { colour, textWidth } from './theme.ts';

/** Shared blocks: a document is put together from these and says nothing about lines, paddings or colours itself. */

const none = (): number => 0;

/** Rows apart by a hairline, a quiet head, nothing vertical. */
const rowsLayout: CustomTableLayout = {
  hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0 : 0.6),
  hLineColor: () => colour.line,
  vLineWidth: none,
  paddingLeft: (column) => (column === 0 ? 6 : 5),
  paddingRight: () => 5,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

const headLayout: CustomTableLayout = { ...rowsLayout, fillColor: (row) => (row === 0 ? colour.sunken : null) };

/** Title of the document. */
export const title = (text: string, size = 24): ContentText => ({ text, tag: 'H1', fontSize: size, bold: true, lineHeight: 1.05 });

/** Heading of a section (1) or of a part of it (2); `together` keeps it with what follows. */
export const heading = (text: string, level: 1 | 2 = 1): ContentText =>
  level === 1
    ? { text, tag: 'H2', fontSize: 13.5, bold: true, color: colour.accent, margin: [0, 16, 0, 6] }
    : { text, tag: 'H3', fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] };

/** Running text. */
export const paragraph = (text: string): ContentText => ({ text, margin: [0, 0, 0, 5] });

/** A remark in a quieter voice: also how an empty section says so. */
export const remark = (text: string): ContentText => ({ text, color: colour.soft, margin: [0, 0, 0, 5] });

/** A small label over or before a value. */
export const label = (text: string): ContentText => ({ text, color: colour.soft, fontSize: 8.2 });

/** Label and value, one below the other, in rows: the key–value box. Rows without a value are left out. */
export const keyValues = (rows: readonly (readonly [string, string | undefined])[], labelWidth = 104): Content => {
  const body = rows.flatMap(([key, value]): TableCell[][] => (value === undefined || value === '' ? [] : [[{ ...label(key), tag: 'TH', margin: [0, 1.2, 0, 0] }, { text: value }]]));
  return body.length === 0
    ? { text: '' }
    : { tag: 'Table', table: { widths: [labelWidth, '*'], body }, layout: { hLineWidth: none, vLineWidth: none, paddingLeft: none, paddingRight: () => 6, paddingTop: () => 1.5, paddingBottom: () => 1.5 } };
};

/** Width of the line around a box, in points. */
const FRAME_LINE = 0.8;

/** Framed boxes side by side, all as high as the highest. */
export const cardRow = (cells: readonly Content[], width: number = textWidth, gap = 12): Content => {
  const each = (width - gap * (cells.length - 1)) / cells.length - 2 * FRAME_LINE;
  const box = (column: number): boolean => column % 2 === 0;
  const edges: [boolean, boolean, boolean, boolean] = [true, true, true, true];
  const body: TableCell[] = cells.flatMap((cell, n): TableCell[] => [...(n === 0 ? [] : [{ text: '', border: [false, false, false, false] as [boolean, boolean, boolean, boolean] }]), { stack: [cell], border: edges }]);
  return {
    table: { widths: body.map((_cell, n) => (box(n) ? each - 20 : gap)), body: [body] },
    layout: {
      hLineWidth: () => FRAME_LINE,
      vLineWidth: () => FRAME_LINE,
      hLineColor: () => colour.line,
      vLineColor: () => colour.line,
      paddingLeft: (column) => (box(column) ? 10 : 0),
      paddingRight: (column) => (box(column) ? 10 : 0),
      paddingTop: () => 8,
      paddingBottom: () => 8,
    },
  };
};

/** A framed box around content; `fill` for the one that matters most. */
export const card = (content: Content, fill?: string): Content => ({
  table: { widths: ['*'], body: [[{ stack: [content] }]] },
  layout: {
    hLineWidth: () => FRAME_LINE,
    vLineWidth: () => FRAME_LINE,
    hLineColor: () => (fill === undefined ? colour.line : colour.accentLine),
    vLineColor: () => (fill === undefined ? colour.line : colour.accentLine),
    fillColor: () => fill ?? null,
    paddingLeft: () => 10,
    paddingRight: () => 10,
    paddingTop: () => 8,
    paddingBottom: () => 8,
  },
});

export interface Column {
  readonly head: string;
  /** width in points, '*' or 'auto' */
  readonly width: number | '*' | 'auto';
}

/** A table whose head row repeats on every page and whose rows are never cut in two. */
export const table = (columns: readonly Column[], rows: readonly (readonly TableCell[])[]): Content => ({
  table: {
    widths: columns.map((column) => column.width),
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    body: [columns.map((column): TableCell => ({ text: column.head, fontSize: 8.2, bold: true, color: colour.soft })), ...rows.map((row) => [...row])],
  },
  layout: headLayout,
  margin: [0, 2, 0, 6],
});

/** Rows without a head, apart by hairlines: to a reader who does not see them, a list. */
export const plainRows = (widths: readonly (number | '*' | 'auto')[], rows: readonly (readonly TableCell[])[], dontBreakRows = true): Content => ({
  tag: 'L',
  table: { widths: [...widths], dontBreakRows, body: rows.map((row) => [...row]) },
  layout: { ...rowsLayout, paddingLeft: (column) => (column === 0 ? 0 : 5) },
  margin: [0, 0, 0, 6],
});

/** Columns of a grid without lines. */
export const grid = (widths: readonly (number | '*' | 'auto')[], cells: readonly Content[], gap = 14): Content => ({
  columns: cells.map((cell, n) => ({ width: widths[n] ?? '*', stack: [cell] })),
  columnGap: gap,
});

export interface Station {
  readonly kind: 'past' | 'today' | 'ahead' | 'release';
  readonly date: string;
  readonly text: string;
  readonly small?: string;
}

const STATIONS_PER_ROW = 5;

/** Dates in their order, evenly spaced: what lies behind, today, what lies ahead. */
export const timeline = (stations: readonly Station[], width: number = textWidth): Content => {
  const rows: Content[] = [];
  const each = Math.floor(width / STATIONS_PER_ROW);
  for (let from = 0; from < stations.length; from += STATIONS_PER_ROW) {
    const row = stations.slice(from, from + STATIONS_PER_ROW);
    rows.push({
      columns: row.map((entry, n) => ({
        width: each,
        stack: [
          station(each, entry.kind, from + n === stations.length - 1),
          { text: entry.date, bold: true, fontSize: 8.6, margin: [0, 1, 6, 0] },
          { text: entry.text, fontSize: 8.2, margin: [0, 0, 6, 0] },
          ...(entry.small === undefined ? [] : [{ text: entry.small, fontSize: 7.6, color: colour.soft, margin: [0, 0, 6, 0] as [number, number, number, number] }]),
        ],
      })),
      columnGap: 0,
      margin: [0, from === 0 ? 4 : 8, 0, 0],
    });
  }
  return { stack: rows, unbreakable: true };
};

/** Lines to sign or write on, each over its caption. */
export const writeBoxes = (captions: readonly string[], height = 26, width: number = textWidth, fontSize = 8.2): Content => {
  const gap = 18;
  const each = (width - gap * (captions.length - 1)) / captions.length;
  return {
    columns: captions.map((caption) => ({
      width: each,
      stack: [{ text: ' ', fontSize: height * 0.8, lineHeight: 1 }, writeLine(each), { text: caption, fontSize, color: colour.soft, margin: [0, 2, 0, 0] }],
    })),
    columnGap: gap,
    margin: [0, 0, 0, 6],
  };
};

/** Roughly how many letters of running text a block is as high as: rows and boxes count as a line each. */
const weight = (content: unknown): number => {
  if (typeof content === 'string') return content.length;
  if (Array.isArray(content)) return content.reduce<number>((sum, entry) => sum + weight(entry), 0);
  if (content === null || typeof content !== 'object') return 0;
  const parts: { readonly [key: string]: unknown } = { ...content };
  const body = (parts['table'] as { readonly body?: readonly unknown[] } | undefined)?.body;
  return weight(parts['text']) + weight(parts['stack']) + weight(parts['columns']) + (body === undefined ? 0 : LINE * body.length + weight(body));
};

const LINE = 90;
/** About two thirds of a page of running text. What is higher must be allowed to go over a page, or it would be cut. */
const KEEP_UP_TO = 2200;

/** A block kept on one page, unless it is too high for that. */
export const keep = (content: Content): Content => ({ stack: [content], unbreakable: weight(content) <= KEEP_UP_TO });

/**
 * A heading with its first block, on one page when they are not too high for it; otherwise the heading alone is kept
 * off the end of a page. Pdfmake loses content when a page break is asked for inside a block that may not break, so
 * a heading carries a headline level only outside of one.
 */
export const together = (head: Content, first: Content, ...rest: readonly Content[]): Content => {
  const kept = weight([head, first]) <= KEEP_UP_TO;
  return { stack: [...(kept ? [{ stack: [head, first], unbreakable: true }] : [{ stack: [head], headlineLevel: 1 }, first]), ...rest] };
};
