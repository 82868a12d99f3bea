import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediumResult } from '../../../shared/domain/medium.ts';
import { limits } from './limits.ts';
import { readError } from './medium-errors.ts';

/** What a medium must hold. */
export interface MediumExpected {
  readonly fileName: string;
  /** SHA-256 (hex) of the whole file */
  readonly sha256: string;
}

/**
 * Reads a file back from a medium that was taken out and put in again, and compares it with what was written. Nothing is
 * written. A link or a folder under that name is not what was written.
 * @throws EnvelopeError MEDIUM_REMOVED, MEDIUM_UNREADABLE; an AbortError when the signal fires
 */
export const checkOnMedium = async (folder: string, { fileName, sha256 }: MediumExpected, signal?: AbortSignal): Promise<MediumResult> => {
  try {
    // FAT keeps names without regard to case, and may give them back otherwise than they were written
    const names = await readdir(folder);
    const name = names.find((candidate) => candidate === fileName) ?? names.find((candidate) => candidate.toLowerCase() === fileName.toLowerCase());
    if (name === undefined) return 'NOT_THERE';
    const file = await opened(join(folder, name));
    return file !== undefined && (await hashOf(file, signal)) === sha256 ? 'WHOLE' : 'DIFFERS';
  } catch (error) {
    throw readError(error);
  }
};

/** Never follows a link; undefined for one. */
const opened = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'EMLINK' || error.code === 'ENXIO')) return undefined;
    throw error;
  }
};

/** Undefined for what cannot be an envelope: no plain file, or larger than any. */
const hashOf = async (file: FileHandle, signal: AbortSignal | undefined): Promise<string | undefined> => {
  try {
    const known = await file.stat();
    if (!known.isFile() || known.size > limits.envelopeBytes) return undefined;
    const hash = createHash('sha256');
    for await (const piece of file.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
      signal?.throwIfAborted();
      hash.update(piece as Buffer);
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
};
