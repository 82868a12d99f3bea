import { useCallback, useRef, useState } from 'react';
import { toProblem, type Problem } from './problem.ts';

export interface Action {
  readonly pending: boolean;
  /** why the last run did not succeed */
  readonly problem: Problem | undefined;
  /** Runs one call; a second one while the first is under way is ignored. Resolves to its value, or undefined. */
  readonly run: <T>(call: () => Promise<T>) => Promise<{ readonly value: T } | undefined>;
  readonly clear: () => void;
}

/** One act of the person: under way, done, or refused with a reason to show. */
export const useAction = (): Action => {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const busy = useRef(false);
  const run = useCallback(async <T>(call: () => Promise<T>): Promise<{ readonly value: T } | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(true);
    setProblem(undefined);
    try {
      return { value: await call() };
    } catch (error) {
      setProblem(toProblem(error));
      return undefined;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(undefined), []);
  return { pending, problem, run, clear };
};
