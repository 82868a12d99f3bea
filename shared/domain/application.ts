import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';
import type { Machine } from './machine.ts';

/** What is applied for: papers and rights that take weeks. */
export const ApplicationKind = z.enum(['ID_CARD', 'BIRTH_CERT', 'RESIDENCE', 'TAX_CODE', 'HEALTH_CARD', 'BANK', 'BENEFIT', 'PENSION', 'DRIVING', 'DIPLOMA_COPY', 'RESIDENCE_PERMIT', 'OTHER']);
export type ApplicationKind = z.infer<typeof ApplicationKind>;

export const ApplicationStatus = z.enum(['TO_SUBMIT', 'SUBMITTED', 'WAITING', 'MORE_NEEDED', 'GRANTED', 'RECEIVED', 'REFUSED', 'WITHDRAWN']);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;

export const ApplicationCommand = z.enum(['submit', 'acknowledge', 'askMore', 'supply', 'grant', 'receive', 'refuse', 'withdraw', 'reopen']);
export type ApplicationCommand = z.infer<typeof ApplicationCommand>;

/** A paper may come without a word before; refused is what the office decides, withdrawn what the person does. */
export const applicationMachine: Machine<ApplicationStatus, ApplicationCommand> = {
  TO_SUBMIT: { submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  SUBMITTED: { acknowledge: 'WAITING', askMore: 'MORE_NEEDED', grant: 'GRANTED', receive: 'RECEIVED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  WAITING: { askMore: 'MORE_NEEDED', grant: 'GRANTED', receive: 'RECEIVED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  MORE_NEEDED: { supply: 'WAITING', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  GRANTED: { receive: 'RECEIVED', withdraw: 'WITHDRAWN' },
  RECEIVED: { reopen: 'GRANTED' },
  REFUSED: { submit: 'SUBMITTED', reopen: 'WAITING' },
  WITHDRAWN: { reopen: 'TO_SUBMIT' },
};

export const PaidBy = z.enum(['PERSON', 'PRISON', 'FAMILY', 'SERVICE', 'FREE']);
export type PaidBy = z.infer<typeof PaidBy>;

/** Where the paper lies that came. */
export const StoredWith = z.enum(['PERSONAL_ITEMS', 'HANDED_TO_PERSON', 'SENT_ON', 'TO_BE_PICKED_UP']);
export type StoredWith = z.infer<typeof StoredWith>;

/** What is known of an application: the part that can be put right at any time. */
export const ApplicationContent = z.strictObject({
  kind: ApplicationKind,
  /** which one, where the kind does not say it */
  what: shortText.optional(),
  /** the office it goes to */
  to: shortText.optional(),
  cost: z.string().trim().min(1).max(40).optional(),
  paidBy: PaidBy.optional(),
  /** number the office gave it */
  reference: z.string().trim().min(1).max(80).optional(),
  /** by when an answer is expected */
  expectedBy: CivilDate.optional(),
  storedWith: StoredWith.optional(),
});
export type ApplicationContent = z.infer<typeof ApplicationContent>;

export const ApplicationEntry = z.strictObject({ status: ApplicationStatus, on: CivilDate, at: Instant, by: Id, note: shortText.optional() });

export const MAX_APPLICATION_HISTORY = 60;

/** One application for a paper or a right, from the form to the drawer in which it lies. */
export const Application = z.strictObject({
  ...documentBase,
  type: z.literal('application'),
  personId: Id,
  ...ApplicationContent.shape,
  lang: Language,
  status: ApplicationStatus,
  submittedOn: CivilDate.optional(),
  receivedOn: CivilDate.optional(),
  /** newest last */
  log: z.array(ApplicationEntry).max(MAX_APPLICATION_HISTORY),
});
export type Application = z.infer<typeof Application>;
