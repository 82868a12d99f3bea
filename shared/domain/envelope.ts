import { z } from 'zod';
import { Id, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';

/** Highest schema version of `envelope.json` this program reads. Minor fields may be added without raising it. */
export const ENVELOPE_SCHEMA_VERSION = 1;

/** What an envelope is for; it is also the middle of the file name. */
export const EnvelopeKind = z.enum(['handover', 'supplement', 'receipt', 'return', 'transfer', 'directory', 'catalogue', 'templates', 'revocation']);
export type EnvelopeKind = z.infer<typeof EnvelopeKind>;

/**
 * A reference: folder inside the zip and end of the file name, so it must be a harmless name on every file system
 * and hold no personal data. Letters, digits, single `-` or `_` between them, at most 48 characters.
 */
export const Reference = z
  .string()
  .max(48)
  .regex(/^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/)
  .refine((text) => !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(text), { error: 'reserved name' });

export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** An OpenSSH Ed25519 public key without comment. */
export const OpenSshKey = z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/);

/** An age X25519 recipient. */
export const AgeRecipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

/** A hybrid post-quantum age recipient (ML-KEM-768 with X25519). */
export const AgeHybridRecipient = z.string().regex(/^age1pq1[02-9ac-hj-np-z]{1952}$/);

/** Stands in the header where a recipient without a card has no key. */
export const PASSPHRASE = 'passphrase';

/** Names one envelope beyond doubt: its id and the SHA-256 of its tag manifest. */
export const EnvelopeRef = z.looseObject({ envelopeId: Id, tagManifestSha256: Sha256Hex });
export type EnvelopeRef = z.infer<typeof EnvelopeRef>;

/**
 * `envelope.json`, the signed header. Objects are open: fields of a later minor version are kept by the reader.
 * Every future version keeps `format`, `schemaVersion`, `kind`, `sender.serviceId`, `sender.signingKey`,
 * `envelopeId`, `inAnswerTo` and `revokes` where they are, so that an older reader can say who sent it and that it is newer.
 */
export const EnvelopeHeader = z.looseObject({
  format: z.literal('varco-envelope'),
  schemaVersion: z.int().min(1).max(ENVELOPE_SCHEMA_VERSION),
  kind: EnvelopeKind,
  envelopeId: Id,
  reference: Reference,
  /** counts per sender installation and recipient, from 1 */
  sequence: z.int().min(1),
  createdAt: Instant,
  dataAsOf: CivilDate,
  sender: z.looseObject({ serviceId: Id, installationId: Id, name: shortText, signingKey: OpenSshKey }),
  recipient: z
    .looseObject({ serviceId: Id.optional(), age: z.union([AgeRecipient, AgeHybridRecipient, z.literal(PASSPHRASE)]) })
    .refine((to) => to.age === PASSPHRASE || to.serviceId !== undefined, { error: 'a key needs its service' }),
  /** the envelope this one replaces: the duty to correct */
  supersedes: Id.optional(),
  /** the envelope whose content changed in its last days */
  supplements: Id.optional(),
  revokes: Id.optional(),
  inAnswerTo: EnvelopeRef.optional(),
  /** kind is text: one that this version does not know is kept */
  mandate: z.looseObject({ kind: shortText, act: shortText, date: CivilDate }).optional(),
  registrationNumber: shortText.optional(),
  /** schema version of each payload, e.g. `{ "case": 1 }` */
  payloads: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,31}$/), z.int().min(1)),
  manifestSha256: Sha256Hex,
  /** made with sample data; a live workplace refuses it, a demo workplace refuses live ones */
  demo: z.boolean(),
  /** an exercise, sealed to keys that nobody holds; readers that do not know the field keep it */
  practice: z.literal(true).optional(),
});
export type EnvelopeHeader = z.infer<typeof EnvelopeHeader>;

/** The part of the header that stays in place in every version; all that may be read before the schema version is known. */
export const HeaderIdentity = z.looseObject({
  format: z.literal('varco-envelope'),
  schemaVersion: z.int().min(1),
  kind: z.string(),
  envelopeId: Id,
  sender: z.looseObject({ serviceId: Id, signingKey: OpenSshKey }),
  inAnswerTo: EnvelopeRef.optional(),
  revokes: Id.optional(),
});
export type HeaderIdentity = z.infer<typeof HeaderIdentity>;

/** The twelve checks in their order. Nothing later runs when an earlier one fails. */
export const CheckName = z.enum([
  'size',
  'decryption',
  'zip',
  'bag',
  'signature',
  'manifests',
  'header',
  'recipient',
  'replay',
  'payload',
  'import',
  'receipt',
]);
export type CheckName = z.infer<typeof CheckName>;

export const CheckState = z.enum(['passed', 'failed', 'not-run']);
export type CheckState = z.infer<typeof CheckState>;

export const ReceiptDecision = z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']);
export const ReceiptReason = z.enum(['WRONG_RECIPIENT', 'INCOMPLETE', 'NOT_OURS', 'DUPLICATE', 'OTHER']);

export const REVOCATION_VERSION = 1;

/** Why an envelope must not be used. Codes only: a notice says nothing about anybody. */
export const RevocationReason = z.enum(['WRONG_PERSON', 'WRONG_RECIPIENT', 'WRONG_CONTENT', 'NO_GROUND', 'NOT_COUNTERSIGNED', 'OTHER']);
export type RevocationReason = z.infer<typeof RevocationReason>;

/**
 * Payload `data/revocation.json` of a revocation: do not use, delete, confirm. It cannot un-open anything. It is confirmed by
 * a receipt that answers the notice: RECEIVED it was read and the case is no longer used, ACCEPTED it was deleted too,
 * REJECTED with the reason why not.
 */
export const RevocationPayload = z.looseObject({
  format: z.literal('varco-notice'),
  version: z.literal(REVOCATION_VERSION),
  /** the envelope that must not be used */
  revokes: EnvelopeRef,
  /** its reference, by which people find it on paper */
  reference: Reference,
  /** a reason that this version does not know is kept as text */
  reason: z.union([RevocationReason, shortText]),
  at: Instant,
});
export type RevocationPayload = z.infer<typeof RevocationPayload>;

export const RECEIPT_VERSION = 1;

/** Payload `data/receipt.json` of a receipt envelope: what became of the envelope that its header answers. */
export const ReceiptPayload = z
  .looseObject({
    format: z.literal('varco-receipt'),
    version: z.literal(RECEIPT_VERSION),
    answers: EnvelopeRef,
    decision: ReceiptDecision,
    /** why it was rejected; a reason that this version does not know is kept as text */
    reason: z.union([ReceiptReason, shortText]).optional(),
    /** the receiver's own registration number */
    registrationNumber: shortText.optional(),
    at: Instant,
  })
  .refine((receipt) => receipt.decision !== 'REJECTED' || receipt.reason !== undefined, { error: 'a rejection needs a reason' });
export type ReceiptPayload = z.infer<typeof ReceiptPayload>;
