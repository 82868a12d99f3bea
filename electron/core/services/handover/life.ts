import type { RevocationPayload, RevocationReason } from '../../../../shared/domain/envelope.ts';
import { REVOCATION_VERSION } from '../../../../shared/domain/envelope.ts';
import type { Custody, Handover } from '../../../../shared/domain/handover.ts';
import { awaitsSecond, dispatched, expired, revoked } from '../../../../shared/domain/handover-life.ts';
import { moved, receiptCommand, withReceipt } from '../../../../shared/domain/handover-rules.ts';
import { refused, type Outcome } from '../../../../shared/domain/outcome.ts';
import { canonicalBytes } from '../../canonical.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { changed, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { caseAfter } from './copy.ts';
import { sealOut, type Way } from './outgoing.ts';
import { plansAccepted } from './receipts.ts';

const actorOf = ({ vault, now, today }: Work) => ({ id: vault.user.id, now, today });

/** It left, and nobody but its signer has answered for it. */
const owesSecond = (handover: Handover): boolean => handover.envelope !== undefined && awaitsSecond(handover);

type Details = Readonly<Record<string, string | number | boolean>>;

/** One act on a hand-over: the rule, then one commit. */
const act = async (work: Work, handoverId: string, action: string, rule: (handover: Stored<Handover>) => Outcome<Handover>, details: Details = {}, more: (next: Handover) => Promise<Change[]> = async () => []): Promise<void> => {
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  const next = orRefuse(rule(handover));
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev }) }, ...(await more(next))], { action, personId: handover.personId, details: { handover: handoverId, ...details } });
};

/** Optional answers that were left empty are no answers. */
type Typed<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The medium leaves our hands. @throws RefusedError handover.dispatchedInFuture, handover.carrierMissing, machine.handover */
export const dispatch = (work: Work, { handoverId, label, carrier, carrierName, on }: { readonly handoverId: string } & Omit<Custody, 'at' | 'by' | 'carrierName'> & Typed<Pick<Custody, 'carrierName'>>): Promise<void> =>
  act(work, handoverId, 'handover.dispatch', (handover) => dispatched(handover, { label, carrier, on, ...(carrierName === undefined ? {} : { carrierName }) }, actorOf(work)), { carrier });

/**
 * Back to draft: prepared or authorised and not to leave like this, or not accepted. Its content has to be read again.
 * @throws RefusedError handover.secondOwed, machine.handover
 */
export const takeBack = (work: Work, handoverId: string): Promise<void> =>
  act(work, handoverId, 'handover.takeBack', (handover) => {
    if (owesSecond(handover)) return refused('handover.secondOwed');
    const next = moved(handover, 'change', work.now, work.vault.user.id);
    if (!next.ok) return next;
    const { authorisation: _authorisation, emergency: _emergency, ...rest } = next.value;
    return { ok: true, value: rest };
  });

/**
 * It is not sent any more, or nothing more is expected of it. What left on one signature waits for the second.
 * @throws RefusedError handover.secondOwed, machine.handover
 */
export const closeHandover = (work: Work, handoverId: string): Promise<void> =>
  act(work, handoverId, 'handover.close', (handover) => (owesSecond(handover) ? refused('handover.secondOwed') : moved(handover, 'close', work.now, work.vault.user.id)));

/** Nobody answered until the last day. @throws RefusedError handover.notExpired, machine.handover */
export const expire = (work: Work, handoverId: string): Promise<void> => act(work, handoverId, 'handover.expire', (handover) => expired(handover, actorOf(work)));

export interface PaperReceipt {
  readonly handoverId: string;
  readonly decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED';
  readonly reason?: string | undefined;
  /** the day and the number that stand on it */
  readonly on: string;
  readonly number: string;
  readonly signedBy?: string | undefined;
}

/**
 * A receipt on paper, typed in by whoever saw it. It counts like a signed one.
 * @throws RefusedError handover.paperInFuture, handover.paperBefore, handover.reasonMissing, handover.sameAnswer, machine.handover
 */
export const paperReceipt = (work: Work, { handoverId, decision, reason, on, number, signedBy }: PaperReceipt): Promise<void> => {
  if (decision === 'REJECTED' && reason === undefined) throw new RefusedError({ code: 'handover.reasonMissing' });
  if (on > work.today) throw new RefusedError({ code: 'handover.paperInFuture' });
  return act(
    work,
    handoverId,
    'handover.paperReceipt',
    (handover) => {
      const command = receiptCommand(handover, decision);
      if (command === undefined) throw new RefusedError({ code: 'handover.sameAnswer' });
      if (handover.envelope !== undefined && on < handover.caseFile.dataAsOf) throw new RefusedError({ code: 'handover.paperBefore' });
      const next = moved(handover, command, work.now, work.vault.user.id);
      if (!next.ok) return next;
      const paper = { on, number, ...(signedBy === undefined ? {} : { signedBy }) };
      return { ok: true, value: withReceipt(next.value, { decision, ...(reason === undefined ? {} : { reason }), paper, at: work.now, importedAt: work.now }) };
    },
    { decision },
    async (next) => [...(await plansAccepted(work, next)), ...(await caseAfter(work, next))],
  );
};

/** It must not be used any more. The notice is written afterwards, and asks for it. @throws RefusedError machine.handover */
export const revoke = (work: Work, handoverId: string, reason: RevocationReason): Promise<void> =>
  act(work, handoverId, 'handover.revoke', (handover) => revoked(handover, reason, actorOf(work)), { reason }, (next) => caseAfter(work, next));

/**
 * Seals the notice that an envelope must not be used and writes it into a folder; as often as a medium needs it.
 * @throws RefusedError handover.notRevoked; as `sealOut`
 */
export const writeNotice = async (work: Work, handoverId: string, way: Way): Promise<{ fileName: string }> => {
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  const { revocation, envelope, reference, personId } = handover;
  if (revocation === undefined || envelope === undefined || reference === undefined) throw new RefusedError({ code: 'handover.notRevoked' });
  const notice: RevocationPayload = {
    format: 'varco-notice',
    version: REVOCATION_VERSION,
    revokes: { envelopeId: envelope.id, tagManifestSha256: envelope.tagManifestSha256 },
    reference,
    reason: revocation.reason,
    at: revocation.at,
  };
  const sent = await sealOut(
    work,
    { kind: 'revocation', to: handover.recipientServiceId, personId, revokes: envelope.id, payloads: { revocation: REVOCATION_VERSION }, payload: [{ path: 'revocation.json', bytes: canonicalBytes(notice) }] },
    way,
    {
      record: ({ id, fileName, sealedAt }) => ({
        changes: [{ op: 'put', collection: 'handovers', doc: changed(work, { ...handover, revocation: { ...revocation, notice: { envelopeId: id, fileName, at: sealedAt } } }) }],
        audit: { action: 'handover.notice', personId, details: { handover: handoverId, envelope: id } },
      }),
      takeBack: async () => {
        const now = await existing(work, 'handovers', handoverId, 'handover');
        return { changes: [{ op: 'put', collection: 'handovers', doc: changed(work, { ...now, revocation }) }], audit: { action: 'handover.noticeNotWritten', personId, details: { handover: handoverId } } };
      },
    },
  );
  return { fileName: sent.fileName };
};
