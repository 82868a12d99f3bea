import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file the person named in a save dialog, replacing what stands there only when every byte is on the disk:
 * temporary file in the same folder, flushed, renamed.
 * @returns the file's name
 */
export const saveFile = async (path: string, bytes: Uint8Array): Promise<string> => {
  const temporary = join(dirname(path), `.varco-${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return basename(path);
};
