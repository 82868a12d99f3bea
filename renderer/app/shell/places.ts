import { createContext, useContext, useMemo, useRef } from 'react';

/** Where one was: the list with its filters, so that going back to it loses nothing. Kept in memory only. */
export interface Places {
  readonly list: () => string;
  readonly rememberList: (search: string) => void;
}

export const PlacesContext = createContext<Places>({ list: () => '/people', rememberList: () => undefined });

export const usePlaces = (): Places => useContext(PlacesContext);

export const usePlacesMemory = (): Places => {
  const last = useRef('');
  return useMemo(
    () => ({
      list: () => `/people${last.current}`,
      rememberList: (search) => {
        last.current = search;
      },
    }),
    [],
  );
};
