// A folder in memory for what tests write: they make hundreds of vaults, and every save of each waits for a flush.
// Torture and benches stay on the disk, which is what they are about.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const GIB = 1024 ** 3;

/** Free bytes of the file system at a path; 0 where there is none. */
const freeAt = (path) => {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return 0;
  }
};

/**
 * Makes the folder where the system keeps one in memory and has room for the tests; undefined elsewhere: they then write
 * where every program does.
 * @param options.at   where the system keeps files in memory
 * @param options.room bytes the tests may need
 * @returns its path and what removes it, which may be called twice
 */
export const memoryFolder = ({ at = '/dev/shm', room = 4 * GIB } = {}) => {
  if (process.platform !== 'linux' || freeAt(at) < room) return undefined;
  const path = mkdtempSync(join(at, 'varco-tests-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};
