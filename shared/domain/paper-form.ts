import { z } from 'zod';
import { documentBase, Id, Language } from './base.ts';
import { CivilDate } from './dates.ts';

/** Papers that are filled in by hand: the questions of a round, the person's answer to the plan, choices, a request. */
export const PaperFormKind = z.enum(['NEEDS_SHORT', 'NEEDS_LONG', 'PLAN_ANSWER', 'CONSENTS', 'REQUEST']);
export type PaperFormKind = z.infer<typeof PaperFormKind>;

/** Digits and letters that nobody takes for one another (Crockford's base 32, without I, L, O, U). */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 random bits: the id of one printed form. It means nothing outside this vault. */
export const PaperFormId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);

/** A form that was made, blank or for somebody: what the code on its pages leads to, here and nowhere else. */
export const PaperForm = z.strictObject({
  ...documentBase,
  type: z.literal('paperForm'),
  /** absent: a blank form */
  personId: Id.optional(),
  code: PaperFormId,
  kind: PaperFormKind,
  /** edition of the form */
  edition: z.int().min(1).max(99),
  lang: Language,
  madeOn: CivilDate,
  /** how many it was printed on */
  pages: z.int().min(1).max(99),
  /** the plan it asks about */
  about: Id.optional(),
});
export type PaperForm = z.infer<typeof PaperForm>;

/** The editions in use. Another layout is another edition: a scan is read by the one it was printed in. */
export const EDITION: Readonly<Record<PaperFormKind, number>> = { NEEDS_SHORT: 1, NEEDS_LONG: 1, PLAN_ANSWER: 1, CONSENTS: 1, REQUEST: 1 };

const letters: Readonly<Record<PaperFormKind, string>> = { NEEDS_SHORT: 'S', NEEDS_LONG: 'L', PLAN_ANSWER: 'P', CONSENTS: 'C', REQUEST: 'R' };

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check character of ISO 7064, MOD 37,36: finds every single wrong character and every two that changed places. */
export const checkCharacter = (text: string): string => {
  let product = 36;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('only digits and capital letters');
    const sum = (product + value) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
};

export interface PaperCode {
  readonly kind: PaperFormKind;
  readonly edition: number;
  readonly page: number;
  readonly code: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * What the QR code of one page says and what is printed below it: Varco, the form and its edition, the page, the id and a
 * check character. Never a name, a number or a date.
 */
export const paperCode = ({ kind, edition, page, code }: PaperCode): string => {
  const parts = ['V1', `${letters[kind]}${two(edition)}`, two(page), code];
  return [...parts, checkCharacter(parts.join(''))].join('-');
};

/** Reads the code of a page, also as somebody typed it; undefined when it is none, or misread. */
export const readPaperCode = (text: string): PaperCode | undefined => {
  const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const found = /^(V1([A-Z])(\d\d)(\d\d)([0-9A-HJKMNP-TV-Z]{16}))([0-9A-Z])$/.exec(plain);
  if (found === null) return undefined;
  const [, body = '', letter, edition, page, code = '', check] = found;
  const kind = PaperFormKind.options.find((known) => letters[known] === letter);
  if (kind === undefined || checkCharacter(body) !== check) return undefined;
  return { kind, edition: Number(edition), page: Number(page), code };
};
