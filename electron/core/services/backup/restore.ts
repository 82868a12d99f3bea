import { numbersAfterRestore } from '../../../../shared/domain/backup.ts';
import { readError } from '../../envelope/medium-errors.ts';
import type { Restored } from '../../vault/backup/restore.ts';
import { peekBackup } from '../../vault/backup/peek.ts';
import type { PasswordOpening } from '../../vault/keys.ts';
import { VaultError, type Change, type Vault } from '../../vault/types.ts';
import { restoreVault } from '../../vault/vault.ts';
import { refuseWeak } from '../office/weak-password.ts';
import { find } from '../query.ts';
import { changed, RefusedError, save, workIn } from '../work.ts';
import type { WriteOptions } from './write.ts';

export type RestoreOpening = PasswordOpening | { readonly userId: string; readonly code: string; readonly newPassword: string };

/**
 * Puts a workplace from a backup in its place, closed. The trail says from when it is, and the numbers of envelopes leave a
 * gap: what was sealed after the backup is not known here.
 * @param demo whether this program works with demonstrations; they are never mixed with a live workplace
 * @throws RefusedError for a weak new password or the other kind; VaultError as `restoreVault`
 */
export const restoreWorkplace = async (
  path: string,
  dir: string,
  opening: RestoreOpening,
  demo: boolean,
  clock: () => number,
  { signal, onStep }: WriteOptions = {},
): Promise<Restored> => {
  try {
    const { info, users } = await peekBackup(path);
    if (info.demo !== demo) throw new RefusedError({ code: demo ? 'backup.liveInDemo' : 'backup.demoInLive' });
    if ('newPassword' in opening) await refuseWeak(opening.newPassword, [info.serviceName, ...users.map(({ name }) => name)]);
    return await restoreVault({ path, dir, opening, signal, onProgress: (share) => onStep?.({ step: 'restore', share }), settle: (vault, restored) => settle(vault, restored, clock) });
  } catch (error) {
    // a code of the vault may look like one of the system: EXISTS
    throw error instanceof VaultError ? error : readError(error);
  }
};

const settle = async (vault: Vault, { createdAt, entries, verdict }: Restored, clock: () => number): Promise<void> => {
  const work = workIn(vault, clock);
  const [[service], [settings]] = await Promise.all([
    find(vault, 'office', 'service', { selector: {}, limit: 1 }),
    find(vault, 'office', 'settings', { selector: {}, limit: 1 }),
  ]);
  const changes: Change[] = [];
  if (service !== undefined) changes.push({ op: 'put', collection: 'office', doc: changed(work, { ...service, ...numbersAfterRestore(service) }) });
  if (settings !== undefined) {
    changes.push({ op: 'put', collection: 'office', doc: changed(work, { ...settings, lastBackup: { at: createdAt, bytes: settings.lastBackup?.bytes ?? 0, entries } }) });
  }
  await save(work, changes, { action: 'vault.restore', details: { backupAt: createdAt, entries, intact: verdict.intact } });
};
