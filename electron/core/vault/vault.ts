/** Creating, opening and looking at a vault. What services see of it is `types.ts`. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { v7 } from 'uuid';
import { keysOf } from '../../../shared/domain/roles.ts';
import { removeLeftovers, syncFolder, toVaultError, writeFileAtomic } from './atomic-file.ts';
import { movedAt, unmarkMoved } from './backup/moved.ts';
import { restoreBackup, type Restore, type Restored } from './backup/restore.ts';
import { removeDrills } from './backup/scratch.ts';
import { vaultSpec } from './domain.ts';
import { sweepDrafts } from './drafts.ts';
import { FORMAT_VERSION, hashOf, HEADER_FILE, headerBytes, readHeader } from './header.ts';
import { createKeyring, openKeyring, openKeyringWithRecovery, peekKeyring } from './keyring/index.ts';
import type { KeyringPlace, VaultKeys } from './keys.ts';
import { takeLock } from './lock.ts';
import { OpenVault } from './open-vault.ts';
import { openRxDatabase } from './rx-database.ts';
import { Changes } from './storage/rx-storage.ts';
import { SealedStore } from './storage/store.ts';
import { VaultError, type CreateVault, type Vault, type VaultInfo, type VaultPeek } from './types.ts';

export interface Unlock {
  readonly dir: string;
  readonly userId: string;
  readonly password: string;
  /** the 32 bytes of the user's key file, when the slot asks for one */
  readonly keyFile?: Uint8Array | undefined;
}

export interface Recover {
  readonly dir: string;
  /** as printed; spaces, dashes and case do not matter */
  readonly code: string;
  readonly userId: string;
  readonly newPassword: string;
}

/** The 16 bytes of a UUID. */
const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/**
 * Founds a vault in a folder that is missing or empty, and opens it as its first user. Made beside and moved into
 * place as a whole: an interruption leaves no half vault.
 * @returns the vault, and the recovery code to print: it is stored nowhere
 * @throws VaultError EXISTS, NOT_ENTITLED (nobody would hold the case key; weak password hashing outside a demo), DISK_FULL, READ_ONLY
 */
export const createVault = async (options: CreateVault): Promise<{ readonly vault: Vault; readonly recoveryCode: string }> => {
  const dir = resolve(options.dir);
  const [first] = options.users;
  if (first === undefined) throw new VaultError('NOT_ENTITLED', { what: 'users' });
  if ((await filesIn(dir)).length > 0) throw new VaultError('EXISTS');
  const info: VaultInfo = {
    formatVersion: FORMAT_VERSION,
    vaultId: randomUUID(),
    installationId: v7(),
    kind: options.kind,
    demo: options.demo,
    timeZone: options.timeZone,
    serviceName: options.serviceName,
    createdAt: new Date().toISOString(),
  };
  const header = headerBytes(info);
  const temp = join(dirname(dir), `.${basename(dir)}.${randomBytes(6).toString('hex')}.new`);
  let recoveryCode: string;
  try {
    await mkdir(temp, { recursive: true, mode: 0o700 });
    const { users, secrets, demo, testKdf } = options;
    const made = await createKeyring(
      { dir: temp, vaultId: info.vaultId, headerHash: hashOf(header) },
      { users, secrets, demo, creatorId: first.id, ...(testKdf === undefined ? {} : { testKdf }) },
    );
    made.keys.close();
    recoveryCode = made.recoveryCode;
    await writeFileAtomic(join(temp, HEADER_FILE), header);
    await rmdir(dir).catch(() => undefined);
    await rename(temp, dir);
    await syncFolder(dirname(dir));
  } catch (error) {
    await rm(temp, { recursive: true, force: true }).catch(() => undefined);
    throw toVaultError(error);
  }
  const vault = await openVault({ dir, userId: first.id, password: first.password });
  await vault.commit([], { action: 'vault.create' });
  return { vault, recoveryCode };
};

/**
 * Opens a vault with a user's password.
 * @throws VaultError NO_VAULT, IN_USE, TOO_NEW, WRONG_PASSWORD, KEY_FILE_MISSING, KEY_FILE_WRONG, KEYRING_CHANGED, DAMAGED, READ_ONLY, DISK_FULL
 */
