import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';
import { Mandate } from './mandate.ts';

/** Where an import stands; see `import-machine.ts`. */
export const ImportStatus = z.enum(['QUARANTINED', 'VERIFIED', 'UNREADABLE', 'UNTRUSTED', 'MATCHED', 'NEW', 'CONFLICTS', 'IMPORTED', 'REJECTED']);
export type ImportStatus = z.infer<typeof ImportStatus>;

/** What arrived, as the receiving office keeps it. */
export const ImportRecord = z.strictObject({
  ...documentBase,
  type: z.literal('import'),
  personId: Id,
  envelopeId: Id,
  tagManifestSha256: z.string(),
  fileSha256: z.string(),
  senderServiceId: Id,
  /** counts its own envelopes; another one after a restore */
  senderInstallationId: Id,
  senderName: shortText,
  sequence: z.int().min(1),
  reference: shortText,
  createdAtSender: Instant,
  dataAsOf: CivilDate,
  mandate: Mandate.optional(),
  registrationNumberOut: shortText.optional(),
  registrationNumberIn: shortText.optional(),
  /** what our receipt says; a repeat of the envelope gets the same answer */
  decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']),
  reason: shortText.optional(),
  decidedAt: Instant,
  /** the newest receipt that was really written; without one the sender knows nothing yet */
  answered: z.strictObject({ decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']), at: Instant, fileName: shortText, numberOut: shortText.optional() }).optional(),
  /** a human said that the person was here, or was not */
  decidedAs: z.enum(['MATCHED', 'NEW']).optional(),
  /** what stayed as it is here though the file said something else, by field */
  keptHere: z.array(z.string().max(60)).max(60).optional(),
  /** the envelope whose case it changed in its last days: what is said of that one holds for this one too */
  supplements: Id.optional(),
  /** of a transfer: documents that were here before under the same id, and follow what came */
  hereBefore: z.array(Id).max(10_000).optional(),
  /** the envelope that replaced it, and was imported here */
  supersededBy: Id.optional(),
  /** the sender asked that it is not used any more, that it is deleted, and to hear of it */
  revoked: z.strictObject({ envelopeId: Id, tagManifestSha256: z.string(), on: CivilDate, at: Instant, reason: shortText.optional(), deletedOn: CivilDate.optional() }).optional(),
  /** the case file as received, once it was imported; fields of a later minor version are kept */
  caseFile: z.unknown().optional(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;
