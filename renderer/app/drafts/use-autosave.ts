import { useCallback, useEffect, useRef, useState } from 'react';
import { toProblem, type Problem } from '../problem.ts';
import { beforeLock } from './before-lock.ts';

/** How long nothing is typed before it is saved; milliseconds. */
const PAUSE = 300;

export interface Autosave<T> {
  /** `none`: nothing was changed yet; `waiting`: changed and not saved */
  readonly phase: 'none' | 'waiting' | 'saved';
  readonly problem: Problem | undefined;
  /** Takes the newest state; it is saved after a pause, or by `flush`. */
  readonly change: (value: T) => void;
  /** Saves at once. Resolves to whether everything is saved. */
  readonly flush: () => Promise<boolean>;
  /** Forgets what was not saved yet. Resolves when nothing is under way any more. */
  readonly cancel: () => Promise<void>;
}

/**
 * Saves the newest state: after a pause, when a field or the screen is left, when the window goes, and before a lock.
 * One write at a time; what could not be saved is tried again with the next change.
 */
export const useAutosave = <T>(write: (value: T) => Promise<unknown>): Autosave<T> => {
  const writer = useRef(write);
  const pending = useRef<{ readonly value: T } | undefined>(undefined);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const timer = useRef<number | undefined>(undefined);
  const [state, setState] = useState<Pick<Autosave<T>, 'phase' | 'problem'>>({ phase: 'none', problem: undefined });
  useEffect(() => {
    writer.current = write;
  }, [write]);

  const flush = useCallback((): Promise<boolean> => {
    window.clearTimeout(timer.current);
    const turn = running.current.then(async () => {
      const next = pending.current;
      if (next === undefined) return true;
      pending.current = undefined;
      try {
        await writer.current(next.value);
        setState({ phase: pending.current === undefined ? 'saved' : 'waiting', problem: undefined });
        return true;
      } catch (error) {
        pending.current ??= next;
        setState({ phase: 'waiting', problem: toProblem(error) });
        return false;
      }
    });
    running.current = turn;
    return turn;
  }, []);
  const change = useCallback(
    (value: T) => {
      pending.current = { value };
      setState((old) => ({ ...old, phase: 'waiting' }));
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), PAUSE);
    },
    [flush],
  );
  const cancel = useCallback(async () => {
    window.clearTimeout(timer.current);
    pending.current = undefined;
    await running.current;
    setState({ phase: 'none', problem: undefined });
  }, []);
  useEffect(() => {
    const gone = new AbortController();
    const now = () => (pending.current === undefined ? undefined : void flush());
    window.addEventListener('pagehide', now, { signal: gone.signal });
    window.addEventListener('focusout', now, { signal: gone.signal });
    const off = beforeLock.add(flush);
    return () => {
      gone.abort();
      off();
      void flush();
    };
  }, [flush]);
  return { ...state, change, flush, cancel };
};
