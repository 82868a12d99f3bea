import { z } from 'zod';
import { Id, Language } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { PaperFormKind } from '../domain/paper-form.ts';
import { Preview } from './documents.ts';
import { procedure } from './base.ts';

/** Which form, in which language; without a person a blank one. */
export const PaperChoice = z.object({ personId: Id.optional(), kind: PaperFormKind, language: Language });
export type PaperChoice = z.infer<typeof PaperChoice>;

/** What a page belongs to. */
export const PaperFound = z.object({ kind: PaperFormKind, page: z.int(), madeOn: CivilDate, lang: Language, person: z.object({ id: Id, name: z.string(), code: z.string() }).optional() });
export type PaperFound = z.infer<typeof PaperFound>;

/** Forms that are filled in by hand. */
export const papers = {
  /** Makes a form to be looked at; it is kept, and audited. Printed as the documents of a case are. */
  preview: procedure.input(PaperChoice).output(Preview),
  /** What the code at the foot of a page belongs to, as it was typed. */
  find: procedure.input(z.object({ code: z.string().max(200) })).output(PaperFound),
};
