import type { ArrivalView } from '../../../../shared/contract/arrivals.ts';
import type { CollectionName } from '../../../../shared/domain/collections.ts';
import { nameOf } from '../handover/list.ts';
import type { Change } from '../../vault/types.ts';
import { changed, existing, RefusedError, save, type Work } from '../work.ts';
import type { Arrival } from './arrivals.ts';
import { importOf, type NoticeIn } from './read-case.ts';

/** The sender's word that something must not be used any more, marked as soon as its signature holds: nobody has to decide that. */
export const markRevoked = async (work: Work, { notice, record }: NoticeIn, { report }: Pick<Arrival, 'report'>): Promise<void> => {
  const by = report.answerTo;
  if (by === undefined || record.revoked !== undefined) return;
  const revoked = { envelopeId: by.envelopeId, tagManifestSha256: by.tagManifestSha256, on: work.today, at: notice.at, reason: notice.reason };
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...record, revoked }) }], { action: 'import.revoked', personId: record.personId, details: { envelope: record.envelopeId } });
};

/** What the screen shows of a notice, as things stand now. */
export const noticeView = async (work: Work, { notice, record }: NoticeIn): Promise<NonNullable<ArrivalView['notice']>> => {
  const now = (await importOf(work, record.envelopeId)) ?? record;
  const person = await nameOf(work, record.personId);
  return {
    importId: record.id,
    personId: record.personId,
    ...(person === undefined ? {} : { person }),
    reference: record.reference,
    reason: notice.reason,
    on: record.dataAsOf,
    ...(now.revoked?.deletedOn === undefined ? {} : { deletedOn: now.revoked.deletedOn }),
  };
};

/** Where what a case brings is kept, beside the person. */
const broughtInto: readonly { readonly collection: Extract<CollectionName, 'plans' | 'assessments' | 'release' | 'consents'>; readonly types: readonly string[] }[] = [
  { collection: 'plans', types: ['content', 'progress'] },
  { collection: 'assessments', types: ['round', 'need'] },
  { collection: 'release', types: ['receivedCourse', 'appointment', 'obligation'] },
  { collection: 'consents', types: ['consent'] },
];

/**
 * Deletes what a revoked envelope brought: everything that the commit of its import entered, and the case as it came. What was
 * written here since stays, and so do name and number: otherwise nobody could say of whom something was deleted.
 * @throws RefusedError import.notRevoked, notFound
 */
export const deleteRevoked = async (work: Work, importId: string): Promise<{ documents: number }> => {
  const record = await existing(work, 'handovers', importId, 'import');
  const { revoked, caseFile, ...rest } = record;
  if (revoked === undefined) throw new RefusedError({ code: 'import.notRevoked' });
  const brought: Change[] = [];
  // what came with a case that was never imported is nothing
  if (caseFile !== undefined) {
    for (const { collection, types } of broughtInto) {
      for (const { id } of types.flatMap((type) => work.vault.rows(collection, type, [], record.personId))) {
        const doc = await work.vault.get(collection, id);
        if (doc?.createdAt === record.decidedAt) brought.push({ op: 'remove', collection, id, _rev: doc._rev });
      }
    }
  }
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...rest, revoked: { ...revoked, deletedOn: work.today } }) }, ...brought], {
    action: 'import.deleteRevoked',
    personId: record.personId,
    details: { envelope: record.envelopeId, documents: brought.length },
  });
  return { documents: brought.length };
};
