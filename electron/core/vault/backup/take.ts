/** A backup of an open vault, taken at one moment and written while work goes on. */
import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, readdir, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HEADER_FILE } from '../header.ts';
import type { DataClass, VaultKeys } from '../keys.ts';
import { newKey } from '../keyring/crypto.ts';
import { anchorFile, keyringFile } from '../keyring/files.ts';
import { TABLES, type EngineSnapshot } from '../storage/engine.ts';
import { listSnapshots } from '../storage/snapshot.ts';
import type { SealedStore } from '../storage/store.ts';
import { sealStream } from '../stream/seal-stream.ts';
import { VaultError } from '../types.ts';
import { BACKUP_FORMAT, itemHead, ITEM_HEAD_BYTES, keyPlace, noTotals, startBytes, totalOf, type BackupPurpose, type BackupStart, type ItemHead } from './format.ts';

export interface Taken {
  readonly start: BackupStart;
  /** at most how many bytes the file will have */
  readonly bytes: number;
  /** how many audit entries it holds */
  readonly entries: number;
  /** opens the file again, to be checked after writing */
  readonly key: Buffer;
  /** The bytes of the file; ends what it holds when it ends. */
  readonly pieces: () => AsyncGenerator<Buffer, void, void>;
  /** Lets go of what is held when `pieces` was never begun. */
  readonly release: () => Promise<void>;
}

interface HeldFile {
  readonly kind: 'section' | 'snapshot-office' | 'snapshot-case';
  readonly name: bigint;
  readonly file: FileHandle;
  /** bytes it had at the moment: a section only grows */
  readonly size: number;
}

/** Entries read from the store before the loop is given back. */
const TURN = 128;
const PIECE = 1 << 20;
const SECTION = /^keyring-persons-([0-9a-f]{16})\.bin$/;
const CLASSES: readonly DataClass[] = ['office', 'case'];

/**
 * Holds the vault as it is: small files read, large ones opened, the database under a read transaction. Call inside
 * `store.exclusive`; everything after works on what is held.
 */
export const takeBackup = async (dir: string, vaultId: string, keys: VaultKeys, store: SealedStore, purpose: BackupPurpose): Promise<Taken> => {
  const snapshot = await store.snapshot();
  const files: HeldFile[] = [];
  const release = async (): Promise<void> => {
    snapshot.release();
    for (const { file } of files.splice(0)) await file.close().catch(() => undefined);
  };
  try {
    const [header, keyring, anchor] = await Promise.all([join(dir, HEADER_FILE), keyringFile(dir), anchorFile(dir)].map((path) => readFile(path)));
    if (header === undefined || keyring === undefined || anchor === undefined) throw new VaultError('DAMAGED', { what: 'keyring' });
    await holdFiles(dir, files);
    const key = newKey();
    const backupId = randomUUID();
    const start: BackupStart = {
      format: 'varco-backup',
      formatVersion: BACKUP_FORMAT,
      minReader: 1,
      backupId,
      vaultId,
      createdAt: new Date().toISOString(),
      purpose,
      header: header.toString('base64'),
      keyring: keyring.toString('base64'),
      anchor: anchor.toString('base64'),
      key: { ...keys.wrapForUsers(keyPlace(backupId), key) },
    };
    const clear = startBytes(start);
    const plain = snapshot.bytes + files.reduce((sum, { size }) => sum + size + ITEM_HEAD_BYTES, 0) + 4096;
    return {
      start,
      key,
      bytes: clear.length + Math.ceil(plain * 1.01),
      entries: store.audit.head.seq,
      release,
      pieces: async function* () {
        try {
          yield clear;
          yield* sealStream(key, contextOf(clear), items(snapshot, files));
        } finally {
          await release();
        }
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
};

/** What every chunk of a backup is bound to: all of its clear start. */
export const contextOf = (clear: Uint8Array): Buffer => createHash('sha256').update(clear).digest();

const holdFiles = async (dir: string, files: HeldFile[]): Promise<void> => {
  const hold = async (kind: HeldFile['kind'], name: bigint, path: string): Promise<void> => {
    const file = await open(path, 'r');
    // pushed before the size is asked: whatever fails, it is closed
    const held = { kind, name, file, size: 0 };
    files.push(held);
    held.size = (await file.stat()).size;
  };
  for (const name of (await readdir(dir)).toSorted()) {
    const id = SECTION.exec(basename(name))?.[1];
    if (id !== undefined) await hold('section', BigInt(`0x${id}`), join(dir, name));
  }
  for (const keyClass of CLASSES) {
    const [newest] = await listSnapshots(dir, keyClass);
    if (newest !== undefined) await hold(`snapshot-${keyClass}`, BigInt(newest.sequence), newest.file);
  }
};

/** Sections first: whoever restores opens them before the rest is of any use. */
async function* items(snapshot: EngineSnapshot, files: readonly HeldFile[]): AsyncGenerator<Uint8Array, void, void> {
  const totals = noTotals();
  for (const { kind, name, file, size } of files) {
    yield itemHead({ kind, name, length: size });
    for (let at = 0; at < size; ) {
      const piece = Buffer.alloc(Math.min(PIECE, size - at));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) throw new VaultError('DAMAGED', { what: kind === 'section' ? 'sections' : 'index' });
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
    totals[totalOf(kind)] += 1;
  }
  for (const table of TABLES) {
    for (let after = 0; ; ) {
      const entries = snapshot.read(table, after, TURN);
      for (const { key, value } of entries) {
        yield itemHead({ kind: table, name: BigInt(key), length: value.length } satisfies ItemHead);
        yield value;
        after = key;
      }
      totals[table] += entries.length;
      if (entries.length < TURN) break;
      await new Promise(setImmediate);
    }
  }
  const end = Buffer.from(JSON.stringify(totals));
  yield itemHead({ kind: 'end', name: 0n, length: end.length });
  yield end;
}
