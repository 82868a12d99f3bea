/** Backups as an open vault offers them. */
import type { VaultKeys } from '../keys.ts';
import type { SealedStore } from '../storage/store.ts';
import { VaultError, type Vault } from '../types.ts';
import { countsOf, drillBackup } from './drill.ts';
import { keyPlace } from './format.ts';
import { markMoved } from './moved.ts';
import { readBackupStart, verifyBackup } from './read.ts';
import { takeBackup } from './take.ts';

export interface BackupParts {
  readonly dir: string;
  readonly vaultId: string;
  readonly keys: VaultKeys;
  readonly store: SealedStore;
  /** from here on nothing more is written */
  readonly onMoved: () => void;
}

/** The part of `Vault` that is about backups. `open` refuses when the vault is closed. */
export const backupsOf = ({ dir, vaultId, keys, store, onMoved }: BackupParts, open: <T>(act: () => Promise<T> | T) => Promise<T>): Vault['backups'] => ({
  take: () => open(() => store.exclusive(() => takeBackup(dir, vaultId, keys, store, 'keep'))),
  move: (audit, write) =>
    open(() =>
      store.exclusive(async () => {
        await store.write([], audit.begun);
        try {
          const taken = await takeBackup(dir, vaultId, keys, store, 'move');
          const written = await write(taken);
          await markMoved(dir, new Date().toISOString());
          onMoved();
          return written;
        } catch (error) {
          await store.write([], audit.failed);
          throw error;
        }
      }),
    ),
  check: (path, options) =>
    open(async () => {
      const backup = await readBackupStart(path);
      const { start, bytes } = backup;
      const about = { vaultId: start.vaultId, createdAt: start.createdAt, purpose: start.purpose, bytes };
      if (start.vaultId !== vaultId) return { ...about, ours: false as const };
      const { entries, sha256 } = await verifyBackup(backup, keyOf(keys, start.backupId, start.key), options);
      return { ...about, ours: true as const, entries, sha256, behind: store.audit.head.seq - entries };
    }),
  drill: (path, opening, options) =>
    open(async () => {
      const { start } = await readBackupStart(path);
      if (start.vaultId !== vaultId) throw new VaultError('BACKUP_OTHER');
      return { ...(await drillBackup(path, opening, dir, options)), live: { documents: countsOf(store), entries: store.audit.head.seq } };
    }),
});

/** @throws VaultError BACKUP_KEY: it was made with newer keys than this vault has, or its start was changed */
const keyOf = (keys: VaultKeys, backupId: string, wrapped: { readonly under: number; readonly sealed: string }): Buffer => {
  try {
    return keys.unwrapForUsers(keyPlace(backupId), wrapped);
  } catch (error) {
    if (error instanceof VaultError && error.code === 'KEYRING_CHANGED') throw new VaultError('BACKUP_KEY');
    throw error;
  }
};
