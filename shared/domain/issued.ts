import { z } from 'zod';
import { documentBase, Id, Language } from './base.ts';

/** The documents made of one person's case. Slip and letter go with a medium and name nobody; the emergency pack is printed from the packs alone. */
export const DocumentKind = z.enum(['plan', 'person-copy', 'itinerary', 'emergency-pack', 'custody-slip', 'covering-letter', 'revocation-notice', 'request-answer', 'paper-form']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** How a document left in clear. */
export const IssueAct = z.enum(['SAVED', 'PRINTED']);
export type IssueAct = z.infer<typeof IssueAct>;

/** BEGUN is written before anything leaves; when the program ends in between, it stays. */
export const IssueResult = z.enum(['BEGUN', 'DONE', 'CANCELLED', 'FAILED']);
export type IssueResult = z.infer<typeof IssueResult>;

/** A document that left in clear: what, when, by whom (`createdAt`, `createdBy`), in which language; no name of a file. */
export const Issued = z.strictObject({
  ...documentBase,
  type: z.literal('issued'),
  personId: Id,
  document: DocumentKind,
  act: IssueAct,
  result: IssueResult,
  language: Language,
  pages: z.int().min(1),
  /** the hand-over it was made for */
  handoverId: Id.optional(),
  /** the request it answers */
  requestId: Id.optional(),
});
export type Issued = z.infer<typeof Issued>;
