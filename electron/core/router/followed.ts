import type { CollectionName } from '../../../shared/domain/collections.ts';
import { dayChanges } from '../services/home/day.ts';
import { live } from '../services/query.ts';
import type { Work } from '../services/work.ts';
import type { Session } from '../session.ts';

/** A view of what is due: computed anew when something it follows changes, and when the day does. */
export const followed = <T>(session: Session, collections: readonly CollectionName[], signal: AbortSignal | undefined, compute: (work: Work) => Promise<T>) => {
  let day = session.work().today;
  const today = (): string => (day = session.openVault === undefined ? day : session.work().today);
  return live(session.vault, collections, signal, () => compute(session.work()), dayChanges(today));
};
