import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';
import type { Machine } from './machine.ts';

/**
 * Why something may be sent at all. Without a mandate there is no envelope, only the person's own copy.
 * RO: art. 101 CP (supervision when the unserved rest is two years or more); IT: art. 43 O.P. (legal notice).
 */
export const MandateKind = z.enum(['SUPERVISION', 'REQUEST_OF_SERVICE', 'LEGAL_NOTICE', 'VOLUNTARY_AFTERCARE']);
export type MandateKind = z.infer<typeof MandateKind>;

export const Mandate = z.strictObject({
  kind: MandateKind,
  /** number of the act, reference of the request, or of the person's signed paper */
  act: shortText,
  date: CivilDate,
});
export type Mandate = z.infer<typeof Mandate>;

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
]);
export type HandoverCommand = z.infer<typeof HandoverCommand>;

/** A receipt may arrive late (EXPIRED → RECEIVED); a lost medium needs a new seal; acceptance keeps the duty to correct. */
export const handoverMachine: Machine<HandoverStatus, HandoverCommand> = {
  DRAFT: { check: 'CHECKED', close: 'CLOSED' },
  CHECKED: { change: 'DRAFT', authorise: 'AUTHORISED', close: 'CLOSED' },
  AUTHORISED: { change: 'DRAFT', seal: 'SEALED', close: 'CLOSED' },
  SEALED: { dispatch: 'DISPATCHED', receive: 'RECEIVED', accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED', revoke: 'REVOKED', expire: 'EXPIRED', lose: 'LOST' },
  DISPATCHED: { receive: 'RECEIVED', accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED', revoke: 'REVOKED', expire: 'EXPIRED', lose: 'LOST' },
  RECEIVED: { accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED', revoke: 'REVOKED' },
  ACCEPTED: { return: 'RETURNED', supersede: 'SUPERSEDED', close: 'CLOSED' },
  REJECTED: { change: 'DRAFT' },
  RETURNED: { return: 'RETURNED', supersede: 'SUPERSEDED', close: 'CLOSED' },
  SUPERSEDED: {},
  REVOKED: {},
  EXPIRED: { receive: 'RECEIVED', accept: 'ACCEPTED', reject: 'REJECTED', supersede: 'SUPERSEDED' },
  LOST: { supersede: 'SUPERSEDED' },
  CLOSED: {},
};

export const Handover = z.strictObject({
  ...documentBase,
  type: z.literal('handover'),
  personId: Id,
  status: HandoverStatus,
  mandate: Mandate,
  recipientServiceId: Id,
  profile: z.literal('probation-1'),
  /** languages of the officer's plan inside the envelope */
  documentLanguage: Language,
  planContentId: Id,
  /** SHA-256 (hex) of the canonical case file confirmed in the preview; a change of content sends it back to DRAFT */
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
    })
    .optional(),
  receipt: z
    .strictObject({
      envelopeId: Id,
      decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']),
      reason: shortText.optional(),
      registrationNumber: shortText.optional(),
      at: Instant,
      importedAt: Instant,
    })
    .optional(),
  history: z.array(z.strictObject({ status: HandoverStatus, at: Instant, by: Id })).max(100),
});
export type Handover = z.infer<typeof Handover>;

export const ImportStatus = z.enum(['QUARANTINED', 'VERIFIED', 'UNREADABLE', 'UNTRUSTED', 'MATCHED', 'NEW', 'CONFLICTS', 'IMPORTED', 'REJECTED']);

/** What arrived, as the receiving office keeps it. */
export const ImportRecord = z.strictObject({
  ...documentBase,
  type: z.literal('import'),
  personId: Id,
  envelopeId: Id,
  tagManifestSha256: z.string(),
  fileSha256: z.string(),
  senderServiceId: Id,
  senderName: shortText,
  sequence: z.int().min(1),
  reference: shortText,
  createdAtSender: Instant,
  dataAsOf: CivilDate,
  mandate: Mandate.optional(),
  registrationNumberOut: shortText.optional(),
  registrationNumberIn: shortText.optional(),
  decision: z.enum(['ACCEPTED', 'REJECTED']),
  reason: shortText.optional(),
  /** the receipt answered, so that a repeat gets the same one */
  receiptEnvelopeId: Id.optional(),
  /** the officer's case file as received */
  caseFile: z.unknown(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;
