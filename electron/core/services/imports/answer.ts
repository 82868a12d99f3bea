import type { ImportRecord } from '../../../../shared/domain/handover.ts';
import { RECEIPT_VERSION, type EnvelopeRef, type ReceiptPayload } from '../../../../shared/domain/envelope.ts';
import type { Stored } from '../../vault/types.ts';
import { canonicalBytes } from '../../canonical.ts';
import { recipientOfCard } from '../../envelope/card.ts';
import { sealInWorker } from '../../envelope/seal.ts';
import { writeToMedium } from '../../envelope/write-medium.ts';
import { trustedContact } from '../contacts/contacts.ts';
import { ownService, signingKey } from '../contacts/own.ts';
import { nextSequence, referenceOf, withSequence } from '../handover/seal.ts';
import { changed, newId, RefusedError, save, type Work } from '../work.ts';
import type { Arrivals } from './arrivals.ts';
import { caseFileIn, importOf, recordOf, waiting } from './imports.ts';

export interface Answer {
  readonly arrivalId: string;
  readonly decision: ImportRecord['decision'];
  readonly reason?: string | undefined;
  readonly registrationNumber?: string | undefined;
}

/** What became of the envelope, as first decided: a repeat gets the same answer. */
const settled = async (work: Work, arrivals: Arrivals, answer: Answer): Promise<{ record?: ImportRecord; fresh: boolean }> => {
  const { envelope } = waiting(arrivals, answer.arrivalId);
  if (envelope === undefined) return { fresh: false };
  const before = await importOf(work, envelope.header.envelopeId);
  const goesOn = before?.decision === 'RECEIVED' && answer.decision !== 'RECEIVED';
  if (before !== undefined && !goesOn) return { record: before, fresh: false };
  if (answer.decision === 'ACCEPTED') throw new RefusedError({ code: 'import.acceptFirst' });
  const made = recordOf(work, envelope, caseFileIn(envelope).person.id, {
    decision: answer.decision,
    ...(answer.reason === undefined ? {} : { reason: answer.reason }),
    ...(answer.registrationNumber === undefined ? {} : { registrationNumberIn: answer.registrationNumber }),
  });
  if (before === undefined) return { record: made, fresh: true };
  const kept: Stored<ImportRecord> = { ...made, id: before.id, _rev: before._rev };
  return { record: kept, fresh: true };
};

/**
 * Writes the signed receipt for an envelope into a folder: received, accepted (after the import) or rejected with a
 * reason. Possible from the moment the signature was verified, refusals included.
 * @throws RefusedError when there is nobody to answer, or ACCEPTED is answered before the import
 */
export const writeReceipt = async (work: Work, arrivals: Arrivals, answer: Answer, folder: string): Promise<{ fileName: string }> => {
  if (answer.decision === 'REJECTED' && answer.reason === undefined) throw new RefusedError({ code: 'import.reasonNeeded' });
  const { report } = waiting(arrivals, answer.arrivalId);
  const to = report.answerTo;
  if (to === undefined) throw new RefusedError({ code: 'import.nobodyToAnswer' });
  if (report.envelope === undefined && answer.decision !== 'REJECTED') throw new RefusedError({ code: 'import.notOpened' });
  const { record, fresh } = await settled(work, arrivals, answer);
  const contact = await trustedContact(work, to.sender.serviceId);
  const service = await ownService(work);
  const sequence = nextSequence(service, contact.card.serviceId);
  const reference = referenceOf(work.today, contact.card.serviceId, sequence);
  const answers: EnvelopeRef = { envelopeId: to.envelopeId, tagManifestSha256: to.tagManifestSha256 };
  // with a record the first answer stands, whatever is asked for now
  const reason = record === undefined ? answer.reason : record.reason;
  const receipt: ReceiptPayload = {
    format: 'varco-receipt',
    version: RECEIPT_VERSION,
    answers,
    decision: record?.decision ?? answer.decision,
    ...(reason === undefined ? {} : { reason }),
    ...(record?.registrationNumberIn === undefined ? {} : { registrationNumber: record.registrationNumberIn }),
    at: record?.decidedAt ?? work.now,
  };
  const sealed = await sealInWorker({
    header: {
      kind: 'receipt',
      envelopeId: newId(),
      reference,
      sequence,
      createdAt: work.now,
      dataAsOf: work.today,
      sender: { serviceId: service.card.serviceId, installationId: work.vault.info.installationId, name: service.card.name },
      recipient: { serviceId: contact.card.serviceId, age: recipientOfCard(contact.card) },
      inAnswerTo: answers,
      payloads: { receipt: RECEIPT_VERSION },
      demo: work.vault.info.demo,
    },
    payload: [{ path: 'receipt.json', bytes: canonicalBytes(receipt) }],
    signingKey: signingKey(work),
  });
  await save(
    work,
    [
      { op: 'put', collection: 'office', doc: changed(work, withSequence(service, contact.card.serviceId, sequence)) },
      ...(fresh && record !== undefined ? [{ op: 'put' as const, collection: 'handovers' as const, doc: record }] : []),
    ],
    {
      action: 'import.receipt',
      ...(record === undefined ? {} : { personId: record.personId }),
      details: { envelope: to.envelopeId, decision: receipt.decision },
    },
  );
  await writeToMedium({ folder, fileName: sealed.fileName, bytes: sealed.bytes });
  return { fileName: sealed.fileName };
};
