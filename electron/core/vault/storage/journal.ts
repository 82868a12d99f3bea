import type { DataClass, VaultKeys } from '../keys.ts';
import type { Columns } from './columns.ts';
import { seal, subkey, unseal } from './seal.ts';
import type { Row } from './table.ts';

/**
 * What one commit changes in the index of one class. `seq` is the commit's, `after` the class's entry before it, `audit`
 * the newest audit entry there is then (absent in older journals: `seq`, because every commit was recorded).
 */
export interface JournalEntry {
  readonly seq: number;
  readonly after: number;
  readonly audit?: number;
  readonly put: readonly (readonly [collection: number, row: Row])[];
  readonly purge: readonly (readonly [collection: number, id: string])[];
}

const HEADER = 5;

const aadOf = (vaultId: Buffer, keyClass: DataClass, seq: number, header: Buffer): Buffer => {
  const bytes = Buffer.alloc(9);
  bytes[0] = keyClass === 'case' ? 1 : 0;
  bytes.writeBigUInt64LE(BigInt(seq), 1);
  return Buffer.concat([vaultId, bytes, header]);
};

/** format 1 · generation 4 · sealed JSON */
export const sealEntry = (vaultId: Buffer, keyClass: DataClass, entry: JournalEntry, keys: VaultKeys): Buffer => {
  const { generation, key } = keys.indexKey(keyClass);
  const header = Buffer.alloc(HEADER);
  header[0] = 1;
  header.writeUInt32LE(generation, 1);
  const sealingKey = subkey(key, `journal/${keyClass}`);
  const sealed = seal(sealingKey, aadOf(vaultId, keyClass, entry.seq, header), Buffer.from(JSON.stringify(entry)));
  sealingKey.fill(0);
  return Buffer.concat([header, sealed]);
};

/** The entry, or undefined when it does not open under this place and number. */
export const openEntry = (vaultId: Buffer, keyClass: DataClass, seq: number, bytes: Buffer, keys: VaultKeys): JournalEntry | undefined => {
  if (bytes.length < HEADER || bytes[0] !== 1) return undefined;
  const header = bytes.subarray(0, HEADER);
  const sealingKey = subkey(keys.indexKey(keyClass, header.readUInt32LE(1)).key, `journal/${keyClass}`);
  const plain = unseal(sealingKey, aadOf(vaultId, keyClass, seq, header), bytes.subarray(HEADER));
  sealingKey.fill(0);
  return plain === undefined ? undefined : (JSON.parse(plain.toString('utf8')) as JournalEntry);
};

/** Brings the columns to the state after the entry. */
export const applyEntry = (columns: Columns, entry: JournalEntry): void => {
  columns.audit = entry.audit ?? entry.seq;
  const purged = new Map<number, string[]>();
  for (const [collection, id] of entry.purge) {
    const ids = purged.get(collection);
    if (ids === undefined) purged.set(collection, [id]);
    else ids.push(id);
  }
  for (const [collection, ids] of purged) columns.table(collection).purge(ids);
  for (const [collection, row] of entry.put) columns.table(collection).put(row);
};
