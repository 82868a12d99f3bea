import { changeSettings, viewSettings } from '../services/settings/settings.ts';
import * as users from '../services/users/users.ts';
import { live } from '../services/query.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const usersRouter = {
  list: os.users.list.handler(({ context: { session }, signal }) => live(session.vault, ['office'], signal, () => users.listUsers(session.work()))),
  colleagues: os.users.colleagues.handler(({ context: { session } }) => users.colleagues(session.work())),
  mine: os.users.mine.handler(({ context: { session }, signal }) => live(session.vault, ['office'], signal, () => users.ownUser(session.work()))),
  // acts on who may log in look at everybody first: one after the other
  add: os.users.add.handler(({ input, context }) => alone(context, (work) => users.addUser(work, input))),
  change: os.users.change.handler(({ input, context }) => alone(context, (work) => users.changeUser(work, input))),
  setAbsences: os.users.setAbsences.handler(({ input, context }) => alone(context, (work) => users.setAbsences(work, input.userId, input.absences))),
  setOwnAbsences: os.users.setOwnAbsences.handler(({ input, context }) => alone(context, (work) => users.setAbsences(work, work.vault.user.id, input.absences))),
  dismiss: os.users.dismiss.handler(({ input, context }) => alone(context, (work) => users.dismissUser(work, input.userId))),
};

export const settingsRouter = {
  get: os.settings.get.handler(({ context: { session }, signal }) => live(session.vault, ['office'], signal, () => viewSettings(session.work()))),
  change: os.settings.change.handler(async ({ input, context: { session } }) => {
    await changeSettings(session.work(), input);
    session.idleAfter(input.idleMinutes);
  }),
};
