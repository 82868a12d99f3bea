import { useCallback, useRef, useState } from 'react';
import { toProblem, type Problem } from './problem.ts';

export interface Queue {
  /** how many answers are not saved yet */
  readonly waiting: number;
  /** whether anything was saved since the screen was opened */
  readonly saved: boolean;
  readonly problem: Problem | undefined;
  /** Saves after everything asked before it. Resolves to whether it was saved. */
  readonly add: (call: () => Promise<unknown>) => Promise<boolean>;
}

/** Saves one thing after the other: answers given faster than the disk writes keep their order and never meet in one document. */
export const useQueue = (): Queue => {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const [state, setState] = useState<Omit<Queue, 'add'>>({ waiting: 0, saved: false, problem: undefined });
  const add = useCallback((call: () => Promise<unknown>): Promise<boolean> => {
    setState((old) => ({ ...old, waiting: old.waiting + 1, problem: undefined }));
    const turn = last.current.then(call).then(
      () => {
        setState((old) => ({ ...old, waiting: old.waiting - 1, saved: true }));
        return true;
      },
      (error: unknown) => {
        setState((old) => ({ ...old, waiting: old.waiting - 1, problem: toProblem(error) }));
        return false;
      },
    );
    last.current = turn;
    return turn;
  }, []);
  return { ...state, add };
};
