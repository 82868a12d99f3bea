import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf, type Content } from './content.ts';
import { EnvelopeError } from './error.ts';
import { MEBIBYTE } from './limits.ts';
import { codeOf, mediumError } from './medium-errors.ts';
import { refuseBeyondFileSystem } from './medium-limits.ts';

export interface MediumFile {
  readonly folder: string;
  /** plain characters only, so that every file system and every clerk can take it */
  readonly fileName: string;
  /** in memory, or wherever they are: never held whole */
  readonly bytes: Uint8Array | Content;
  readonly signal?: AbortSignal;
  /** share of the bytes written, 0–1 */
  readonly onProgress?: (share: number) => void;
}

/** Longest name, all in ASCII: below the 255 of FAT and ext, with room for the temporary name. */
const NAME_LENGTH = 120;

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
  const { folder, fileName, signal } = file;
  const content = file.bytes instanceof Uint8Array ? contentOf(file.bytes) : file.bytes;
  if (fileName.length > NAME_LENGTH || !/^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$/.test(fileName)) {
    throw new EnvelopeError('MEDIUM_NAME', { name: fileName.slice(0, NAME_LENGTH) });
  }
  const temporary = join(folder, `varco-${randomBytes(6).toString('hex')}.tmp`);
  // what is there of ours until all is well
  let standing: string | undefined;
  try {
    await refuseTaken(folder, fileName);
    await refuseTooSmall(folder, content.size);
    signal?.throwIfAborted();
    const handle = await open(temporary, 'wx', 0o644);
    standing = temporary;
    const sha256 = await writeAll(handle, content, file);
    if ((await hashOf(temporary)) !== sha256) throw new EnvelopeError('MEDIUM_DIFFERS');
    signal?.throwIfAborted();
    await refuseTaken(folder, fileName);
    await rename(temporary, join(folder, fileName));
    standing = join(folder, fileName);
    await flushFolder(folder);
    return sha256;
  } catch (error) {
    if (standing !== undefined) await rm(standing, { force: true }).catch(() => undefined);
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
const writeAll = async (handle: FileHandle, content: Content, { signal, onProgress }: MediumFile): Promise<string> => {
  const hash = createHash('sha256');
  try {
    let at = 0;
    for await (const piece of content.stream()) {
      hash.update(piece);
      for (let written = 0; written < piece.length; ) {
        signal?.throwIfAborted();
        const { bytesWritten } = await handle.write(piece, written, piece.length - written, at);
        if (bytesWritten === 0) throw new EnvelopeError('MEDIUM_FULL');
        written += bytesWritten;
        at += bytesWritten;
      }
      onProgress?.(at / content.size);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
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
