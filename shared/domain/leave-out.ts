import { z } from 'zod';
import { Language } from './base.ts';
import { folded } from './people.ts';

/** What does not belong into words about a person (corrections D4, D6, D9; Directive (EU) 2016/680 art. 10). */
export const LeaveOutKind = z.enum(['DIAGNOSIS', 'TREATMENT', 'MEDICINE', 'DRUG', 'OFFENCE', 'VICTIM', 'ID_NUMBER']);
export type LeaveOutKind = z.infer<typeof LeaveOutKind>;

/**
 * One entry: words in small letters; `*` ends a word that may go on, `=` begins one that counts only as written. Several words
 * count when they follow each other.
 */
const Entry = z.string().regex(/^=?[\p{L}\p{N}’*]+( =?[\p{L}\p{N}’*]+){0,5}$/u, { error: 'words, each with * behind or = before it' });

/** The words of one language. What stands in `except` is none of it: a survivor of violence is no victim of the person. */
export const LeaveOutWords = z.strictObject({
  language: Language,
  words: z.partialRecord(LeaveOutKind, z.array(Entry).min(1)),
  except: z.array(Entry),
});
export type LeaveOutWords = z.infer<typeof LeaveOutWords>;

/** Something that looks as if it should be left out. It may be wrong: it warns, and never blocks. */
export interface LeaveOutHit {
  readonly kind: LeaveOutKind;
  /** as it stands in the text */
  readonly words: string;
  readonly at: number;
}

/** Where the text is longer, the rest is not looked at: no field takes more. */
const LONGEST = 8000;

interface Token {
  readonly at: number;
  readonly text: string;
  readonly folded: string;
}

interface Pattern {
  readonly kind: LeaveOutKind | undefined;
  readonly parts: readonly { readonly text: string; readonly goesOn: boolean; readonly exact: boolean }[];
}

const tokensOf = (text: string): readonly Token[] => [...text.slice(0, LONGEST).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ at: match.index, text: match[0], folded: folded(match[0]) }));

const patternOf = (entry: string, kind: LeaveOutKind | undefined): Pattern => ({
  kind,
  parts: entry.split(/[ ’]/).map((word) => {
    const exact = word.startsWith('=');
    const goesOn = word.endsWith('*');
    const bare = word.replace(/^=/, '').replace(/\*$/, '');
    return { text: exact ? bare : folded(bare), goesOn, exact };
  }),
});

const fits = ({ parts }: Pattern, tokens: readonly Token[], from: number): boolean =>
  parts.every(({ text, goesOn, exact }, no) => {
    const token = tokens[from + no];
    if (token === undefined) return false;
    if (exact) return token.text === text;
    return goesOn ? token.folded.startsWith(text) : token.folded === text;
  });

/** What has a form of its own, whatever the language: numbers of people, of papers and accounts, and doses. */
const shapes: readonly (readonly [LeaveOutKind, RegExp])[] = [
  // CNP: sex and century, a day of a year, county, number, control digit
  ['ID_NUMBER', /(?<!\d)[1-9]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{6}(?!\d)/g],
  // codice fiscale
  ['ID_NUMBER', /(?<![\p{L}\p{N}])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\p{N}])/giu],
  // series and number of a Romanian identity card; number of an Italian one
  ['ID_NUMBER', /(?<![\p{L}\p{N}])seria\s+[A-Z]{2}\s+(?:nr\.?\s*)?\d{6}(?!\d)/giu],
  ['ID_NUMBER', /(?<![\p{L}\p{N}])C[A-Z]\d{5}[A-Z]{2}(?![\p{L}\p{N}])/gu],
  // IBAN
  ['ID_NUMBER', /(?<![\p{L}\p{N}])(?:RO|IT)\d{2}[A-Z](?:\s?[A-Z0-9]){14,26}(?![\p{L}\p{N}])/gu],
  ['MEDICINE', /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)?\s?mg(?![\p{L}\p{N}])/giu],
  ['OFFENCE', /(?<![\p{L}\p{N}])art(?:icolul|icolo|\.)?\s*\d+(?:\s*-?\s*(?:bis|ter|quater))?(?:\s*(?:alin|comma|co|c)\.?\s*\(?\d+\)?)?,?\s*(?:din\s+)?(?:c\.?\s?p\.?(?![\p{L}\p{N}.])|cod(?:ul|ice)?\s+penal)/giu],
];

/**
 * Finds what should rather be left out. It looks for the words of every language at once: nobody says in which one writes.
 * @param lists the words of each language
 * @returns a function from a text to its hits in their order, none inside another
 */
export const leaveOutFinder = (lists: readonly LeaveOutWords[]): ((text: string) => readonly LeaveOutHit[]) => {
  const patterns = lists.flatMap(({ words, except }) => [...except.map((entry) => patternOf(entry, undefined)), ...LeaveOutKind.options.flatMap((kind) => (words[kind] ?? []).map((entry) => patternOf(entry, kind)))]);
  // by the first letters, which every way to write a word has in common
  const byStart = new Map<string, Pattern[]>();
  const startOf = (word: string): string => folded(word).slice(0, 2);
  for (const pattern of patterns) {
    const start = startOf(pattern.parts[0]?.text ?? '');
    byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  }
  return (text) => {
    const tokens = tokensOf(text);
    const found: (LeaveOutHit & { readonly end: number; readonly excepted: boolean })[] = [];
    for (const [no, token] of tokens.entries()) {
      for (const pattern of byStart.get(token.folded.slice(0, 2)) ?? []) {
        if (!fits(pattern, tokens, no)) continue;
        const last = tokens[no + pattern.parts.length - 1] ?? token;
        const end = last.at + last.text.length;
        found.push({ kind: pattern.kind ?? 'VICTIM', words: text.slice(token.at, end), at: token.at, end, excepted: pattern.kind === undefined });
      }
    }
    for (const [kind, shape] of shapes) {
      for (const match of text.slice(0, LONGEST).matchAll(shape)) found.push({ kind, words: match[0], at: match.index, end: match.index + match[0].length, excepted: false });
    }
    const excepted = found.filter((hit) => hit.excepted);
    const left = found.filter((hit) => !hit.excepted && !excepted.some((other) => other.at < hit.end && hit.at < other.end));
    // the longer of two that lie over each other
    const kept: typeof left = [];
    for (const hit of left.toSorted((a, b) => b.end - b.at - (a.end - a.at))) {
      if (!kept.some((other) => other.at < hit.end && hit.at < other.end)) kept.push(hit);
    }
    return kept.toSorted((a, b) => a.at - b.at).map(({ kind, words, at }) => ({ kind, words, at }));
  };
};

/** A list that is no list: names the file and every fault with its place. */
export class LeaveOutWordsError extends Error {
  constructor(path: string, faults: readonly string[]) {
    super(`${path}: ${faults.join('; ')}`);
    this.name = 'LeaveOutWordsError';
  }
}

/** Reads every list once. @throws LeaveOutWordsError */
export const loadLeaveOutWords = (files: Readonly<Record<string, unknown>>): readonly LeaveOutWords[] =>
  Object.entries(files).map(([path, content]) => {
    const parsed = LeaveOutWords.safeParse(content);
    if (parsed.success) return parsed.data;
    throw new LeaveOutWordsError(path, parsed.error.issues.map(({ path: place, message }) => (place.length === 0 ? message : `${place.join('.')}: ${message}`)));
  });
