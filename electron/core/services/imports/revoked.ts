import type { ArrivalView } from '../../../../shared/contract/arrivals.ts';
import { readTransfer } from '../../../../shared/domain/transfer.ts';
import type { CollectionName } from '../../../../shared/domain/collections.ts';
import type { ImportRecord } from '../../../../shared/domain/import-record.ts';
import { nameOf } from '../handover/list.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, existing, RefusedError, save, type Work } from '../work.ts';
import type { Arrival } from './arrivals.ts';
import { importOf, type NoticeIn } from './read-case.ts';
import { idsBrought } from './transfer-changes.ts';

/** What an envelope brought, and what its last-day changes brought after it: without the case they are nothing. */
const withSupplements = async (work: Work, record: Stored<ImportRecord>): Promise<Stored<ImportRecord>[]> => {
  const all = await find(wholeVault(work.vault), 'handovers', 'import', { selector: { personId: record.personId }, sort: [{ id: 'asc' }] });
  return [record, ...all.filter(({ supplements, senderServiceId }) => supplements === record.envelopeId && senderServiceId === record.senderServiceId)];
};

/**
 * The sender's word that something must not be used any more, marked as soon as its signature holds: nobody has to decide that. What
 * was added to it is not used any more either.
 */
export const markRevoked = async (work: Work, { notice, record }: NoticeIn, { report }: Pick<Arrival, 'report'>): Promise<void> => {
  const by = report.answerTo;
  if (by === undefined || record.revoked !== undefined) return;
  const revoked = { envelopeId: by.envelopeId, tagManifestSha256: by.tagManifestSha256, on: work.today, at: notice.at, reason: notice.reason };
  const all = (await withSupplements(work, record)).filter((one) => one.revoked === undefined);
  await save(work, all.map((one): Change => ({ op: 'put', collection: 'handovers', doc: changed(work, { ...one, revoked }) })), { action: 'import.revoked', personId: record.personId, details: { envelope: record.envelopeId } });
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
  { collection: 'release', types: ['receivedCourse', 'appointment', 'obligation', 'application', 'checklist', 'road', 'departure'] },
  { collection: 'consents', types: ['consent', 'thirdPerson'] },
];

/** Everything that the commit of an import entered, and the record without the case as it came. */
const forgotten = async (work: Work, { caseFile, ...record }: Stored<ImportRecord>): Promise<Change[]> => {
  const { revoked } = record;
  const changes: Change[] = [{ op: 'put', collection: 'handovers', doc: changed(work, { ...record, ...(revoked === undefined ? {} : { revoked: { ...revoked, deletedOn: work.today } }) }) }];
  // what came with a case that was never imported is nothing
  if (caseFile === undefined) return changes;
  // a transfer keeps when its documents were made; what was here before it stays
  const transfer = record.mandate?.kind === 'TRANSFER' ? readTransfer(caseFile)?.transfer : undefined;
  const ids = transfer === undefined ? undefined : new Set(idsBrought(transfer, record.personId));
  const before = new Set(record.hereBefore);
  for (const { collection, types } of broughtInto) {
    for (const { id } of types.flatMap((type) => work.vault.rows(collection, type, [], record.personId))) {
      const doc = await work.vault.get(collection, id);
      // one document for all that is known of the road: written on here, it stays
      const ours = doc?.type === 'road' && doc.updatedAt !== doc.createdAt;
      if (doc !== undefined && (ids === undefined ? doc.createdAt === record.decidedAt && !ours : ids.has(id) && !before.has(id))) changes.push({ op: 'remove', collection, id, _rev: doc._rev });
    }
  }
  return changes;
};

/**
 * Deletes what a revoked envelope brought, and what was added to it: everything that the commits of their imports entered, and the
 * cases as they came. What was written here since stays, and so do name and number: otherwise nobody could say of whom something
 * was deleted.
 * @throws RefusedError import.notRevoked, notFound
 */
export const deleteRevoked = async (work: Work, importId: string): Promise<{ documents: number }> => {
  const record = await existing(work, 'handovers', importId, 'import');
  if (record.revoked === undefined) throw new RefusedError({ code: 'import.notRevoked' });
  const byId = new Map<string, Change>();
  for (const one of await withSupplements(work, record)) for (const change of await forgotten(work, one)) byId.set(change.op === 'put' ? change.doc.id : change.id, change);
  const changes = [...byId.values()];
  const documents = changes.filter(({ op }) => op === 'remove').length;
  await save(work, changes, { action: 'import.deleteRevoked', personId: record.personId, details: { envelope: record.envelopeId, documents } });
  return { documents };
};
