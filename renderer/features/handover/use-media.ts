import { useEffect, useState } from 'react';
import type { Medium } from '../../../shared/contract/bridge.ts';
import { bridge } from '../../app/bridge.ts';

/** How often it is looked whether a stick was put in, in milliseconds. */
const EVERY = 3_000;

/** Sticks, cards and discs that are there now; undefined until it was looked for the first time. */
export const useMedia = (): readonly Medium[] | undefined => {
  const [media, setMedia] = useState<readonly Medium[] | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    let last = '';
    const look = (): void => {
      bridge()
        .listMedia()
        .catch((): readonly Medium[] => [])
        .then((found) => {
          const text = JSON.stringify(found);
          if (gone || text === last) return undefined;
          last = text;
          setMedia(found);
          return undefined;
        })
        .catch(() => undefined);
    };
    look();
    const timer = setInterval(look, EVERY);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, []);
  return media;
};
