import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { Instant } from './dates.ts';
import { EnvelopeKind, ReceiptDecision, Sha256Hex } from './envelope.ts';

/**
 * One line of the book of what left: every envelope this workplace sealed, of whatever kind. Its id is the id of the
 * envelope. It says what an answer has to name, and what a medium has to hold.
 */
export const Sent = z.strictObject({
  ...documentBase,
  type: z.literal('sent'),
  kind: EnvelopeKind,
  /** whom it is about; absent where it is about nobody */
  personId: Id.optional(),
  recipientServiceId: Id,
  /** of a revocation: the envelope that must not be used */
  revokes: Id.optional(),
  reference: shortText,
  sequence: z.int().min(1),
  tagManifestSha256: Sha256Hex,
  fileName: shortText,
  fileSha256: Sha256Hex,
  sealedAt: Instant,
  /** of a pack: what its recipient answered last */
  answer: z.strictObject({ decision: ReceiptDecision, at: Instant, reason: shortText.optional() }).optional(),
});
export type Sent = z.infer<typeof Sent>;
