import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';
import { CaseFile } from './casefile.ts';
import { EnvelopeRef, RevocationReason } from './envelope.ts';
import type { Machine } from './machine.ts';
import { Mandate } from './mandate.ts';
import { MEDIUM_CHECKS, MediumCheck, MediumWay } from './medium.ts';
import { ProfileId } from './profile.ts';
import { Transfer } from './transfer.ts';

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
  'authoriseAlone', // the documented emergency: one signer now, a second within 72 hours
  'counterSign',
  'refuseSignature',
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

/** What a receipt does to what is on its way. */
const answered = { receive: 'RECEIVED', accept: 'ACCEPTED', reject: 'REJECTED' } as const;

/** What may be said at any time of an envelope that exists: the second signature of an emergency, and that it must not be used. */
const called = <S extends HandoverStatus>(here: S) => ({ counterSign: here, refuseSignature: 'REVOKED', revoke: 'REVOKED' }) as const;

/**
 * A receipt may arrive late, also for what was replaced or revoked: it is kept and changes nothing. A lost medium needs a new
 * seal; acceptance keeps the duty to correct; what was sealed can be revoked by a notice as long as somebody may hold it.
 */
export const handoverMachine: Machine<HandoverStatus, HandoverCommand> = {
  DRAFT: { check: 'CHECKED', close: 'CLOSED' },
  CHECKED: { change: 'DRAFT', authorise: 'AUTHORISED', authoriseAlone: 'AUTHORISED', close: 'CLOSED' },
  AUTHORISED: { change: 'DRAFT', seal: 'SEALED', close: 'CLOSED' },
  SEALED: {
    dispatch: 'DISPATCHED',
    ...answered,
    supersede: 'SUPERSEDED',
    ...called('SEALED'),
    expire: 'EXPIRED',
    lose: 'LOST',
    unwrite: 'AUTHORISED',
  },
  DISPATCHED: { ...answered, supersede: 'SUPERSEDED', ...called('DISPATCHED'), expire: 'EXPIRED', lose: 'LOST' },
  RECEIVED: { accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED', ...called('RECEIVED') },
  ACCEPTED: { return: 'RETURNED', supersede: 'SUPERSEDED', ...called('ACCEPTED'), close: 'CLOSED' },
  REJECTED: { change: 'DRAFT', ...called('REJECTED') },
  RETURNED: { return: 'RETURNED', supersede: 'SUPERSEDED', ...called('RETURNED'), close: 'CLOSED' },
  SUPERSEDED: { receive: 'SUPERSEDED', accept: 'SUPERSEDED', reject: 'SUPERSEDED', ...called('SUPERSEDED') },
  REVOKED: { receive: 'REVOKED', accept: 'REVOKED', reject: 'REVOKED' },
  EXPIRED: { ...answered, supersede: 'SUPERSEDED', ...called('EXPIRED') },
  // a medium may be found, and opened by whom it was for
  LOST: { ...answered, supersede: 'SUPERSEDED', ...called('LOST') },
  CLOSED: {},
};

/** An answer to one of our hand-overs, as we keep it. */
export const HandoverReceipt = z.strictObject({
  /** absent: it came on paper */
  envelopeId: Id.optional(),
  /** typed in from paper: the day that stands on it, its number, who signed it there; who saw it here is in the history */
  paper: z.strictObject({ on: CivilDate, number: shortText, signedBy: shortText.optional() }).optional(),
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

/** Who carries a medium, or by what way it goes. */
export const Carrier = z.enum(['DELEGATE', 'COURIER', 'POST', 'PEC']);
export type Carrier = z.infer<typeof Carrier>;

/** One entry of the custody log: the medium left our hands. */
export const Custody = z.strictObject({
  at: Instant,
  by: Id,
  on: CivilDate,
  /** what stands on the medium: number of the stick, of the seal, of the registered letter */
  label: shortText,
  carrier: Carrier,
  /** who took it, where somebody did */
  carrierName: shortText.optional(),
});
export type Custody = z.infer<typeof Custody>;

/** Why one signer is enough for now. */
export const EmergencyWhy = z.enum(['RELEASE_NOW', 'COURT_ORDER', 'TRANSFER_NOW']);
export type EmergencyWhy = z.infer<typeof EmergencyWhy>;

/** Sealed on one signature: the second is due within 72 hours, and is given, or refused and the envelope revoked. */
export const Emergency = z.strictObject({
  why: EmergencyWhy,
  words: shortText,
  by: Id,
  /** the last moment for the second signature */
  until: Instant,
  /** the second signature, or that it was refused */
  answer: z.strictObject({ given: z.boolean(), by: Id, at: Instant, signature: z.string().optional() }).optional(),
});
export type Emergency = z.infer<typeof Emergency>;

/** The notice that an envelope must not be used: written to a medium, and confirmed by a receipt. */
export const HandoverRevocation = z.strictObject({
  reason: RevocationReason,
  by: Id,
  at: Instant,
  /** the newest notice that was written; without one the recipient knows nothing yet */
  notice: z.strictObject({ envelopeId: Id, fileName: shortText, at: Instant }).optional(),
  /** what the recipient answered: RECEIVED no longer used, ACCEPTED deleted too, REJECTED with the reason */
  answer: z.strictObject({ decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']), reason: shortText.optional(), at: Instant, importedAt: Instant }).optional(),
});
export type HandoverRevocation = z.infer<typeof HandoverRevocation>;

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
  /** the plan that left; a transfer brings them all */
  planContentId: Id.optional(),
  /** exactly what was read and confirmed in the preview, and what is sealed */
  caseFile: z.discriminatedUnion('format', [CaseFile, Transfer]),
  /** SHA-256 (hex) of its canonical bytes: what the second person signs */
  caseHash: z.string(),
  preparedBy: Id,
  authorisation: z.strictObject({ by: Id, at: Instant, signature: z.string() }).optional(),
  registrationNumberOut: shortText.optional(),
  emergency: Emergency.optional(),
  /** the hand-over whose place this one takes, and its envelope */
  supersedes: z.strictObject({ handoverId: Id, envelopeId: Id }).optional(),
  /** the hand-over that took the place of this one */
  supersededBy: Id.optional(),
  /** sent with last-day changes: the hand-over it adds to, and its envelope */
  supplements: z.strictObject({ handoverId: Id, envelope: EnvelopeRef }).optional(),
  /** the custody log of its media, oldest first */
  custody: z.array(Custody).max(20).optional(),
  /** after this day nobody waits for an answer: the recipient's card ends, or it has been too long */
  expiresOn: CivilDate.optional(),
  revocation: HandoverRevocation.optional(),
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
  /** `act`: what was done where the state stayed the same */
  history: z.array(z.strictObject({ status: HandoverStatus, at: Instant, by: Id, act: HandoverCommand.optional() })).max(100),
});
export type Handover = z.infer<typeof Handover>;

/** Whether it is a transfer: the whole case, to the prison that goes on with it. */
export const isTransfer = (handover: Pick<Handover, 'caseFile'>): handover is Pick<Handover, 'caseFile'> & { readonly caseFile: Transfer } => handover.caseFile.format === 'varco-transfer';

/** The case file of a hand-over; undefined of a transfer, which is none. */
export const caseFileOf = ({ caseFile }: Pick<Handover, 'caseFile'>): CaseFile | undefined => (caseFile.format === 'varco-case' ? caseFile : undefined);

export { ImportRecord, ImportStatus } from './import-record.ts';
