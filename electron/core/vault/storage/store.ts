import { randomBytes } from 'node:crypto';
import type { Anchor, DataClass, VaultKeys } from '../keys.ts';
import { VaultError, type AuditEvents, type AuditVerdict } from '../types.ts';
import { AuditStream, type Heads } from './audit.ts';
import { Bodies } from './bodies.ts';
import { openEngine, type Engine, type EngineSnapshot } from './engine.ts';
import { loadIndex, rebuildIndex, rowOf, type ClassIndex, type Rebuilt } from './index-state.ts';
import { applyEntry, sealEntry, type JournalEntry } from './journal.ts';
import { documentsWhere } from './persons.ts';
import { Queue } from './queue.ts';
import { removeOtherSnapshots, removeUnfinished, writeSnapshot } from './snapshot.ts';
import type { StoredDocument, StoreSpec } from './spec.ts';
import type { Row, Table } from './table.ts';

/** A document to be sealed. `derived`: its `ix` was made by `columnsOf` and need not be kept in the body. */
export interface Write {
  readonly collection: number;
  readonly doc: StoredDocument;
  readonly derived: boolean;
}

/** A document the index knows. */
export interface Found {
  readonly keyClass: DataClass;
  readonly table: Table;
  readonly row: number;
}

export interface StoreOptions {
  readonly dir: string;
  /** 16 bytes: what every sealed thing is bound to */
  readonly vaultId: Buffer;
  readonly keys: VaultKeys;
  readonly spec: StoreSpec;
}

const CLASSES: readonly DataClass[] = ['office', 'case'];
/** rows in the journal after which a new snapshot is worth its time: at least this many, and an eighth of the index */
const SNAPSHOT_ROWS = 5000;
/** documents sealed before the loop is given back */
const TURN = 200;

/**
 * Documents, index and audit of one open vault. One way to write: `write`, inside `exclusive`. Nothing is changed in
 * memory, and nobody is told, before the transaction is on the disk.
 */
export class SealedStore {
  readonly spec: StoreSpec;
  readonly audit: AuditStream;
  /** what had to be made anew when the store was opened */
  readonly rebuilt: readonly Rebuilt[];
  /** the identity of this session's revisions, ten letters as RxDB's own */
  readonly token: string = randomBytes(5).toString('hex');
  readonly #options: StoreOptions;
  readonly #engine: Engine;
  readonly #bodies: Bodies;
  readonly #indexes: Partial<Record<DataClass, ClassIndex>>;
  readonly #queue = new Queue();
  /** last journal entry of each class, also of one this session cannot open */
  #heads: Heads;
  /** the newest audit entry that journals and indexes know of: how far the stream must reach */
  #known: number;
  #nextRecord: number;
  #anchored: number;
  /** the anchor does not fit this store: it stays as it is, as evidence */
  readonly #anchorFrozen: boolean;
  #closed = false;

  private constructor(
    options: StoreOptions,
    engine: Engine,
    audit: AuditStream,
    bodies: Bodies,
    loaded: { readonly indexes: Partial<Record<DataClass, ClassIndex>>; readonly heads: Heads; readonly rebuilt: readonly Rebuilt[] },
  ) {
    this.#options = options;
    this.spec = options.spec;
    this.#engine = engine;
    this.audit = audit;
    this.#bodies = bodies;
    this.#indexes = loaded.indexes;
    this.#heads = loaded.heads;
    this.rebuilt = loaded.rebuilt;
    this.#known = Math.max(...CLASSES.map((keyClass) => loaded.indexes[keyClass]?.columns.audit ?? 0));
    this.#nextRecord = ([...engine.records.getKeys({ reverse: true, limit: 1 })][0] ?? 0) + 1;
    const anchor = options.keys.anchor();
    this.#anchorFrozen = anchor !== undefined && !audit.contains(anchor);
    this.#anchored = anchor?.seq ?? 0;
  }

