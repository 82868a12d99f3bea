import { expect, test } from 'vitest';
import { VaultError } from '../types.ts';
import { Bodies } from './bodies.ts';
import { openEngine } from './engine.ts';
import { readHeader } from './record.ts';
import { ADMIN, caseDocument, closeStore, newStore, openStore, read, recordsOf, save, spec, tamper, vaultIdBytes } from './test-store.ts';

const PERSON = '0192b000-0000-7000-8000-000000000001';

/** What reading a document leads to: its text, or the code of the refusal. */
const outcome = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error instanceof VaultError ? error.code : error;
  }
};

test('an older ciphertext put back in its place is refused by name', async () => {
  const first = await newStore();
  await save(first.store, [caseDocument('plan', 1, { text: 'first' }), caseDocument('other')]);
  await closeStore(first);
  const before = await recordsOf(first.place);
  const second = await openStore(first.place);
  await save(second.store, [caseDocument('plan', 2, { text: 'second' })]);
  await closeStore(second);
  await tamper(first.place, (engine) => engine.write(() => void engine.records.put(1, before.get(1) ?? Buffer.alloc(0))));
  const third = await openStore(first.place);
  expect(outcome(() => read(third.store, 'plan'))).toBe('ROLLED_BACK');
  expect(read(third.store, 'other')).toMatchObject({ text: 'text of other' });
  await closeStore(third);
});

test('bodies swapped between two records are both refused', async () => {
  const first = await newStore();
  await save(first.store, [caseDocument('a', 1, { personId: PERSON }), caseDocument('b', 1, { personId: PERSON }), caseDocument('c')]);
  await closeStore(first);
  const raw = await recordsOf(first.place);
  await tamper(first.place, (engine) =>
    engine.write(() => {
      void engine.records.put(1, raw.get(2) ?? Buffer.alloc(0));
      void engine.records.put(2, raw.get(1) ?? Buffer.alloc(0));
    }),
  );
  const again = await openStore(first.place);
  expect(['a', 'b', 'c'].map((id) => outcome(() => read(again.store, id)?.['text']))).toEqual(['DAMAGED', 'DAMAGED', 'text of c']);
  await closeStore(again);
});

test('a flipped bit costs that record and no other, wherever it is', { timeout: 120_000 }, async () => {
  const { store, keys, place } = await newStore();
  await save(store, [caseDocument('a', 1, { personId: PERSON }), caseDocument('b', 1, { personId: PERSON }), caseDocument('c')]);
  await store.close();
  const engine = await openEngine(place.dir);
  const bodies = new Bodies(spec, vaultIdBytes, keys, engine.records);
  const text = (number: number): unknown => outcome(() => bodies.open(number, { collection: 0, revision: { height: 1, token: 'test' }, deleted: false }, { columns: true })['text']);
  const put = (bytes: Buffer): void => engine.write(() => void engine.records.put(1, bytes));
  const whole = Buffer.from(engine.records.get(1) ?? []);
  expect(whole.length).toBeGreaterThan(100);
  const outcomes = new Map<unknown, number>();
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const flipped = Buffer.from(whole);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    put(flipped);
    outcomes.set(text(1), (outcomes.get(text(1)) ?? 0) + 1);
  }
  expect([...outcomes]).toEqual([['DAMAGED', whole.length * 8]]);
  expect([2, 3].map(text)).toEqual(['text of b', 'text of c']);
  put(whole.subarray(0, 40));
  expect(text(1)).toBe('DAMAGED');
  engine.write(() => void engine.records.remove(1));
  expect(text(1)).toBe('DAMAGED');
  put(whole);
  expect(text(1)).toBe('text of a');
  await engine.close();
  keys.close();
});

test('a record whose name is no text any more is damaged, whatever its mask makes of the flipped bits', async () => {
  const { store, keys, place } = await newStore();
  const ids = Array.from({ length: 24 }, (_, at) => `p${at}`);
  await save(store, ids.map((id) => caseDocument(id, 1, { personId: PERSON })));
  await store.close();
  const engine = await openEngine(place.dir);
  const bodies = new Bodies(spec, vaultIdBytes, keys, engine.records);
  const outcomes = new Set<unknown>();
  // the mask of the name follows from the nonce: each flipped bit of it makes another name of the same bytes
  for (let number = 1; number <= ids.length; number += 1) {
    const whole = Buffer.from(engine.records.get(number) ?? []);
    for (let bit = 24 * 8; bit < 36 * 8; bit += 1) {
      const flipped = Buffer.from(whole);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      engine.write(() => void engine.records.put(number, flipped));
      outcomes.add(outcome(() => bodies.open(number, { collection: 0, revision: { height: 1, token: 'test' }, deleted: false }, { columns: true })['text']));
    }
  }
  expect([...outcomes]).toEqual(['DAMAGED']);
  await engine.close();
  keys.close();
});

test('after a dismissal new records use the new keys, and those of the old generation still open', async () => {
  const first = await newStore();
  await save(first.store, [caseDocument('old', 1)]);
  await first.keys.dismissUser(ADMIN.id);
  await save(first.store, [caseDocument('new', 1)]);
  await first.store.exclusive(() => first.store.rewriteIndexes());
  expect(['old', 'new'].map((id) => read(first.store, id)?.['text'])).toEqual(['text of old', 'text of new']);
  await closeStore(first);
  const raw = await recordsOf(first.place);
  // an administrator holds the office and audit keys: only those get a new generation
  expect([...raw.values()].map((record) => readHeader(record)?.generation)).toEqual([1, 1]);
  const again = await openStore(first.place);
  await save(again.store, [caseDocument('desk note', 1)], 1);
  expect(read(again.store, 'desk note', 1)).toMatchObject({ text: 'text of desk note' });
  await closeStore(again);
  expect(readHeader([...(await recordsOf(first.place)).values()][2] ?? Buffer.alloc(0))).toMatchObject({ keyClass: 'office', generation: 2 });
});

test('a user without the case key sees the office and nothing of the cases', async () => {
  const first = await newStore();
  await save(first.store, [caseDocument('case')]);
  await save(first.store, [caseDocument('desk')], 1);
  await save(first.store, [caseDocument('desk of a person', 1, { personId: PERSON })], 1);
  await closeStore(first);
  const admin = await openStore(first.place, ADMIN);
  expect([read(admin.store, 'case'), read(admin.store, 'desk', 1)?.['text'], read(admin.store, 'desk of a person', 1)]).toEqual([undefined, 'text of desk', undefined]);
  await expect(save(admin.store, [caseDocument('mine')])).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  await save(admin.store, [caseDocument('desk', 2, { text: 'changed by the office' })], 1);
  await closeStore(admin);
  const again = await openStore(first.place);
  expect(again.store.rebuilt).toEqual([]);
  expect([read(again.store, 'case')?.['text'], read(again.store, 'desk', 1)?.['text']]).toEqual(['text of case', 'changed by the office']);
  await closeStore(again);
});
