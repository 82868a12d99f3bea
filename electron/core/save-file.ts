import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { mediumError } from './envelope/medium-errors.ts';
import { flushFolder } from './envelope/write-medium.ts';

/**
 * Writes a file the person named in a save dialog, replacing what stands there only when every byte is on the disk:
 * temporary file in the same folder, flushed, renamed.
 * @returns the file's name
 * @throws EnvelopeError MEDIUM_FULL, _READ_ONLY, _REMOVED, … : what stood there before is as it was
 */
export const saveFile = async (path: string, bytes: Uint8Array): Promise<string> => {
  const name = basename(path);
  const temporary = join(dirname(path), `.varco-${randomBytes(6).toString('hex')}.tmp`);
  let made = false;
  try {
    const file = await open(temporary, 'wx', 0o600);
    made = true;
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    made = false;
    await flushFolder(dirname(path));
  } catch (error) {
    if (made) await rm(temporary, { force: true });
    throw mediumError(error, name);
  }
  return name;
};
