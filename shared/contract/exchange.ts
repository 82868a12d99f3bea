import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, shortText } from '../domain/base.ts';
import { CaseFile } from '../domain/casefile.ts';
import { CivilDate } from '../domain/dates.ts';
import { ReceiptReason, RevocationReason } from '../domain/envelope.ts';
import { Carrier, EmergencyWhy, Handover, HandoverStatus } from '../domain/handover.ts';
import { Mandate } from '../domain/mandate.ts';
import { BATCH_LIMIT, MediumResult, MediumWay } from '../domain/medium.ts';
import { ServiceCard } from '../domain/card.ts';
import { SharedPackKind } from '../domain/shared-pack.ts';
import { Transfer, TransferOrder } from '../domain/transfer.ts';
import { ArrivalView } from './arrivals.ts';
import { FileToken, procedure } from './base.ts';
import { Preview } from './documents.ts';

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
  /** the day a paper ended one of its keys */
  revokedOn: z.string().optional(),
  /** the service for exercises: it does not exist */
  practice: z.literal(true).optional(),
});
export type ContactView = z.infer<typeof ContactView>;

/** What is known of an organisation without a card. */
export const CardlessDetails = z.object({ name: shortText, address: z.string().trim().max(400).optional(), phone: z.string().trim().max(60).optional() });
export const CardlessView = CardlessDetails.extend({ id: Id, serviceId: Id });
export type CardlessView = z.infer<typeof CardlessView>;

export const contacts = {
  /** Our own card and its fingerprint, to be read out to the other office. */
  own: procedure.output(z.object({ card: ServiceCard, fingerprint: Fingerprint, /** the sheet for the key in use was saved */ sheetSaved: z.boolean() })),
  saveOwnCard: procedure.input(z.object({ file: FileToken })).output(z.object({ name: z.string() })),
  list: procedure.output(eventIterator(z.array(ContactView))),
  /** Reads a card file. A new service is NEW until compared; a rotation by the committed key is accepted; any other change is an alarm. */
  importCard: procedure.input(z.object({ file: FileToken })).output(ContactView),
  /** The fingerprint was compared by phone or on paper, with whom. */
  trust: procedure.input(z.object({ id: Id, fingerprint: z.string(), comparedWith: shortText })).output(z.void()),
  /** What a scanned revocation sheet says; nothing is changed by it. */
  readRevocation: procedure.input(z.object({ file: FileToken })).output(z.object({ text: z.string() })),
  /** Ends the trust in the key that the paper names. It is not taken back. */
  revoke: procedure.input(z.object({ text: z.string().max(2000) })).output(ContactView),
  /** Our card with the same keys for another five years. */
  renewOwnCard: procedure.output(z.object({ validTo: z.string() })),
  /** The committed key takes over, with another key to seal to; address and telephone as given. */
  changeKeys: procedure.input(z.object({ address: z.string().max(400).optional(), phone: z.string().max(60).optional() })).output(z.object({ validTo: z.string() })),
  /** The paper that revokes the key in use, as a PDF. */
  saveRevocationSheet: procedure.input(z.object({ file: FileToken, language: Language })).output(z.object({ name: z.string() })),
  /** Organisations without a card: what is sent to them is sealed with a passphrase. */
  cardless: procedure.output(eventIterator(z.array(CardlessView))),
  addCardless: procedure.input(CardlessDetails).output(CardlessView),
  /** Takes one out of the address book; what was sent to it stays readable. */
  removeCardless: procedure.input(z.object({ id: Id })).output(z.void()),
  /** Makes the service for exercises, or answers with the one that is there. Nobody holds its keys. The name is written in `language`. */
  addPractice: procedure.input(z.object({ language: Language })).output(ContactView),
  /** Takes the service for exercises out of the address book; what was practised stays readable. */
  removePractice: procedure.output(z.void()),
};

