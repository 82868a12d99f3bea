import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../app/problem.ts';
import { useAction } from '../../app/use-action.ts';

/** One long act: under way, done with a result, stopped, or failed. */
export interface Job<T> {
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly result: T | undefined;
  /** Starts it; resolves to what it answered, or undefined when it failed or was stopped. */
  readonly start: (call: (signal: AbortSignal) => Promise<T>) => Promise<T | undefined>;
  readonly stop: () => void;
}

/** Ends with the screen that started it. Whoever stops it is told nothing: nothing went wrong. */
export const useJob = <T>(): Job<T> => {
  const { run, clear, pending, problem } = useAction();
  const [result, setResult] = useState<T | undefined>(undefined);
  const control = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => control.current?.abort(), []);
  const start = useCallback(
    async (call: (signal: AbortSignal) => Promise<T>) => {
      const mine = new AbortController();
      control.current = mine;
      setResult(undefined);
      const done = await run(() => call(mine.signal));
      if (mine.signal.aborted) clear();
      else setResult(done?.value);
      return done?.value;
    },
    [run, clear],
  );
  return { pending, problem, result, start, stop: () => control.current?.abort() };
};
