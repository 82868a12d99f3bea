/** Reading a backup file: its clear start, and its items under its key. Every byte is hostile until its chunk opened. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { ByteReader } from '../stream/byte-reader.ts';
import { openStream, StreamError } from '../stream/open-stream.ts';
import { VaultError } from '../types.ts';
import { ITEM_HEAD_BYTES, MAGIC, noTotals, parseItemHead, parseStart, PREFIX_BYTES, START_LIMIT, totalOf, Totals, type BackupStart, type ItemHead } from './format.ts';
import { contextOf } from './take.ts';

export interface BackupFile {
  readonly start: BackupStart;
  readonly bytes: number;
  readonly path: string;
  /** SHA-256 of the clear start */
  readonly context: Buffer;
  /** where the sealed stream begins */
  readonly from: number;
}

const PIECE = 1 << 20;

/**
 * The clear start of a backup. Nothing in it is believed before a password opened the stream it is bound to.
 * @throws VaultError BACKUP_INVALID when it is no backup, BACKUP_TOO_NEW; errors of the system when it cannot be read
 */
export const readBackupStart = async (path: string): Promise<BackupFile> => {
  // opening a pipe would wait for somebody who writes to it
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    const prefix = await exactly(file, 0, PREFIX_BYTES);
    if (!stat.isFile() || prefix === undefined || !prefix.subarray(0, MAGIC.length).equals(MAGIC)) throw new VaultError('BACKUP_INVALID');
    const length = prefix.readUInt32LE(MAGIC.length);
    const json = length > START_LIMIT || length > stat.size ? undefined : await exactly(file, PREFIX_BYTES, length);
    if (json === undefined) throw new VaultError('BACKUP_CUT');
    return { start: parseStart(json), path, bytes: stat.size, context: contextOf(Buffer.concat([prefix, json])), from: PREFIX_BYTES + length };
  } finally {
    await file.close();
  }
};

const exactly = async (file: FileHandle, at: number, length: number): Promise<Buffer | undefined> => {
  const bytes = Buffer.alloc(length);
  for (let got = 0; got < length; ) {
    const { bytesRead } = await file.read(bytes, got, length - got, at + got);
    if (bytesRead === 0) return undefined;
    got += bytesRead;
  }
  return bytes;
};

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** share of the file read, 0–1 */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** One item; its bytes come in pieces and are read on when the next is asked for. */
export interface Item extends ItemHead {
  readonly pieces: () => AsyncGenerator<Uint8Array, void, void>;
}

/**
 * Hands every item to `take`, in the order of the file, and returns when the last chunk proved that it was the last.
 * @returns what was there, and the digest of the whole file
 * @throws VaultError BACKUP_CUT, BACKUP_ORDER, BACKUP_REPEATED, BACKUP_APPENDED, BACKUP_CHANGED, BACKUP_INVALID; an AbortError
 */
export const readItems = async (
  backup: BackupFile,
  key: Uint8Array,
  take: (item: Item) => Promise<void>,
  options: ReadOptions = {},
): Promise<{ readonly totals: Totals; readonly entries: number; readonly sha256: string }> => {
  const hash = createHash('sha256');
  const reader = new ByteReader(openStream(key, backup.context, bytesOf(backup, hash, options)));
  const totals = noTotals();
  let entries = 0;
  try {
    for (;;) {
      const head = parseItemHead(await reader.read(ITEM_HEAD_BYTES));
      if (head.kind === 'end') {
        checkEnd(await reader.read(head.length), totals);
        break;
      }
      let left = head.length;
      const pieces = async function* (): AsyncGenerator<Uint8Array, void, void> {
        while (left > 0) {
          const piece = await reader.some(left);
          if (piece === undefined) throw new VaultError('BACKUP_INVALID');
          left -= piece.length;
          yield piece;
        }
      };
      await take({ ...head, pieces });
      // what was not asked for is passed over
      for await (const piece of pieces()) void piece;
      totals[totalOf(head.kind)] += 1;
      if (head.kind === 'audit') entries = Number(head.name);
    }
    if ((await reader.some(1)) !== undefined) throw new VaultError('BACKUP_INVALID');
    return { totals, entries, sha256: hash.digest('hex') };
  } catch (error) {
    throw error instanceof StreamError ? new VaultError(`BACKUP_${error.fault}`, { chunk: error.chunk }) : error;
  } finally {
    await reader.close();
  }
};

const checkEnd = (bytes: Buffer, counted: Totals): void => {
  let said: unknown;
  try {
    said = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new VaultError('BACKUP_INVALID');
  }
  const totals = Totals.safeParse(said);
  const same = totals.success && (Object.keys(counted) as (keyof Totals)[]).every((kind) => totals.data[kind] === counted[kind]);
  if (!same) throw new VaultError('BACKUP_INVALID');
};

/** The sealed part of the file; everything of the file is hashed on the way. */
async function* bytesOf({ path, from, bytes }: BackupFile, hash: ReturnType<typeof createHash>, { signal, onProgress }: ReadOptions): AsyncGenerator<Buffer, void, void> {
  const file = await open(path, 'r');
  try {
    const clear = await exactly(file, 0, from);
    if (clear === undefined) throw new StreamError('CUT', 0);
    hash.update(clear);
    const piece = Buffer.alloc(PIECE);
    for (let at = from; ; ) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(piece, 0, PIECE, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      const part = Buffer.from(piece.subarray(0, bytesRead));
      hash.update(part);
      onProgress?.(Math.min(1, at / bytes));
      yield part;
    }
  } finally {
    await file.close();
  }
}

/** Opens every chunk of a backup and counts its items; nothing is written. */
export const verifyBackup = (backup: BackupFile, key: Uint8Array, options: ReadOptions = {}): ReturnType<typeof readItems> =>
  readItems(backup, key, async () => undefined, options);
