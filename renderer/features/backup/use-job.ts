import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../app/problem.ts';
import { useAction } from '../../app/use-action.ts';

/** One long act: under way, done with a result, stopped, or failed. */
export interface Job<T> {
  readonly pending: boolean;
  /** it was asked to stop, and clears away what it began */
  readonly stopping: boolean;
  readonly problem: Problem | undefined;
  readonly result: T | undefined;
  /** Starts it; resolves to what it answered, or undefined when it failed or was stopped. */
  readonly start: (call: (signal: AbortSignal) => Promise<T>) => Promise<T | undefined>;
  /** Asks it to stop. It ends by itself: stopped, or done if that came too late. */
  readonly stop: () => void;
}

/**
 * Ends with the screen that started it.
 * @param halt asks the core to stop what is under way
 */
export const useJob = <T>(halt: () => Promise<unknown>): Job<T> => {
  const { run, pending, problem } = useAction();
  const [result, setResult] = useState<T | undefined>(undefined);
  const [stopping, setStopping] = useState(false);
  const control = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => control.current?.abort(), []);
  const start = useCallback(
    async (call: (signal: AbortSignal) => Promise<T>) => {
      const mine = new AbortController();
      control.current = mine;
      setResult(undefined);
      setStopping(false);
      const done = await run(() => call(mine.signal));
      setResult(done?.value);
      return done?.value;
    },
    [run],
  );
  const stop = () => {
    setStopping(true);
    // a core that does not answer ends the act too
    void halt().catch(() => undefined);
  };
  return { pending, stopping, problem, result, start, stop };
};
