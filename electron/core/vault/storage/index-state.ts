import type { DataClass, VaultKeys } from '../keys.ts';
import type { Bodies } from './bodies.ts';
import { Columns } from './columns.ts';
import type { Engine } from './engine.ts';
import { applyEntry, openEntry } from './journal.ts';
import { parseRevision } from './revision.ts';
import { listSnapshots, readSnapshot } from './snapshot.ts';
import type { StoredDocument, StoreSpec } from './spec.ts';
import type { Row } from './table.ts';

/** The index of one class as loaded: its columns, and how far snapshot and journal reach. */
export interface ClassIndex {
  columns: Columns;
  /** sequence of the last journal entry of the class that the columns contain */
  head: number;
  /** sequence of the snapshot on disk; rows changed since are in the journal */
  snapshot: number;
  changed: number;
}

export interface Rebuilt {
  readonly keyClass: DataClass;
  readonly documents: number;
  readonly damaged: number;
}

interface Place {
  readonly dir: string;
  readonly vaultId: Buffer;
  readonly keys: VaultKeys;
  readonly spec: StoreSpec;
  readonly engine: Engine;
}

/** Records read before the loop is given back. */
const TURN = 500;

/** The index row of a document. @throws RangeError when a column's value is no text, number or truth value */
export const rowOf = (columns: readonly string[], doc: StoredDocument, record: number): Row => {
  const ix: Record<string, string | number | boolean | null> = {};
  for (const column of columns) {
    const value = doc.ix?.[column];
    if (value === undefined) continue;
    if (typeof value === 'object' && value !== null) throw new RangeError(`column ${column} holds no plain value`);
    ix[column] = value;
  }
  return {
    id: doc.id,
    type: typeof doc.type === 'string' ? doc.type : undefined,
    personId: typeof doc.personId === 'string' ? doc.personId : undefined,
    record,
    revision: parseRevision(doc._rev),
    deleted: doc._deleted,
    ix,
  };
};

/**
 * Snapshot plus journal of a class. `target` is the entry the audit stream says the class reaches (undefined when it
 * cannot say). Undefined when no snapshot opens, or the journal has a hole: the index must be made anew.
 */
export const loadIndex = async ({ dir, vaultId, keys, spec, engine }: Place, keyClass: DataClass, target: number | undefined): Promise<ClassIndex | undefined> => {
  const replay = (columns: Columns, snapshot: number): ClassIndex | undefined => {
    const index: ClassIndex = { columns, head: snapshot, snapshot, changed: 0 };
    for (const { key: seq, value } of engine.journal[keyClass].getRange({ start: snapshot + 1 })) {
      const entry = openEntry(vaultId, keyClass, seq, Buffer.from(value), keys);
      if (entry?.after !== index.head) return undefined;
      applyEntry(columns, entry);
      index.head = seq;
      index.changed += entry.put.length + entry.purge.length;
    }
    return target === undefined || index.head >= target ? index : undefined;
  };
  const snapshots = await listSnapshots(dir, keyClass);
  for (const { file, sequence } of snapshots) {
    const bytes = await readSnapshot(file, vaultId, keyClass, keys);
    const columns = bytes === undefined ? undefined : Columns.from(spec, bytes);
    bytes?.fill(0);
    if (columns !== undefined) columns.audit ??= sequence;
    const index = columns === undefined ? undefined : openOrNothing(() => replay(columns, sequence));
    if (index !== undefined) return index;
  }
  return openOrNothing(() => replay(new Columns(spec), 0));
};

/** A generation that is gone means the same as a damaged entry: the index is made anew. */
const openOrNothing = <T>(load: () => T | undefined): T | undefined => {
  try {
    return load();
  } catch {
    return undefined;
  }
};

/** The audit entry that the newest journal entry of a class knows of; undefined when there is none or it does not open. */
export const auditInJournal = ({ vaultId, keys, engine }: Place, keyClass: DataClass): number | undefined =>
  openOrNothing(() => {
    const last = [...engine.journal[keyClass].getRange({ reverse: true, limit: 1 })][0];
    const entry = last === undefined ? undefined : openEntry(vaultId, keyClass, last.key, Buffer.from(last.value), keys);
    return entry === undefined ? undefined : (entry.audit ?? entry.seq);
  });

/** The index of a class made anew from the records themselves; those that do not open are counted and left where they are. */
export const rebuildIndex = async (place: Place, bodies: Bodies, keyClass: DataClass, head: number): Promise<{ readonly index: ClassIndex; readonly rebuilt: Rebuilt }> => {
  const { spec, engine } = place;
  const columns = new Columns(spec);
  columns.audit = auditInJournal(place, keyClass);
  let damaged = 0;
  let from = 0;
  for (;;) {
    const turn = [...engine.records.getRange({ start: from, limit: TURN })];
    for (const { key, value } of turn) {
      from = key + 1;
      const found = bodies.recover(key, Buffer.from(value));
      if (found.keyClass !== undefined && found.keyClass !== keyClass) continue;
      if (found.document === undefined || found.collection === undefined) {
        if (found.erased !== true) damaged += 1;
        continue;
      }
      const table = columns.table(found.collection);
      const row = rowOf(table.columns, found.document, key);
      const known = table.rowOf(row.id);
      if (known < 0 || table.row(known).revision.height < row.revision.height) table.put(row);
    }
    if (turn.length < TURN) break;
    await new Promise(setImmediate);
  }
  return {
    index: { columns, head, snapshot: -1, changed: columns.count + 1 },
    rebuilt: { keyClass, documents: columns.count, damaged },
  };
};
