import { beforeLock } from './drafts/before-lock.ts';

/**
 * How long what is being typed may take to be saved before a lock goes on without it; milliseconds. Nothing is on the
 * screen meanwhile, so a busy computer gets the time it needs.
 */
const PATIENCE = 5_000;

/**
 * Takes everything off the screen at once, then waits until what was typed is saved.
 * @param cover takes the screen away before it returns
 */
export const hideAll = async (cover: () => void): Promise<void> => {
  // the writes are started first: a screen that is gone has nothing to write any more
  const saved = beforeLock.flush(PATIENCE);
  cover();
  await saved;
};
