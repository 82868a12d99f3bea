import type { ReadLine } from '../../../../shared/domain/read-shared-pack.ts';
import { sharedPackStep, type SharedPackCommand } from '../../../../shared/domain/shared-pack-machine.ts';
import type { AppliedLine, SharedPack, SharedPackKind, SharedPackState } from '../../../../shared/domain/shared-pack.ts';
import { linesTaken, reviewSharedPack, type ReviewedLine, type SharedDoc, type TakeLines } from '../../../../shared/domain/shared-pack-rules.ts';
import type { SharedReview } from '../../../../shared/contract/shared-packs.ts';
import { canonicalHash } from '../../canonical.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import type { OpenedEnvelope } from '../../envelope/open.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { contactOf, refuseRevoked } from '../contacts/contacts.ts';
import { waiting, type Arrival, type Arrivals } from '../imports/arrivals.ts';
import { changed, created, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { collectionOfKind, docsOf, putDoc } from './docs.ts';
import { packIn, packOf, packsOf, refuseOlderPack, type PackIn } from './read.ts';

/** @throws RefusedError sharedPack.noPack when what lies there is something else */
const packArrival = (arrivals: Arrivals, arrivalId: string): { readonly arrival: Arrival; readonly envelope: OpenedEnvelope; readonly state: SharedPackState } => {
  const arrival = waiting(arrivals, arrivalId);
  if (arrival.envelope === undefined || arrival.pack === undefined) throw new RefusedError({ code: 'sharedPack.noPack' });
  return { arrival, envelope: arrival.envelope, state: arrival.pack };
};

/** The state of what lies in quarantine, also where it is shown. */
export const setPackState = (arrival: Arrival, state: SharedPackState, packId?: string): void => {
  arrival.pack = state;
  if (arrival.view?.pack !== undefined) arrival.view = { ...arrival.view, pack: { ...arrival.view.pack, state, ...(packId === undefined ? {} : { packId }) } };
};

/** What was taken away since it was opened: the trust in the key, or the word that this office may send packs. @throws EnvelopeError */
const stillMaySend = async (work: Work, envelope: OpenedEnvelope): Promise<void> => {
  await refuseRevoked(work, envelope.header.sender.signingKey);
  if ((await contactOf(work, envelope.sender.serviceId))?.packs === undefined) throw new EnvelopeError('KIND_NOT_ALLOWED');
};

interface Beside {
  readonly pack: PackIn;
  readonly docs: readonly Stored<SharedDoc>[];
  readonly reviewed: readonly ReviewedLine[];
  readonly seen: string;
}

/** A pack beside what is here now. */
const beside = async (work: Work, envelope: OpenedEnvelope): Promise<Beside> => {
  const pack = await packIn(work, envelope);
  const docs = await docsOf(work, pack.kind);
  const before = await packsOf(work, envelope.sender.serviceId, pack.kind);
  const takenBefore = new Set(before.filter(({ state }) => state === 'APPLIED').flatMap(({ applied }) => applied.flatMap(({ act, lineId }) => (act === 'ENDED' ? [] : [lineId]))));
  const reviewed = reviewSharedPack(pack.lines, { docs, senderServiceId: envelope.sender.serviceId, takenBefore });
  return { pack, docs, reviewed, seen: canonicalHash(reviewed) };
};

const stepped = (arrival: Arrival, state: SharedPackState, command: SharedPackCommand, packId?: string): SharedPackState => {
  const next = orRefuse(sharedPackStep(state, command));
  setPackState(arrival, next, packId);
  return next;
};

/**
 * Every line of a pack beside what is here; nothing is changed by looking.
 * @throws RefusedError import.gone, sharedPack.noPack, machine.sharedPack of one that was decided
 */
export const reviewPack = async (work: Work, arrivals: Arrivals, arrivalId: string): Promise<SharedReview> => {
  const { arrival, envelope, state } = packArrival(arrivals, arrivalId);
  orRefuse(sharedPackStep(state, 'look'));
  const { pack, reviewed, seen } = await beside(work, envelope);
  stepped(arrival, state, 'look');
  return { kind: pack.kind, sender: envelope.sender.name, dataAsOf: pack.payload.dataAsOf, seen, lines: reviewed.map((line) => ({ ...line, fields: line.fields.map((field) => ({ ...field })) })) };
};

const withoutBase = ({ lineId, raw: _raw, ...line }: Exclude<ReadLine, { what: 'unknown' }>) => ({ lineId, ...line });

/** The document a line becomes: what stays ours of one that is here – how much of it may be passed on – stays. */
const written = (work: Work, read: Exclude<ReadLine, { what: 'unknown' }>, known: Stored<SharedDoc> | undefined, from: NonNullable<SharedDoc['from']>): SharedDoc => {
  const line = withoutBase(read);
  const base = known === undefined ? created(work, newId()) : { ...changed(work, { id: known.id, v: known.v, createdAt: known.createdAt, createdBy: known.createdBy, updatedAt: known.updatedAt, updatedBy: known.updatedBy }), _rev: known._rev };
  switch (line.what) {
    case 'organisation':
      return { ...base, type: 'organisation', ...line.content, publishes: known?.type === 'organisation' ? known.publishes : 'NOTHING', from };
    case 'programme':
      return { ...base, type: 'programme', ...line.content, active: true, from };
    case 'goal':
      return { ...base, type: 'goalTemplate', ...line.content, from };
  }
};

interface Planned {
  readonly change: Change;
  readonly applied: AppliedLine;
}

/** What of theirs is not offered any more: a programme is retired, because courses name it; the rest goes. */
const ended = (work: Work, kind: SharedPackKind, lineId: string, doc: Stored<SharedDoc>): Planned => {
  const applied = { lineId, docId: doc.id, act: 'ENDED', before: doc } as const;
  if (doc.type !== 'programme') return { applied, change: { op: 'remove', collection: collectionOfKind(kind), id: doc.id, _rev: doc._rev } };
  return { applied, change: putDoc(kind, changed(work, { ...doc, active: false, ...(doc.from === undefined ? {} : { from: { ...doc.from, at: work.now } }) })) };
};

const planned = (work: Work, envelope: OpenedEnvelope, { pack, docs }: Beside, line: ReviewedLine): Planned => {
  const known = docs.find(({ id }) => id === line.docId);
  if (line.standing === 'GONE' && known !== undefined) return ended(work, pack.kind, line.lineId, known);
  const read = pack.lines.find(({ lineId }) => lineId === line.lineId);
  if (read === undefined || read.what === 'unknown') throw new RefusedError({ code: 'sharedPack.notTakeable' });
  const from = { serviceId: envelope.sender.serviceId, name: envelope.sender.name, lineId: line.lineId, dataAsOf: pack.payload.dataAsOf, at: work.now };
  const doc = written(work, read, known, from);
  return { change: putDoc(pack.kind, doc), applied: { lineId: line.lineId, docId: doc.id, act: known === undefined ? 'ADDED' : 'CHANGED', ...(known === undefined ? {} : { before: known }) } };
};

/** What is kept of a pack once it is decided. */
const recordOf = (work: Work, envelope: OpenedEnvelope, pack: PackIn, before: Stored<SharedPack> | undefined, state: SharedPackState, applied: readonly AppliedLine[]): SharedPack => {
  const { header, sender } = envelope;
  return {
    ...(before === undefined ? created(work) : { ...changed(work, { id: before.id, v: before.v, createdAt: before.createdAt, createdBy: before.createdBy, updatedAt: before.updatedAt, updatedBy: before.updatedBy }), _rev: before._rev }),
    type: 'sharedPack',
    kind: pack.kind,
    state,
    envelopeId: header.envelopeId,
    tagManifestSha256: envelope.tagManifestSha256,
    fileSha256: envelope.sha256,
    senderServiceId: sender.serviceId,
    senderInstallationId: header.sender.installationId,
    senderName: sender.name,
    reference: header.reference,
    sequence: header.sequence,
    dataAsOf: pack.payload.dataAsOf,
    lines: pack.lines.map(({ raw }) => raw),
    applied: [...applied],
    decidedAt: work.now,
  };
};

/**
 * Takes over the lines that were accepted, in one commit with what stood there before.
 * @param seen hash of the review that was looked at: whatever was changed here since is looked at again
 * @throws RefusedError machine.sharedPack, sharedPack.changedSince, sharedPack.nothingTaken, sharedPack.notTakeable;
 *   EnvelopeError when the sender may not send it any more, or a newer pack was taken over since it was opened
 */
export const applyPack = async (work: Work, arrivals: Arrivals, arrivalId: string, take: TakeLines, seen: string): Promise<{ packId: string; lines: number }> => {
  const { arrival, envelope, state } = packArrival(arrivals, arrivalId);
  const next = orRefuse(sharedPackStep(state, 'apply'));
  await stillMaySend(work, envelope);
  await refuseOlderPack(work, envelope);
  const now = await beside(work, envelope);
  if (now.seen !== seen) throw new RefusedError({ code: 'sharedPack.changedSince' });
  const plan = orRefuse(linesTaken(now.reviewed, take)).map((line) => planned(work, envelope, now, line));
  const before = await packOf(work, envelope.header.envelopeId);
  // somebody else decided it meanwhile, from another copy of the file
  if (before !== undefined && before.state !== 'UNDONE') throw new RefusedError({ code: 'sharedPack.decidedMeanwhile' });
  const record = recordOf(work, envelope, now.pack, before, next, plan.map(({ applied }) => applied));
  await save(work, [...plan.map(({ change }) => change), { op: 'put', collection: 'partners', doc: record }], {
    action: 'sharedPack.apply',
    details: { kind: record.kind, service: record.senderServiceId, lines: plan.length },
  });
  setPackState(arrival, next, record.id);
  return { packId: record.id, lines: plan.length };
};

/** Nothing of a pack is taken over. @throws RefusedError machine.sharedPack once it was decided */
export const refusePack = async (work: Work, arrivals: Arrivals, arrivalId: string): Promise<void> => {
  const { arrival, envelope, state } = packArrival(arrivals, arrivalId);
  const next = orRefuse(sharedPackStep(state, 'refuse'));
  const before = await packOf(work, envelope.header.envelopeId);
  if (before !== undefined && before.state !== 'UNDONE') throw new RefusedError({ code: 'sharedPack.decidedMeanwhile' });
  const pack = await packIn(work, envelope);
  const record = recordOf(work, envelope, pack, before, next, []);
  await save(work, [{ op: 'put', collection: 'partners', doc: record }], { action: 'sharedPack.refuse', details: { kind: record.kind, service: record.senderServiceId } });
  setPackState(arrival, next, record.id);
};
