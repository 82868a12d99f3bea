/**
 * Everything sealed that lies in copies of a vault folder, byte for byte as LMDB and the files hold it, to be tried with any
 * key. For tests only: nothing here asks the vault, its index or its permissions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyClass } from '../../../shared/domain/roles.ts';
import { secretsIn, unwrapWithKey, type Copy } from './test-known-keys.ts';
import { openEngine } from './storage/engine.ts';
import { openRecord, unmaskName, type RecordName, type RecordPlace } from './storage/record.ts';
import { NONCE, subkey, unseal, unsealParts } from './storage/seal.ts';

export interface SealedItem {
  readonly what: 'record' | 'index' | 'journal' | 'entry' | 'secret';
  /** the age of the copy that had these bytes first */
  readonly since: number;
  readonly class: KeyClass;
  /** the plain bytes, when this is the key */
  readonly open: (key: Buffer) => Promise<Buffer | undefined>;
}

const derived = (keys: readonly Buffer[], purposes: readonly string[]): readonly Buffer[] => keys.flatMap((key) => purposes.map((purpose) => subkey(key, purpose)));
const OPENING = ['record/office', 'record/case', 'journal/office', 'journal/case', 'snapshot/office', 'snapshot/case', 'audit/entry'];
/** Every key as it is, and as whatever it is turned into before it opens anything. */
export const withUses = (keys: readonly Buffer[]): readonly Buffer[] => [...keys, ...derived(keys, OPENING)];

const sequence = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

/** Is this document about a person? Said by its plain text, which only who holds everything has. */
const classOf = (plain: Buffer): KeyClass => {
  const { type, personId } = JSON.parse(plain.toString('utf8')) as { readonly type: string; readonly personId?: string };
  return type === 'person' || personId !== undefined ? 'case' : 'office';
};

/** The name a record is bound to, which a class key masks: given away, so that a body's key alone would suffice. */
const nameOf = (place: RecordPlace, masks: readonly Buffer[], all: readonly Buffer[], record: Buffer): { readonly name: RecordName; readonly plain: Buffer } => {
  const names = masks.flatMap((mask) => unmaskName(place, mask, record) ?? []);
  for (const name of names) for (const key of all) {
    const plain = openRecord(place, name, key, record);
    if (plain !== undefined) return { name, plain };
  }
  throw new Error('the test itself is wrong: nobody can open this record');
};

/**
 * Each different sealed thing of the copies, oldest copy first.
 * @param everyKey every key there is: to learn what the records are
 */
export const sealedItems = async (copies: readonly (Copy & { readonly age: number })[], everyKey: readonly Buffer[]): Promise<readonly SealedItem[]> => {
  const all = withUses(everyKey);
  const masks = derived(everyKey, ['mask/office', 'mask/case']);
  const items = new Map<string, SealedItem>();
  for (const { dir, age: since, keyring } of copies) {
    const vaultId = Buffer.from(keyring.vaultId.replaceAll('-', ''), 'hex');
    const add = (what: SealedItem['what'], place: string | number, bytes: Buffer, make: () => Pick<SealedItem, 'class' | 'open'>): void => {
      const id = `${what} ${place} ${bytes.toString('hex')}`;
      if (!items.has(id)) items.set(id, { what, since, ...make() });
    };
    const engine = await openEngine(dir);
    for (const { key: number, value } of engine.records.getRange()) {
      const record = Buffer.from(value);
      add('record', number, record, () => {
        const place = { vaultId, number };
        const { name, plain } = nameOf(place, masks, all, record);
        return { class: classOf(plain), open: async (key) => openRecord(place, name, key, record) };
      });
    }
    for (const keyClass of ['office', 'case'] as const) {
      for (const { key: seq, value } of engine.journal[keyClass].getRange()) {
        const bytes = Buffer.from(value);
        const aad = Buffer.concat([vaultId, Buffer.from([keyClass === 'case' ? 1 : 0]), sequence(seq), bytes.subarray(0, 5)]);
        add('journal', `${keyClass} ${seq}`, bytes, () => ({ class: keyClass, open: async (key) => unseal(key, aad, bytes.subarray(5)) }));
      }
    }
    for (const { key: seq, value } of engine.audit.getRange()) {
      const bytes = Buffer.from(value);
      const aad = Buffer.concat([vaultId, sequence(seq), bytes.subarray(0, 5)]);
      add('entry', seq, bytes, () => ({ class: 'audit', open: async (key) => unseal(key, aad, bytes.subarray(5, -32)) }));
    }
    await engine.close();
    for (const name of readdirSync(join(dir, 'index'))) {
      const bytes = readFileSync(join(dir, 'index', name));
      const [nonce, aad] = [bytes.subarray(24, 24 + NONCE), Buffer.concat([vaultId, bytes.subarray(0, 24)])];
      add('index', name, bytes, () => ({
        class: name.startsWith('case') ? 'case' : 'office',
        open: async (key) => unsealParts(key, nonce, aad, bytes.subarray(24 + NONCE)),
      }));
    }
    for (const place of secretsIn(keyring)) {
      add('secret', place[1], Buffer.from(place[2].sealed, 'base64'), () => ({
        class: 'case',
        open: (key) => unwrapWithKey(keyring.vaultId, place, key),
      }));
    }
  }
  return [...items.values()];
};
