import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
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
    // looked at before it is opened: opening a device may do something
    const entry = await lstat(path);
    if (entry.isSymbolicLink()) return 'link';
    if (!entry.isFile()) return 'notAFile';
    return await openedRefusal(path);
  } catch (error) {
    if (codeOf(error) === 'ELOOP') return 'link';
    return codeOf(error) === 'ENOENT' || codeOf(error) === 'EIO' ? 'gone' : 'notAFile';
  }
};

/** The same of what is really opened: between looking and opening somebody may have put a link or a pipe in its place. */
const openedRefusal = async (path: string): Promise<DropRefusal | undefined> => {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return 'notAFile';
    return stat.size > LARGEST ? 'tooLarge' : undefined;
  } finally {
    await file.close();
  }
};
