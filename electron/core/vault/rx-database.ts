import { randomBytes } from 'node:crypto';
import { createRxDatabase, type RxDatabase } from 'rxdb';
import { CollectionName } from '../../../shared/domain/collections.ts';
import { rxSchema } from './domain.ts';
import { sealedRxStorage, type Changes } from './storage/rx-storage.ts';
import type { SealedStore } from './storage/store.ts';
import type { Vault } from './types.ts';

/** RxDB over an open store: the twelve collections, with live queries. Nothing of it is on the disk but the store itself. */
export const openRxDatabase = async (
  store: SealedStore,
  changes: Changes,
): Promise<{ readonly database: RxDatabase; readonly collections: Vault['collections'] }> => {
  const database = await createRxDatabase({
    // RxDB refuses a name that is open already in this process
    name: `varco-${randomBytes(8).toString('hex')}`,
    storage: sealedRxStorage(store, changes),
    multiInstance: false,
    eventReduce: true,
    cleanupPolicy: { minimumDeletedTime: Number.MAX_SAFE_INTEGER },
  });
  const collections = await database.addCollections(Object.fromEntries(CollectionName.options.map((name) => [name, { schema: rxSchema(name) }])));
  return { database, collections: collections as unknown as Vault['collections'] };
};
