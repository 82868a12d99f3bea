import { makeBackup } from '../../../electron/core/services/backup/backup.ts';
import { workIn } from '../../../electron/core/services/work.ts';
import { openVault } from '../../../electron/core/vault/vault.ts';
import { knownIn } from '../acts.ts';
import { say, type Task } from '../lines.ts';
import { markOf, saveOne } from './save.ts';

/** Backs up without end, and saves meanwhile: a backup holds what was saved up to its moment. */
export const makeBackups = async ({ dir, userId, password, from, folder }: Task): Promise<void> => {
  const vault = await openVault({ dir, userId, password });
  const known = await knownIn(vault);
  let n = from;
  const saving = async (): Promise<never> => {
    for (;;) await saveOne(vault, n++, known);
  };
  const backingUp = async (): Promise<never> => {
    for (;;) {
      const mine = n++;
      await say({ try: { n: mine, what: 'backup' } });
      const { fileName, entries } = await makeBackup(workIn(vault, Date.now), folder);
      await say({ ack: mine, mark: markOf(vault), backup: { fileName, entries } });
    }
  };
  await Promise.all([saving(), backingUp()]);
};
