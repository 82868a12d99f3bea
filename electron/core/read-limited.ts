import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { readError } from './envelope/write-medium.ts';
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

const readFrom = async (path: string, limit: number): Promise<Uint8Array> => {
  // opening a pipe would wait for somebody who writes to it
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new RefusedError({ code: 'file.notAFile' });
    const tooLarge = (): RefusedError => new RefusedError({ code: 'file.tooLarge', params: { limit: Math.floor(limit / 1_048_576) } });
    if (stat.size > limit) throw tooLarge();
    // a file may grow while it is read, and some tell no size at all
    const parts: Buffer[] = [];
    for await (const part of file.createReadStream({ end: limit, autoClose: false })) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    if (bytes.length > limit) throw tooLarge();
    return bytes;
  } finally {
    await file.close();
  }
};
