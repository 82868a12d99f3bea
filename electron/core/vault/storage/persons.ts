import type { SealedStore } from './store.ts';

/** The documents about persons of whom the test holds, deleted ones included: what an erasure has to purge. */
export const documentsWhere = (store: Pick<SealedStore, 'spec' | 'tables'>, holds: (personId: string) => boolean): [collection: number, id: string][] => {
  const found: [number, string][] = [];
  for (const [collection, { name }] of store.spec.collections.entries()) {
    for (const { table } of store.tables(collection)) {
      for (let at = 0; at < table.count; at += 1) {
        const { id, type, personId, deleted } = table.row(at);
        const doc = { id, ...(type === undefined ? {} : { type }), ...(personId === undefined ? {} : { personId }), _rev: '', _deleted: deleted, _meta: { lwt: 1 }, _attachments: {} };
        const about = store.spec.personOf(name, doc);
        if (about !== undefined && holds(about)) found.push([collection, id]);
      }
    }
  }
  return found;
};
