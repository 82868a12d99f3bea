import { z } from 'zod';
import { documentBase, Id, longText, shortText, Statement } from './base.ts';
import { CivilDate } from './dates.ts';

/** The twelve domains of need. */
export const NeedDomain = z.enum([
  'ACCOMMODATION',
  'IDENTITY_DOCS',
  'FINANCE',
  'EMPLOYMENT',
  'EDUCATION',
  'HEALTH',
  'SUBSTANCE_USE',
  'FAMILY',
  'ATTITUDES',
  'COMMUNITY',
  'LEGAL',
  'SPECIFIC',
]);
export type NeedDomain = z.infer<typeof NeedDomain>;

/** Asked and none, not asked, refused to answer: three different things, never one empty field. */
export const NeedAnswer = z.enum(['NEED', 'NONE', 'NOT_ASKED', 'REFUSED']);
export type NeedAnswer = z.infer<typeof NeedAnswer>;

/** 1 some, 2 significant, 3 urgent. */
export const NeedLevel = z.int().min(1).max(3);

export const DomainAssessment = z.strictObject({
  domain: NeedDomain,
  answer: NeedAnswer,
  level: NeedLevel.optional(),
  statements: z.array(Statement).max(20),
  strengths: longText.optional(),
});
export type DomainAssessment = z.infer<typeof DomainAssessment>;

export const RoundKind = z.enum(['RECEPTION', 'REVIEW', 'PRE_RELEASE', 'READMISSION']);
export const Source = z.enum(['INTERVIEW', 'FILE', 'FAMILY', 'STAFF', 'PARTNER', 'DOCUMENT']);

/** One round of asking about needs, conducted by one person on one day. */
export const Round = z.strictObject({
  ...documentBase,
  type: z.literal('round'),
  personId: Id,
  kind: RoundKind,
  conductedOn: CivilDate,
  conductedBy: Id,
  sources: z.array(Source).max(6),
  limitations: longText.optional(),
  closedOn: CivilDate.optional(),
  formVersion: shortText,
  domains: z.array(DomainAssessment).length(NeedDomain.options.length),
});
export type Round = z.infer<typeof Round>;