  /**
   * Opens the store of a vault: index from snapshot and journal, or made anew from the records when these do not hold.
   * @throws VaultError DISK_FULL, READ_ONLY
   */
  static async open(options: StoreOptions): Promise<SealedStore> {
    const { dir, vaultId, keys, spec } = options;
    const engine = await openEngine(dir);
    await removeUnfinished(dir);
    const audit = new AuditStream(engine.audit, vaultId, keys);
    const bodies = new Bodies(spec, vaultId, keys, engine.records);
    const place = { dir, vaultId, keys, spec, engine };
    const known = audit.heads();
    const indexes: Partial<Record<DataClass, ClassIndex>> = {};
    const heads: Record<DataClass, number> = { office: 0, case: 0 };
    const rebuilt: Rebuilt[] = [];
    for (const keyClass of CLASSES) {
      const lastEntry = [...engine.journal[keyClass].getKeys({ reverse: true, limit: 1 })][0] ?? 0;
      heads[keyClass] = Math.max(known?.[keyClass] ?? 0, lastEntry);
      if (!keys.holds(keyClass)) continue;
      let index = await loadIndex(place, keyClass, known?.[keyClass]);
      if (index === undefined) {
        const made = await rebuildIndex(place, bodies, keyClass, heads[keyClass]);
        index = made.index;
        rebuilt.push(made.rebuilt);
      }
      heads[keyClass] = index.head;
      indexes[keyClass] = index;
    }
    const store = new SealedStore(options, engine, audit, bodies, { indexes, heads, rebuilt });
    await store.exclusive(() => store.#finishOpening());
    return store;
  }

  /** Runs a task while nothing else writes. */
  exclusive<T>(task: () => Promise<T> | T): Promise<T> {
    return this.#queue.run(() => {
      if (this.#closed) throw new VaultError('CLOSED');
      return task();
    });
  }

  /** The tables of a collection this session can open. */
  tables(collection: number): readonly { readonly keyClass: DataClass; readonly table: Table }[] {
    return CLASSES.flatMap((keyClass) => {
      const index = this.#indexes[keyClass];
      return index === undefined ? [] : [{ keyClass, table: index.columns.table(collection) }];
    });
  }

  /** Where a document is; deleted ones included. */
  find(collection: number, id: string): Found | undefined {
    for (const { keyClass, table } of this.tables(collection)) {
      const row = table.rowOf(id);
      if (row >= 0) return { keyClass, table, row };
    }
    return undefined;
  }

