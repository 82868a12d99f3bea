import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Client, Line } from './connection.ts';

export const LineContext = createContext<Line | undefined>(undefined);

/** The line to the core. */
export const useLine = (): Line => {
  const line = useContext(LineContext);
  if (line === undefined) throw new Error('no line to the core around this component');
  return line;
};

/** The client, or undefined while no core answers. */
export const useMaybeClient = (): Client | undefined => {
  const line = useLine();
  return useSyncExternalStore(line.subscribe, line.current);
};
