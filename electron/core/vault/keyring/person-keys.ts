import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonKey } from '../keys.ts';
import { syncFolder, toVaultError, writeFileAtomic } from '../atomic-file.ts';
import { KEY_BYTES, newKey, seal, unseal, utf8 } from './crypto.ts';
import { changed, contextOf } from './format.ts';

const LENGTH_BYTES = 4;
const KEY_ID_BYTES = 16;

export interface PersonEntry extends PersonKey {
  readonly personId: string;
}

/** An opened section: a file of person keys with its own key, appended record by record. */
export interface Section {
  readonly id: string;
  readonly key: Buffer;
  /** whole records in the file */
  readonly records: number;
  /** bytes of those records; what lies behind is a torn append */
  readonly length: number;
}

export const newSectionId = (): string => randomBytes(8).toString('hex');
export const sectionFile = (dir: string, id: string): string => join(dir, `keyring-persons-${id}.bin`);

export const newPersonEntry = (personId: string): PersonEntry => ({ personId, keyId: randomBytes(KEY_ID_BYTES), key: newKey() });

const encode = (entries: readonly PersonEntry[]): Buffer =>
  Buffer.concat(
    entries.flatMap(({ keyId, key, personId }) => {
      const id = utf8(personId);
      if (id.length > 255) throw new RangeError('person id longer than 255 bytes');
      return [keyId, key, Buffer.from([id.length]), id];
    }),
  );

const decode = (plain: Buffer): PersonEntry[] => {
  const entries: PersonEntry[] = [];
  for (let at = 0; at < plain.length; ) {
    const end = at + KEY_ID_BYTES + KEY_BYTES;
    const length = plain[end] ?? 0;
    entries.push({
      keyId: Buffer.from(plain.subarray(at, at + KEY_ID_BYTES)),
      key: Buffer.from(plain.subarray(at + KEY_ID_BYTES, end)),
      personId: plain.subarray(end + 1, end + 1 + length).toString('utf8'),
    });
    at = end + 1 + length;
  }
  plain.fill(0);
  return entries;
};

/** Each record knows its section and its place in it: none can be moved, left out or brought from elsewhere. */
const contextFor = (vaultId: string, id: string, n: number): Buffer => utf8(contextOf('varco/person-keys', vaultId, id, n));

const recordOf = (vaultId: string, { id, key }: Pick<Section, 'id' | 'key'>, n: number, entries: readonly PersonEntry[]): Buffer => {
  const plain = encode(entries);
  const sealed = seal(key, plain, contextFor(vaultId, id, n));
  plain.fill(0);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, sealed]);
};

/**
 * Opens every record of a section. What a power cut left of an append nobody was told of is passed over; a record that
 * was acknowledged (`atLeast` of them) must be there.
 * @throws VaultError KEYRING_CHANGED
 */
export const readSection = async (
  dir: string,
  vaultId: string,
  section: Pick<Section, 'id' | 'key'>,
  atLeast: number,
): Promise<{ section: Section; entries: PersonEntry[] }> => {
  const bytes = await readFile(sectionFile(dir, section.id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const entries: PersonEntry[] = [];
  let records = 0;
  let length = 0;
  while (length + LENGTH_BYTES <= bytes.length) {
    const end = length + LENGTH_BYTES + bytes.readUInt32BE(length);
    const plain = end > bytes.length ? undefined : unseal(section.key, bytes.subarray(length + LENGTH_BYTES, end), contextFor(vaultId, section.id, records));
    if (plain === undefined) break;
    entries.push(...decode(plain));
    records += 1;
    length = end;
  }
  if (records < atLeast) throw changed('person-keys');
  return { section: { ...section, records, length }, entries };
};

/**
 * Adds entries as one record; durable when resolved.
 * @throws VaultError DISK_FULL, READ_ONLY; the section is then as before
 */
export const appendToSection = async (dir: string, vaultId: string, section: Section, entries: readonly PersonEntry[]): Promise<Section> => {
  const record = recordOf(vaultId, section, section.records, entries);
  try {
    const file = await open(sectionFile(dir, section.id), section.records === 0 ? 'w' : 'r+', 0o600);
    try {
      // also removes what a torn or failed append left behind
      await file.truncate(section.length);
      for (let written = 0; written < record.length; ) {
        written += (await file.write(record, written, record.length - written, section.length + written)).bytesWritten;
      }
      await file.sync();
    } catch (error) {
      await file.truncate(section.length).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    if (section.records === 0) await syncFolder(dir);
  } catch (error) {
    throw toVaultError(error);
  }
  return { ...section, records: section.records + 1, length: section.length + record.length };
};

/** Writes a section as a whole under a new name and key: what is left of one after an erasure. */
export const writeSection = async (dir: string, vaultId: string, entries: readonly PersonEntry[]): Promise<Section> => {
  const fresh = { id: newSectionId(), key: newKey() };
  const record = entries.length === 0 ? Buffer.alloc(0) : recordOf(vaultId, fresh, 0, entries);
  await writeFileAtomic(sectionFile(dir, fresh.id), record);
  return { ...fresh, records: entries.length === 0 ? 0 : 1, length: record.length };
};
