import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language } from '../domain/base.ts';
import { Instant } from '../domain/dates.ts';
import { DocumentKind, IssueAct, IssueResult } from '../domain/issued.ts';
import { FileToken, procedure } from './base.ts';

/** Documents that are drawn from a case whenever they are asked for; a form is made once, with its own code. */
const CaseDocument = DocumentKind.exclude(['paper-form']);

/**
 * Which document, of whom, in which language. The officer's plan needs an authorised hand-over, the custody slip and the covering letter one
 * whose envelope was written; the person's copy needs none, and with one also says who gets the plan. The answer slip is of one request
 * of this person.
 */
export const DocumentChoice = z.object({ personId: Id, document: CaseDocument, language: Language, handoverId: Id.optional(), requestId: Id.optional() });
export type DocumentChoice = z.infer<typeof DocumentChoice>;

/** What may be asked for of a case: the emergency pack is opened as a pack, with its reason. */
export const CaseDocumentChoice = DocumentChoice.extend({ document: CaseDocument.exclude(['emergency-pack']) });
export type CaseDocumentChoice = z.infer<typeof CaseDocumentChoice>;

/** A PDF to be looked at. `previewId` names exactly these bytes until the core ends; printing asks with it. */
export const Preview = z.object({ previewId: Id, pdf: z.instanceof(Blob), language: Language });
export type Preview = z.infer<typeof Preview>;

/** A document that left in clear, as the person's page lists it. */
export const IssuedView = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  document: DocumentKind,
  act: IssueAct,
  result: IssueResult,
  language: Language,
  pages: z.int(),
  /** the hand-over it was made for: to whom, and its reference once it was sealed */
  handover: z.object({ recipient: z.string(), reference: z.string().optional() }).optional(),
});
export type IssuedView = z.infer<typeof IssuedView>;

export const documents = {
  /** Makes a document to be looked at on the screen; audited as reading. */
  preview: procedure.input(CaseDocumentChoice).output(Preview),
  /** Makes a document and saves it to the chosen file; recorded before it is written. */
  save: procedure.input(CaseDocumentChoice.extend({ file: FileToken })).output(z.object({ name: z.string(), pages: z.int() })),
  /**
   * Records that a previewed document is about to be printed. The ticket goes to the bridge's `print`, works once, and
   * only with it does the main process open the dialog; what came of it is recorded afterwards.
   * `pages`: as the screen counted them, for a PDF that was not made here.
   */
  print: procedure.input(z.object({ previewId: Id, pages: z.int().min(1).max(2000) })).output(z.object({ ticket: z.uuid() })),
  /** Documents of this person that left in clear, newest first. */
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(IssuedView))),
};
