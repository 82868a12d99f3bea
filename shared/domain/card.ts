import { z } from 'zod';
import { Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import { AgeHybridRecipient, AgeRecipient, OpenSshKey, Sha256Hex } from './envelope.ts';

/** base64 of the 64 bytes of an Ed25519 signature */
const Signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

/**
 * Who a service is and how to seal to it. Exchanged once by file; trusted only after the fingerprint over the whole
 * canonical card was compared by phone or on paper. See docs/envelope.md.
 */
export const ServiceCard = z.strictObject({
  format: z.literal('varco-card'),
  version: z.literal(1),
  serviceId: Id,
  kind: z.enum(['prison', 'probation']),
  name: shortText,
  address: z.string().max(400).optional(),
  phone: z.string().max(60).optional(),
  /** age X25519 recipient, `age1…` */
  ageRecipient: AgeRecipient,
  /** hybrid post-quantum recipient, `age1pq1…`; when offered, envelopes are sealed to it alone */
  ageHybridRecipient: AgeHybridRecipient.optional(),
  /** OpenSSH public key, `ssh-ed25519 AAAA…` without comment */
  signingKey: OpenSshKey,
  /** highest version of each payload that this service reads */
  reads: z.record(z.string(), z.int().min(1)),
  validFrom: CivilDate,
  validTo: CivilDate,
  /** SHA-256 (hex) of the next signing key in OpenSSH form: a stolen key alone cannot rotate itself */
  nextSigningKeyHash: Sha256Hex,
  /** made with sample data: a live workplace refuses it */
  demo: z.boolean().optional(),
  /** on a rotated card: base64 Ed25519 signature by the key before, see docs/envelope.md */
  rotationSignature: Signature.optional(),
  /** base64 Ed25519 signature by `signingKey` over the RFC 8785 bytes of the card without this field */
  selfSignature: Signature,
});
export type ServiceCard = z.infer<typeof ServiceCard>;

/** Signed at set-up and kept on paper: ends the trust in a key even when the key itself is lost or stolen. */
export const RevocationStatement = z.strictObject({
  format: z.literal('varco-revocation'),
  version: z.literal(1),
  serviceId: Id,
  signingKey: OpenSshKey,
  /** base64 Ed25519 signature by `signingKey` over the RFC 8785 bytes of the statement without this field */
  selfSignature: Signature,
});
export type RevocationStatement = z.infer<typeof RevocationStatement>;

/** Why a changed card must not be used before people have spoken to each other. */
export const CardAlarm = z.enum([
  'BAD_SIGNATURE',
  'OTHER_SERVICE',
  'KIND_CHANGED',
  'DEMO_CHANGED',
  'OLDER_CARD',
  'KEY_NOT_COMMITTED',
  'NOT_SIGNED_BY_OLD_KEY',
  'AGE_KEY_CHANGED',
  'COMMITMENT_CHANGED',
  'DETAILS_CHANGED',
  'READS_LESS',
]);
export type CardAlarm = z.infer<typeof CardAlarm>;
