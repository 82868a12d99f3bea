import { z } from 'zod';
import { Basis, documentBase, Id, longText, shortText, Statement } from './base.ts';
import { CivilDate } from './dates.ts';
import { NeedCode } from './needs-catalogue.ts';

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

/** When something has to be done about a need; it sorts tasks, never people. */
export const NeedUrgency = z.enum(['TODAY', 'THIS_WEEK', 'BEFORE_RELEASE', 'AFTER_RELEASE']);
export type NeedUrgency = z.infer<typeof NeedUrgency>;

/** One need of the catalogue as it was asked in a long round; what was not asked is not in the list. */
export const NeedItem = z.strictObject({
  code: NeedCode,
  answer: z.literal(['NEED', 'NONE', 'REFUSED']),
  level: NeedLevel.optional(),
  urgency: NeedUrgency.optional(),
  /** what the catalogue does not name */
  detail: shortText.optional(),
});
export type NeedItem = z.infer<typeof NeedItem>;

export const RoundKind = z.enum(['RECEPTION', 'REVIEW', 'PRE_RELEASE', 'READMISSION']);
export const Source = z.enum(['INTERVIEW', 'FILE', 'FAMILY', 'STAFF', 'PARTNER', 'DOCUMENT']);
export type Source = z.infer<typeof Source>;

/** An answer put right after the round was closed: what stood before stays readable, with the reason. */
export const Correction = z.strictObject({
  on: CivilDate,
  by: Id,
  reason: longText,
  /** the statement that says what is right */
  statementId: Id,
  was: z.strictObject({ answer: NeedAnswer, level: NeedLevel.optional() }),
});
export type Correction = z.infer<typeof Correction>;

/** How the person themselves sees a domain: how it is, and how important it is to them, 0 to 10. No sum is ever made of it. */
export const OwnView = z.strictObject({ now: z.int().min(0).max(10).optional(), matters: z.int().min(0).max(10).optional() });
export type OwnView = z.infer<typeof OwnView>;

/** Why a round was not asked. `NOT_AVAILABLE` says nothing more: a cause may be health or an order. */
export const RoundSkipReason = z.enum(['PERSON_PREFERS_NOT', 'NOT_AVAILABLE', 'NO_INTERPRETER', 'ASKED_RECENTLY', 'LEAVING_SOON', 'STAFFING']);
export type RoundSkipReason = z.infer<typeof RoundSkipReason>;

/** Most statements of one domain in one round. */
export const MOST_STATEMENTS = 20;

export const DomainAssessment = z.strictObject({
  domain: NeedDomain,
  answer: NeedAnswer,
  level: NeedLevel.optional(),
  statements: z.array(Statement).max(MOST_STATEMENTS),
  strengths: longText.optional(),
  /** what the strengths rest on; none: the person says so */
  strengthsBasis: Basis.optional(),
  own: OwnView.optional(),
  /** of a long round: needs asked one by one. They stay in the workplace; the answer of the domain leaves. */
  items: z.array(NeedItem).max(60).optional(),
  /** what this domain rests on, where it is not what the round rests on */
  sources: z.array(Source).max(6).optional(),
  corrections: z.array(Correction).max(MOST_STATEMENTS).optional(),
  /** the earlier round whose answer was confirmed unchanged in this one */
  confirmedFrom: Id.optional(),
});
export type DomainAssessment = z.infer<typeof DomainAssessment>;

/** One round of asking about needs, conducted by one person on one day; it may be typed in later by another, from paper. */
export const Round = z.strictObject({
  ...documentBase,
  type: z.literal('round'),
  personId: Id,
  kind: RoundKind,
  conductedOn: CivilDate,
  conductedBy: Id,
  /** who asked, where it was nobody who works with this program: name and role */
  asker: shortText.optional(),
  /** who typed it in, and when; older rounds say it by `createdBy` */
  keyedBy: Id.optional(),
  keyedOn: CivilDate.optional(),
  /** a page of the signed paper it was typed from */
  fromPaper: Id.optional(),
  /** not asked at all, and why */
  skipped: z.strictObject({ reason: RoundSkipReason, words: longText.optional() }).optional(),
  /** what helps when talking with the person, without any name for it */
  helps: longText.optional(),
  sources: z.array(Source).max(6),
  limitations: longText.optional(),
  closedOn: CivilDate.optional(),
  /** of an earlier stay in custody: readable, and nothing of it counts */
  past: z.literal(true).optional(),
  /** which questions were asked: a form of `shared/forms` */
  formVersion: shortText,
  domains: z.array(DomainAssessment).length(NeedDomain.options.length),
});
export type Round = z.infer<typeof Round>;