/** Which profile of those for a recipient; its newest version is meant. */
const ProfileName = z.string().regex(/^[a-z]{2,20}(-\d{1,4})?$/);

const Decision = z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']);

/** A hand-over as the list over all people shows it. */
export const HandoverRow = z.object({
  id: Id,
  personId: Id,
  person: z.string(),
  recipient: z.string(),
  status: HandoverStatus,
  practice: z.literal(true).optional(),
  reference: z.string().optional(),
  numberOut: z.string().optional(),
  /** when it was sealed */
  sealedAt: z.string().optional(),
  receipt: z.object({ decision: Decision, importedAt: z.string(), numberOut: z.string().optional(), numberIn: z.string().optional() }).optional(),
});
export type HandoverRow = z.infer<typeof HandoverRow>;

/** How far sealing is: drawing the plan, sealing, writing, reading back and comparing; `share` of that step, 0–1. */
export const SealStep = z.object({ step: z.enum(['document', 'seal', 'write', 'check']), share: z.number().min(0).max(1) });
export type SealStep = z.infer<typeof SealStep>;

export const handovers = {
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(Handover.extend({ _rev: z.string() })))),
  /** The newest hand-overs of everybody that were sealed, at most 200. */
  list: procedure.output(eventIterator(z.array(HandoverRow))),
  /** Exactly what the recipient will see. Nothing else is ever sealed. */
  preview: procedure
    .input(z.object({ personId: Id, recipientServiceId: Id, mandate: Mandate, profile: ProfileName.optional(), registrationNumberOut: shortText.optional() }))
    .output(z.object({ caseFile: CaseFile, caseHash: z.string() })),
  /** The preview was read and confirmed: DRAFT → CHECKED. */
  prepare: procedure
    .input(
      z.object({
        personId: Id,
        recipientServiceId: Id,
        mandate: Mandate,
        profile: ProfileName.optional(),
        /** absent: it comes later, as was said when it was asked for */
        registrationNumberOut: shortText.optional(),
        documentLanguage: Language,
        confirmedCaseHash: z.string(),
      }),
    )
    .output(z.object({ handoverId: Id })),
  /** The whole case and its history, as the prison that goes on with it will see it. Nothing else is sealed. */
  previewTransfer: procedure.input(z.object({ personId: Id, recipientServiceId: Id, order: TransferOrder })).output(z.object({ transfer: Transfer, caseHash: z.string() })),
  /** The preview was read and confirmed; from here on it is a hand-over like any other. */
  prepareTransfer: procedure
    .input(
      z.object({
        personId: Id,
        recipientServiceId: Id,
        order: TransferOrder,
        /** absent: it comes later, as was said when it was asked for */
        registrationNumberOut: shortText.optional(),
        documentLanguage: Language,
        confirmedCaseHash: z.string(),
      }),
    )
    .output(z.object({ handoverId: Id })),
  /** Last-day changes to what was sealed: the case as it is now, and the parts of it that changed. */
  previewSupplement: procedure
    .input(z.object({ supplements: Id, personId: Id, recipientServiceId: Id, mandate: Mandate, registrationNumberOut: shortText.optional() }))
    .output(z.object({ caseFile: CaseFile, caseHash: z.string(), parts: z.array(CaseFile.keyof()) })),
  /** They were read and confirmed; a second person authorises them as they do a hand-over. */
  prepareSupplement: procedure
    .input(
      z.object({
        supplements: Id,
        personId: Id,
        recipientServiceId: Id,
        mandate: Mandate,
        registrationNumberOut: shortText.optional(),
        documentLanguage: Language,
        confirmedCaseHash: z.string(),
      }),
    )
    .output(z.object({ handoverId: Id })),
  /** Emergency: signed by one, and by a second person within 72 hours. */
  authoriseAlone: procedure.input(z.object({ handoverId: Id, why: EmergencyWhy, words: shortText })).output(z.void()),
  /** The second signature of an emergency, or its refusal, which revokes. */
  counterSign: procedure.input(z.object({ handoverId: Id, given: z.boolean() })).output(z.void()),
  /** Back to draft, to be read again. */
  takeBack: procedure.input(z.object({ handoverId: Id })).output(z.void()),
  /** Not sent any more, or nothing more is expected of it. */
  close: procedure.input(z.object({ handoverId: Id })).output(z.void()),
  /** The medium leaves our hands: an entry of the custody log. */
  dispatch: procedure.input(z.object({ handoverId: Id, label: shortText, carrier: Carrier, carrierName: shortText.optional(), on: CivilDate })).output(z.void()),
  /** Nobody answered until the last day. */
  expire: procedure.input(z.object({ handoverId: Id })).output(z.void()),
  /** A receipt on paper, typed in by whoever saw it. */
  paperReceipt: procedure
    .input(z.object({ handoverId: Id, decision: Decision, reason: ReceiptReason.optional(), on: CivilDate, number: shortText, signedBy: shortText.optional() }))
    .output(z.void()),
  /** It must not be used: the notice is written next. */
  revoke: procedure.input(z.object({ handoverId: Id, reason: RevocationReason })).output(z.void()),
  /** Seals the notice of a revocation and writes it to the chosen folder. */
  writeNotice: procedure.input(z.object({ handoverId: Id, folder: FileToken })).output(z.object({ fileName: z.string() })),
  /** Colleagues whose role lets them authorise; the one who prepared a hand-over is never the one who authorises it. */
  authorisers: procedure.output(z.array(z.object({ id: Id, name: z.string(), director: z.boolean() }))),
  /** By a second person, with their signature over the case hash. */
  authorise: procedure.input(z.object({ handoverId: Id })).output(z.void()),
  /** New words for a recipient without a card, shown once and kept in memory until it is sealed; words given before are no longer good. */
  words: procedure.input(z.object({ handoverId: Id })).output(z.object({ words: z.array(z.string()) })),
  /** Seals and writes to the chosen folder. `passphrase`: the words, typed again from the paper they were written on. */
  seal: procedure
    .input(z.object({ handoverId: Id, folder: FileToken, way: MediumWay.optional(), passphrase: z.string().max(200).optional() }))
    .output(z.object({ fileName: z.string(), envelopeId: Id, reference: z.string(), sha256: z.string() })),
  /** Follows the sealing of a hand-over for as long as it is under way. */
  sealing: procedure.input(z.object({ handoverId: Id })).output(eventIterator(SealStep)),
  /** Looks at a medium that was put in again: whether it holds, byte for byte, what was sealed. Writes nothing on it. */
  checkMedium: procedure
    .input(z.object({ handoverIds: z.array(Id).min(1).max(BATCH_LIMIT), folder: FileToken }))
    .output(z.array(z.object({ handoverId: Id, result: MediumResult }))),
  /** The medium is faulty and still here: back to AUTHORISED, to be written to another one. */
  writeAgain: procedure.input(z.object({ handoverId: Id })).output(z.void()),
  /** Numbers of the register that came later: ours of the hand-over, ours of the receipt. */
  register: procedure
    .input(z.object({ handoverId: Id, numberOut: shortText.optional(), receiptNumberIn: shortText.optional() }))
    .output(z.void()),
  /** Reads a receipt envelope that answers one of ours. */
  importReceipt: procedure
    .input(z.object({ file: FileToken, numberIn: shortText.optional() }))
    .output(
      z.union([
        z.object({ handoverId: Id, personId: Id, decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']), repeated: z.boolean(), notice: z.literal(true).optional() }),
        // the answer to a directory, a catalogue or templates: about nobody
        z.object({ pack: SharedPackKind, sender: z.string(), decision: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']), repeated: z.boolean() }),
      ]),
    ),
};

/** An envelope that was taken over or answered, as the list shows it. */
export const ImportRow = z.object({
  id: Id,
  personId: Id,
  /** absent when nothing of the person was kept */
  person: z.string().optional(),
  sender: z.string(),
  reference: z.string(),
  decision: Decision,
  decidedAt: z.string(),
  /** the case itself was taken over */
  imported: z.boolean(),
  /** a paper ended the sender's key on that day, and this came before */
  keyRevokedOn: z.string().optional(),
  numberOut: z.string().optional(),
  numberIn: z.string().optional(),
  answered: z.object({ decision: Decision, at: z.string(), numberOut: z.string().optional() }).optional(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const imports = {
  /**
   * What was opened since the unlock and not yet put aside; it lies in memory only. What came from a sender who was not
   * trusted is checked again first: their card may be by now.
   */
  quarantine: procedure.output(z.array(ArrivalView)),
  /** Puts an opened envelope aside: it leaves the quarantine, its file stays where it is. */
  putAside: procedure.input(z.object({ arrivalId: Id })).output(z.void()),
  /** What was taken over or answered, newest first, at most 200. */
  list: procedure.output(eventIterator(z.array(ImportRow))),
  /** Numbers of the register that came later: ours of the hand-over, ours of the receipt. */
  register: procedure.input(z.object({ importId: Id, numberIn: shortText.optional(), receiptNumberOut: shortText.optional() })).output(z.void()),
  open: procedure.input(z.object({ file: FileToken })).output(ArrivalView),
  /** Opens a quarantined file that was sealed with words, as they were told on another way. */
  openWithWords: procedure.input(z.object({ arrivalId: Id, passphrase: z.string().max(200) })).output(ArrivalView),
  /**
   * One commit: person, goals, needs, courses, choices and the import itself, with its audit entry. `as`: who of the
   * candidates it is, or `NEW`; `take`: the fields that follow the file where the two differ, or all.
   */
  accept: procedure
    .input(
      z.object({
        arrivalId: Id,
        as: z.union([Id, z.literal('NEW')]),
        take: z.union([z.literal('ALL'), z.array(z.string().max(60)).max(60)]).optional(),
        registrationNumberIn: shortText.optional(),
      }),
    )
    .output(z.object({ personId: Id, importId: Id })),
  /** Deletes what an envelope brought that its sender revoked: goals, needs, courses, choices, and the case as it came. */
  deleteRevoked: procedure.input(z.object({ importId: Id })).output(z.object({ documents: z.int() })),
  /** The plan that came in the envelope, to be looked at and printed as it came; audited as reading. */
  previewDocument: procedure.input(z.object({ arrivalId: Id })).output(Preview),
  /** Saves the plan that came in the envelope as a PDF; audited, because it leaves the quarantine in clear. */
  saveDocument: procedure.input(z.object({ arrivalId: Id, file: FileToken })).output(z.object({ name: z.string() })),
  /** Saves the slip on paper for an envelope that nobody can be answered for, as a PDF in the language of whoever brought it. */
  saveRefusalSlip: procedure.input(z.object({ arrivalId: Id, language: Language, file: FileToken })).output(z.object({ name: z.string() })),
  /** Writes the signed receipt for an envelope to the chosen folder; refusals too. */
  receipt: procedure
    .input(
      z.object({
        /** the envelope in quarantine, or what was kept of one that was opened before */
        arrivalId: Id.optional(),
        importId: Id.optional(),
        folder: FileToken,
        decision: Decision,
        reason: z.enum(['WRONG_RECIPIENT', 'INCOMPLETE', 'NOT_OURS', 'DUPLICATE', 'OTHER']).optional(),
        /** our incoming number of the hand-over */
        registrationNumber: shortText.optional(),
        /** our outgoing number of the receipt */
        numberOut: shortText.optional(),
      }),
    )
    .output(z.object({ fileName: z.string(), importId: Id.optional() })),
};
