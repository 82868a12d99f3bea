import { z } from 'zod';
import { shortText } from './base.ts';
import { isCivilDate } from './dates.ts';
import { ReviewSchedule } from './review-schedule.ts';

/** A code as the files give it: RO, IT, GENERAL. Which codes there are is known only where the files are read. */
export const JurisdictionCode = z.string().regex(/^[A-Z]{2,20}$/, { error: 'not a code of two to twenty capital letters' });
export type JurisdictionCode = string;

/** A name in the three languages of the program: what no code names, the country's file does. */
export const Names = z.strictObject({ en: shortText, it: shortText, ro: shortText });
export type Names = z.infer<typeof Names>;

/** Where a number or a list comes from: an act, or "practice". */
const source = shortText;

/** A body that approves, proposes or decides. */
const Body = z.strictObject({ code: z.string().regex(/^[A-Z][A-Z_]{1,39}$/), names: Names });
export type Body = z.infer<typeof Body>;

/** Ways in which somebody leaves. A transfer is none: see `MovementKind`. */
export const ReleaseType = z.enum(['CONDITIONAL', 'END_OF_SENTENCE', 'ALTERNATIVE_MEASURE', 'COURT_ORDER', 'INTERRUPTION', 'EXPULSION', 'SENTENCE_TRANSFER']);
export type ReleaseType = z.infer<typeof ReleaseType>;

/** A day of the year, `MM-DD`; never 29 February, which most years do not have. */
const DayOfYear = z.string().refine((day) => /^\d{2}-\d{2}$/.test(day) && isCivilDate(`2001-${day}`), { error: 'not a day of every year (MM-DD)' });

const different = (items: readonly (string | number)[]): boolean => new Set(items).size === items.length;
const bodies = (least: number) => z.array(Body).min(least).max(10).refine((all) => different(all.map(({ code }) => code)), { error: 'the same code twice' });
const daysBefore = z.int().min(0).max(365);

/** Days on which offices are closed. */
const Holidays = z.strictObject({
  source,
  fixed: z.array(DayOfYear).max(60).refine(different, { error: 'the same day twice' }),
  /** days counted from Easter Sunday (0) of the calendar the country follows */
  easter: z.strictObject({ calendar: z.enum(['WESTERN', 'ORTHODOX']), offsets: z.array(z.int().min(-60).max(70)).min(1).max(20).refine(different, { error: 'the same day twice' }) }).optional(),
});
export type Holidays = z.infer<typeof Holidays>;

/** A number to call when something goes wrong outside: free or at the price of a call, without a case behind it. */
const HelpLine = z.strictObject({ number: z.string().regex(/^[0-9][0-9 ]{1,18}[0-9]$/, { error: 'not a number to call' }), names: Names });
export type HelpLine = z.infer<typeof HelpLine>;

/** When the parts of a hand-over are due, in days before release; and after how many days an answer is missed. */
const HandoverTiming = z
  .strictObject({ source, checked: daysBefore, authorised: daysBefore, dispatched: daysBefore, receiptSeen: daysBefore, answerAfterDays: z.int().min(1).max(90) })
  .refine(({ checked, authorised, dispatched, receiptSeen }) => checked >= authorised && authorised >= dispatched && dispatched >= receiptSeen, {
    error: 'checked, authorised, dispatched and seen come in this order',
  });
export type HandoverTiming = z.infer<typeof HandoverTiming>;

