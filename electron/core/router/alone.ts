import { inTurn, type Work } from '../services/work.ts';
import type { Context } from './base.ts';

/** An act that looks whether something is there before it makes it: after those begun earlier, at the moment it was asked for. */
export const alone = <T>({ session }: Pick<Context, 'session'>, act: (work: Work) => Promise<T>): Promise<T> => {
  const work = session.work();
  return inTurn(work, () => act(work));
};
