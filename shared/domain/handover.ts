import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';
import { CaseFile } from './casefile.ts';
import type { Machine } from './machine.ts';
import { Mandate } from './mandate.ts';
import { MEDIUM_CHECKS, MediumCheck, MediumWay } from './medium.ts';
import { ProfileId } from './profile.ts';

export const HandoverStatus = z.enum([
  'DRAFT',
  'CHECKED',
  'AUTHORISED',
  'SEALED',
  'DISPATCHED',
  'RECEIVED',
  'ACCEPTED',
  'REJECTED',
  'RETURNED',
  'SUPERSEDED',
  'REVOKED',
  'EXPIRED',
  'LOST',
  'CLOSED',
]);
export type HandoverStatus = z.infer<typeof HandoverStatus>;

export const HandoverCommand = z.enum([
  'check',
  'change',
  'authorise',
  'seal',
  'dispatch',
  'receive',
  'accept',
  'reject',
  'return',
  'supersede',
  'revoke',
  'expire',
  'lose',
  'close',
  'unwrite', // the medium could not be written: nothing has left
]);
export type HandoverCommand = z.infer<typeof HandoverCommand>;

/** A receipt may arrive late (EXPIRED, LOST → RECEIVED); a lost medium needs a new seal; acceptance keeps the duty to correct. */
export const handoverMachine: Machine<HandoverStatus, HandoverCommand> = {
  DRAFT: { check: 'CHECKED', close: 'CLOSED' },
  CHECKED: { change: 'DRAFT', authorise: 'AUTHORISED', close: 'CLOSED' },
  AUTHORISED: { change: 'DRAFT', seal: 'SEALED', close: 'CLOSED' },
  SEALED: { dispatch: 'DISPATCHED', receive: 'RECEIVED', accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED', revoke: 'REVOKED', expire: 'EXPIRED', lose: 'LOST', unwrite: 'AUTHORISED' },
  DISPATCHED: { receive: 'RECEIVED', accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED', revoke: 'REVOKED', expire: 'EXPIRED', lose: 'LOST' },
  RECEIVED: { accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED', revoke: 'REVOKED' },
  ACCEPTED: { return: 'RETURNED', supersede: 'SUPERSEDED', close: 'CLOSED' },
  REJECTED: { change: 'DRAFT' },
  RETURNED: { return: 'RETURNED', supersede: 'SUPERSEDED', close: 'CLOSED' },
  SUPERSEDED: {},
  REVOKED: {},
  EXPIRED: { receive: 'RECEIVED', accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED' },
  // a medium may be found, and opened by whom it was for
  LOST: { receive: 'RECEIVED', accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED' },
  CLOSED: {},
};

/** An answer to one of our hand-overs, as we keep it. */
export const HandoverReceipt = z.strictObject({
  envelopeId: Id,
  decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']),
  reason: shortText.optional(),
  /** the number under which they registered our hand-over */
  registrationNumber: shortText.optional(),
  /** their outgoing number of the receipt itself */
  numberOut: shortText.optional(),
  /** our incoming number of the receipt */
  numberIn: shortText.optional(),
  at: Instant,
  importedAt: Instant,
});
export type HandoverReceipt = z.infer<typeof HandoverReceipt>;

export const Handover = z.strictObject({
  ...documentBase,
  type: z.literal('handover'),
  personId: Id,
  status: HandoverStatus,
  mandate: Mandate,
  recipientServiceId: Id,
  /** the recipient profile and its version: what was let through */
  profile: ProfileId,
  /** languages of the officer's plan inside the envelope */
  documentLanguage: Language,
  planContentId: Id,
  /** exactly what was read and confirmed in the preview, and what is sealed */
  caseFile: CaseFile,
  /** SHA-256 (hex) of its canonical bytes: what the second person signs */
  caseHash: z.string(),
  preparedBy: Id,
  authorisation: z.strictObject({ by: Id, at: Instant, signature: z.string() }).optional(),
  registrationNumberOut: shortText.optional(),
  reference: shortText.optional(),
  envelope: z
    .strictObject({
      id: Id,
      sequence: z.int().min(1),
      tagManifestSha256: z.string(),
      fileName: z.string(),
      fileSha256: z.string(),
      sealedAt: Instant,
      /** how it goes on; a stick where nothing is said */
      way: MediumWay.optional(),
      /** written together with others: the batch they went in */
      batch: Id.optional(),
    })
    .optional(),
  /** its medium was put in again and looked at, newest last */
  mediumChecks: z.array(MediumCheck).max(MEDIUM_CHECKS).optional(),
  /** the newest answer */
  receipt: HandoverReceipt.optional(),
  /** answers before it, oldest first */
  earlierReceipts: z.array(HandoverReceipt).max(10).optional(),
  /** to somebody without a card: sealed with words that are told them on another way */
  byPassphrase: z.literal(true).optional(),
  /** an exercise: sealed to a service that does not exist, never counted as sent */
  practice: z.literal(true).optional(),
  /** the person died or escaped while it was on its way: not to be handed on */
  stopped: z.strictObject({ reason: z.enum(['DEATH', 'ESCAPE']), on: CivilDate }).optional(),
  /** of an earlier stay in custody: readable, and nothing of it counts */
  past: z.literal(true).optional(),
  history: z.array(z.strictObject({ status: HandoverStatus, at: Instant, by: Id })).max(100),
});
export type Handover = z.infer<typeof Handover>;

export { ImportRecord, ImportStatus } from './import-record.ts';
