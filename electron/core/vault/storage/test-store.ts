/** A store with a real keyring for tests, over two collections that stand for any. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring, openKeyring } from '../keyring/index.ts';
import type { KeyringPlace, VaultKeys } from '../keys.ts';
import { openEngine, type Engine } from './engine.ts';
import { SealedStore } from './store.ts';
import type { StoredDocument, StoreSpec } from './spec.ts';

export const EDUCATOR = { id: '0192a000-0000-7000-8000-000000000001', name: 'Ioana Ștefan', roles: ['EDUCATOR'], password: 'pădurea-de-fagi 7' } as const;
export const ADMIN = { id: '0192a000-0000-7000-8000-000000000003', name: 'Radu Dima', roles: ['ADMIN'], password: 'stația de lucru 9' } as const;

/** `cases`: sealed per person when there is one, else under the case key; `desk`: office documents, unless about a person. */
export const spec: StoreSpec = {
  collections: [
    { name: 'cases', columns: ['name', 'rank', 'open', 'mixed'], classes: ['case'] },
    { name: 'desk', columns: ['name'], classes: ['office', 'case'] },
  ],
  columnsVersion: 1,
  classOf: (collection, doc) => (collection === 'cases' || doc.personId !== undefined ? 'case' : 'office'),
  personOf: (_collection, doc) => doc.personId,
  columnsOf: (_collection, doc) => ({ name: typeof doc['name'] === 'string' ? doc['name'] : null }),
  upcast: (_collection, doc) => doc,
};

export interface TestStore {
  readonly place: KeyringPlace;
  readonly keys: VaultKeys;
  readonly store: SealedStore;
}

const vaultId = '0192a000-0000-7000-8000-0000000000ff';
export const vaultIdBytes = Buffer.from(vaultId.replaceAll('-', ''), 'hex');

export const newStore = async (): Promise<TestStore> => {
  const place: KeyringPlace = { dir: mkdtempSync(join(tmpdir(), 'varco-')), vaultId, headerHash: randomBytes(32) };
  const { keys } = await createKeyring(place, {
    users: [EDUCATOR, ADMIN],
    secrets: { 'age-identity': randomBytes(32), 'signing-key': randomBytes(32), 'next-signing-key': randomBytes(32) },
    demo: true,
    testKdf: true,
    creatorId: EDUCATOR.id,
  });
  return { place, keys, store: await SealedStore.open({ dir: place.dir, vaultId: vaultIdBytes, keys, spec }) };
};

/** Opens the store of a folder again, as somebody. */
export const openStore = async (place: KeyringPlace, user: { readonly id: string; readonly password: string } = EDUCATOR, with_: StoreSpec = spec): Promise<TestStore> => {
  const keys = await openKeyring(place, user.id, user.password);
  return { place, keys, store: await SealedStore.open({ dir: place.dir, vaultId: vaultIdBytes, keys, spec: with_ }) };
};

/** Closed as the vault does it. */
export const closeStore = async ({ store, keys }: TestStore): Promise<void> => {
  await store.close();
  keys.close();
};

/** A document of `cases`; `height` counts its revisions. */
export const caseDocument = (id: string, height = 1, fields: Partial<StoredDocument> = {}): StoredDocument => ({
  id,
  type: 'case',
  text: `text of ${id}`,
  ix: { name: id },
  ...fields,
  _rev: `${height}-test`,
  _deleted: fields._deleted ?? false,
  _meta: { lwt: 1 },
  _attachments: {},
});

/** Saves documents of `cases` (or another place) in one act. */
export const save = (store: SealedStore, docs: readonly StoredDocument[], collection = 0): Promise<void> =>
  store.exclusive(() =>
    store.write(
      docs.map((doc) => ({ collection, doc, derived: false })),
      { action: 'test.save' },
    ),
  );

/** The document as stored, or undefined. */
export const read = (store: SealedStore, id: string, collection = 0): StoredDocument | undefined => {
  const found = store.find(collection, id);
  return found === undefined ? undefined : store.open(collection, found.table, found.row);
};

/** Changes the closed store of a vault behind its back. */
export const tamper = async ({ dir }: Pick<KeyringPlace, 'dir'>, change: (engine: Engine) => void): Promise<void> => {
  const engine = await openEngine(dir);
  change(engine);
  await engine.close();
};

/** The number and bytes of every record. */
export const recordsOf = async (place: KeyringPlace): Promise<Map<number, Buffer>> => {
  const found = new Map<number, Buffer>();
  await tamper(place, ({ records }) => {
    for (const { key, value } of records.getRange()) found.set(key, Buffer.from(value));
  });
  return found;
};

/** The folder as a kill at this moment would leave it. */
export const copyOf = (place: KeyringPlace): KeyringPlace => {
  const dir = mkdtempSync(join(tmpdir(), 'varco-'));
  cpSync(place.dir, dir, { recursive: true });
  return { ...place, dir };
};