  /** The document of a row. @throws VaultError DAMAGED or ROLLED_BACK for this one record */
  open(collection: number, table: Table, row: number): StoredDocument {
    if (this.#closed) throw new VaultError('CLOSED');
    const { record, revision, deleted } = table.rowName(row);
    return this.#bodies.open(record, { collection, revision, deleted }, { columns: true });
  }

  /** The document alone, for who needs no `ix`: working it out again costs as much as opening the record. */
  read(collection: number, table: Table, row: number): StoredDocument {
    if (this.#closed) throw new VaultError('CLOSED');
    const { record, revision, deleted } = table.rowName(row);
    return this.#bodies.open(record, { collection, revision, deleted }, { columns: false });
  }

  /** What the index alone knows of a document: for events about one whose body does not open. */
  sketch(table: Table, row: number): StoredDocument {
    const { id, type, personId, revision, deleted, ix } = table.row(row);
    return {
      id,
      ...(type === undefined ? {} : { type }),
      ...(personId === undefined ? {} : { personId }),
      ix,
      _rev: `${revision.height}-${revision.token}`,
      _deleted: deleted,
      _meta: { lwt: 1 },
      _attachments: {},
    };
  }

  /**
   * One act in one transaction: bodies, journal of each class, audit entries. Call inside `exclusive`; revisions were
   * checked by the caller. Resolves after the flush; the index then shows it.
   * @param recorded undefined only for what is no act on a case: drafts (see `../drafts.ts`)
   * @throws VaultError NOT_ENTITLED, DISK_FULL, READ_ONLY: nothing was written
   */
  async write(writes: readonly Write[], recorded: AuditEvents | undefined, purge: readonly (readonly [collection: number, id: string])[] = []): Promise<void> {
    const events = recorded === undefined ? [] : [recorded].flat();
    await this.#ensurePersonKeys(writes);
    const seq = Math.max(this.audit.head.seq, this.#heads.office, this.#heads.case) + 1;
    // an entry that is known of and gone leaves its gap: what is written later must not cover it up
    const newest = Math.max(this.audit.head.seq, this.#known);
    const audit = newest + events.length;
    const changes: Record<DataClass, { put: [number, Row][]; purge: [number, string][] }> = { office: { put: [], purge: [] }, case: { put: [], purge: [] } };
    const puts: [number, Buffer][] = [];
    const removes: number[] = [];
    let nextRecord = this.#nextRecord;
    for (const [at, { collection, doc, derived }] of writes.entries()) {
      if (at % TURN === TURN - 1) await new Promise(setImmediate);
      const keyClass = this.spec.classOf(this.spec.collections[collection]?.name ?? '', doc);
      if (!this.#options.keys.holds(keyClass)) throw new VaultError('NOT_ENTITLED');
      const found = this.find(collection, doc.id);
      const stays = found?.keyClass === keyClass;
      if (found !== undefined && !stays) {
        removes.push(found.table.recordOf(found.row));
        changes[found.keyClass].purge.push([collection, doc.id]);
      }
      const record = found !== undefined && stays ? found.table.recordOf(found.row) : nextRecord++;
      puts.push([record, this.#bodies.seal(record, collection, doc, derived)]);
      changes[keyClass].put.push([collection, rowOf(this.spec.collections[collection]?.columns ?? [], doc, record)]);
    }
    for (const [collection, id] of purge) {
      const found = this.find(collection, id);
      if (found === undefined) continue;
      removes.push(found.table.recordOf(found.row));
      changes[found.keyClass].purge.push([collection, id]);
    }
    const touched = CLASSES.filter((keyClass) => changes[keyClass].put.length + changes[keyClass].purge.length > 0);
    const entries = touched.map((keyClass): { keyClass: DataClass; entry: JournalEntry } => ({
      keyClass,
      entry: { seq, after: this.#heads[keyClass], audit, ...changes[keyClass] },
    }));
    const heads: Heads = { office: touched.includes('office') ? seq : this.#heads.office, case: touched.includes('case') ? seq : this.#heads.case };
    const auditEntries = this.audit.next(newest + 1, events, heads);
    const sealed = entries.map(({ keyClass, entry }) => ({ keyClass, bytes: sealEntry(this.#options.vaultId, keyClass, entry, this.#options.keys) }));
    const { records, journal, audit: trail } = this.#engine;
    this.#engine.write(() => {
      for (const record of removes) void records.remove(record);
      for (const [record, bytes] of puts) void records.put(record, bytes);
      for (const { keyClass, bytes } of sealed) void journal[keyClass].put(seq, bytes);
      for (const { seq: place, bytes } of auditEntries) void trail.put(place, bytes);
    });
    this.#nextRecord = nextRecord;
    this.#heads = heads;
    this.#known = audit;
    const last = auditEntries.at(-1);
    if (last !== undefined) this.audit.advance(last);
    for (const { keyClass, entry } of entries) {
      const index = this.#indexes[keyClass];
      if (index === undefined) continue;
      applyEntry(index.columns, entry);
      index.head = seq;
      index.changed += entry.put.length + entry.purge.length;
    }
    if (touched.some((keyClass) => this.#snapshotIsDue(keyClass))) setImmediate(() => void this.exclusive(() => this.#snapshotDue()).catch(() => undefined));
  }

  /** Rewrites the index of the classes held under the newest keys, without what is no longer used, and retires the older keys. Call inside `exclusive`. */
  async rewriteIndexes(): Promise<void> {
    for (const keyClass of CLASSES) {
      const index = this.#indexes[keyClass];
      if (index === undefined) continue;
      const old = index.columns;
      index.columns = old.compact();
      old.pool.wipe();
      await this.#snapshot(keyClass, index);
      await this.#options.keys.retireIndexKeys(keyClass);
    }
  }

  /** Writes the anchor when the stream has moved on; every few seconds and at close. */
  async anchor(): Promise<void> {
    const head = this.audit.head;
    if (this.#anchorFrozen || head.seq <= this.#anchored) return;
    await this.#options.keys.setAnchor(head);
    this.#anchored = head.seq;
  }

  /** The store as it is now, with the anchor at its newest entry. Call inside `exclusive`; release what it returns. */
  async snapshot(): Promise<EngineSnapshot> {
    await this.anchor();
    return this.#engine.snapshot();
  }

  verifyAudit(told?: (checked: number, of: number) => void): Promise<AuditVerdict> {
    const anchor: Anchor | undefined = this.#options.keys.anchor();
    return this.audit.verify(this.#known, anchor, told);
  }

  /** Snapshot, anchor, store closed, index wiped. What fails here is in the journal already: nothing is lost. */
  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#queue.run(async () => {
      if (this.#closed) return;
      this.#closed = true;
      try {
        for (const keyClass of CLASSES) {
          const index = this.#indexes[keyClass];
          if (index !== undefined && index.changed > 0) await this.#snapshot(keyClass, index);
        }
        await this.anchor();
      } finally {
        await this.#engine.close();
        this.#bodies.close();
        this.audit.close();
        for (const index of Object.values(this.#indexes)) index.columns.pool.wipe();
      }
    });
  }

  /** What an interrupted erasure or repair left to do. */
  async #finishOpening(): Promise<void> {
    for (const made of this.rebuilt) {
      const index = this.#indexes[made.keyClass];
      if (index !== undefined) await this.#snapshot(made.keyClass, index);
      await this.write([], { action: 'vault.rebuild', details: { class: made.keyClass, documents: made.documents, damaged: made.damaged } });
    }
    if (!CLASSES.some((keyClass) => this.#indexes[keyClass] !== undefined && this.#options.keys.hasOldIndexKeys(keyClass))) return;
    const { keys } = this.#options;
    const orphans = keys.holds('case') ? documentsWhere(this, (personId) => keys.personKey(personId) === undefined) : [];
    if (orphans.length > 0) await this.write([], { action: 'vault.finishErasure', details: { documents: orphans.length } }, orphans);
    await this.rewriteIndexes();
  }

  async #ensurePersonKeys(writes: readonly Write[]): Promise<void> {
    const { keys } = this.#options;
    const persons = new Set<string>();
    for (const { collection, doc } of writes) {
      const personId = this.spec.personOf(this.spec.collections[collection]?.name ?? '', doc);
      if (personId !== undefined) persons.add(personId);
    }
    // also for persons who have a key: after a dismissal what is written takes one the dismissed never saw
    if (persons.size > 0) await keys.ensurePersonKeys([...persons]);
  }

  #snapshotIsDue(keyClass: DataClass): boolean {
    const index = this.#indexes[keyClass];
    return index !== undefined && index.changed >= Math.max(SNAPSHOT_ROWS, index.columns.count >> 3);
  }

  async #snapshotDue(): Promise<void> {
    for (const keyClass of CLASSES) {
      const index = this.#indexes[keyClass];
      if (index !== undefined && this.#snapshotIsDue(keyClass)) await this.#snapshot(keyClass, index);
    }
  }

  /** A snapshot of the columns as they are; then the journal before it and older snapshots go. */
  async #snapshot(keyClass: DataClass, index: ClassIndex): Promise<void> {
    const { dir, vaultId, keys } = this.#options;
    const sequence = index.head;
    await writeSnapshot(dir, vaultId, keyClass, sequence, index.columns, keys);
    const journal = this.#engine.journal[keyClass];
    const old = [...journal.getKeys({ end: sequence + 1 })];
    if (old.length > 0) {
      this.#engine.write(() => {
        for (const seq of old) void journal.remove(seq);
      });
    }
    index.snapshot = sequence;
    index.changed = 0;
    await removeOtherSnapshots(dir, keyClass, sequence);
  }
}
