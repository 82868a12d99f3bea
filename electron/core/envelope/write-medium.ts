import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvelopeError, type EnvelopeErrorCode } from './error.ts';
import { MEBIBYTE } from './limits.ts';
import { refuseBeyondFileSystem } from './medium-limits.ts';

export interface MediumFile {
  readonly folder: string;
  /** plain characters only, so that every file system and every clerk can take it */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly signal?: AbortSignal;
  /** share of the bytes written, 0–1 */
  readonly onProgress?: (share: number) => void;
}

/** Longest name, all in ASCII: below the 255 of FAT and ext, with room for the temporary name. */
const NAME_LENGTH = 120;
const PART_BYTES = 1024 * 1024;

/**
 * Writes a file onto a removable medium: refuses a name that is taken (also in other case), writes every byte to a
 * temporary file in the same folder, flushes, reads it back and compares SHA-256, renames, flushes the folder.
 * On any error the temporary file is removed and nothing stands under the final name.
 * Reading back right after writing may be answered from memory: the screen says "written", not "verified on the medium".
 * @returns SHA-256 (hex) of what was written
 * @throws EnvelopeError MEDIUM_EXISTS, _NAME, _NO_SPACE and _FILE_LIMIT (before writing), _FULL (while writing), _READ_ONLY,
 *   _REMOVED, _DIFFERS or _FAILED; an AbortError when the signal fires
 */
export const writeToMedium = async (file: MediumFile): Promise<string> => {
  const { folder, fileName, bytes, signal } = file;
  if (fileName.length > NAME_LENGTH || !/^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$/.test(fileName)) {
    throw new EnvelopeError('MEDIUM_NAME', { name: fileName.slice(0, NAME_LENGTH) });
  }
  const temporary = join(folder, `varco-${randomBytes(6).toString('hex')}.tmp`);
  let created = false;
  try {
    await refuseTaken(folder, fileName);
    await refuseTooSmall(folder, bytes.length);
    signal?.throwIfAborted();
    const handle = await open(temporary, 'wx', 0o644);
    created = true;
    const sha256 = await writeAll(handle, file);
    if ((await hashOf(temporary)) !== sha256) throw new EnvelopeError('MEDIUM_DIFFERS');
    signal?.throwIfAborted();
    await refuseTaken(folder, fileName);
    await rename(temporary, join(folder, fileName));
    created = false;
    await flushFolder(folder);
    return sha256;
  } catch (error) {
    if (created) await rm(temporary, { force: true }).catch(() => undefined);
    throw mediumError(error, fileName);
  }
};

const refuseTaken = async (folder: string, fileName: string): Promise<void> => {
  const taken = (await readdir(folder)).some((name) => name.toLowerCase() === fileName.toLowerCase());
  if (taken) throw new EnvelopeError('MEDIUM_EXISTS', { name: fileName });
};

const refuseTooSmall = async (folder: string, needed: number): Promise<void> => {
  const { bavail, bsize, type } = await statfs(folder);
  refuseBeyondFileSystem(type, needed);
  if (bavail * bsize >= needed) return;
  const mebibytes = (bytes: number): number => Math.ceil(bytes / MEBIBYTE);
  throw new EnvelopeError('MEDIUM_NO_SPACE', { needed: mebibytes(needed), free: Math.floor((bavail * bsize) / MEBIBYTE) });
};

/** A single write may take fewer bytes than given and say nothing: go on until all are taken, then flush and close. */
const writeAll = async (handle: FileHandle, { bytes, signal, onProgress }: MediumFile): Promise<string> => {
  try {
    let at = 0;
    while (at < bytes.length) {
      signal?.throwIfAborted();
      const { bytesWritten } = await handle.write(bytes, at, Math.min(PART_BYTES, bytes.length - at), at);
      if (bytesWritten === 0) throw new EnvelopeError('MEDIUM_FULL');
      at += bytesWritten;
      onProgress?.(at / bytes.length);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return createHash('sha256').update(bytes).digest('hex');
};

const hashOf = async (path: string): Promise<string> => {
  const handle = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
};

/** Makes the new name durable. Windows and some file systems cannot flush a folder: nothing is lost by that but speed. */
export const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync();
  } catch (error) {
    if (!['EPERM', 'EINVAL', 'EISDIR', 'EACCES', 'ENOTSUP'].includes(codeOf(error))) throw error;
  } finally {
    await handle?.close();
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const meanings: Readonly<Record<string, EnvelopeErrorCode>> = {
  ENOSPC: 'MEDIUM_FULL',
  EDQUOT: 'MEDIUM_FULL',
  EFBIG: 'MEDIUM_FILE_LIMIT',
  EROFS: 'MEDIUM_READ_ONLY',
  EACCES: 'MEDIUM_READ_ONLY',
  EPERM: 'MEDIUM_READ_ONLY',
  ENAMETOOLONG: 'MEDIUM_NAME',
  EEXIST: 'MEDIUM_EXISTS',
  ENOENT: 'MEDIUM_REMOVED',
  ENOTDIR: 'MEDIUM_REMOVED',
  ENODEV: 'MEDIUM_REMOVED',
  ENXIO: 'MEDIUM_REMOVED',
  EIO: 'MEDIUM_REMOVED',
};

/** What reading from a medium ran into: gone, or not to be read. */
export const readError = (error: unknown): unknown => {
  const code = codeOf(error);
  if (error instanceof EnvelopeError || !/^E[A-Z]+$/.test(code)) return error;
  return meanings[code] === 'MEDIUM_REMOVED' ? new EnvelopeError('MEDIUM_REMOVED', {}, error) : new EnvelopeError('MEDIUM_UNREADABLE', { reason: code }, error);
};

/** Says what happened to the medium; the system's own message holds a path and stays inside. */
export const mediumError = (error: unknown, name: string): unknown => {
  const code = codeOf(error);
  if (error instanceof EnvelopeError || code === '') return error;
  const meaning = meanings[code];
  return meaning === undefined ? new EnvelopeError('MEDIUM_FAILED', { reason: code }, error) : new EnvelopeError(meaning, { name }, error);
};
