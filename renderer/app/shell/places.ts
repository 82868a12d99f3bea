import { createContext, useContext, useMemo, useRef } from 'react';

/** Where one was: the list with its filters and the row one left, so that going back to it loses nothing. Kept in memory only. */
export interface Places {
  readonly list: () => string;
  readonly rememberList: (search: string) => void;
  /** the row one left in the list with this filter, counted from 0 */
  readonly row: (list: string) => number | undefined;
  readonly rememberRow: (list: string, row: number) => void;
  /** whether the list was shown since the unlock: only the first time it is as it was left the day before */
  readonly wasShown: () => boolean;
  readonly rememberShown: () => void;
}

const nowhere: Places = {
  list: () => '/people',
  rememberList: () => undefined,
  row: () => undefined,
  rememberRow: () => undefined,
  wasShown: () => true,
  rememberShown: () => undefined,
};

export const PlacesContext = createContext<Places>(nowhere);

export const usePlaces = (): Places => useContext(PlacesContext);

export const usePlacesMemory = (): Places => {
  const last = useRef('');
  const row = useRef<{ readonly list: string; readonly at: number } | undefined>(undefined);
  const shown = useRef(false);
  return useMemo(
    () => ({
      list: () => `/people${last.current}`,
      rememberList: (search) => {
        last.current = search;
      },
      row: (list) => (row.current?.list === list ? row.current.at : undefined),
      rememberRow: (list, at) => {
        row.current = { list, at };
      },
      wasShown: () => shown.current,
      rememberShown: () => {
        shown.current = true;
      },
    }),
    [],
  );
};
