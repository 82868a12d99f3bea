import type { Handover } from '../../../../shared/domain/handover.ts';
import { moved } from '../../../../shared/domain/handover-rules.ts';
import { RETURN_VERSION, ReturnPayload, type OutcomeCounts, type OutcomeReport } from '../../../../shared/domain/outcome-return.ts';
import type { Source } from '../../envelope/content.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import type { OpenedEnvelope } from '../../envelope/open.ts';
import { mustSee, wholeVault } from '../../vault/scoped-vault.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { openWithVault } from '../handover/receipts.ts';
import { jsonIn } from '../imports/read-case.ts';
import { find } from '../query.ts';
import { changed, created, RefusedError, save, type Work } from '../work.ts';

export interface Taken {
  readonly sender: string;
  readonly named: boolean;
  readonly reports: number;
  /** the same came before; nothing changed */
  readonly repeated: boolean;
  readonly personId?: string;
}

/** What a return says. @throws EnvelopeError PAYLOAD_INVALID, PAYLOAD_NEWER, or NOT_EXCHANGED when it is about another envelope than it answers */
export const returnIn = (envelope: OpenedEnvelope): ReturnPayload => {
  const version = envelope.header.payloads['return'];
  if (envelope.header.kind !== 'return' || version === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
  if (version > RETURN_VERSION) throw new EnvelopeError('PAYLOAD_NEWER', { version });
  const read = ReturnPayload.safeParse(jsonIn(envelope, 'data/return.json'));
  if (!read.success) throw new EnvelopeError('PAYLOAD_INVALID');
  const answered = envelope.header.inAnswerTo;
  if (read.data.named && (read.data.answers.envelopeId !== answered?.envelopeId || read.data.answers.tagManifestSha256 !== answered.tagManifestSha256)) throw new EnvelopeError('NOT_EXCHANGED');
  return read.data;
};

const handoverOf = async (work: Work, envelopeId: string): Promise<Stored<Handover>> => {
  const [found] = await find(wholeVault(work.vault), 'handovers', 'handover', { selector: { 'ix.envelopeId': envelopeId }, limit: 1 });
  if (found === undefined) throw new EnvelopeError('NOT_EXCHANGED');
  return found;
};

/** What is told of a person: kept with them, and the hand-over it answers has come full circle. */
const takeNamed = async (work: Work, envelope: OpenedEnvelope, payload: Extract<ReturnPayload, { named: true }>): Promise<Taken> => {
  const handover = await handoverOf(work, payload.answers.envelopeId);
  const { personId } = handover;
  mustSee(work.vault, [personId]);
  const from = { serviceId: envelope.sender.serviceId, name: envelope.sender.name, envelopeId: envelope.header.envelopeId, ground: payload.ground };
  const fresh: OutcomeReport[] = [];
  for (const { id, checkpoint, observedOn, answers, goals, firstAppointment } of payload.reports) {
    if (wholeVault(work.vault).peopleOf(id).length > 0) continue;
    fresh.push({ ...created(work, id), type: 'outcomeReport', personId, checkpoint, observedOn, answers, goals, ...(firstAppointment === undefined ? {} : { firstAppointment }), from });
  }
  const told = { sender: from.name, named: true, personId };
  if (fresh.length === 0) return { ...told, reports: 0, repeated: true };
  // one that was replaced, or never answered, stays where it is: what is told of the person is kept all the same
  const next = moved(handover, 'return', work.now, work.vault.user.id);
  const changes: Change[] = [
    ...fresh.map((doc): Change => ({ op: 'put', collection: 'release', doc })),
    ...(next.ok ? [{ op: 'put' as const, collection: 'handovers' as const, doc: changed(work, { ...next.value, _rev: handover._rev }) }] : []),
  ];
  await save(work, changes, { action: 'outcome.take', personId, details: { handover: handover.id, reports: fresh.length, ground: payload.ground } });
  return { ...told, reports: fresh.length, repeated: false };
};

/** Counts about nobody: the newest of a service stands. */
const takeCounts = async (work: Work, envelope: OpenedEnvelope, { counts, dataAsOf }: Extract<ReturnPayload, { named: false }>): Promise<Taken> => {
  const { envelopeId } = envelope.header;
  const told = { sender: envelope.sender.name, named: false, reports: counts.length };
  if ((await work.vault.get('release', envelopeId)) !== undefined) return { ...told, repeated: true };
  const doc: OutcomeCounts = { ...created(work, envelopeId), type: 'outcomeCounts', from: { serviceId: envelope.sender.serviceId, name: envelope.sender.name, envelopeId }, dataAsOf, counts };
  await save(work, [{ op: 'put', collection: 'release', doc }], { action: 'outcome.take', details: { service: doc.from.serviceId, checkpoints: counts.length } });
  return { ...told, repeated: false };
};

/**
 * Takes in what became of a plan, or counts of several.
 * @throws EnvelopeError naming the failed check; RefusedError outcome.notHere in a workplace that hands nothing over
 */
export const takeReturn = async (work: Work, bytes: Source): Promise<Taken> => {
  if (work.vault.info.kind !== 'prison') throw new RefusedError({ code: 'outcome.notHere' });
  const report = await openWithVault(work, bytes, { payload: (envelope) => void returnIn(envelope) });
  try {
    if (report.envelope === undefined) throw report.error ?? new EnvelopeError('PAYLOAD_INVALID');
    const payload = returnIn(report.envelope);
    return payload.named ? await takeNamed(work, report.envelope, payload) : await takeCounts(work, report.envelope, payload);
  } finally {
    report.close();
  }
};
