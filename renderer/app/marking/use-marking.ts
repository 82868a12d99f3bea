import { useCallback, useRef, useState } from 'react';
import type { Problem } from '../problem.ts';
import { useQueue } from '../use-queue.ts';

/** Where a mark is saved. */
export interface MarkingCalls<M> {
  /** which line of the list a mark is about */
  readonly lineOf: (mark: M) => string;
  /** whether it is taken only with a word: why, or what shows it */
  readonly needsWord: (mark: M) => boolean;
  readonly save: (mark: M, word: string | undefined) => Promise<unknown>;
  readonly takeBack: (mark: M) => Promise<unknown>;
}

export interface Marking<M> {
  readonly problem: Problem | undefined;
  /** the mark saved last on this screen, which can be taken back */
  readonly last: { readonly mark: M; readonly undone: boolean } | undefined;
  /** the mark that still needs a word */
  readonly wanted: M | undefined;
  /** Saves a mark, or asks for the word it needs first. */
  readonly make: (mark: M) => void;
  readonly takeBack: (mark: M) => void;
  /** Saves the wanted mark. Resolves to whether it was saved. */
  readonly withWord: (word: string) => Promise<boolean>;
  readonly cancel: () => void;
  readonly undo: () => void;
}

/**
 * Marks of the lines of one list, saved in the order they were made: somebody who ticks faster than the disk writes loses
 * none. A line whose mark is still under way shows its old state, so a second act on it is left out.
 */
export const useMarking = <M>({ lineOf, needsWord, save, takeBack }: MarkingCalls<M>): Marking<M> => {
  const { add, problem } = useQueue();
  const busy = useRef(new Set<string>());
  const [last, setLast] = useState<Marking<M>['last']>(undefined);
  const [wanted, setWanted] = useState<M | undefined>(undefined);
  const alone = async (mark: M, undone: boolean, call: () => Promise<unknown>): Promise<boolean> => {
    const line = lineOf(mark);
    if (busy.current.has(line)) return false;
    busy.current.add(line);
    const saved = await add(call);
    busy.current.delete(line);
    if (saved) setLast({ mark, undone });
    return saved;
  };
  const back = (mark: M): void => void alone(mark, true, () => takeBack(mark));
  return {
    problem,
    last,
    wanted,
    make: (mark) => (needsWord(mark) ? setWanted(mark) : void alone(mark, false, () => save(mark, undefined))),
    takeBack: back,
    withWord: async (word) => {
      if (wanted === undefined) return true;
      const saved = await alone(wanted, false, () => save(wanted, word));
      if (saved) setWanted(undefined);
      return saved;
    },
    cancel: useCallback(() => setWanted(undefined), []),
    undo: () => {
      if (last !== undefined && !last.undone) back(last.mark);
    },
  };
};
