import { join } from 'node:path';
import { restoreWorkplace } from '../../../electron/core/services/backup/restore.ts';
import { say, type Task } from '../lines.ts';

/** Restores one backup without end, each time into another folder. */
export const restoreBackups = async ({ userId, password, from, folder, file = '' }: Task): Promise<void> => {
  for (let n = from; ; n += 1) {
    const dir = join(folder, `v${n}`);
    await say({ try: { n, what: 'restore', dir } });
    await restoreWorkplace(file, dir, { userId, password }, true, Date.now);
    await say({ ack: n });
  }
};
