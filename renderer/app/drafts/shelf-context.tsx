import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { WaitingForm } from '../../../shared/contract/drafts.ts';
import { useClient, useMay } from '../session-context.tsx';
import { DraftShelf } from './shelf.ts';

const ShelfContext = createContext<DraftShelf | undefined>(undefined);

/** The shelf of the one at the screen; undefined for who holds no case key: theirs are kept nowhere. */
export const useShelf = (): DraftShelf | undefined => useContext(ShelfContext);

/** Gives every form inside the place where it is kept. */
export const ShelfProvider = ({ children }: { readonly children: ReactNode }) => {
  const client = useClient();
  const keeps = useMay()('draft.own');
  const shelf = useMemo(() => (keeps ? new DraftShelf(client.drafts) : undefined), [client, keeps]);
  useEffect(() => void shelf?.load(), [shelf]);
  return <ShelfContext value={shelf}>{children}</ShelfContext>;
};

const nothing: readonly WaitingForm[] = [];
const never = () => () => undefined;

/** Unfinished forms that wait and are not open, newest first. */
export const useWaiting = (): readonly WaitingForm[] => {
  const shelf = useShelf();
  return useSyncExternalStore(shelf?.subscribe ?? never, shelf?.waiting ?? (() => nothing));
};
