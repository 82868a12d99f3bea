import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { KeyringPlace } from '../keys.ts';
import { caseDocument, closeStore, copyOf, newStore, openStore, read, save, spec, tamper } from './test-store.ts';

const ids = Array.from({ length: 40 }, (_, at) => `doc ${at}`);
const texts = (store: Parameters<typeof read>[0]) => ids.map((id) => read(store, id)?.['text']);
const asSaved = ids.map((id, at) => (at % 2 === 0 ? 'changed' : `text of ${id}`));

/** Forty documents with a snapshot, then half of them changed; the folder as a kill would leave it. */
const killed = async (): Promise<KeyringPlace> => {
  const first = await newStore();
  await save(first.store, ids.map((id) => caseDocument(id)));
  await closeStore(first);
  const second = await openStore(first.place);
  for (const id of ids.filter((_, at) => at % 2 === 0)) await save(second.store, [caseDocument(id, 2, { text: 'changed' })]);
  const place = copyOf(first.place);
  await closeStore(second);
  return place;
};

const snapshotOf = ({ dir }: KeyringPlace): string => join(dir, 'index', readdirSync(join(dir, 'index')).find((name) => name.startsWith('case-')) ?? 'none');

const flip = (file: string): void => {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

test('what was saved after the last snapshot comes back from the journal', async () => {
  const again = await openStore(await killed());
  expect(again.store.rebuilt).toEqual([]);
  expect(texts(again.store)).toEqual(asSaved);
  expect(await again.store.verifyAudit()).toMatchObject({ intact: true });
  await closeStore(again);
});

test.each<readonly [string, (place: KeyringPlace) => void | Promise<void>]>([
  ['the snapshot is gone', (place) => rmSync(snapshotOf(place))],
  ['the snapshot is damaged', (place) => flip(snapshotOf(place))],
  ['the snapshot is cut short', (place) => writeFileSync(snapshotOf(place), readFileSync(snapshotOf(place)).subarray(0, 100))],
  ['the snapshot is empty', (place) => writeFileSync(snapshotOf(place), '')],
  ['a journal entry is gone', (place) => tamper(place, ({ write, journal }) => write(() => void journal.case.remove(5)))],
  ['the last journal entries are gone', (place) => tamper(place, ({ write, journal }) => write(() => [19, 20, 21].forEach((seq) => void journal.case.remove(seq))))],
  ['a journal entry is damaged', (place) => tamper(place, ({ write, journal }) => write(() => void journal.case.put(5, Buffer.alloc(60, 1))))],
  ['two journal entries are swapped', (place) =>
    tamper(place, ({ write, journal }) => {
      const [five, six] = [Buffer.from(journal.case.get(5) ?? []), Buffer.from(journal.case.get(6) ?? [])];
      write(() => void [journal.case.put(5, six), journal.case.put(6, five)]);
    })],
])('when %s, the index is made anew from the records and nothing is lost', async (_what, harm) => {
  const place = await killed();
  await harm(place);
  const again = await openStore(place);
  expect(again.store.rebuilt).toEqual([{ keyClass: 'case', documents: 40, damaged: 0 }]);
  expect(texts(again.store)).toEqual(asSaved);
  expect(again.store.audit.read({ limit: 1 })).toMatchObject([{ action: 'vault.rebuild', details: { class: 'case', documents: 40, damaged: 0 } }]);
  await save(again.store, [caseDocument('one more')]);
  await closeStore(again);
  const later = await openStore(place);
  expect(later.store.rebuilt).toEqual([]);
  expect([...texts(later.store), read(later.store, 'one more')?.['text']]).toEqual([...asSaved, 'text of one more']);
  expect(await later.store.verifyAudit()).toMatchObject({ intact: true });
  await closeStore(later);
});

test('an older snapshot put back is not believed', async () => {
  const place = await killed();
  const old = snapshotOf(place);
  mkdirSync(join(place.dir, 'aside'));
  copyFileSync(old, join(place.dir, 'aside/old'));
  await closeStore(await openStore(place));
  rmSync(snapshotOf(place));
  copyFileSync(join(place.dir, 'aside/old'), old);
  const again = await openStore(place);
  expect(again.store.rebuilt).toMatchObject([{ keyClass: 'case', documents: 40 }]);
  expect(texts(again.store)).toEqual(asSaved);
  await closeStore(again);
});

test('a damaged record is counted when the index is made anew, and the others come back', async () => {
  const place = await killed();
  rmSync(snapshotOf(place));
  await tamper(place, ({ write, records }) => write(() => void records.put(7, Buffer.from(records.get(7) ?? []).fill(0, 90))));
  const again = await openStore(place);
  expect(again.store.rebuilt).toEqual([{ keyClass: 'case', documents: 39, damaged: 1 }]);
  await closeStore(again);
});

test('columns that mean something else than before are made anew', async () => {
  const place = await killed();
  await closeStore(await openStore(place));
  const again = await openStore(place, undefined, { ...spec, columnsVersion: 2 });
  expect(again.store.rebuilt.map(({ keyClass }) => keyClass)).toContain('case');
  expect(texts(again.store)).toEqual(asSaved);
  await closeStore(again);
  const later = await openStore(place, undefined, { ...spec, columnsVersion: 2 });
  expect(later.store.rebuilt).toEqual([]);
  await closeStore(later);
});

test('the journal is cut back once a snapshot holds it', async () => {
  const place = await killed();
  await closeStore(await openStore(place));
  await tamper(place, ({ journal }) => expect(journal.case.getKeysCount()).toBe(0));
  expect(readdirSync(join(place.dir, 'index')).filter((name) => name.startsWith('case-'))).toHaveLength(1);
});
