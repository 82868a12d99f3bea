import * as backups from '../services/backup/backup.ts';
import { live } from '../services/query.ts';
import { os } from './base.ts';
import { withKeyFile } from './key-file-opening.ts';

export const backupRouter = {
  status: os.backup.status.handler(({ context: { session }, signal }) => live(session.vault, ['office'], signal, () => backups.backupStatus(session.work()))),
  make: os.backup.make.handler(({ input, context: { session, path, backups: jobs }, signal }) =>
    jobs.run(signal, (options) => backups.makeBackup(session.work(), path(input.folder, 'folder'), options)),
  ),
  move: os.backup.move.handler(async ({ input, context: { session, path, backups: jobs }, signal }) => {
    const made = await jobs.run(signal, (options) => backups.moveAway(session.work(), path(input.folder, 'folder'), options));
    await session.close();
    return made;
  }),
  check: os.backup.check.handler(({ input, context: { session, path, backups: jobs }, signal }) =>
    jobs.run(signal, (options) => backups.checkBackup(session.work(), path(input.file, 'backup'), options)),
  ),
  drill: os.backup.drill.handler(({ input, context: { session, path, backups: jobs }, signal }) =>
    jobs.run(signal, async (options) => {
      const file = path(input.file, 'backup');
      return backups.drill(session.work(), file, await withKeyFile(input.opening, path), options);
    }),
  ),
  stop: os.backup.stop.handler(({ context }) => context.backups.stop()),
  progress: os.backup.progress.handler(({ context, signal }) => context.backups.follow(signal)),
};
