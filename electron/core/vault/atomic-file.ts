import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { VaultError } from './types.ts';

/** `.<name>.<16 hex>.tmp`, in the folder of the file it becomes. */
const TEMP_NAME = /^\..+\.[0-9a-f]{16}\.tmp$/;
const tempFor = (path: string): string => join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`);

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const LOCKED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

/**
 * What a failed write means to a person: no space, or no permission to write. Anything else is passed on unchanged.
 * No path goes into the error: folders may carry names.
 */
export const toVaultError = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return new VaultError('DISK_FULL', {}, error);
  if (LOCKED.has(code)) return new VaultError('READ_ONLY', {}, error);
  return error;
};

/** Makes renames, new and unlinked names of a folder durable. Windows has no such call: NTFS journals names itself. */
export const syncFolder = async (dir: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/**
 * Replaces a file as a whole and durably: when this resolves the new bytes survive a power cut, when it rejects the
 * old file is untouched and nothing is left behind.
 * @throws VaultError DISK_FULL or READ_ONLY; other failures as the system names them
 */
export const writeFileAtomic = async (path: string, bytes: Uint8Array): Promise<void> => {
  const temp = tempFor(path);
  try {
    const file = await open(temp, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temp, path);
    await syncFolder(dirname(path));
  } catch (error) {
    // a full disk may refuse this too: the next open removes what is left
    await rm(temp, { force: true }).catch(() => undefined);
    throw toVaultError(error);
  }
};

/** Removes a file and makes that durable. A file that is gone already is fine. */
export const removeFile = async (path: string): Promise<void> => {
  try {
    await rm(path, { force: true });
    await syncFolder(dirname(path));
  } catch (error) {
    throw toVaultError(error);
  }
};

/**
 * Removes the half-written files a crash left in a folder. Only for the holder of the vault's lock.
 * @returns how many were removed
 */
export const removeLeftovers = async (dir: string): Promise<number> => {
  const names = (await readdir(dir)).filter((name) => TEMP_NAME.test(name));
  for (const name of names) await removeFile(join(dir, name));
  return names.length;
};
