import { lstat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { DropRefusal } from '../../shared/contract/bridge.ts';

/** Bytes of the largest envelope (64 MiB); the core looks again when it reads. */
const LARGEST = 64 * 1024 * 1024;
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Why a dropped path is not opened; undefined for an ordinary file of bearable size. A link is refused although the
 * file behind it could be read: what was dropped is not what would be opened.
 */
export const dropRefusal = async (path: string): Promise<DropRefusal | undefined> => {
  // a file that the page made up has no path
  if (!isAbsolute(path) || path.includes('\0')) return 'notAFile';
  try {
    const entry = await lstat(path);
    if (entry.isSymbolicLink()) return 'link';
    if (!entry.isFile()) return 'notAFile';
    return entry.size > LARGEST ? 'tooLarge' : undefined;
  } catch (error) {
    return codeOf(error) === 'ENOENT' || codeOf(error) === 'EIO' ? 'gone' : 'notAFile';
  }
};
