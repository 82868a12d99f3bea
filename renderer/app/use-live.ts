import { useEffect, useEffectEvent, useState } from 'react';
import type { Client } from './connection.ts';
import { useMaybeClient } from './line-context.tsx';
import { isStopped, toProblem, type Problem } from './problem.ts';

export interface Live<T> {
  /** the newest value; the one before it while another question is being answered */
  readonly value: T | undefined;
  /** the value answers an older question */
  readonly stale: boolean;
  readonly problem: Problem | undefined;
}

interface Seen<T> {
  readonly key: string;
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
}

/**
 * Follows a live query of the core for as long as the component lives, and again over a new line after a restart.
 * @param key what is asked; another key ends the old query and starts a new one
 * @param ask starts the query; ends when the signal aborts
 */
export const useLive = <T>(key: string, ask: (client: Client, signal: AbortSignal) => Promise<AsyncIterable<T>>): Live<T> => {
  const client = useMaybeClient();
  const [seen, setSeen] = useState<Seen<T>>({ key, value: undefined, problem: undefined });
  const start = useEffectEvent(ask);
  useEffect(() => {
    if (client === undefined) return undefined;
    const stop = new AbortController();
    void follow(start(client, stop.signal), stop.signal, (change) => setSeen((old) => ({ value: old.value, problem: undefined, ...change, key })));
    return () => stop.abort();
  }, [client, key]);
  return { value: seen.value, stale: seen.key !== key, problem: seen.key === key ? seen.problem : undefined };
};

/** Hands every value of a query on until it is stopped; the iterator is always ended. */
export const follow = async <T>(
  query: Promise<AsyncIterable<T>>,
  signal: AbortSignal,
  hand: (change: { readonly value: T } | { readonly problem: Problem }) => void,
): Promise<void> => {
  try {
    for await (const value of await query) {
      if (signal.aborted) return;
      hand({ value });
    }
  } catch (error) {
    if (!signal.aborted && !isStopped(error)) hand({ problem: toProblem(error) });
  }
};
