import { z } from 'zod';
import { Basis, LONG_TEXT } from '../../../shared/domain/base.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';

/** A line as it is typed: its words, and what it rests on. */
const TypedLine = z.object({ text: z.string().max(LONG_TEXT), basis: Basis });
export type TypedLine = z.infer<typeof TypedLine>;

/**
 * What is typed in a round and not saved yet, by its place: a domain for its line, `strengths.<domain>` and
 * `other.<domain>` for the other two fields of a long round.
 */
export const TypedLines = z.record(z.string(), TypedLine);
export type TypedLines = z.infer<typeof TypedLines>;

/** Where nothing was typed. */
export const noLine: TypedLine = { text: '', basis: 'PERSON_SAYS' };

/** The lines with one changed. */
export const withLine = (lines: TypedLines, place: string, change: (now: TypedLine) => TypedLine): TypedLines => ({ ...lines, [place]: change(lines[place] ?? noLine) });

/** The lines without one: what is saved is no draft any more. */
export const withoutLine = (lines: TypedLines, place: string): TypedLines => Object.fromEntries(Object.entries(lines).filter(([other]) => other !== place));

/** The lines that hold words: a basis chosen alone is nothing to come back to. */
export const linesWithWords = (lines: TypedLines): TypedLines => Object.fromEntries(Object.entries(lines).filter(([, { text }]) => text.trim() !== ''));

/** One thing typed and not saved: the line of a domain, its strengths, or what its other need is. */
export interface Unsaid extends TypedLine {
  readonly place: string;
  readonly what: 'line' | 'strengths' | 'other';
  readonly domain: NeedDomain;
}

/** Everything with words that is not saved yet, so that a round is never closed over them. */
export const unsaidIn = (lines: TypedLines): readonly Unsaid[] =>
  Object.entries(linesWithWords(lines)).flatMap(([place, { text, basis }]) => {
    const [what, name] = place.includes('.') ? place.split('.') : ['line', place];
    const domain = NeedDomain.safeParse(name);
    return domain.success && (what === 'line' || what === 'strengths' || what === 'other') ? [{ place, what, domain: domain.data, text: text.trim(), basis }] : [];
  });
