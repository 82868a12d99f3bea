import { open } from 'node:fs/promises';
import { RefusedError } from './services/work.ts';

/**
 * The bytes of a file somebody chose, at most `limit`. Devices, folders and pipes are refused.
 * @throws RefusedError `file.tooLarge` or `file.notAFile`; a system error when it cannot be read
 */
export const readLimited = async (path: string, limit: number): Promise<Uint8Array> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat().then((stat) => {
      if (!stat.isFile()) throw new RefusedError({ code: 'file.notAFile' });
      return stat;
    });
    if (size > limit) throw new RefusedError({ code: 'file.tooLarge', params: { limit: Math.floor(limit / 1_048_576) } });
    return await file.readFile();
  } finally {
    await file.close();
  }
};
