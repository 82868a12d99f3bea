import { saveFile } from '../save-file.ts';
import { recoverySheet } from '../services/documents/recovery-sheet.ts';
import { os } from './base.ts';

export const sessionRouter = {
  status: os.session.status.handler(({ context }) => context.session.status()),
  create: os.session.create.handler(({ input, context }) => context.session.create(input)),
  saveRecoverySheet: os.session.saveRecoverySheet.handler(async ({ input, context: { session, path } }) => {
    const sheet = await recoverySheet(session.work(), session.recoveryCode, input.language);
    return { name: await saveFile(path(input.file, 'save'), sheet) };
  }),
  confirmRecovery: os.session.confirmRecovery.handler(({ input, context }) => context.session.confirmRecovery(input.lastGroup)),
  unlock: os.session.unlock.handler(({ input, context }) => context.session.unlock(input.userId, input.password)),
  recover: os.session.recover.handler(({ input, context }) => context.session.recover(input.code, input.userId, input.newPassword)),
  wipeDemo: os.session.wipeDemo.handler(({ context }) => context.session.wipeDemo()),
};
