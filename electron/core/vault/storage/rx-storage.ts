/**
 * The sealed store as an RxStorage, so that RxDB's queries and live queries run over it. RxDB's own bookkeeping
 * (which collections exist) stays in memory: it says nothing that the program does not know.
 */
import {
  categorizeBulkWriteRows,
  RXDB_VERSION,
  type BulkWriteRow,
  type EventBulk,
  type PreparedQuery,
  type RxDocumentData,
  type RxStorage,
  type RxStorageBulkWriteResponse,
  type RxStorageChangeEvent,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
} from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { Subject, type Observable } from 'rxjs';
import type { AuditEvent } from '../types.ts';
import { runCount, runQuery, type Query, type Schema } from './query.ts';
import type { StoredDocument } from './spec.ts';
import type { SealedStore, Write } from './store.ts';

type Events = EventBulk<RxStorageChangeEvent<StoredDocument>, unknown>;

/** Change events of each collection, by its place: sent after the flush. */
export class Changes {
  readonly #subjects: readonly Subject<Events>[];
  #bulk = 0;

  constructor(collections: number) {
    this.#subjects = Array.from({ length: collections }, () => new Subject<Events>());
  }

  of(collection: number): Subject<Events> {
    const subject = this.#subjects[collection];
    if (subject === undefined) throw new RangeError(`no collection ${collection}`);
    return subject;
  }

  /** Tells RxDB what a commit changed in one collection. */
  send(collection: number, context: string, events: Events['events']): void {
    const last = events.at(-1)?.documentData;
    if (last === undefined) return;
    this.#bulk += 1;
    this.of(collection).next({ id: `${context}-${this.#bulk}`, events, context, checkpoint: { id: last.id, lwt: last._meta.lwt } });
  }

  complete(): void {
    for (const subject of this.#subjects) subject.complete();
  }
}

/** Who is recorded for writes that RxDB itself makes. */
const WRITE: AuditEvent = { action: 'storage.write' };

class SealedInstance implements RxStorageInstance<StoredDocument, object, object> {
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: RxStorageInstanceCreationParams<StoredDocument, object>['schema'];
  readonly internals = {};
  readonly options = {};
  readonly #store: SealedStore;
  readonly #changes: Changes;
  readonly #collection: number;

  constructor(params: RxStorageInstanceCreationParams<StoredDocument, object>, store: SealedStore, changes: Changes, collection: number) {
    if (params.schema.attachments !== undefined) throw new RangeError('attachments are not kept');
    this.databaseName = params.databaseName;
    this.collectionName = params.collectionName;
    this.schema = params.schema;
    this.#store = store;
    this.#changes = changes;
    this.#collection = collection;
  }

  bulkWrite(rows: BulkWriteRow<StoredDocument>[], context: string): Promise<RxStorageBulkWriteResponse<StoredDocument>> {
    return this.#store.exclusive(async () => {
      const known = new Map<string, RxDocumentData<StoredDocument>>();
      for (const { document } of rows) {
        const doc = this.#read(document.id);
        if (doc !== undefined) known.set(document.id, doc);
      }
      const { bulkInsertDocs, bulkUpdateDocs, errors, eventBulk } = categorizeBulkWriteRows<StoredDocument>(this, 'id' as never, known, rows, context);
      const written = [...bulkInsertDocs, ...bulkUpdateDocs].map(({ document }): Write => ({ collection: this.#collection, doc: document, derived: false }));
      if (written.length > 0) {
        await this.#store.write(written, { ...WRITE, details: { collection: this.collectionName, documents: written.length } });
        this.#changes.send(this.#collection, context, eventBulk.events as Events['events']);
      }
      return { error: errors };
    });
  }

  findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<StoredDocument>[]> {
    return settled(() =>
      ids.flatMap((id) => {
        const doc = this.#read(id);
        return doc === undefined || (doc._deleted && !withDeleted) ? [] : [doc];
      }),
    );
  }

  query({ query }: PreparedQuery<StoredDocument>): Promise<{ documents: RxDocumentData<StoredDocument>[] }> {
    return settled(() => ({
      documents: runQuery(this.#store, this.#collection, this.schema as Schema, query as Query) as RxDocumentData<StoredDocument>[],
    }));
  }

  count({ query }: PreparedQuery<StoredDocument>): Promise<{ count: number; mode: 'fast' }> {
    return settled(() => ({ count: runCount(this.#store, this.#collection, this.schema as Schema, query as Query), mode: 'fast' as const }));
  }

  getAttachmentData(): Promise<never> {
    return Promise.reject(new RangeError('attachments are not kept'));
  }

  changeStream(): Observable<EventBulk<RxStorageChangeEvent<RxDocumentData<StoredDocument>>, unknown>> {
    return this.#changes.of(this.#collection) as unknown as Observable<EventBulk<RxStorageChangeEvent<RxDocumentData<StoredDocument>>, unknown>>;
  }

  /** Removes tombstones older than this (milliseconds), records and all. */
  cleanup(minimumDeletedTime: number): Promise<boolean> {
    return this.#store.exclusive(async () => {
      const before = Date.now() - minimumDeletedTime;
      const old: [number, string][] = [];
      for (const { table } of this.#store.tables(this.#collection)) {
        for (let row = 0; row < table.count; row += 1) {
          if (table.isDeleted(row) && this.#store.open(this.#collection, table, row)._meta.lwt <= before) old.push([this.#collection, table.idOf(row)]);
        }
      }
      if (old.length > 0) await this.#store.write([], { action: 'storage.cleanup', details: { collection: this.collectionName, documents: old.length } }, old);
      return true;
    });
  }

  /** The store outlives its collections: the vault closes it. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  remove(): Promise<void> {
    return Promise.reject(new RangeError('a collection of a vault is not removed'));
  }

  #read(id: string): RxDocumentData<StoredDocument> | undefined {
    const found = this.#store.find(this.#collection, id);
    return found === undefined ? undefined : (this.#store.open(this.#collection, found.table, found.row) as RxDocumentData<StoredDocument>);
  }
}

/** A promise of what a function returns or throws. */
const settled = <T>(run: () => T): Promise<T> => new Promise((resolve) => resolve(run()));

/** The RxStorage of one open store. Collections must be those of its spec. */
export const sealedRxStorage = (store: SealedStore, changes: Changes): RxStorage<object, object> => {
  const memory = getRxStorageMemory();
  return {
    name: 'sealed',
    rxdbVersion: RXDB_VERSION,
    createStorageInstance(params) {
      const collection = store.spec.collections.findIndex(({ name }) => name === params.collectionName);
      if (collection < 0) return memory.createStorageInstance(params as never) as never;
      const instance = new SealedInstance(params as unknown as RxStorageInstanceCreationParams<StoredDocument, object>, store, changes, collection);
      return Promise.resolve(instance as never);
    },
  };
};
