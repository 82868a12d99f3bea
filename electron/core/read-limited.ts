import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { FileSource } from './envelope/content.ts';
import { limits } from './envelope/limits.ts';
import { readError } from './envelope/medium-errors.ts';
import { RefusedError } from './services/work.ts';

/**
 * The bytes of a file somebody chose, at most `limit`. Devices, folders and pipes are refused.
 * @throws RefusedError `file.tooLarge` or `file.notAFile`; EnvelopeError MEDIUM_REMOVED or MEDIUM_UNREADABLE when it cannot be read
 */
export const readLimited = async (path: string, limit: number): Promise<Uint8Array> => {
  try {
    return await readFrom(path, limit);
  } catch (error) {
    throw readError(error);
  }
};

/**
 * The envelope that somebody chose, to be read where it lies: it may be larger than memory should hold.
 * @throws as `readLimited`
 */
export const envelopeFile = async (path: string): Promise<FileSource> => {
  try {
    const { file, size } = await openFile(path, limits.envelopeBytes);
    await file.close();
    return { file: path, size };
  } catch (error) {
    throw readError(error);
  }
};

const tooLarge = (limit: number): RefusedError => new RefusedError({ code: 'file.tooLarge', params: { limit: Math.floor(limit / 1_048_576) } });

const openFile = async (path: string, limit: number): Promise<{ readonly file: FileHandle; readonly size: number }> => {
  // opening a pipe would wait for somebody who writes to it
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new RefusedError({ code: 'file.notAFile' });
    if (stat.size > limit) throw tooLarge(limit);
    return { file, size: stat.size };
  } catch (error) {
    await file.close();
    throw error;
  }
};

const readFrom = async (path: string, limit: number): Promise<Uint8Array> => {
  const { file } = await openFile(path, limit);
  try {
    // a file may grow while it is read, and some tell no size at all
    const parts: Buffer[] = [];
    for await (const part of file.createReadStream({ end: limit, autoClose: false })) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    if (bytes.length > limit) throw tooLarge(limit);
    return bytes;
  } finally {
    await file.close();
  }
};
