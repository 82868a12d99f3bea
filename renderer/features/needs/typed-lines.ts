import { z } from 'zod';
import { Basis, LONG_TEXT } from '../../../shared/domain/base.ts';
import type { NeedDomain } from '../../../shared/domain/needs.ts';

/** A line as it is typed: its words, and what it rests on. */
const TypedLine = z.object({ text: z.string().max(LONG_TEXT), basis: Basis });
export type TypedLine = z.infer<typeof TypedLine>;

/** The lines of a round that are typed and not saved yet, by their domain. */
export const TypedLines = z.record(z.string(), TypedLine);
export type TypedLines = z.infer<typeof TypedLines>;

/** Where nothing was typed. */
export const noLine: TypedLine = { text: '', basis: 'PERSON_SAYS' };

/** The lines with one changed. */
export const withLine = (lines: TypedLines, domain: NeedDomain, change: (now: TypedLine) => TypedLine): TypedLines => ({ ...lines, [domain]: change(lines[domain] ?? noLine) });

/** The lines that hold words: a basis chosen alone is nothing to come back to. */
export const linesWithWords = (lines: TypedLines): TypedLines => Object.fromEntries(Object.entries(lines).filter(([, { text }]) => text.trim() !== ''));
