import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { caseDocument, closeStore, copyOf, newStore, openStore, read, save, tamper } from './test-store.ts';

const filled = async (): Promise<Awaited<ReturnType<typeof newStore>>> => {
  const made = await newStore();
  for (let at = 0; at < 12; at += 1) await save(made.store, [caseDocument(`doc ${at}`)]);
  return made;
};

const remove = ({ write, audit }: Engine, ...entries: readonly number[]): void => write(() => entries.forEach((seq) => void audit.remove(seq)));

test.each<readonly [string, (engine: Engine) => void, object]>([
  ['untouched', () => undefined, { intact: true, entries: 12 }],
  ['the last three cut off', (engine) => remove(engine, 10, 11, 12), { intact: false, reason: 'CUT', brokenAt: 10 }],
  ['all cut off', (engine) => remove(engine, ...Array.from({ length: 12 }, (_, at) => at + 1)), { intact: false, reason: 'CUT', brokenAt: 1 }],
  ['one missing', (engine) => remove(engine, 6), { intact: false, reason: 'GAP', brokenAt: 6 }],
  ['the first missing', (engine) => remove(engine, 1), { intact: false, reason: 'GAP', brokenAt: 1 }],
  ['one with a bit flipped', ({ write, audit }) => write(() => void audit.put(4, Buffer.from(audit.get(4) ?? []).fill(7, 30, 31))), { intact: false, reason: 'CHANGED', brokenAt: 4 }],
  ['one with its tag changed', ({ write, audit }) => write(() => void audit.put(4, Buffer.concat([(audit.get(4) ?? Buffer.alloc(0)).subarray(0, -2), Buffer.alloc(2, 7)]))), { intact: false, reason: 'CHANGED', brokenAt: 4 }],
  ['one cut short', ({ write, audit }) => write(() => void audit.put(9, Buffer.alloc(10))), { intact: false, brokenAt: 9 }],
  ['two swapped', ({ write, audit }) => {
    const [two, three] = [Buffer.from(audit.get(2) ?? []), Buffer.from(audit.get(3) ?? [])];
    write(() => void [audit.put(2, three), audit.put(3, two)]);
  }, { intact: false, reason: 'CHANGED', brokenAt: 2 }],
  ['one of an unknown key', ({ write, audit }) => write(() => void audit.put(8, Buffer.from(audit.get(8) ?? []).fill(9, 1, 2))), { intact: false, reason: 'KEY_MISSING', brokenAt: 8 }],
])('an audit stream with %s is judged so', async (_what, harm, verdict) => {
  const made = await filled();
  await closeStore(made);
  await tamper(made.place, harm);
  const again = await openStore(made.place);
  expect(await again.store.verifyAudit()).toMatchObject(verdict);
  // what is written later does not cover it up
  await save(again.store, [caseDocument('later')]);
  expect((await again.store.verifyAudit()).intact).toBe('intact' in verdict && verdict.intact);
  await closeStore(again);
  const later = await openStore(made.place);
  expect((await later.store.verifyAudit()).intact).toBe('intact' in verdict && verdict.intact);
  await closeStore(later);
});

test('a store put back from an older copy is found by the anchor, for good', async () => {
  const made = await filled();
  await made.store.anchor();
  const old = copyOf(made.place);
  for (let at = 12; at < 20; at += 1) await save(made.store, [caseDocument(`doc ${at}`)]);
  await closeStore(made);
  for (const part of ['store', 'index']) {
    rmSync(join(made.place.dir, part), { recursive: true });
    cpSync(join(old.dir, part), join(made.place.dir, part), { recursive: true });
  }
  const again = await openStore(made.place);
  expect(await again.store.verifyAudit()).toMatchObject({ intact: false, reason: 'ROLLED_BACK', brokenAt: 13 });
  for (let at = 12; at < 24; at += 1) await save(again.store, [caseDocument(`doc ${at}`)]);
  await closeStore(again);
  const later = await openStore(made.place);
  expect(await later.store.verifyAudit()).toMatchObject({ intact: false, reason: 'ROLLED_BACK', brokenAt: 20 });
  await closeStore(later);
});

test('entries are read newest first, in pages, and name a person only by a keyed hash', async () => {
  const made = await filled();
  const personId = '0192b000-0000-7000-8000-000000000001';
  await made.store.exclusive(() => made.store.write([], { action: 'people.view', personId, details: { reason: 'RELEASE' } }));
  const page = made.store.audit.read({ limit: 5 });
  expect(page.map(({ seq }) => seq)).toEqual([13, 12, 11, 10, 9]);
  expect(page[0]).toMatchObject({ action: 'people.view', subject: made.store.audit.subjectOf(personId), details: { reason: 'RELEASE' }, actorId: made.keys.user.id });
  expect(JSON.stringify(page)).not.toContain(personId);
  expect(made.store.audit.read({ limit: 5, before: 3 }).map(({ seq }) => seq)).toEqual([2, 1]);
  expect(made.store.audit.read({ limit: 5, before: 1 })).toEqual([]);
  await closeStore(made);
});

test('an act about several people leaves one entry for each, chained in their order, and what it saved is there after a restart', async () => {
  const made = await filled();
  const people = ['0192b000-0000-7000-8000-000000000001', '0192b000-0000-7000-8000-000000000002', '0192b000-0000-7000-8000-000000000003'] as const;
  const [first, ...others] = people.map((personId) => ({ action: 'sittings.decide', personId }));
  await made.store.exclusive(() => made.store.write([{ collection: 0, doc: caseDocument('together'), derived: false }], [first!, ...others]));
  await save(made.store, [caseDocument('afterwards')]);
  const subjects = people.map((personId) => made.store.audit.subjectOf(personId));
  expect(made.store.audit.read({ limit: 4 }).map(({ seq, subject }) => [seq, subject])).toEqual([[16, undefined], [15, subjects[2]], [14, subjects[1]], [13, subjects[0]]]);
  expect(await made.store.verifyAudit()).toEqual({ entries: 16, intact: true });
  await closeStore(made);
  const again = await openStore(made.place);
  expect(await again.store.verifyAudit()).toEqual({ entries: 16, intact: true });
  expect([read(again.store, 'together')?.id, read(again.store, 'afterwards')?.id]).toEqual(['together', 'afterwards']);
  await closeStore(again);
});
