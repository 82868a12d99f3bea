/** The drill: a backup unpacked into a folder of its own, opened and read to the last record, and removed again. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { vaultSpec } from '../domain.ts';
import { readHeader } from '../header.ts';
import { openKeyring, openKeyringWithRecovery } from '../keyring/index.ts';
import type { DataClass, PasswordOpening, VaultKeys } from '../keys.ts';
import { SealedStore } from '../storage/store.ts';
import { VaultError, type AuditVerdict } from '../types.ts';
import { readBackupStart, type ReadOptions } from './read.ts';
import { newDrillFolder } from './scratch.ts';
import { unpackBackup } from './unpack.ts';

/** Who opens it: a user with their password, or with the printed code. */
export type DrillOpening = PasswordOpening | { readonly userId: string; readonly code: string };

export type Counts = Readonly<Partial<Record<DataClass, number>>>;

export interface DrillFound {
  readonly vaultId: string;
  readonly createdAt: string;
  readonly bytes: number;
  readonly verdict: AuditVerdict;
  /** documents that are there, of the classes this user holds */
  readonly documents: Counts;
  /** how many of them did not open */
  readonly damaged: number;
}

const CLASSES: readonly DataClass[] = ['office', 'case'];
/** documents opened before the loop is given back */
const TURN = 50;
/** share of the whole that unpacking takes */
const UNPACKING = 0.6;

/** Documents that are there and not deleted, by class. */
export const countsOf = (store: Pick<SealedStore, 'spec' | 'tables'>): Counts => {
  const counts: Partial<Record<DataClass, number>> = {};
  for (const place of store.spec.collections.keys()) for (const { keyClass, table } of store.tables(place)) counts[keyClass] = (counts[keyClass] ?? 0) + table.live;
  return counts;
};

/**
 * @param scratch the folder of a vault: the drill's own lies inside and is removed whatever happens
 * @throws VaultError as `unpackBackup`, and what opening a vault throws
 */
export const drillBackup = async (path: string, opening: DrillOpening, scratch: string, { signal, onProgress }: ReadOptions = {}): Promise<DrillFound> => {
  const backup = await readBackupStart(path);
  const dir = newDrillFolder(scratch);
  try {
    await unpackBackup(backup, opening, dir, { signal, onProgress: (share) => onProgress?.(share * UNPACKING) });
    const { info, hash } = await readHeader(dir);
    const place = { dir, vaultId: info.vaultId, headerHash: hash };
    const keys: VaultKeys =
      'password' in opening
        ? await openKeyring(place, opening.userId, opening.password, opening.keyFile)
        : // the password of a copy that is about to be gone
          await openKeyringWithRecovery(place, opening.code, opening.userId, randomBytes(24).toString('base64'));
    try {
      const store = await SealedStore.open({ dir, vaultId: Buffer.from(info.vaultId.replaceAll('-', ''), 'hex'), keys, spec: vaultSpec });
      try {
        const verdict = await store.verifyAudit();
        const documents = countsOf(store);
        const damaged = await openAll(store, documents, { signal, onProgress: (share) => onProgress?.(UNPACKING + share * (1 - UNPACKING)) });
        return { vaultId: info.vaultId, createdAt: backup.start.createdAt, bytes: backup.bytes, verdict, documents, damaged };
      } finally {
        await store.close();
      }
    } finally {
      keys.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

/** @returns how many documents do not open */
const openAll = async (store: SealedStore, documents: Counts, { signal, onProgress }: ReadOptions): Promise<number> => {
  const total = CLASSES.reduce((sum, keyClass) => sum + (documents[keyClass] ?? 0), 0);
  let done = 0;
  let damaged = 0;
  for (const place of store.spec.collections.keys()) {
    for (const { table } of store.tables(place)) {
      for (let row = 0; row < table.count; row += 1) {
        if (table.isDeleted(row)) continue;
        try {
          store.open(place, table, row);
        } catch (error) {
          if (!(error instanceof VaultError)) throw error;
          damaged += 1;
        }
        done += 1;
        if (done % TURN !== 0) continue;
        signal?.throwIfAborted();
        onProgress?.(done / total);
        await new Promise(setImmediate);
      }
    }
  }
  onProgress?.(1);
  return damaged;
};
