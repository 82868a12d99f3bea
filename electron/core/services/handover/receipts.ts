import { ReceiptPayload } from '../../../../shared/domain/envelope.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import { moved, receiptCommand, withReceipt } from '../../../../shared/domain/handover-rules.ts';
import { acceptedLate } from '../../../../shared/domain/plan-ending.ts';
import type { Sent } from '../../../../shared/domain/sent.ts';
import { sharedKindOf, type SharedPackKind } from '../../../../shared/domain/shared-pack.ts';
import type { Source } from '../../envelope/content.ts';
import { decryptInWorker } from '../../envelope/decrypt-in-worker.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import { normalPassphrase } from '../../envelope/passphrase.ts';
import { openEnvelope, type OpenedEnvelope, type OpenReport } from '../../envelope/open.ts';
import { mustSee, wholeVault } from '../../vault/scoped-vault.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { signerLookup } from '../contacts/contacts.ts';
import { ageIdentities, ownService } from '../contacts/own.ts';
import { jsonIn } from '../imports/read-case.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { changed, orRefuse, save, type Work } from '../work.ts';
import { caseAfter } from './copy.ts';
import { sentOf } from './outgoing.ts';

/** The hand-over an envelope of ours belongs to. */
const handoverOf = async (work: Work, envelopeId: string): Promise<Stored<Handover> | undefined> =>
  (await find(wholeVault(work.vault), 'handovers', 'handover', { selector: { 'ix.envelopeId': envelopeId }, limit: 1 }))[0];

/** What was sealed before there was a book of what left. */
const sealedBefore = async (work: Work, envelopeId: string): Promise<{ recipientServiceId: string; tagManifestSha256: string } | undefined> => {
  const handover = await handoverOf(work, envelopeId);
  return handover?.envelope === undefined ? undefined : { recipientServiceId: handover.recipientServiceId, tagManifestSha256: handover.envelope.tagManifestSha256 };
};

/** Who sent us an envelope that is known here. */
const receivedFrom = async (work: Work, envelopeId: string): Promise<string | undefined> =>
  (await find(wholeVault(work.vault), 'handovers', 'import', { selector: { 'ix.envelopeId': envelopeId }, limit: 1 }))[0]?.senderServiceId;

/**
 * Opens any envelope addressed to us with everything this workplace knows; checks 1 to 8, and those given.
 * @param passphrase as it was told, of one that was sealed with words
 */
export const openWithVault = async (
  work: Work,
  bytes: Source,
  later: NonNullable<Parameters<typeof openEnvelope>[0]['later']>,
  passphrase?: string,
): Promise<OpenReport> => {
  const own = await ownService(work);
  return openEnvelope({
    bytes,
    key: passphrase === undefined ? { identities: await ageIdentities(work) } : { passphrase: normalPassphrase(passphrase) },
    decrypt: decryptInWorker,
    us: { serviceId: own.card.serviceId, demo: work.vault.info.demo },
    trust: await signerLookup(work),
    exchanged: async ({ envelopeId, tagManifestSha256 }, serviceId) => {
      const sent = (await sentOf(work, envelopeId)) ?? (await sealedBefore(work, envelopeId));
      // a revocation names what its sender sent us
      if (tagManifestSha256 === undefined && (await receivedFrom(work, envelopeId)) === serviceId) return true;
      return sent?.recipientServiceId === serviceId && (tagManifestSha256 === undefined || sent.tagManifestSha256 === tagManifestSha256);
    },
    later,
  });
};

/** What a receipt says. @throws EnvelopeError PAYLOAD_INVALID */
export const receiptIn = (envelope: OpenedEnvelope): ReceiptPayload => {
  const read = envelope.header.kind === 'receipt' ? ReceiptPayload.safeParse(jsonIn(envelope, 'data/receipt.json')) : undefined;
  if (read?.success !== true) throw new EnvelopeError('PAYLOAD_INVALID');
  return read.data;
};

/** The answer to a pack: it is about nobody. */
export interface PackAnswered {
  readonly pack: SharedPackKind;
  readonly sender: string;
  readonly decision: ReceiptPayload['decision'];
  readonly repeated: boolean;
}

export interface ReceiptTaken {
  readonly handoverId: string;
  /** whose hand-over it was */
  readonly personId: string;
  readonly decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED';
  /** the same receipt came before; nothing changed */
  readonly repeated: boolean;
  /** it answers the notice that something must not be used */
  readonly notice?: true;
}

/** The plan that was given to the person at release, when its hand-over is accepted only now. */
const givenPlan = async (work: Work, { personId, planContentId, practice, past }: Handover): Promise<Change[]> => {
  if (practice === true || past === true) return [];
  return (await plansOf(work, personId)).flatMap(({ content, progress }): Change[] => {
    const accepted = content.id === planContentId ? acceptedLate(content, progress, { on: work.today, by: work.vault.user.id }) : undefined;
    return accepted?.ok === true ? [{ op: 'put', collection: 'plans', doc: changed(work, { ...accepted.value, _rev: progress._rev }) }] : [];
  });
};

