import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language } from '../domain/base.ts';
import { CivilDate, Instant } from '../domain/dates.ts';
import { PaperFormKind } from '../domain/paper-form.ts';
import { MOST_PAGES, ScanHow, ScanRemoval, ScanState } from '../domain/scan.ts';
import { FileToken, procedure } from './base.ts';
import { Preview } from './documents.ts';

/** Which form, in which language; without a person a blank one. */
export const PaperChoice = z.object({ personId: Id.optional(), kind: PaperFormKind, language: Language });
export type PaperChoice = z.infer<typeof PaperChoice>;

const NamedPerson = z.object({ id: Id, name: z.string(), code: z.string() });

/** What a page belongs to. */
export const PaperFound = z.object({ kind: PaperFormKind, page: z.int(), madeOn: CivilDate, lang: Language, person: NamedPerson.optional() });
export type PaperFound = z.infer<typeof PaperFound>;

/** A page of a file that was read; or why there is no picture of it. */
export const ReadScanPage = z.union([
  z.object({ at: z.int(), state: ScanState, form: z.object({ kind: PaperFormKind, madeOn: CivilDate, pages: z.int() }).optional(), page: z.int().optional(), person: NamedPerson.optional() }),
  z.object({ at: z.int(), fault: z.enum(['pageNotOneImage', 'pageUnreadable', 'tooManyPixels']) }),
]);
export type ReadScanPage = z.infer<typeof ReadScanPage>;

export const ReadScanFile = z.object({ readingId: Id, name: z.string(), pages: z.array(ReadScanPage) });
export type ReadScanFile = z.infer<typeof ReadScanFile>;

/** A page that is taken over: by its code, or as somebody who looked at it says. */
export const KeepPage = z.object({ readingId: Id, at: z.int().min(0).max(MOST_PAGES), personId: Id, byHand: z.object({ kind: PaperFormKind, page: z.int().min(1).max(MOST_PAGES) }).optional() });
export type KeepPage = z.infer<typeof KeepPage>;

export const ScanPageView = z.object({ id: Id, page: z.int(), how: ScanHow, keptOn: CivilDate, by: z.string() });

/** The pages of one paper that are here, as the person's page lists them. */
export const ScanSet = z.object({
  set: Id,
  kind: PaperFormKind,
  /** of a form made here */
  form: z.object({ madeOn: CivilDate, pages: z.int(), blank: z.boolean() }).optional(),
  pages: z.array(ScanPageView),
  missing: z.array(z.int()),
  typed: z.object({ on: CivilDate, by: z.string() }).optional(),
});
export type ScanSet = z.infer<typeof ScanSet>;

/** A paper that came back and waits to be typed in. */
export const WaitingPaper = z.object({ set: Id, scanId: Id, kind: PaperFormKind, pages: z.int(), since: Instant, person: NamedPerson });
export type WaitingPaper = z.infer<typeof WaitingPaper>;

/** Forms that are filled in by hand, and what comes back of them. */
export const papers = {
  /** Makes a form to be looked at; it is kept, and audited. Printed and saved as the documents of a case are. */
  preview: procedure.input(PaperChoice).output(Preview),
  /** Makes a form and saves it to the chosen file; recorded before it is written. */
  save: procedure.input(PaperChoice.extend({ file: FileToken })).output(z.object({ name: z.string(), pages: z.int() })),
  /** What the code at the foot of a page belongs to, as it was typed. */
  find: procedure.input(z.object({ code: z.string().max(200) })).output(PaperFound),
  /** Reads a file of scanned pages into memory; nothing is kept. `personId`: whose page is open. */
  readScan: procedure.input(z.object({ file: FileToken, personId: Id.optional() })).output(ReadScanFile),
  /** The picture of a page that was read. */
  readPicture: procedure.input(z.object({ readingId: Id, at: z.int().min(0).max(MOST_PAGES) })).output(z.instanceof(Blob)),
  /** Forgets a file that was read. */
  dropScan: procedure.input(z.object({ readingId: Id })).output(z.void()),
  /** Takes pages over, all of them or none. */
  keepScans: procedure.input(z.object({ pages: z.array(KeepPage).min(1).max(MOST_PAGES) })).output(z.object({ kept: z.int() })),
  /** Papers of this person that came back, newest first. */
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(ScanSet))),
  /** Papers of everybody that wait to be typed in, oldest first. */
  waiting: procedure.output(eventIterator(z.array(WaitingPaper))),
  /** The pages of the paper this page belongs to, to be typed from. */
  setOf: procedure.input(z.object({ scanId: Id })).output(ScanSet),
  /** One page to be looked at; audited. */
  picture: procedure.input(z.object({ scanId: Id })).output(z.instanceof(Blob)),
  /** Takes a page away again. */
  removeScan: procedure.input(z.object({ scanId: Id, why: ScanRemoval })).output(z.void()),
};
