import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { ConsentPurpose } from './consents.ts';
import { CivilDate, Instant } from './dates.ts';

/** How the request came. */
export const DisclosureWay = z.enum(['PHONE', 'IN_PERSON', 'LETTER', 'EMAIL']);
export type DisclosureWay = z.infer<typeof DisclosureWay>;

/** How whoever asked was identified. A voice or a number on a display identifies nobody. */
export const Identification = z.enum(['NOT_IDENTIFIED', 'CALLED_BACK', 'IDENTITY_PAPER', 'KNOWN_IN_PERSON', 'REGISTERED_LETTER', 'OFFICE_ADDRESS']);
export type Identification = z.infer<typeof Identification>;

export const DisclosureAnswer = z.enum(['TOLD', 'REFUSED']);
export type DisclosureAnswer = z.infer<typeof DisclosureAnswer>;

/** What was told. Health is not among it: that goes by the health service's own way. */
export const DisclosureTopic = z.enum(['IS_HERE', 'RELEASE_DATES', 'LEGAL_POSITION', 'CONTACT_DETAILS', 'PLAN', 'LEARNING', 'WORK', 'CHOICES', 'OTHER']);
export type DisclosureTopic = z.infer<typeof DisclosureTopic>;

/** On what ground it was told. */
export const DisclosureGround = z.enum(['CONSENT', 'LEGAL_DUTY', 'COURT_ORDER', 'VITAL_INTEREST', 'OWN_REQUEST']);
export type DisclosureGround = z.infer<typeof DisclosureGround>;

/** What an entry says: the part that can be corrected. */
export const DisclosureContent = z.strictObject({
  /** the day somebody asked, and the hour where it matters */
  on: CivilDate,
  time: z.iso.time({ precision: -1 }).optional(),
  way: DisclosureWay,
  /** name and office, as they gave them */
  asker: shortText,
  identified: Identification,
  answer: DisclosureAnswer,
  told: z.array(DisclosureTopic).max(DisclosureTopic.options.length),
  ground: DisclosureGround.optional(),
  /** act or number of a duty or an order */
  act: shortText.optional(),
  /** which consent of the person it rests on */
  purpose: ConsentPurpose.optional(),
  words: z.string().trim().min(1).max(1000).optional(),
});
export type DisclosureContent = z.infer<typeof DisclosureContent>;

export const EarlierDisclosure = DisclosureContent.extend({ until: Instant, correctedBy: Id, reason: shortText });

export const MAX_DISCLOSURE_CORRECTIONS = 20;

/**
 * An entry of the disclosure book: somebody asked about a person, and was or was not told something (Directive (EU) 2016/680
 * art. 25). Corrected with a reason, never deleted; it goes only with the whole person.
 */
export const Disclosure = z.strictObject({
  ...documentBase,
  type: z.literal('disclosure'),
  personId: Id,
  ...DisclosureContent.shape,
  /** newest last */
  earlier: z.array(EarlierDisclosure).max(MAX_DISCLOSURE_CORRECTIONS),
});
export type Disclosure = z.infer<typeof Disclosure>;
