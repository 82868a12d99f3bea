import type { Content as PdfContent, Column as PdfColumn } from 'pdfmake/interfaces';
import { FONT } from './font-name.ts';
import { colour, page, textWidth } from './theme.ts';
import type { AttachedFile, Content, Definition, DocumentMeta } from './types.ts';
import { locales, type Words } from './words.ts';

/** Hex digits of the content hash that are printed; the QR code of the cover carries all of them. */
const PRINTED_HASH = 16;
export const shortHash = (hash: string): string => hash.slice(0, PRINTED_HASH);

export interface FrameOptions {
  readonly words: Words;
  readonly meta: DocumentMeta;
  /** shown as the file's title; never a name of a person */
  readonly title: string;
  /** who may read it, at the top of every page */
  readonly classification: string;
  /** left part of the head of every page */
  readonly running: string;
  /** parts of the foot of every page, set apart by dots */
  readonly foot: readonly string[];
  /** content hash: its first 16 digits as a QR code at the foot of every page */
  readonly contentHash?: string;
  /** of a form that comes back on paper: the code of each page, as a QR code and in letters at its foot */
  readonly pageCode?: (page: number) => string;
  /** size of running text, in points */
  readonly fontSize: number;
  /** size of the head and foot of the page, in points */
  readonly smallSize?: number;
  readonly content: readonly Content[];
  readonly files?: readonly AttachedFile[];
}

/** Head and foot of the page, in points. */
const SMALL = 7.6;

/** The code of a page, in points: 21 millimetres. */
const PAGE_CODE = 60;

/** Room below the text where pages carry a code. */
const PAGE_CODE_FOOT = 104;

/** A heading starts above this share of the page, or on the next one. */
const HEADING_LIMIT = 0.85;

const marginX = page.margins.left;

/**
 * QR code with modules of one point: upper-case hex is the densest form.
 * @param alt says what it holds; left out at the foot of a page, which nobody reads aloud
 */
export const qrOf = (hash: string, fit: number, alt?: string): Content => ({ qr: hash.toUpperCase(), ...(alt === undefined ? {} : { alt }), fit, eccLevel: 'M', foreground: colour.ink });

const footer =
  (options: FrameOptions) =>
  (current: number, count: number): PdfContent => {
    const { words, contentHash, pageCode } = options;
    const columns: PdfColumn[] = [];
    // large enough for a scan of 150 dots an inch, with its quiet zone
    if (pageCode !== undefined) columns.push({ width: 70, stack: [{ qr: pageCode(current), fit: PAGE_CODE, eccLevel: 'M', foreground: '#000000' }] } as PdfColumn);
    if (contentHash !== undefined) columns.push({ width: 26, ...(qrOf(shortHash(contentHash), 22) as object) } as PdfColumn);
    columns.push({ width: '*', text: [...(pageCode === undefined ? [] : [pageCode(current)]), ...options.foot].join('  ·  '), margin: [0, contentHash === undefined ? 0 : 3, 12, 0] });
    columns.push({ width: 84, noWrap: true, text: words.t('frame.page', { page: current, pages: count }), bold: true, alignment: 'right', margin: [0, contentHash === undefined ? 0 : 3, 0, 0] });
    return {
      margin: [marginX, 12, marginX, 0],
      fontSize: options.smallSize ?? SMALL,
      color: colour.soft,
      stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.6, lineColor: colour.line }] },
        { columns, margin: [0, 6, 0, 0] },
      ],
    };
  };

const header = (options: FrameOptions) => (): PdfContent => ({
  margin: [marginX, 26, marginX, 0],
  fontSize: options.smallSize ?? SMALL,
  color: colour.soft,
  columns: [
    { width: '*', text: options.running },
    { width: 'auto', text: options.classification, alignment: 'right' },
  ],
});

/**
 * The frame every document shares: page, font, head and foot with page x of y, metadata without a personal name,
 * fixed dates, watermark of sample data. A heading never stays alone in the last part of a page.
 */
export const frame = (options: FrameOptions): Definition => {
  const { words, meta } = options;
  const at = new Date(meta.createdAt);
  return {
    subset: 'PDF/A-3a',
    files: options.files ?? [],
    pdf: {
      version: '1.7',
      language: locales[words.language],
      displayTitle: true,
      compress: true,
      pageSize: page.size,
      pageMargins: [page.margins.left, page.margins.top, page.margins.right, options.pageCode === undefined ? page.margins.bottom : PAGE_CODE_FOOT],
      info: { title: options.title, creator: 'Varco', producer: 'Varco', creationDate: at, modDate: at },
      defaultStyle: { font: FONT, fontSize: options.fontSize, color: colour.ink, lineHeight: 1.18 },
      header: header(options),
      footer: footer(options),
      ...(meta.demo === true ? { watermark: { text: words.t('frame.demo'), color: colour.strongLine, opacity: 0.16, bold: true } } : {}),
      pageBreakBefore: (node) => node.headlineLevel !== undefined && (node.startPosition?.verticalRatio ?? 0) > HEADING_LIMIT,
      content: [...options.content],
    },
  };
};
