import type { ImportRecord } from '../../../../shared/domain/handover.ts';
import { RECEIPT_VERSION, type EnvelopeRef, type ReceiptPayload } from '../../../../shared/domain/envelope.ts';
import { importStep } from '../../../../shared/domain/import-machine.ts';
import { sharedKindOf } from '../../../../shared/domain/shared-pack.ts';
import type { Stored } from '../../vault/types.ts';
import { canonicalBytes } from '../../canonical.ts';
import { sealOut } from '../handover/outgoing.ts';
import { changed, existing, RefusedError, save, vouched, type Work } from '../work.ts';
import { decidedNow, waiting, type Arrivals } from './arrivals.ts';
import { packOf } from '../shared-packs/read.ts';
import { recordOf } from './imports.ts';
import { importOf, noticeIn } from './read-case.ts';
import { personIn } from './told.ts';

export interface Answer {
  /** the envelope in quarantine; without it, what was kept of one that was opened before */
  readonly arrivalId?: string | undefined;
  readonly importId?: string | undefined;
  readonly decision: ImportRecord['decision'];
  readonly reason?: string | undefined;
  /** our incoming number of the hand-over */
  readonly registrationNumber?: string | undefined;
  /** our outgoing number of the receipt */
  readonly numberOut?: string | undefined;
}

/** Whom a receipt goes to, what it answers, and what is kept of that; `fresh` when the record changes with it. */
interface Answered {
  readonly serviceId: string;
  readonly answers: EnvelopeRef;
  readonly record?: ImportRecord & { readonly _rev?: string };
  readonly fresh: boolean;
}

const refOf = ({ envelopeId, tagManifestSha256 }: EnvelopeRef): EnvelopeRef => ({ envelopeId, tagManifestSha256 });

/** Fields of the record that this answer brings. */
const answerFields = ({ decision, reason, registrationNumber }: Answer): Pick<ImportRecord, 'decision' | 'reason' | 'registrationNumberIn'> => ({
  decision,
  ...(reason === undefined ? {} : { reason }),
  ...(registrationNumber === undefined ? {} : { registrationNumberIn: registrationNumber }),
});

/** The first answer stands; only "received" may be followed by another. */
const goesOn = (before: ImportRecord, answer: Answer): boolean => before.decision === 'RECEIVED' && answer.decision !== 'RECEIVED';

/** What is answered of an envelope that was opened before: its record is enough. */
const ofRecord = async (work: Work, importId: string, answer: Answer): Promise<Answered> => {
  const before = await existing(work, 'handovers', importId, 'import');
  const to = { serviceId: before.senderServiceId, answers: refOf(before) };
  if (!goesOn(before, answer)) return { ...to, record: before, fresh: false };
  if (answer.decision === 'ACCEPTED') throw new RefusedError({ code: 'import.acceptFirst' });
  return { ...to, record: { ...before, ...answerFields(answer), decidedAt: work.now }, fresh: true };
};

/** What is answered of an envelope in quarantine. From the verified signature on there is somebody to answer. */
const ofArrival = async (work: Work, arrivals: Arrivals, arrivalId: string, answer: Answer): Promise<Answered> => {
  const { report, envelope } = waiting(arrivals, arrivalId);
  if (report.answerTo === undefined) throw new RefusedError({ code: 'import.nobodyToAnswer' });
  const to = { serviceId: report.answerTo.sender.serviceId, answers: refOf(report.answerTo) };
  if (envelope === undefined) {
    if (answer.decision !== 'REJECTED') throw new RefusedError({ code: 'import.notOpened' });
    return { ...to, fresh: false };
  }
  if (envelope.header.kind === 'revocation') {
    const { record } = await noticeIn(work, envelope);
    // "deleted" is said only of what was deleted
    if (answer.decision === 'ACCEPTED' && record.revoked?.deletedOn === undefined) throw new RefusedError({ code: 'import.deleteFirst' });
    return { ...to, fresh: false };
  }
  if (sharedKindOf(envelope.header.kind) !== undefined) {
    // what the receipt says of a pack was done here first
    const state = (await packOf(work, envelope.header.envelopeId))?.state;
    if (answer.decision === 'ACCEPTED' ? state !== 'APPLIED' : answer.decision === 'REJECTED' ? state !== 'REFUSED' : state === 'APPLIED' || state === 'REFUSED') throw new RefusedError({ code: 'sharedPack.answerDiffers' });
    return { ...to, fresh: false };
  }
  const before = await importOf(work, envelope.header.envelopeId);
  if (before !== undefined && !goesOn(before, answer)) return { ...to, record: before, fresh: false };
  if (answer.decision === 'ACCEPTED') throw new RefusedError({ code: 'import.acceptFirst' });
  const made = recordOf(work, envelope, await personIn(work, envelope), answerFields(answer));
  if (before === undefined) return { ...to, record: made, fresh: true };
  const numberIn = made.registrationNumberIn ?? before.registrationNumberIn;
  return {
    ...to,
    record: {
      ...made,
      id: before.id,
      _rev: before._rev,
      ...(before.answered === undefined ? {} : { answered: before.answered }),
      ...(numberIn === undefined ? {} : { registrationNumberIn: numberIn }),
    },
    fresh: true,
  };
};

