import { createHash } from 'node:crypto';
import { open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupStep } from '../../../../shared/contract/backup.ts';
import { backupFileName } from '../../../../shared/domain/backup.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import { mediumError } from '../../envelope/medium-errors.ts';
import { refuseBeyondFileSystem } from '../../envelope/medium-limits.ts';
import { flushFolder } from '../../envelope/write-medium.ts';
import { readBackupStart, verifyBackup } from '../../vault/backup/read.ts';
import type { Taken } from '../../vault/backup/take.ts';
import { VaultError } from '../../vault/types.ts';

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: BackupStep) => void) | undefined;
}

export interface WrittenBackup {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
}

const MEBIBYTE = 1024 * 1024;

/**
 * Writes a backup into a folder: under a name that is not the final one, flushed, read back from the medium and opened
 * chunk by chunk, and only then renamed. Nothing half-written ever has the final name.
 * @throws EnvelopeError MEDIUM_…: as `writeToMedium`; VaultError CLOSED when the workplace locked; an AbortError
 */
export const writeBackup = async (taken: Taken, folder: string, today: CivilDate, { signal, onStep }: WriteOptions = {}): Promise<WrittenBackup> => {
  let part: string | undefined;
  let fileName = backupFileName(today, taken.start.vaultId);
  try {
    const names = await readdir(folder);
    fileName = freeName(names, today, taken.start.vaultId);
    await removeUnfinished(folder, names, today, taken.start.vaultId);
    await refuseTooSmall(folder, taken.bytes);
    signal?.throwIfAborted();
    const path = join(folder, `${fileName}.part`);
    const file = await open(path, 'wx', 0o600);
    part = path;
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const piece of taken.pieces()) {
        signal?.throwIfAborted();
        await file.writeFile(piece);
        hash.update(piece);
        bytes += piece.length;
        onStep?.({ step: 'write', share: Math.min(1, bytes / taken.bytes) });
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const sha256 = hash.digest('hex');
    await readBack(path, taken, sha256, { signal, onStep });
    signal?.throwIfAborted();
    await rename(path, join(folder, fileName));
    part = undefined;
    await flushFolder(folder);
    return { fileName, bytes, sha256 };
  } catch (error) {
    if (part !== undefined) await rm(part, { force: true }).catch(() => undefined);
    // a vault that locked meanwhile says nothing about the medium
    throw error instanceof VaultError ? error : mediumError(error, fileName);
  } finally {
    taken.key.fill(0);
    await taken.release();
  }
};

const freeName = (names: readonly string[], today: CivilDate, vaultId: string): string => {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (let nth = 1; ; nth += 1) {
    const name = backupFileName(today, vaultId, nth);
    if (!taken.has(name)) return name;
  }
};

/** What a power cut left of an earlier one of this vault: nobody can use it, and it takes room. */
const removeUnfinished = async (folder: string, names: readonly string[], today: CivilDate, vaultId: string): Promise<void> => {
  const id = backupFileName(today, vaultId).slice(`varco-backup-${today}`.length, -'.varcobackup'.length);
  const unfinished = new RegExp(`^varco-backup-\\d{4}-\\d{2}-\\d{2}${id}(?:-\\d+)?\\.varcobackup\\.part$`);
  for (const name of names) if (unfinished.test(name)) await rm(join(folder, name), { force: true });
};

const refuseTooSmall = async (folder: string, needed: number): Promise<void> => {
  const { bavail, bsize, type } = await statfs(folder);
  refuseBeyondFileSystem(type, needed);
  if (bavail * bsize >= needed) return;
  throw new EnvelopeError('MEDIUM_NO_SPACE', { needed: Math.ceil(needed / MEBIBYTE), free: Math.floor((bavail * bsize) / MEBIBYTE) });
};

/** Every chunk is opened again, and the whole compared with what was written. */
const readBack = async (path: string, taken: Taken, sha256: string, { signal, onStep }: WriteOptions): Promise<void> => {
  try {
    const read = await verifyBackup(await readBackupStart(path), taken.key, { signal, onProgress: (share) => onStep?.({ step: 'check', share }) });
    if (read.sha256 !== sha256 || read.entries !== taken.entries) throw new EnvelopeError('MEDIUM_DIFFERS');
  } catch (error) {
    throw error instanceof VaultError ? new EnvelopeError('MEDIUM_DIFFERS', {}, error) : error;
  }
};