/** The rules of one country: one file of `shared/jurisdictions`. Described in docs/jurisdictions.md. */
export const Jurisdiction = z.strictObject({
  code: JurisdictionCode,
  names: Names,
  /** a new workplace with this language of documents begins with these rules */
  firstChoiceFor: z.enum(['en', 'it', 'ro']).optional(),
  /** days before the nearest date at which preparing for release starts */
  releaseWindow: z.strictObject({ days: z.int().min(1).max(730), source }),
  /** by how many days before release the services named by law are told */
  legalNotice: z.strictObject({ daysBefore: daysBefore.min(1), source }).optional(),
  holidays: Holidays,
  review: ReviewSchedule,
  plan: z.strictObject({
    source,
    /** who approves a plan here; one that is `external` approves it elsewhere, and its act is recorded */
    approvedBy: z
      .array(Body.extend({ external: z.strictObject({ source }).optional() }))
      .min(1)
      .max(10)
      .refine((all) => different(all.map(({ code }) => code)), { error: 'the same code twice' })
      .refine((all) => all.some(({ external }) => external === undefined), { error: 'somebody here has to approve' }),
  }),
  release: z.strictObject({
    source,
    /** the report about a person is due so many days before a sitting */
    report: z.strictObject({ source, daysBefore }),
    /** empty where nobody proposes and the court decides on request */
    proposedBy: bodies(0),
    decidedBy: bodies(1),
    /** where an appeal suspends a grant: for how many days after it that is possible */
    appeal: z.strictObject({ days: z.int().min(0).max(90), source }).optional(),
    /** in the order in which lists offer them */
    types: z
      .array(z.strictObject({ type: ReleaseType, names: Names }))
      .min(1)
      .refine((all) => different(all.map(({ type }) => type)), { error: 'the same type twice' }),
  }),
  /** within how many days a written request is answered; left out where no act says so */
  requests: z.strictObject({ source, answerWithinDays: z.int().min(1).max(365) }).optional(),
  /** to whom somebody complains of an answer, and within how many days of having it; left out where that has to be asked */
  complaint: z.strictObject({ source, to: Names, withinDays: z.int().min(1).max(365).optional() }).optional(),
  handover: HandoverTiming,
  /** how long the copy of a case is kept that another prison took over */
  transfer: z.strictObject({ source, copyMonths: z.int().min(1).max(600) }),
  /** printed on the sheets of whoever leaves; the first one is the emergency number */
  emergency: z.strictObject({ source, numbers: z.array(HelpLine).min(1).max(6).refine((all) => different(all.map(({ number }) => number)), { error: 'the same number twice' }) }),
  /** whom the law names when data were lost; names of authorities and laws are not translated */
  breach: z.strictObject({ authority: shortText.optional(), laws: z.array(shortText).min(1).max(10) }),
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** A file that is no jurisdiction: names the file and every fault with its place. */
export class JurisdictionFileError extends Error {
  constructor(path: string, faults: readonly string[]) {
    super(`${path}: ${faults.join('; ')}`);
    this.name = 'JurisdictionFileError';
  }
}

const faultsOf = (error: z.ZodError): string[] => error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));

/** The rules in one file. @throws JurisdictionFileError */
export const parseJurisdiction = (path: string, content: unknown): Jurisdiction => {
  const parsed = Jurisdiction.safeParse(content);
  if (!parsed.success) throw new JurisdictionFileError(path, faultsOf(parsed.error));
  return parsed.data;
};

/** The rules where no country was chosen; its file is always there. */
export const GENERAL: JurisdictionCode = 'GENERAL';

export interface Jurisdictions {
  /** by code, the general one last */
  readonly all: readonly Jurisdiction[];
  /** The rules of this code; the general ones for a code that no file has, as in a workplace another version made. */
  readonly of: (code: JurisdictionCode | undefined) => Jurisdiction;
  /** the rules a new workplace with this language of documents begins with */
  readonly firstChoiceFor: (language: string) => Jurisdiction;
}

/**
 * Reads every file once.
 * @param files what stands in each, by its path
 * @throws JurisdictionFileError for a bad file, two files of one code or one language, or none with general rules
 */
export const loadJurisdictions = (files: Readonly<Record<string, unknown>>): Jurisdictions => {
  const found = new Map<JurisdictionCode, Jurisdiction>();
  const languages = new Map<string, Jurisdiction>();
  for (const [path, content] of Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const read = parseJurisdiction(path, content);
    if (found.has(read.code)) throw new JurisdictionFileError(path, [`code: ${read.code} is the code of another file`]);
    found.set(read.code, read);
    if (read.firstChoiceFor === undefined) continue;
    if (languages.has(read.firstChoiceFor)) throw new JurisdictionFileError(path, [`firstChoiceFor: ${read.firstChoiceFor} is the language of another file`]);
    languages.set(read.firstChoiceFor, read);
  }
  const general = found.get(GENERAL);
  if (general === undefined) throw new JurisdictionFileError('general.json', ['no file has the code GENERAL']);
  return {
    all: [...[...found.values()].filter(({ code }) => code !== GENERAL).toSorted((a, b) => (a.code < b.code ? -1 : 1)), general],
    of: (code) => (code === undefined ? general : (found.get(code) ?? general)),
    firstChoiceFor: (language) => languages.get(language) ?? general,
  };
};