const payloadOf = (work: Work, answer: Answer, { answers, record }: Answered): ReceiptPayload => {
  // with a record the first answer stands, whatever is asked for now
  const reason = record === undefined ? answer.reason : record.reason;
  return {
    format: 'varco-receipt',
    version: RECEIPT_VERSION,
    answers,
    decision: record?.decision ?? answer.decision,
    ...(reason === undefined ? {} : { reason }),
    ...(record?.registrationNumberIn === undefined ? {} : { registrationNumber: record.registrationNumberIn }),
    at: record?.decidedAt ?? work.now,
  };
};

/** What lies in quarantine is decided with its answer. */
const rejectedHere = (work: Work, arrivals: Arrivals, arrivalId: string | undefined, record: ImportRecord | undefined): void => {
  const arrival = arrivalId === undefined ? undefined : arrivals.get(arrivalId);
  const next = arrival === undefined || record?.decision !== 'REJECTED' ? undefined : importStep(arrival.state, 'reject');
  if (arrival === undefined || record === undefined || next?.ok !== true) return;
  decidedNow(arrival, { importId: record.id, personId: record.personId, decision: record.decision, on: work.today }, next.value);
};

/** The receipt is on its medium: from now on the sender can know. */
const recordWritten = async (work: Work, importId: string, answered: NonNullable<ImportRecord['answered']>): Promise<void> => {
  const record = await existing(work, 'handovers', importId, 'import');
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...record, answered }) }], {
    action: 'import.receiptWritten',
    personId: record.personId,
    details: { envelope: record.envelopeId },
  });
};

/**
 * Writes the signed receipt for an envelope into a folder: received, accepted (after the import) or rejected with a
 * reason. Possible from the moment the signature was verified, refusals included, and as often as a medium needs it.
 * @throws RefusedError when there is nobody to answer, or ACCEPTED is answered before the import; EnvelopeError when
 *   the medium could not be written: then it stays among what is not answered yet
 */
export const writeReceipt = async (work: Work, arrivals: Arrivals, answer: Answer, folder: string): Promise<{ fileName: string; importId?: string }> => {
  vouched(work);
  if (answer.decision === 'REJECTED' && answer.reason === undefined) throw new RefusedError({ code: 'import.reasonNeeded' });
  const what = answer.importId === undefined ? await ofArrival(work, arrivals, answer.arrivalId ?? '', answer) : await ofRecord(work, answer.importId, answer);
  const { record, fresh, answers, serviceId } = what;
  const receipt = payloadOf(work, answer, what);
  const about = record === undefined ? {} : { personId: record.personId };
  const numbered = answer.numberOut === undefined ? {} : { numberOut: true };
  const sent = await sealOut(
    work,
    {
      kind: 'receipt',
      to: serviceId,
      ...about,
      inAnswerTo: answers,
      ...(answer.numberOut === undefined ? {} : { registrationNumber: answer.numberOut }),
      payloads: { receipt: RECEIPT_VERSION },
      payload: [{ path: 'receipt.json', bytes: canonicalBytes(receipt) }],
    },
    { folder },
    {
      record: () => ({
        changes: fresh && record !== undefined ? [{ op: 'put', collection: 'handovers', doc: record as Stored<ImportRecord> }] : [],
        audit: { action: 'import.receipt', ...about, details: { envelope: answers.envelopeId, decision: receipt.decision, ...numbered } },
      }),
      // what was decided stands; it is among what is not answered yet
      takeBack: () => ({ changes: [], audit: { action: 'import.receiptNotWritten', ...about, details: { envelope: answers.envelopeId } } }),
    },
  );
  rejectedHere(work, arrivals, answer.arrivalId, record);
  if (record === undefined) return { fileName: sent.fileName };
  await recordWritten(work, record.id, {
    decision: receipt.decision,
    at: work.now,
    fileName: sent.fileName,
    ...(answer.numberOut === undefined ? {} : { numberOut: answer.numberOut }),
  });
  return { fileName: sent.fileName, importId: record.id };
};
