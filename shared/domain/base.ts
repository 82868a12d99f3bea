import { z } from 'zod';
import { Instant } from './dates.ts';

/** A UUID version 7: unique across sites, sortable by time. */
export const Id = z.uuid();

export const Language = z.enum(['en', 'it', 'ro']);
export type Language = z.infer<typeof Language>;

/** Longest text a person may write into one field; more is a document. */
export const LONG_TEXT = 4000;
export const shortText = z.string().trim().min(1).max(200);
export const longText = z.string().trim().min(1).max(LONG_TEXT);

/** What every stored document carries. `v` is the schema version its body was written with. */
export const documentBase = {
  id: Id,
  v: z.int().min(1),
  createdAt: Instant,
  createdBy: Id,
  updatedAt: Instant,
  updatedBy: Id,
};

/** Where a statement comes from (Directive (EU) 2016/680 art. 7: facts are told apart from judgements). */
export const Basis = z.enum(['DOCUMENT', 'OBSERVED', 'PERSON_SAYS', 'THIRD_PARTY', 'PROFESSIONAL_JUDGEMENT']);
export type Basis = z.infer<typeof Basis>;

/** What was decided on a request to restrict: it stays restricted, or may be used again. */
export const RestrictionDecision = z.enum(['KEPT', 'LIFTED']);
export type RestrictionDecision = z.infer<typeof RestrictionDecision>;

/** A request that a statement is not used or passed on (Directive (EU) 2016/680 art. 16(3)): restricted at once, then decided. */
export const Restriction = z.strictObject({
  reason: longText,
  on: z.string(),
  by: Id,
  decided: z.strictObject({ decision: RestrictionDecision, reason: longText, on: z.string(), by: Id }).optional(),
});
export type Restriction = z.infer<typeof Restriction>;

/** One sentence about a person, with its basis and date; `disputed` is the person's own disagreement and travels with it. */
export const Statement = z.strictObject({
  id: Id,
  text: longText,
  lang: Language,
  basis: Basis,
  on: z.string(),
  by: Id,
  disputed: z.strictObject({ text: longText, on: z.string() }).optional(),
  restricted: Restriction.optional(),
});
export type Statement = z.infer<typeof Statement>;

/** Whether a statement may not be used or passed on: as long as nothing is decided, and where it was decided so. */
export const isRestricted = ({ restricted }: Pick<Statement, 'restricted'>): boolean => restricted !== undefined && restricted.decided?.decision !== 'LIFTED';
