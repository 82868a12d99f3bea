import { create, type Font } from 'fontkit';
import { faces } from './fonts.ts';

/** Letters every face of the document font holds. */
const covered: ReadonlySet<number> = (() => {
  const [first, ...others] = Object.values(faces).map((bytes) => new Set((create(bytes) as Font).characterSet));
  return new Set([...(first ?? [])].filter((code) => others.every((set) => set.has(code))));
})();

const holds = (text: string): boolean => [...text].every((letter) => covered.has(letter.codePointAt(0) ?? 0));

/**
 * The text with only what the font can show: control characters become spaces, a letter the font lacks loses its
 * marks, and what is left becomes "?". An archival PDF must not refer to a missing glyph.
 */
export const printable = (text: string): string => {
  const clean = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\t]/gu, (letter) => (letter === '\n' ? '\n' : letter === '\u00ad' ? '' : ' '));
  return [...clean]
    .map((letter) => {
      if (letter === '\n' || holds(letter)) return letter;
      const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '');
      return bare !== '' && holds(bare) ? bare : '?';
    })
    .join('');
};

/** A run of letters too long for the narrowest column: it may break anywhere, where an ordinary word stays whole. */
const LONG_RUN = /[^\s-]{24,}/g;

const broken = (text: string): string | readonly unknown[] => {
  const clean = printable(text);
  const runs = [...clean.matchAll(LONG_RUN)];
  if (runs.length === 0) return clean;
  let last = 0;
  const parts: unknown[] = [];
  for (const { index, 0: run } of runs) {
    if (index > last) parts.push(clean.slice(last, index));
    parts.push({ text: run, wordBreak: 'break-all' });
    last = index + run.length;
  }
  if (last < clean.length) parts.push(clean.slice(last));
  return parts;
};

/** Inlines of one text: a long run inside an inline of its own style lets that whole inline break anywhere. */
const inline = (entry: unknown): unknown => {
  if (typeof entry === 'string') return broken(entry);
  if (entry === null || typeof entry !== 'object' || !('text' in entry) || typeof entry.text !== 'string') return printableContent(entry);
  const text = printable(entry.text);
  return { ...entry, text, ...(text.match(LONG_RUN) === null ? {} : { wordBreak: 'break-all' }) };
};

/** What a text holds: one string, or inlines. */
const textOf = (value: unknown): unknown => (typeof value === 'string' ? broken(value) : Array.isArray(value) ? value.flatMap(inline) : printableContent(value));

/** A definition with every text made printable; functions of the page are wrapped, drawings are left alone. */
export const printableContent = <T>(value: T): T => {
  if (typeof value === 'function') return ((...args: unknown[]) => printableContent((value as (...given: unknown[]) => unknown)(...args))) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => (typeof entry === 'string' ? { text: broken(entry) } : printableContent(entry))) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]: [string, unknown]) => [key, key === 'text' ? textOf(entry) : keep.has(key) ? entry : printableContent(entry)])) as T;
};

/** Parts that carry no text of their own. */
const keep: ReadonlySet<string> = new Set(['svg', 'qr', 'layout', 'canvas', 'widths', 'margin', 'border', 'info', 'images', 'defaultStyle', 'pageBreakBefore', 'watermark', 'pageMargins']);
