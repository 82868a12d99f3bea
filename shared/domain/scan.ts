import { z } from 'zod';
import { documentBase, Id } from './base.ts';
import { CivilDate } from './dates.ts';
import { EDITION, PaperFormKind, readPaperCode, type PaperForm } from './paper-form.ts';

/** Longest page that is kept, as base64: see the limits of `electron/core/scans`. */
const PICTURE_LETTERS = 1_400_000;

/** Most pages of one form, and most pages taken over at once. */
export const MOST_PAGES = 99;

/** How it is known whose page it is: by the code printed on it, or somebody who looked at it said so. */
export const ScanHow = z.enum(['CODE', 'HAND']);
export type ScanHow = z.infer<typeof ScanHow>;

/** One page of a signed paper that was scanned. Its picture is a document of its own, opened only to be looked at. */
export const Scan = z.strictObject({
  ...documentBase,
  type: z.literal('scan'),
  personId: Id,
  /** pages that belong together: the form they were printed as, or the file that somebody said they are */
  set: Id,
  kind: PaperFormKind,
  page: z.int().min(1).max(MOST_PAGES),
  how: ScanHow,
  keptOn: CivilDate,
  picture: Id,
  width: z.int().min(1).max(4000),
  height: z.int().min(1).max(4000),
  /** when what it says was typed in */
  typed: z.strictObject({ on: CivilDate, by: Id }).optional(),
});
export type Scan = z.infer<typeof Scan>;

/** The picture of a page, as JPEG in base64; under the key of the person it is about. */
export const ScanPicture = z.strictObject({ ...documentBase, type: z.literal('scanPicture'), personId: Id, jpeg: z.string().min(1).max(PICTURE_LETTERS) });
export type ScanPicture = z.infer<typeof ScanPicture>;

/** Why a page is taken away again. */
export const ScanRemoval = z.enum(['WRONG_PERSON', 'UNREADABLE', 'TWICE']);
export type ScanRemoval = z.infer<typeof ScanRemoval>;

/**
 * What a page turned out to be. Only MATCHED is known without somebody looking; TWICE, PAGE_HERE and OTHER_PERSON are not
 * taken over; of the others somebody says whose they are.
 */
export const ScanState = z.enum(['MATCHED', 'BLANK_FORM', 'PAGE_HERE', 'TWICE', 'OTHER_PERSON', 'UNKNOWN_FORM', 'UNKNOWN_EDITION', 'SEVERAL', 'NOT_OURS', 'NO_CODE']);
export type ScanState = z.infer<typeof ScanState>;

/** States in which somebody may say whose page it is. */
export const BY_HAND: readonly ScanState[] = ['BLANK_FORM', 'UNKNOWN_FORM', 'UNKNOWN_EDITION', 'SEVERAL', 'NOT_OURS', 'NO_CODE'];

/** What is known of a form here. */
export type KnownForm = Pick<PaperForm, 'id' | 'kind' | 'edition' | 'pages' | 'personId'>;

export interface ScanFacts {
  /** the form with this id, if it was made here and may be seen */
  readonly formOf: (code: string) => KnownForm | undefined;
  /** whether a page of this form is kept, or lies among those read before */
  readonly isKept: (formId: string, page: number) => boolean;
  readonly isRead: (formId: string, page: number) => boolean;
  /** whose page is open, where one is */
  readonly opened?: string | undefined;
}

export interface ScanMatch {
  readonly state: ScanState;
  readonly form?: KnownForm;
  readonly page?: number;
}

/**
 * What a page with these QR codes is. Codes that are none of ours do not count beside one that is.
 * @param texts what the codes on the page say
 */
export const matchScan = (texts: readonly string[], { formOf, isKept, isRead, opened }: ScanFacts): ScanMatch => {
  if (texts.length === 0) return { state: 'NO_CODE' };
  const ours = texts.flatMap((text) => readPaperCode(text) ?? []);
  const [code] = ours;
  if (code === undefined) return { state: 'NOT_OURS' };
  if (ours.length > 1) return { state: 'SEVERAL' };
  const form = formOf(code.code);
  if (form === undefined || form.kind !== code.kind || form.edition !== code.edition || code.page < 1 || code.page > form.pages) return { state: 'UNKNOWN_FORM' };
  const known = { form, page: code.page };
  if (form.edition > EDITION[form.kind]) return { state: 'UNKNOWN_EDITION', ...known };
  if (isRead(form.id, code.page)) return { state: 'TWICE', ...known };
  if (form.personId === undefined) return { state: 'BLANK_FORM', ...known };
  if (opened !== undefined && form.personId !== opened) return { state: 'OTHER_PERSON', ...known };
  return { state: isKept(form.id, code.page) ? 'PAGE_HERE' : 'MATCHED', ...known };
};

/** Pages of a form of so many that are not there. */
export const missingPages = (pages: number, there: readonly number[]): number[] => Array.from({ length: pages }, (_, at) => at + 1).filter((page) => !there.includes(page));
