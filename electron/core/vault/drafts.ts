/**
 * What somebody is typing, kept sealed and without an audit entry: typing is no act on a case. Because of that the two
 * ways in are narrow. They write and remove documents of type `draft` of the one who is unlocked, and nothing else.
 * RxDB is not told either: a pause in typing must not make every live view on the screen compute anew.
 */
import type { Draft } from '../../../shared/domain/draft.ts';
import { indexRow } from '../../../shared/domain/collections.ts';
import { placeOf, validated } from './domain.ts';
import { revisionText } from './storage/revision.ts';
import type { StoredDocument } from './storage/spec.ts';
import type { SealedStore } from './storage/store.ts';
import { VaultError } from './types.ts';

const PLACE = placeOf('assessments');

/** Whether the id is free, or holds a draft of the user. */
const isOwnDraft = (store: SealedStore, id: string, userId: string): boolean => {
  const found = store.find(PLACE, id);
  if (found === undefined) return true;
  const { type, ix } = found.table.row(found.row);
  return type === 'draft' && ix['user'] === userId;
};

/**
 * Saves a draft in the place of the one before it; the last one wins. Call inside `store.exclusive`.
 * @throws VaultError CONFLICT when it is not the user's own, when the id is no draft's, or when its person is not there
 * (any more): a page left open must not bring back the key of somebody erased
 */
export const keepDraft = async (store: SealedStore, userId: string, given: Draft): Promise<void> => {
  const draft = validated('assessments', given) as Draft;
  const { id, personId } = draft;
  if (draft.type !== 'draft' || draft.userId !== userId || !isOwnDraft(store, id, userId)) throw new VaultError('CONFLICT', { collection: 'assessments', id });
  const person = personId === undefined ? undefined : store.find(placeOf('people'), personId);
  if (personId !== undefined && (person === undefined || person.table.isDeleted(person.row))) throw new VaultError('CONFLICT', { collection: 'people', id: personId });
  const before = store.find(PLACE, id);
  const height = before === undefined ? 0 : before.table.rowName(before.row).revision.height;
  const doc = {
    ...draft,
    ix: indexRow(draft),
    _rev: revisionText({ height: height + 1, token: store.token }),
    _deleted: false,
    _meta: { lwt: Date.parse(draft.savedAt) },
    _attachments: {},
  } as unknown as StoredDocument;
  await store.write([{ collection: PLACE, doc, derived: true }], undefined);
};

/** Removes own drafts without a trace; ids that are none are passed over. Call inside `store.exclusive`. */
export const dropDrafts = async (store: SealedStore, userId: string, ids: readonly string[]): Promise<void> => {
  const own = ids.filter((id) => store.find(PLACE, id) !== undefined && isOwnDraft(store, id, userId));
  if (own.length > 0) await store.write([], undefined, own.map((id) => [PLACE, id] as const));
};

/** The user's drafts. One that does not open is left out. */
export const ownDrafts = (store: SealedStore, userId: string): Draft[] =>
  draftsOf(store, (writer) => writer === userId).flatMap(([place, id]) => {
    const found = store.find(place, id);
    if (found === undefined) return [];
    try {
      const { _rev, _deleted, _meta, _attachments, ix: _ix, ...draft } = store.read(place, found.table, found.row);
      return [draft as unknown as Draft];
    } catch (error) {
      if (error instanceof VaultError && (error.code === 'DAMAGED' || error.code === 'ROLLED_BACK')) return [];
      throw error;
    }
  });

/** Where the drafts of users lie of whom the test holds, by the index alone. */
export const draftsOf = (store: SealedStore, holds: (userId: string) => boolean): [collection: number, id: string][] =>
  store.tables(PLACE).flatMap(({ table }) => {
    // few rows are drafts: without a user in the column there are none
    if (![...table.distinct('user')].some((user) => typeof user === 'string' && holds(user))) return [];
    const found: [number, string][] = [];
    for (let row = 0; row < table.count; row += 1) {
      const { id, type, deleted, ix } = table.row(row);
      if (type === 'draft' && !deleted && typeof ix['user'] === 'string' && holds(ix['user'])) found.push([PLACE, id]);
    }
    return found;
  });

/** Removes the drafts of those who may not unlock any more: nobody else could ever read them. Call inside `store.exclusive`. */
export const sweepDrafts = async (store: SealedStore, users: ReadonlySet<string>): Promise<void> => {
  const left = draftsOf(store, (userId) => !users.has(userId));
  if (left.length > 0) await store.write([], { action: 'vault.sweepDrafts', details: { documents: left.length } }, left);
};
