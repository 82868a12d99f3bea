/**
 * What has to be written before the core is ended: every screen with unsaved words says so here. A screen that forgets to
 * leave costs nothing, one that hangs costs `patience`.
 */
export interface BeforeLock {
  /** @returns what takes it off again */
  readonly add: (flush: () => Promise<unknown>) => () => void;
  /**
   * Starts every write at once, before anything on the screen goes away, and waits for them.
   * @param patience milliseconds after which it is over, whatever is still under way
   */
  readonly flush: (patience: number) => Promise<void>;
}

export const createBeforeLock = (): BeforeLock => {
  const waiting = new Set<() => Promise<unknown>>();
  return {
    add: (flush) => {
      waiting.add(flush);
      return () => waiting.delete(flush);
    },
    flush: async (patience) => {
      const writes = Promise.allSettled([...waiting].map((flush) => flush()));
      const { promise, resolve } = withResolvers();
      const timer = setTimeout(resolve, patience);
      await Promise.race([writes, promise]);
      clearTimeout(timer);
    },
  };
};

const withResolvers = (): { readonly promise: Promise<void>; readonly resolve: () => void } => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

/** Of this page. */
export const beforeLock = createBeforeLock();
