/** A vault from a backup: made beside and moved into place as a whole. */
import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { v7 } from 'uuid';
import { syncFolder, toVaultError, writeFileAtomic } from '../atomic-file.ts';
import { HEADER_FILE, hashOf, headerBytes, readHeader } from '../header.ts';
import { openKeyring, openKeyringWithRecovery } from '../keyring/index.ts';
import type { KeyringPlace, PasswordOpening, VaultKeys } from '../keys.ts';
import { VaultError, type AuditVerdict, type Vault } from '../types.ts';
import { readBackupStart, type ReadOptions } from './read.ts';
import { newBeside, removeBeside } from './scratch.ts';
import { unpackBackup } from './unpack.ts';

export interface Restore extends ReadOptions {
  /** the backup file */
  readonly path: string;
  /** where the vault is to be: missing or empty */
  readonly dir: string;
  /** a user of the backup's time with the password of that time, or with the code of that time and a new password */
  readonly opening: PasswordOpening | { readonly userId: string; readonly code: string; readonly newPassword: string };
  /** Writes into the restored vault before it stands in its place: what tells that it was restored. */
  readonly settle: (vault: Vault, restored: Restored) => Promise<void>;
}

export interface Restored {
  /** when the backup was taken: what was done later is not in it */
  readonly createdAt: string;
  readonly entries: number;
  readonly verdict: AuditVerdict;
}

type Unlock = (dir: string, openKeys: (place: KeyringPlace) => Promise<VaultKeys>) => Promise<Vault>;

const isEmpty = async (dir: string): Promise<boolean> => {
  try {
    return (await readdir(dir)).length === 0;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code === 'ENOTDIR') return false;
    throw toVaultError(error);
  }
};

/**
 * Puts a vault from a backup in its place, closed. The installation gets a new id; users, passwords and recovery code
 * are those of the backup's time. Interrupted at any moment, no half vault stands there.
 * @throws VaultError EXISTS, WRONG_PASSWORD, WRONG_RECOVERY_CODE, KEYRING_CHANGED, BACKUP_…, DISK_FULL, READ_ONLY; an AbortError
 */
export const restoreBackup = async ({ path, dir: folder, opening, settle, ...options }: Restore, unlock: Unlock): Promise<Restored> => {
  const dir = resolve(folder);
  if (!(await isEmpty(dir))) throw new VaultError('EXISTS');
  const backup = await readBackupStart(path);
  await removeBeside(dir);
  const temp = newBeside(dir);
  try {
    const { entries } = await unpackBackup(backup, opening, temp, options);
    const { info, hash: oldHash } = await readHeader(temp);
    const header = headerBytes({ ...info, installationId: v7() });
    await writeFileAtomic(join(temp, HEADER_FILE), header);
    const vault = await unlock(temp, async (place) => {
      const old = { ...place, headerHash: oldHash };
      const keys =
        'password' in opening
          ? await openKeyring(old, opening.userId, opening.password, opening.keyFile)
          : await openKeyringWithRecovery(old, opening.code, opening.userId, opening.newPassword);
      await keys.bindHeader(hashOf(header));
      return keys;
    });
    let restored: Restored;
    try {
      restored = { createdAt: backup.start.createdAt, entries, verdict: await vault.audit.verify() };
      await settle(vault, restored);
    } finally {
      await vault.close();
    }
    options.signal?.throwIfAborted();
    await rmdir(dir).catch(() => undefined);
    await rename(temp, dir);
    await syncFolder(dirname(dir));
    return restored;
  } catch (error) {
    await rm(temp, { recursive: true, force: true }).catch(() => undefined);
    // somebody else put a vault there meanwhile
    if (error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')) throw new VaultError('EXISTS');
    throw toVaultError(error);
  }
};
