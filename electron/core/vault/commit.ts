import { now } from 'rxdb/plugins/utils';
import type { RxStorageChangeEvent } from 'rxdb';
import { indexRow, type CollectionName } from '../../../shared/domain/collections.ts';
import { placeOf, validated, vaultSpec } from './domain.ts';
import { revisionText } from './storage/revision.ts';
import type { Changes } from './storage/rx-storage.ts';
import type { StoredDocument } from './storage/spec.ts';
import type { Found, SealedStore, Write } from './storage/store.ts';
import { VaultError, type AuditEvents, type Change } from './types.ts';

type Event = RxStorageChangeEvent<StoredDocument>;
/** A document without what RxDB adds. */
type Content = Pick<StoredDocument, 'id' | 'type' | 'personId' | 'v' | 'ix'> & { readonly [field: string]: unknown };

/**
 * Everything of one act: checked against the revisions now current, written in one transaction, told after the flush.
 * Call inside `store.exclusive`. `purged`: documents that go without a trace in the same transaction.
 * @throws VaultError CONFLICT, NOT_ENTITLED, DISK_FULL, READ_ONLY; TypeError when a document is not what its schema says
 */
export const commitChanges = async (store: SealedStore, changes: Changes, list: readonly Change[], audit: AuditEvents, purged: readonly (readonly [collection: number, id: string])[] = []): Promise<void> => {
  const writes: Write[] = [];
  const events = new Map<number, Event[]>();
  const seen = new Set<string>();
  const lwt = now();
  for (const change of list) {
    const { collection } = change;
    const place = placeOf(collection);
    const { id, _rev } = change.op === 'put' ? change.doc : change;
    if (seen.has(`${collection} ${id}`)) throw new VaultError('CONFLICT', { collection, id });
    seen.add(`${collection} ${id}`);
    const found = store.find(place, id);
    const current = found !== undefined && !found.table.isDeleted(found.row) ? found : undefined;
    if (revisionOf(current) !== _rev) throw new VaultError('CONFLICT', { collection, id });
    const previous = current === undefined ? undefined : opened(store, place, current);
    const revision = { height: (found?.table.rowName(found.row).revision.height ?? 0) + 1, token: store.token };
    const meta = { _rev: revisionText(revision), _meta: { lwt }, _attachments: {} };
    const content: Content = change.op === 'put' ? putDocument(collection, change.doc) : tombstone(previous, id);
    const doc: StoredDocument = { ...content, ...meta, _deleted: change.op === 'remove' };
    writes.push({ collection: place, doc, derived: change.op === 'put' });
    const event = eventOf(doc, previous);
    if (event !== undefined) events.set(place, [...(events.get(place) ?? []), event]);
  }
  await store.write(writes, audit, purged);
  for (const [place, list_] of events) changes.send(place, 'commit', list_);
};

/** Whether each change names the current revision: for acts that touch the keyring first. @throws VaultError CONFLICT */
export const checkRevisions = (store: SealedStore, list: readonly Change[]): void => {
  for (const change of list) {
    const { collection } = change;
    const { id, _rev } = change.op === 'put' ? change.doc : change;
    const found = store.find(placeOf(collection), id);
    if (revisionOf(found !== undefined && !found.table.isDeleted(found.row) ? found : undefined) !== _rev) throw new VaultError('CONFLICT', { collection, id });
  }
};

/** Tells RxDB of documents that are gone without a trace. */
export const sendPurged = (changes: Changes, purged: readonly { readonly collection: number; readonly previous: StoredDocument }[]): void => {
  for (const { collection, previous } of purged) {
    if (previous._deleted) continue;
    const documentData: StoredDocument = { id: previous.id, _rev: previous._rev, _deleted: true, _meta: { lwt: now() }, _attachments: {} };
    changes.send(collection, 'erase', [{ operation: 'DELETE', documentId: previous.id, documentData, previousDocumentData: previous }]);
  }
};

const revisionOf = (found: Found | undefined): string | undefined => (found === undefined ? undefined : revisionText(found.table.rowName(found.row).revision));

/** The document replaced; when its record is damaged, what the index knows of it. */
const opened = (store: SealedStore, place: number, { table, row }: Found): StoredDocument => {
  try {
    return store.open(place, table, row);
  } catch (error) {
    if (error instanceof VaultError && (error.code === 'DAMAGED' || error.code === 'ROLLED_BACK')) return store.sketch(table, row);
    throw error;
  }
};

const putDocument = (collection: CollectionName, given: object): Content => {
  const { _rev, _deleted, _meta, _attachments, ix: _ix, ...plain } = given as Record<string, unknown>;
  const doc = validated(collection, plain) as { readonly id: string; readonly type: string };
  return { ...doc, ix: indexRow(doc) };
};

/** What stays of a deleted document: that it was, and whose it was, so that an erasure finds it. */
const tombstone = (previous: StoredDocument | undefined, id: string): Content => ({
  id,
  ...(previous?.type === undefined ? {} : { type: previous.type }),
  ...(previous?.personId === undefined ? {} : { personId: previous.personId }),
  ...(previous?.v === undefined ? {} : { v: previous.v }),
});

const eventOf = (doc: StoredDocument, previous: StoredDocument | undefined): Event | undefined => {
  const documentId = doc.id;
  if (previous === undefined) return doc._deleted ? undefined : ({ operation: 'INSERT', documentId, documentData: doc, previousDocumentData: undefined } as Event);
  return { operation: doc._deleted ? 'DELETE' : 'UPDATE', documentId, documentData: doc, previousDocumentData: previous } as Event;
};

/** Whether a session that holds these classes could see anything of the collection. */
export const mayHold = (collection: CollectionName, holds: (keyClass: 'office' | 'case') => boolean): boolean =>
  vaultSpec.collections[placeOf(collection)]?.classes.some(holds) === true;
