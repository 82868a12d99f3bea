import { say, type Task } from '../lines.ts';
import { isRight, sessionOn, vaultOf } from '../session.ts';
import { markOf } from './save.ts';

/** Unlocks and locks without end, each time after a wrong password. */
export const logIn = async ({ dir, userId, password, from }: Task): Promise<void> => {
  const session = sessionOn(dir);
  for (let n = from; ; n += 2) {
    await say({ try: { n, what: 'wrong' } });
    if (await isRight(() => session.unlock(userId, `${password}?`))) throw new Error('a wrong password opened the vault');
    await say({ ack: n });
    await say({ try: { n: n + 1, what: 'unlock' } });
    await session.unlock(userId, password);
    await say({ ack: n + 1, mark: markOf(vaultOf(session)) });
    await session.close('PERSON');
  }
};
