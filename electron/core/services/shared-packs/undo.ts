import { sharedPackStep } from '../../../../shared/domain/shared-pack-machine.ts';
import type { SharedPack } from '../../../../shared/domain/shared-pack.ts';
import { mayUndoPack, type SharedDoc } from '../../../../shared/domain/shared-pack-rules.ts';
import type { Change, Stored } from '../../vault/types.ts';
import type { Arrivals } from '../imports/arrivals.ts';
import { count } from '../query.ts';
import { changed, existing, orRefuse, save, type Work } from '../work.ts';
import { setPackState } from './apply.ts';
import { collectionOfKind, docsOf, putDoc } from './docs.ts';
import { packsOf } from './read.ts';

/** What stood there before a line was taken over comes back as it was, with its own dates. */
const restored = (pack: SharedPack, before: unknown, now: Stored<SharedDoc> | undefined): Change => {
  const { _rev: _then, ...doc } = before as Stored<SharedDoc>;
  return putDoc(pack.kind, (now === undefined ? doc : { ...doc, _rev: now._rev }) as SharedDoc);
};

/**
 * Takes an applied pack back in one commit: what it added goes, what it changed or ended is as it was before.
 * @throws RefusedError machine.sharedPack unless it is applied, sharedPack.newerCame, sharedPack.inUse, sharedPack.editedSince,
 *   sharedPack.removedSince
 */
export const undoPack = async (work: Work, arrivals: Arrivals, packId: string): Promise<void> => {
  const pack = await existing(work, 'partners', packId, 'sharedPack');
  const next = orRefuse(sharedPackStep(pack.state, 'undo'));
  const docs = new Map((await docsOf(work, pack.kind)).map((doc) => [doc.id, doc]));
  const others = await packsOf(work, pack.senderServiceId, pack.kind);
  const newer = others.some((other) => other.id !== pack.id && other.state === 'APPLIED' && other.decidedAt > pack.decidedAt);
  const used = async (docId: string): Promise<boolean> => pack.kind === 'catalogue' && (await count(work.vault, 'programmes', { type: 'run', 'ix.programmeId': docId })) > 0;
  const lines = await Promise.all(pack.applied.map(async ({ act, docId }) => ({ act, doc: docs.get(docId), used: await used(docId) })));
  orRefuse(mayUndoPack(lines, pack.decidedAt, newer));
  const changes = pack.applied.flatMap(({ act, docId, before }): Change[] => {
    const doc = docs.get(docId);
    if (act !== 'ADDED') return [restored(pack, before, doc)];
    return doc === undefined ? [] : [{ op: 'remove', collection: collectionOfKind(pack.kind), id: doc.id, _rev: doc._rev }];
  });
  await save(work, [...changes, { op: 'put', collection: 'partners', doc: changed(work, { ...pack, state: next, applied: [] }) }], {
    action: 'sharedPack.undo',
    details: { kind: pack.kind, service: pack.senderServiceId, lines: pack.applied.length },
  });
  const here = arrivals.of(pack.envelopeId);
  if (here !== undefined) setPackState(here, next);
};
