import { z } from 'zod';
import { Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';

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
  ageRecipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  /** OpenSSH public key, `ssh-ed25519 AAAA…` without comment */
  signingKey: z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/]+={0,2}$/),
  /** highest version of each payload that this service reads */
  reads: z.record(z.string(), z.int().min(1)),
  validFrom: CivilDate,
  validTo: CivilDate,
  /** SHA-256 (hex) of the next signing key in OpenSSH form: a stolen key alone cannot rotate itself */
  nextSigningKeyHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** made with sample data: a live workplace refuses it */
  demo: z.boolean().optional(),
  /** base64 Ed25519 signature by `signingKey` over the RFC 8785 bytes of the card without this field */
  selfSignature: z.string(),
});
export type ServiceCard = z.infer<typeof ServiceCard>;
