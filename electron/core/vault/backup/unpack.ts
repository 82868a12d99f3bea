/** A backup unpacked into a folder: byte for byte what the vault's folder held, and nothing that the file could name. */
import { mkdir, open, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, toVaultError } from '../atomic-file.ts';
import { HEADER_FILE, readHeader } from '../header.ts';
import { unwrapWith } from '../keyring/index.ts';
import { anchorFile, keyringFile } from '../keyring/files.ts';
import { sectionFile } from '../keyring/person-keys.ts';
import type { PasswordOpening } from '../keys.ts';
import { openEngine, type Engine, type TableName } from '../storage/engine.ts';
import { indexDir, snapshotFile } from '../storage/snapshot.ts';
import { VaultError } from '../types.ts';
import { isTable, keyPlace } from './format.ts';
import { readItems, type BackupFile, type Item, type ReadOptions } from './read.ts';

/** Who opens a backup: a user of that time, or the holder of the code of that time. */
export type Opening = PasswordOpening | { readonly code: string };

/** Entries of one transaction: bytes and number at most. */
const BATCH_BYTES = 4 << 20;
const BATCH_COUNT = 2000;

/** @throws VaultError DISK_FULL when the folder has less room than a backup needs unpacked */
const checkRoom = async (folder: string, bytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  // a page of the database is rarely full
  if (bavail * bsize < bytes * 1.5) throw new VaultError('DISK_FULL');
};

/**
 * Unpacks a backup into a new folder; the caller removes it when this fails.
 * @throws VaultError WRONG_PASSWORD, WRONG_RECOVERY_CODE, KEYRING_CHANGED, BACKUP_…, DISK_FULL, READ_ONLY; an AbortError
 */
export const unpackBackup = async (backup: BackupFile, opening: Opening, dir: string, options: ReadOptions = {}): Promise<{ readonly entries: number; readonly sha256: string }> => {
  try {
    await mkdir(dir, { mode: 0o700 });
    await checkRoom(dir, backup.bytes);
    const key = await placeKeyring(backup, opening, dir);
    const engine = await openEngine(dir);
    try {
      const tables = new Tables(engine);
      const read = await readItems(backup, key, (item) => place(dir, tables, item), options);
      tables.flush();
      return read;
    } finally {
      key.fill(0);
      await engine.close();
      await syncFolder(dir);
    }
  } catch (error) {
    throw toVaultError(error);
  }
};

/** The three clear files in their places, checked; what they say opens the stream's key. */
const placeKeyring = async ({ start }: BackupFile, opening: Opening, dir: string): Promise<Buffer> => {
  for (const [path, content] of [
    [join(dir, HEADER_FILE), start.header],
    [keyringFile(dir), start.keyring],
    [anchorFile(dir), start.anchor],
  ] as const) {
    await writeFile(path, Buffer.from(content, 'base64'), { flag: 'wx', mode: 0o600, flush: true });
  }
  const { info, hash } = await readHeader(dir);
  if (info.vaultId !== start.vaultId) throw new VaultError('BACKUP_INVALID');
  return unwrapWith({ dir, vaultId: info.vaultId, headerHash: hash }, opening, keyPlace(start.backupId), start.key);
};

const place = async (dir: string, tables: Tables, item: Item): Promise<void> => {
  const { kind, name } = item;
  if (kind === 'end') return;
  if (isTable(kind)) {
    const parts: Uint8Array[] = [];
    for await (const piece of item.pieces()) parts.push(piece);
    tables.put(kind, Number(name), Buffer.concat(parts));
    return;
  }
  // names are made here from numbers: the file cannot name a path
  const path = kind === 'section' ? sectionFile(dir, name.toString(16).padStart(16, '0')) : snapshotFile(dir, kind === 'snapshot-case' ? 'case' : 'office', Number(name));
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new VaultError('BACKUP_INVALID') : error;
  });
  try {
    for await (const piece of item.pieces()) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(kind === 'section' ? dir : indexDir(dir));
};

/** Entries on their way into the database, a transaction at a time. */
class Tables {
  readonly #engine: Engine;
  #waiting: { readonly table: TableName; readonly key: number; readonly value: Buffer }[] = [];
  #bytes = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  put(table: TableName, key: number, value: Buffer): void {
    this.#waiting.push({ table, key, value });
    this.#bytes += value.length;
    if (this.#bytes >= BATCH_BYTES || this.#waiting.length >= BATCH_COUNT) this.flush();
  }

  flush(): void {
    const { records, audit, journal } = this.#engine;
    const tables = { records, audit, 'journal-office': journal.office, 'journal-case': journal.case };
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.#bytes = 0;
    this.#engine.write(() => {
      for (const { table, key, value } of waiting) void tables[table].put(key, value);
    });
  }
}
