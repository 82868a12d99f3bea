import { interval } from 'rxjs';
import { clockView, confirmClock } from '../services/clock/clock.ts';
import { live } from '../services/query.ts';
import { saveFile } from '../save-file.ts';
import { recoverySheet } from '../services/documents/recovery-sheet.ts';
import { refuseWeak } from '../services/office/weak-password.ts';
import { os } from './base.ts';
import { withKeyFile } from './key-file-opening.ts';

/** How often the clock is looked at while nobody does anything, in milliseconds. */
const LOOK_EVERY = 20_000;

export const sessionRouter = {
  status: os.session.status.handler(({ context }) => context.session.status()),
  checkPassword: os.session.checkPassword.handler(({ input }) => refuseWeak(input.password, input.names)),
  create: os.session.create.handler(({ input, context }) => context.session.create(input)),
  saveRecoverySheet: os.session.saveRecoverySheet.handler(async ({ input, context: { session, path } }) => {
    const sheet = await recoverySheet(session.work(), session.recoveryCode, input.language);
    return { name: await saveFile(path(input.file, 'save'), sheet) };
  }),
  confirmRecovery: os.session.confirmRecovery.handler(({ input, context }) => context.session.confirmRecovery(input.lastGroup)),
  newRecoveryCode: os.session.newRecoveryCode.handler(({ input, context }) => context.session.newRecoveryCode(input.password)),
  unlock: os.session.unlock.handler(({ input, context: { session, path } }) =>
    session.unlock(input.userId, input.password, input.keyFile === undefined ? undefined : path(input.keyFile, 'key-file')),
  ),
  changePassword: os.session.changePassword.handler(({ input, context }) => context.session.changePassword(input.current, input.next)),
  makeKeyFile: os.session.makeKeyFile.handler(({ input, context: { session, path } }) => session.makeKeyFile(path(input.file, 'save'), input.password)),
  dropKeyFile: os.session.dropKeyFile.handler(({ input, context }) => context.session.dropKeyFile(input.password)),
  recover: os.session.recover.handler(({ input, context }) => context.session.recover(input.code, input.userId, input.newPassword)),
  clock: os.session.clock.handler(({ context: { session }, signal }) =>
    live(
      session.vault,
      ['office'],
      signal,
      async () => {
        await session.watch?.look();
        return clockView(session.work(), session.watch?.fault);
      },
      interval(LOOK_EVERY),
    ),
  ),
  confirmClock: os.session.confirmClock.handler(({ context: { session } }) => confirmClock(session.work(), session.watch)),
  wipeDemo: os.session.wipeDemo.handler(({ context }) => context.session.wipeDemo()),
  lookAtBackup: os.session.lookAtBackup.handler(({ input, context: { session, path } }) => session.lookAtBackup(path(input.file, 'backup'))),
  restore: os.session.restore.handler(({ input, context: { session, backups, path }, signal }) =>
    backups.run(signal, async (options) => session.restore(input.lookId, await withKeyFile(input.opening, path), options)),
  ),
  stopRestoring: os.session.stopRestoring.handler(({ context }) => context.backups.stop()),
  restoring: os.session.restoring.handler(({ context, signal }) => context.backups.follow(signal)),
  takeBack: os.session.takeBack.handler(async ({ input, context: { session, path } }) => session.takeBack(await withKeyFile(input, path))),
};
