/**
 * The sealed columns of one key class, as a file of its own (deleted values would survive in LMDB's pages):
 *
 *   magic 8 · class 1 · 0 · 0 · 0 · generation 4 · sequence 8 · nonce 12 · ciphertext · tag 16
 *
 * `sequence` is the last journal entry of the class the columns contain. The header is authenticated.
 */
import { createDecipheriv, randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, toVaultError } from '../atomic-file.ts';
import type { DataClass, VaultKeys } from '../keys.ts';
import type { Columns } from './columns.ts';
import { NONCE, sealParts, subkey, TAG } from './seal.ts';

const MAGIC = Buffer.from('VARCOIX1');
const HEADER = 24 + NONCE;
const CHUNK = 1 << 20;

export const indexDir = (dir: string): string => join(dir, 'index');
const fileName = (keyClass: DataClass, sequence: number): string => `${keyClass}-${String(sequence).padStart(12, '0')}`;
/** Where the snapshot of a class up to this journal entry lies. */
export const snapshotFile = (dir: string, keyClass: DataClass, sequence: number): string => join(indexDir(dir), fileName(keyClass, sequence));

/** The snapshots of a class that lie in the folder, newest first. */
export const listSnapshots = async (dir: string, keyClass: DataClass): Promise<readonly { readonly file: string; readonly sequence: number }[]> =>
  (await readdir(indexDir(dir)))
    .flatMap((name) => {
      const match = new RegExp(`^${keyClass}-(\\d{12})$`).exec(name);
      return match?.[1] === undefined ? [] : [{ file: join(indexDir(dir), name), sequence: Number(match[1]) }];
    })
    .toSorted((a, b) => b.sequence - a.sequence);

const aadOf = (vaultId: Buffer, header: Buffer): Buffer => Buffer.concat([vaultId, header.subarray(0, 24)]);

/**
 * Seals the columns into a new file, durable when resolved.
 * @throws VaultError DISK_FULL or READ_ONLY; the older snapshot is then untouched
 */
export const writeSnapshot = async (dir: string, vaultId: Buffer, keyClass: DataClass, sequence: number, columns: Columns, keys: VaultKeys): Promise<void> => {
  const { generation, key } = keys.indexKey(keyClass);
  const header = Buffer.alloc(HEADER);
  MAGIC.copy(header);
  header[8] = keyClass === 'case' ? 1 : 0;
  header.writeUInt32LE(generation, 12);
  header.writeBigUInt64LE(BigInt(sequence), 16);
  const nonce = randomBytes(NONCE);
  nonce.copy(header, 24);
  const sealingKey = subkey(key, `snapshot/${keyClass}`);
  // sealed without a pause: the columns must not change under it
  const parts = sealParts(sealingKey, nonce, aadOf(vaultId, header), columns.pieces());
  sealingKey.fill(0);
  const path = snapshotFile(dir, keyClass, sequence);
  const temp = `${path}.tmp`;
  try {
    await rm(temp, { force: true });
    const file = await open(temp, 'wx', 0o600);
    try {
      for (const part of [header, ...parts]) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temp, path);
    await syncFolder(indexDir(dir));
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw toVaultError(error);
  }
};

/**
 * The plain bytes of a snapshot, or undefined when it does not open: damaged, of another vault, or under a key that is gone.
 * Read in pieces, so that never two copies of it are in memory.
 */
export const readSnapshot = async (path: string, vaultId: Buffer, keyClass: DataClass, keys: VaultKeys): Promise<Buffer | undefined> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const header = Buffer.alloc(HEADER);
    if (size < HEADER + TAG || (await file.read(header, 0, HEADER, 0)).bytesRead !== HEADER || !header.subarray(0, 8).equals(MAGIC)) return undefined;
    const tag = Buffer.alloc(TAG);
    await file.read(tag, 0, TAG, size - TAG);
    const sealingKey = subkey(keys.indexKey(keyClass, header.readUInt32LE(12)).key, `snapshot/${keyClass}`);
    const decipher = createDecipheriv('aes-256-gcm', sealingKey, header.subarray(24), { authTagLength: TAG });
    sealingKey.fill(0);
    decipher.setAAD(aadOf(vaultId, header));
    decipher.setAuthTag(tag);
    const plain = Buffer.from(new ArrayBuffer(size - HEADER - TAG));
    const chunk = Buffer.alloc(Math.min(CHUNK, plain.length));
    for (let at = 0; at < plain.length; ) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, plain.length - at), HEADER + at);
      if (bytesRead === 0) return undefined;
      at += decipher.update(chunk.subarray(0, bytesRead)).copy(plain, at);
    }
    decipher.final();
    return plain;
  } catch {
    // a wrong tag, a missing generation and an unreadable disk block mean the same here: the index is made anew
    return undefined;
  } finally {
    await file.close();
  }
};

/** Removes what a crash left of a snapshot that was being written. Only for the holder of the vault's lock. */
export const removeUnfinished = async (dir: string): Promise<void> => {
  for (const name of await readdir(indexDir(dir))) if (name.endsWith('.tmp')) await rm(join(indexDir(dir), name), { force: true });
};

/** Unlinks every snapshot of the class but the one of this sequence. */
export const removeOtherSnapshots = async (dir: string, keyClass: DataClass, sequence: number): Promise<void> => {
  for (const { file, sequence: other } of await listSnapshots(dir, keyClass)) if (other !== sequence) await rm(file, { force: true });
  await syncFolder(indexDir(dir)).catch(() => undefined);
};
