/** Backups and restored vaults after a kill: whole under their names, or not there. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeBackup } from '../../electron/core/services/backup/backup.ts';
import { restoreWorkplace } from '../../electron/core/services/backup/restore.ts';
import { workIn } from '../../electron/core/services/work.ts';
import type { Vault } from '../../electron/core/vault/types.ts';
import { openVault, peekVault } from '../../electron/core/vault/vault.ts';
import { missingIn, type Documents } from './documents.ts';
import type { Act } from './lines.ts';

interface Holder {
  readonly userId: string;
  readonly password: string;
}

/** What was found wrong. */
export interface Found {
  readonly lost: number;
  readonly unopenable: number;
}

const isBackup = (name: string): boolean => name.endsWith('.varcobackup');

/**
 * Looks at the backups of a folder from the open vault. Each name that is there, acknowledged or not, is a whole backup;
 * each acknowledged one is there; and the next backup leaves none that was begun.
 * @returns how many of these do not hold
 */
export const wrongBackups = async (vault: Vault, folder: string, acknowledged: readonly string[]): Promise<number> => {
  const names = (await readdir(folder)).filter(isBackup);
  let wrong = acknowledged.filter((name) => !names.includes(name)).length;
  for (const name of names) {
    const checked = await vault.backups.check(join(folder, name)).catch(() => undefined);
    if (checked?.ours !== true) wrong += 1;
  }
  const { fileName } = await makeBackup(workIn(vault, Date.now), folder);
  const left = (await readdir(folder)).filter((name) => !isBackup(name));
  return wrong + left.length + Number(names.includes(fileName));
};

/** Restores a backup and looks for every document of its moment in it. */
export const restoreAndLook = async (file: string, dir: string, holder: Holder, documents: Documents, unanswered: readonly Act[]): Promise<Found> => {
  await mkdir(dirname(dir), { recursive: true });
  try {
    await restoreWorkplace(file, dir, holder, true, Date.now);
  } catch {
    return { lost: 0, unopenable: 1 };
  }
  return lookInto(dir, holder, documents, unanswered);
};

/**
 * What a killed restore left in its place: a whole vault or none, and then it can be done again and clears away what lay
 * beside.
 */
export const killedRestore = async (file: string, dir: string, holder: Holder, documents: Documents): Promise<Found> => {
  const there = await readdir(dir).catch(() => []);
  if (there.length > 0) return (await peekVault(dir).catch(() => undefined))?.exists === true ? lookInto(dir, holder, documents, []) : { lost: 0, unopenable: 1 };
  const found = await restoreAndLook(file, dir, holder, documents, []);
  const beside = (await readdir(dirname(dir))).filter((name) => name.endsWith('.new'));
  return { ...found, lost: found.lost + beside.length };
};

/** Opens a restored vault: every document of the backup's moment, and an audit stream that is whole. */
export const lookInto = async (dir: string, { userId, password }: Holder, documents: Documents, unanswered: readonly Act[]): Promise<Found> => {
  let vault: Vault;
  try {
    vault = await openVault({ dir, userId, password });
  } catch {
    return { lost: 0, unopenable: 1 };
  }
  try {
    return { lost: await missingIn(vault, documents, unanswered), unopenable: (await vault.audit.verify()).intact ? 0 : 1 };
  } finally {
    await vault.close();
  }
};

/** Makes a folder anew. */
export const emptied = async (folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
};
