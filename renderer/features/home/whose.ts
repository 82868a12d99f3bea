import { useSyncExternalStore } from 'react';
import { Whose } from '../../../shared/contract/home.ts';

/** Kept until the program ends; a word, nothing personal. */
const KEPT = 'varco.whose';

const listeners = new Set<() => void>();
const read = (): Whose => Whose.safeParse(sessionStorage.getItem(KEPT)).data ?? 'all';

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const choose = (whose: Whose): void => {
  sessionStorage.setItem(KEPT, whose);
  for (const listener of listeners) listener();
};

/** Whose work the home screen and the numbers in the menu show. */
export const useWhose = (): readonly [Whose, (whose: Whose) => void] => [useSyncExternalStore(listen, read), choose];
