import type { MangoQuery } from 'rxdb';
import { EMPTY, merge, type Observable } from 'rxjs';
import type { CollectionName, DocumentOf } from '../../../shared/domain/collections.ts';
import type { Stored, Vault } from '../vault/types.ts';

/** A query on `id`, `type`, `personId` and the index columns `ix.…`; anything else opens every body it meets. */
export interface Query {
  readonly selector: Readonly<Record<string, unknown>>;
  readonly sort?: readonly Readonly<Record<string, 'asc' | 'desc'>>[];
  readonly skip?: number;
  readonly limit?: number;
}

/** The documents of a query, opened. */
export const find = async <C extends CollectionName, T extends DocumentOf<C>['type']>(
  vault: Vault,
  collection: C,
  type: T,
  query: Query,
): Promise<Stored<Extract<DocumentOf<C>, { type: T }>>[]> => {
  const rx = vault.collections[collection];
  const found = await rx.find({ ...query, selector: { type, ...query.selector } } as unknown as MangoQuery<DocumentOf<C>>).exec();
  return found.map((doc) => withoutStorageFields(doc.toJSON(true))) as Stored<Extract<DocumentOf<C>, { type: T }>>[];
};

/** How many documents match, without opening any. */
export const count = (vault: Vault, collection: CollectionName, selector: Query['selector']): Promise<number> =>
  vault.collections[collection].count({ selector } as never).exec();

/** A document about a person, whatever its type. */
export type AboutDocument = { readonly id: string; readonly type: string; readonly personId: string; readonly _rev: string };

/** Every document of a collection about a person, opened: only for acts on the whole of a case. */
export const about = async (vault: Vault, collection: CollectionName, personId: string): Promise<AboutDocument[]> => {
  const found = await vault.collections[collection].find({ selector: { personId } } as never).exec();
  return found.map((doc) => withoutStorageFields((doc as { toJSON(withRev: true): object }).toJSON(true))) as unknown as AboutDocument[];
};

const withoutStorageFields = (doc: object): object => {
  const { ix: _ix, _meta, _deleted, _attachments, ...rest } = doc as Record<string, unknown>;
  return rest;
};

/**
 * A live view: computed now, and again after every change in one of the collections. Changes that arrive while it
 * computes lead to one more computation, not to a queue; equal results are not sent twice.
 * Ends when `signal` fires.
 * @param also something else after which it is computed again
 */
export async function* live<T>(
  vault: Vault,
  collections: readonly CollectionName[],
  signal: AbortSignal | undefined,
  compute: () => Promise<T>,
  also: Observable<unknown> = EMPTY,
): AsyncGenerator<T, void, void> {
  let dirty = true;
  let wake = (): void => undefined;
  const changes = merge(also, ...collections.map((name) => vault.collections[name].eventBulks$ as Observable<unknown>));
  const subscription = changes.subscribe(() => {
    dirty = true;
    wake();
  });
  const abort = (): void => wake();
  signal?.addEventListener('abort', abort);
  let last: string | undefined;
  try {
    while (signal?.aborted !== true) {
      if (dirty) {
        dirty = false;
        const value = await compute();
        const text = JSON.stringify(value);
        if (text !== last) {
          last = text;
          yield value;
        }
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (dirty || signal?.aborted === true) resolve();
      });
    }
  } finally {
    subscription.unsubscribe();
    signal?.removeEventListener('abort', abort);
  }
}
