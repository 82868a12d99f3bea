import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, shortText } from '../domain/base.ts';
import { CaseFile } from '../domain/casefile.ts';
import { Handover } from '../domain/handover.ts';
import { Mandate } from '../domain/mandate.ts';
import { ServiceCard } from '../domain/card.ts';
import { FileToken, procedure } from './base.ts';

const Fingerprint = z.object({ groups: z.array(z.string()), hex: z.array(z.string()), qr: z.string() });

export const ContactView = z.object({
  id: Id,
  serviceId: Id,
  name: z.string(),
  kind: z.enum(['prison', 'probation']),
  trust: z.enum(['NEW', 'TRUSTED', 'CHANGED', 'REVOKED']),
  fingerprint: Fingerprint,
  comparedOn: z.string().optional(),
  /** with whom and how it was compared, as it was written down */
  comparedWith: z.string().optional(),
  phone: z.string().optional(),
  /** last day of the card */
  validTo: z.string(),
});
export type ContactView = z.infer<typeof ContactView>;

export const contacts = {
  /** Our own card and its fingerprint, to be read out to the other office. */
  own: procedure.output(z.object({ card: ServiceCard, fingerprint: Fingerprint })),
  saveOwnCard: procedure.input(z.object({ file: FileToken })).output(z.object({ name: z.string() })),
  list: procedure.output(eventIterator(z.array(ContactView))),
  /** Reads a card file. A new service is NEW until compared; a rotation by the committed key is accepted; any other change is an alarm. */
  importCard: procedure.input(z.object({ file: FileToken })).output(ContactView),
  /** The fingerprint was compared by phone or on paper, with whom. */
  trust: procedure.input(z.object({ id: Id, fingerprint: z.string(), comparedWith: shortText })).output(z.void()),
};

export const handovers = {
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(Handover.extend({ _rev: z.string() })))),
  /** Exactly what the recipient will see. Nothing else is ever sealed. */
  preview: procedure
    .input(z.object({ personId: Id, recipientServiceId: Id, mandate: Mandate, registrationNumberOut: shortText.optional() }))
    .output(z.object({ caseFile: CaseFile, caseHash: z.string() })),
  /** The preview was read and confirmed: DRAFT → CHECKED. */
  prepare: procedure
    .input(
      z.object({
        personId: Id,
        recipientServiceId: Id,
        mandate: Mandate,
        registrationNumberOut: shortText.optional(),
        documentLanguage: Language,
        confirmedCaseHash: z.string(),
      }),
    )
    .output(z.object({ handoverId: Id })),
  /** Colleagues whose role lets them authorise; the one who prepared a hand-over is never the one who authorises it. */
  authorisers: procedure.output(z.array(z.object({ id: Id, name: z.string() }))),
  /** By a second person, with their signature over the case hash. */
  authorise: procedure.input(z.object({ handoverId: Id })).output(z.void()),
  /** Seals and writes to the chosen folder. */
  seal: procedure
    .input(z.object({ handoverId: Id, folder: FileToken }))
    .output(z.object({ fileName: z.string(), envelopeId: Id, reference: z.string(), sha256: z.string() })),
  /** Reads a receipt envelope that answers one of ours. */
  importReceipt: procedure
    .input(z.object({ file: FileToken }))
    .output(z.object({ handoverId: Id, personId: Id, decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']), repeated: z.boolean() })),
};

export const CheckView = z.object({ name: z.string(), state: z.enum(['passed', 'failed', 'not-run']), code: z.string().optional(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });

export const ArrivalView = z.object({
  /** names the quarantined envelope until it is decided or the core ends; absent when it could not be opened */
  arrivalId: Id.optional(),
  checks: z.array(CheckView),
  sender: z.object({ serviceId: Id, name: z.string(), trust: z.string() }).optional(),
  caseFile: CaseFile.optional(),
  /** places of what a newer program added and this one does not show; all of it is kept at import */
  unknown: z.array(z.string()).optional(),
  /** an envelope already imported: the same receipt is offered again */
  repeated: z.boolean(),
  /** what was answered to it before, and when */
  earlier: z.object({ decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']), on: z.string(), personId: Id }).optional(),
  /** the envelope brings a plan as a PDF, in this language */
  document: Language.optional(),
  match: z.object({ personId: Id, differences: z.array(z.string()) }).optional(),
});
export type ArrivalView = z.infer<typeof ArrivalView>;

export const imports = {
  open: procedure.input(z.object({ file: FileToken })).output(ArrivalView),
  /** One commit: person, plan, needs and the import itself, with its audit entry. */
  accept: procedure
    .input(z.object({ arrivalId: Id, registrationNumberIn: shortText.optional() }))
    .output(z.object({ personId: Id, importId: Id })),
  /** Saves the plan that came in the envelope as a PDF, to be printed; audited, because it leaves the quarantine in clear. */
  saveDocument: procedure.input(z.object({ arrivalId: Id, file: FileToken })).output(z.object({ name: z.string() })),
  /** Writes the signed receipt for an envelope to the chosen folder; refusals too. */
  receipt: procedure
    .input(
      z.object({
        arrivalId: Id,
        folder: FileToken,
        decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']),
        reason: z.enum(['WRONG_RECIPIENT', 'INCOMPLETE', 'NOT_OURS', 'DUPLICATE', 'OTHER']).optional(),
        registrationNumber: shortText.optional(),
      }),
    )
    .output(z.object({ fileName: z.string() })),
};

export const documents = {
  /** The officer's plan or the person's copy as a PDF to the chosen file. Printing and saving are audited. */
  save: procedure
    .input(
      z.object({
        personId: Id,
        document: z.enum(['plan', 'person-copy']),
        language: Language,
        handoverId: Id.optional(),
        file: FileToken,
      }),
    )
    .output(z.object({ name: z.string(), pages: z.int() })),
};

export const audit = {
  read: procedure
    .input(z.object({ limit: z.int().min(1).max(500), before: z.int().optional() }))
    .output(
      z.array(
        z.object({
          seq: z.int(),
          at: z.string(),
          actorId: z.string(),
          action: z.string(),
          subject: z.string().optional(),
          details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
        }),
      ),
    ),
  verify: procedure.output(
    z.object({ entries: z.int(), intact: z.boolean(), brokenAt: z.int().optional(), reason: z.string().optional() }),
  ),
};
