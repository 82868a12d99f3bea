import { z } from 'zod';
import { documentBase, Id, Language, longText, shortText } from './base.ts';
import { CivilDate } from './dates.ts';

export const ConsentPurpose = z.enum(['PLAN_SHARING', 'REFERRAL', 'FAMILY_CONTACT', 'EMPLOYER', 'MENTOR', 'STORY', 'PHOTO', 'FOLLOW_UP', 'STATISTICS', 'RESEARCH']);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const ConsentDecision = z.enum(['NOT_ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'NOT_CAPABLE']);
export type ConsentDecision = z.infer<typeof ConsentDecision>;

/** How it was made understandable. */
export const ExplainedHow = z.enum(['SPOKEN', 'READ_ALOUD', 'EASY_WORDS', 'IN_WRITING', 'INTERPRETER']);
export type ExplainedHow = z.infer<typeof ExplainedHow>;

/** Who expressed it: somebody not able to express it may be spoken for by their legal representative. */
export const ChoiceBy = z.enum(['PERSON', 'REPRESENTATIVE']);
export type ChoiceBy = z.infer<typeof ChoiceBy>;

/** A choice of the person. Append-only: a new answer is a new record. A refusal needs no reason. */
export const Consent = z.strictObject({
  ...documentBase,
  type: z.literal('consent'),
  personId: Id,
  purpose: ConsentPurpose,
  decision: ConsentDecision,
  on: CivilDate,
  validTo: CivilDate.optional(),
  lang: Language,
  formVersion: shortText,
  explainedBy: Id,
  explainedHow: ExplainedHow.optional(),
  givenBy: ChoiceBy.optional(),
  /** a page of the signed paper it was typed from */
  fromPaper: Id.optional(),
  /** what the person wants said with it; never asked for */
  words: longText.optional(),
});
export type Consent = z.infer<typeof Consent>;