/** The plan that was given to the person at release, where its hand-over is accepted only now. */
export const plansAccepted = async (work: Work, next: Handover): Promise<Change[]> => (next.status === 'ACCEPTED' ? givenPlan(work, next) : []);

/** The answer to the notice that something must not be used: no longer used, deleted too, or why not. */
const noticeAnswered = async (work: Work, handover: Stored<Handover>, { decision, reason, at }: ReceiptPayload): Promise<ReceiptTaken> => {
  const taken = { handoverId: handover.id, personId: handover.personId, decision, notice: true } as const;
  const { revocation } = handover;
  if (revocation === undefined) throw new EnvelopeError('NOT_EXCHANGED');
  const before = revocation.answer?.decision;
  const older = revocation.answer !== undefined && Date.parse(at) < Date.parse(revocation.answer.at);
  // deleted stays deleted, whatever older letter arrives after it
  if (before === decision || before === 'ACCEPTED' || (older && decision !== 'ACCEPTED')) return { ...taken, repeated: true };
  const answer = { decision, ...(reason === undefined ? {} : { reason }), at, importedAt: work.now };
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...handover, revocation: { ...revocation, answer } }) }], {
    action: 'handover.noticeAnswered',
    personId: handover.personId,
    details: { handover: handover.id, decision },
  });
  return { ...taken, repeated: false };
};

/** What the recipient of a pack answered, kept with its line in the book of what left. */
const packAnswered = async (work: Work, sent: Stored<Sent>, pack: SharedPackKind, sender: string, { decision, reason, at }: ReceiptPayload): Promise<PackAnswered> => {
  const before = sent.answer;
  // read, and then taken over or not: an older letter says nothing new
  if (before !== undefined && (before.decision === decision || before.at > at)) return { pack, sender, decision, repeated: true };
  const answer = { decision, at, ...(reason === undefined ? {} : { reason }) };
  await save(work, [{ op: 'put', collection: 'office', doc: changed(work, { ...sent, answer }) }], { action: 'sharedPack.answered', details: { kind: pack, service: sent.recipientServiceId, decision } });
  return { pack, sender, decision, repeated: false };
};

/**
 * Takes a receipt: it must answer an envelope we really sent to that service, and name its tag manifest.
 * @param numberIn our incoming number of the receipt, when it was given already
 * @throws EnvelopeError naming the failed check
 */
export const takeReceipt = async (work: Work, bytes: Source, numberIn?: string): Promise<ReceiptTaken | PackAnswered> => {
  const report = await openWithVault(work, bytes, {
    payload: (envelope) => {
      const receipt = receiptIn(envelope);
      const answered = envelope.header.inAnswerTo;
      if (receipt.answers.envelopeId !== answered?.envelopeId || receipt.answers.tagManifestSha256 !== answered.tagManifestSha256) {
        throw new EnvelopeError('NOT_EXCHANGED');
      }
    },
  });
  try {
    return await taken(work, report, numberIn);
  } finally {
    report.close();
  }
};

/** What a receipt that passed its checks says, written down. */
const taken = async (work: Work, report: OpenReport, numberIn: string | undefined): Promise<ReceiptTaken | PackAnswered> => {
  if (report.envelope === undefined) throw report.error ?? new EnvelopeError('PAYLOAD_INVALID');
  const receipt = receiptIn(report.envelope);
  const sent = await sentOf(work, receipt.answers.envelopeId);
  const pack = sharedKindOf(sent?.kind);
  if (sent !== undefined && pack !== undefined) return packAnswered(work, sent, pack, report.envelope.sender.name, receipt);
  const notice = sent?.revokes;
  const handover = await handoverOf(work, notice ?? receipt.answers.envelopeId);
  if (handover === undefined) throw new EnvelopeError('NOT_EXCHANGED');
  mustSee(work.vault, [handover.personId]);
  if (notice !== undefined) return noticeAnswered(work, handover, receipt);
  const command = receiptCommand(handover, receipt.decision);
  if (command === undefined) return { handoverId: handover.id, personId: handover.personId, decision: receipt.decision, repeated: true };
  const next = orRefuse(moved(handover, command, work.now, work.vault.user.id));
  const numberOut = report.envelope.header.registrationNumber;
  const doc: Stored<Handover> = {
    _rev: handover._rev,
    ...withReceipt(next, {
      envelopeId: report.envelope.header.envelopeId,
      decision: receipt.decision,
      ...(receipt.reason === undefined ? {} : { reason: receipt.reason }),
      ...(receipt.registrationNumber === undefined ? {} : { registrationNumber: receipt.registrationNumber }),
      ...(numberOut === undefined ? {} : { numberOut }),
      ...(numberIn === undefined ? {} : { numberIn }),
      at: receipt.at,
      importedAt: work.now,
    }),
  };
  const follows = [...(await plansAccepted(work, next)), ...(await caseAfter(work, next))];
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, doc) }, ...follows], {
    action: 'handover.receipt',
    personId: handover.personId,
    details: { handover: handover.id, decision: receipt.decision, ...(numberOut === undefined ? {} : { numberOut: true }), ...(numberIn === undefined ? {} : { numberIn: true }) },
  });
  return { handoverId: handover.id, personId: handover.personId, decision: receipt.decision, repeated: false };
};
