import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAX_DRAFT, type Draft } from '../../../shared/domain/draft.ts';
import { openEngine } from './storage/engine.ts';
import { ADMIN, DIRECTOR, EDUCATOR, newNote, newPerson, vaultOptions } from './test-vault.ts';
import type { Vault } from './types.ts';
import { createVault, openVault } from './vault.ts';

const at = '2026-11-22T10:00:00.000Z';
const draftOf = (userId: string, value: string, fields: Partial<Draft> = {}): Draft => ({
  id: randomUUID(),
  v: 1,
  createdAt: at,
  createdBy: userId,
  updatedAt: at,
  updatedBy: userId,
  type: 'draft',
  form: 'notes.add',
  userId,
  value,
  savedAt: at,
  ...fields,
});
const open = (dir: string, { id, password } = EDUCATOR): Promise<Vault> => openVault({ dir, userId: id, password });
const workplace = async () => {
  const { dir } = vaultOptions();
  const { vault } = await createVault({ ...vaultOptions(dir) });
  const person = newPerson('Mureșan');
  await vault.commit([{ op: 'put', collection: 'people', doc: person }], { action: 'people.add', personId: person.id });
  return { dir, vault, person };
};
const bytesOf = (dir: string): Buffer =>
  Buffer.concat(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dir, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  );

test('what is typed is kept without an audit entry, sealed, and there again after a restart', async () => {
  const { dir, vault, person } = await workplace();
  const before = await vault.audit.read({ limit: 500 });
  const draft = draftOf(EDUCATOR.id, 'visează tare la câmpie', { personId: person.id });
  for (let time = 0; time < 20; time += 1) await vault.drafts.keep({ ...draft, value: `${draft.value} ${time}` });
  await vault.drafts.keep(draft);
  expect(await vault.audit.read({ limit: 500 })).toEqual(before);
  const raw = bytesOf(dir);
  for (const text of ['tare la câmpie', 'notes.add', draft.id]) expect([text, raw.includes(Buffer.from(text))]).toEqual([text, false]);
  await vault.close();
  const again = await open(dir);
  expect(await again.drafts.own()).toEqual([draft]);
  await again.close();
});

test('acts recorded between drafts keep the trail whole, over restarts, and a cut is still found', async () => {
  const { dir, vault, person } = await workplace();
  const draft = draftOf(EDUCATOR.id, 'unu', { personId: person.id });
  await vault.drafts.keep(draft);
  await vault.commit([{ op: 'put', collection: 'assessments', doc: newNote(person.id, 'o notă') }], { action: 'notes.add', personId: person.id });
  await vault.drafts.keep({ ...draft, value: 'doi' });
  expect(await vault.audit.verify()).toEqual({ entries: 3, intact: true });
  await vault.close();
  const again = await open(dir);
  await again.commit([], { action: 'session.unlock' });
  await again.drafts.keep({ ...draft, value: 'trei' });
  expect(await again.audit.verify()).toEqual({ entries: 4, intact: true });
  await again.close();
  const engine = await openEngine(dir);
  engine.write(() => void engine.audit.remove(4));
  await engine.close();
  const cut = await open(dir);
  expect(await cut.audit.verify()).toMatchObject({ intact: false, reason: 'CUT', brokenAt: 4 });
  await cut.drafts.keep({ ...draft, value: 'patru' });
  await cut.commit([], { action: 'session.unlock' });
  expect(await cut.audit.verify()).toMatchObject({ intact: false });
  await cut.close();
});

test('of two saves at once the last one asked for stays, and neither fails', async () => {
  const { vault, person } = await workplace();
  const draft = draftOf(EDUCATOR.id, '', { personId: person.id });
  await Promise.all(['a', 'ab', 'abc'].map((value) => vault.drafts.keep({ ...draft, value })));
  expect((await vault.drafts.own()).map(({ value }) => value)).toEqual(['abc']);
  await vault.close();
});

