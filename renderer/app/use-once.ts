import { useEffect, useEffectEvent, useState } from 'react';
import type { Client } from './connection.ts';
import { useMaybeClient } from './line-context.tsx';

/** Asks the core once for something that helps but is not the screen itself; until then, or without an answer, `undefined`. */
export const useOnce = <T>(key: string, ask: (client: Client) => Promise<T>): T | undefined => {
  const client = useMaybeClient();
  const [value, setValue] = useState<T | undefined>(undefined);
  const start = useEffectEvent(ask);
  useEffect(() => {
    if (client === undefined) return undefined;
    let gone = false;
    start(client).then(
      (answer) => {
        if (!gone) setValue(answer);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, key]);
  return value;
};