export const openVault = ({ dir, userId, password, keyFile }: Unlock): Promise<Vault> =>
  unlock(dir, (place) => openKeyring(place, userId, password, keyFile));

/**
 * Opens a vault with its recovery code, as a user whose password becomes `newPassword`.
 * @throws as `openVault`; WRONG_RECOVERY_CODE
 */
export const openVaultWithRecovery = ({ dir, code, userId, newPassword }: Recover): Promise<Vault> =>
  unlock(dir, (place) => openKeyringWithRecovery(place, code, userId, newPassword));

/**
 * Opens a vault that was moved to another computer and takes it back: the move failed, or is regretted.
 * @param mayTakeBack throws for somebody who may not; nothing was taken back then
 * @throws as `openVault`
 */
export const takeVaultBack = async ({ dir, userId, password, keyFile }: Unlock, mayTakeBack?: (vault: Vault) => Promise<void>): Promise<Vault> => {
  const vault = await unlock(dir, (place) => openKeyring(place, userId, password, keyFile), 'moved-too');
  try {
    await mayTakeBack?.(vault);
    // recorded first: a vault that works again always says so
    await vault.commit([], { action: 'vault.takeBack' });
    await unmarkMoved(resolve(dir));
    return vault;
  } catch (error) {
    await vault.close();
    throw error;
  }
};

/** A vault from a backup, put in its place, closed. @throws as `restoreBackup` says */
export const restoreVault = (restore: Restore): Promise<Restored> => restoreBackup(restore, unlock);

/**
 * What a folder says of its vault without a password. Names and header are not authenticated before one is given.
 * @throws VaultError TOO_NEW, DAMAGED
 */
export const peekVault = async (dir: string): Promise<VaultPeek> => {
  try {
    const { info } = await readHeader(dir);
    const { vaultId, kind, demo, serviceName, timeZone, formatVersion } = info;
    const users = (await peekKeyring(dir)).map(({ id, name, keyFile }) => ({ id, name, keyFile }));
    const moved = await movedAt(dir);
    return { exists: true, info: { vaultId, kind, demo, serviceName, timeZone, formatVersion }, users, ...(moved === undefined ? {} : { movedAt: moved }) };
  } catch (error) {
    if (error instanceof VaultError && error.code === 'NO_VAULT') return { exists: false, users: [] };
    throw error;
  }
};

const unlock = async (folder: string, openKeys: (place: KeyringPlace) => Promise<VaultKeys>, which: 'here' | 'moved-too' = 'here'): Promise<Vault> => {
  const dir = resolve(folder);
  const { info, hash } = await readHeader(dir);
  const moved = await movedAt(dir);
  if (moved !== undefined && which === 'here') throw new VaultError('MOVED', { on: moved.slice(0, 10) });
  const lock = await takeLock(dir);
  let keys: VaultKeys | undefined;
  let store: SealedStore | undefined;
  try {
    await removeLeftovers(dir);
    await removeDrills(dir);
    keys = await openKeys({ dir, vaultId: info.vaultId, headerHash: hash });
    const opened = await SealedStore.open({ dir, vaultId: bytesOf(info.vaultId), keys, spec: vaultSpec });
    store = opened;
    // drafts lie under the case key: who does not hold it any more has none
    const writers = new Set((await peekKeyring(dir)).filter(({ roles }) => keysOf(roles).includes('case')).map(({ id }) => id));
    await opened.exclusive(() => sweepDrafts(opened, writers));
    const changes = new Changes(vaultSpec.collections.length);
    const { database, collections } = await openRxDatabase(store, changes);
    return new OpenVault({ dir, info, keys, store, changes, database, collections, lock });
  } catch (error) {
    await store?.close().catch(() => undefined);
    keys?.close();
    await lock.release();
    throw error;
  }
};

const filesIn = async (dir: string): Promise<readonly string[]> => {
  try {
    return await readdir(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new VaultError('EXISTS');
    throw toVaultError(error);
  }
};