test('nothing but an own draft gets in without an audit entry', async () => {
  const { dir, vault, person } = await workplace();
  const note = newNote(person.id, 'o notă');
  await vault.commit([{ op: 'put', collection: 'assessments', doc: note }], { action: 'notes.add' });
  const draft = draftOf(EDUCATOR.id, 'al meu', { personId: person.id });
  await vault.drafts.keep(draft);
  const refused = [
    ['another type', { ...newNote(person.id, 'fără urmă') }, 'CONFLICT'],
    ['in the name of a colleague', draftOf(DIRECTOR.id, 'x'), 'CONFLICT'],
    ['over a note', { ...draft, id: note.id }, 'CONFLICT'],
    ['about somebody who is not there', draftOf(EDUCATOR.id, 'x', { personId: randomUUID() }), 'CONFLICT'],
  ] as const;
  for (const [what, doc, code] of refused) await expect(vault.drafts.keep(doc as Draft), what).rejects.toMatchObject({ code });
  await expect(vault.drafts.keep(draftOf(EDUCATOR.id, 'x'.repeat(MAX_DRAFT + 1)))).rejects.toThrow(/too_big/);
  await vault.drafts.drop([note.id, randomUUID()]);
  expect(await vault.get('assessments', note.id)).toMatchObject({ text: 'o notă' });
  await vault.close();

  const colleague = await open(dir, DIRECTOR);
  expect(await colleague.drafts.own()).toEqual([]);
  await expect(colleague.drafts.keep({ ...draft, userId: DIRECTOR.id })).rejects.toMatchObject({ code: 'CONFLICT' });
  await colleague.drafts.drop([draft.id]);
  await colleague.close();
  const admin = await open(dir, ADMIN);
  await expect(admin.drafts.own()).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  await admin.close();
  const again = await open(dir);
  expect((await again.drafts.own()).map(({ value }) => value)).toEqual(['al meu']);
  await again.close();
});

test('a dropped draft leaves no row and no record behind', async () => {
  const { dir, vault, person } = await workplace();
  const draft = draftOf(EDUCATOR.id, 'trimis', { personId: person.id });
  await vault.drafts.keep(draft);
  await vault.drafts.drop([draft.id]);
  expect(await vault.drafts.own()).toEqual([]);
  await vault.close();
  const engine = await openEngine(dir);
  expect(engine.records.getKeysCount()).toBe(1);
  await engine.close();
});

test('an erased person takes the drafts about them along, and an open page does not bring them back', async () => {
  const { vault, person } = await workplace();
  const draft = draftOf(EDUCATOR.id, 'despre el', { personId: person.id });
  await vault.drafts.keep(draft);
  await vault.erasePerson(person.id, { action: 'people.erase', personId: person.id });
  expect(await vault.drafts.own()).toEqual([]);
  await expect(vault.drafts.keep(draft)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await vault.audit.verify()).toMatchObject({ intact: true });
  await vault.close();
});

test.each([
  ['dismissed by somebody who holds the cases, at once', EDUCATOR, 'users.dismiss', []],
  ['dismissed by an administrator, when somebody who holds the cases opens the vault', ADMIN, 'users.dismiss', ['vault.sweepDrafts']],
  ['given a role without cases by an administrator, then as well', ADMIN, 'users.roles', ['vault.sweepDrafts']],
] as const)('the drafts of a user who leaves the cases go: %s', async (_how, by, act, recorded) => {
  const { dir, vault, person } = await workplace();
  await vault.close();
  const director = await open(dir, DIRECTOR);
  await director.drafts.keep(draftOf(DIRECTOR.id, 'motivul', { personId: person.id }));
  await director.close();
  const dismissing = await open(dir, by);
  if (act === 'users.dismiss') await dismissing.dismissUser(DIRECTOR.id, { action: act });
  else await dismissing.assignRoles(DIRECTOR.id, ['AUDITOR'], { action: act });
  await dismissing.close();
  const holder = await open(dir);
  expect(holder.distinct('assessments', 'user')).toEqual([]);
  expect((await holder.audit.read({ limit: 9 })).map(({ action }) => action)).toEqual([...recorded, act, 'people.add', 'vault.create']);
  expect(await holder.audit.verify()).toMatchObject({ intact: true });
  await holder.close();
});
