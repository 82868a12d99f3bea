import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostname } from 'node:os';
import { firstValueFrom, filter, map } from 'rxjs';
import { expect, test } from 'vitest';
import { hashOf } from './header.ts';
import { openKeyring } from './keyring/index.ts';
import { ADMIN, DIRECTOR, EDUCATOR, newNote, newPerson, newSettings, vaultOptions } from './test-vault.ts';
import type { Vault } from './types.ts';
import { createVault, openVault, openVaultWithRecovery, peekVault } from './vault.ts';

const created = async () => {
  const options = vaultOptions();
  return { ...(await createVault(options)), dir: options.dir };
};
const open = (dir: string, { id, password } = EDUCATOR): Promise<Vault> => openVault({ dir, userId: id, password });
const ADD = { action: 'people.add' };

test('a vault is founded, closed and opened again; what was saved is there', async () => {
  const { vault, dir } = await created();
  const person = newPerson('Mureșan');
  await vault.commit([{ op: 'put', collection: 'people', doc: person }], { action: 'people.add', personId: person.id });
  await vault.close();
  await vault.close();
  await expect(vault.get('people', person.id)).rejects.toMatchObject({ code: 'CLOSED' });
  await expect(vault.commit([], ADD)).rejects.toMatchObject({ code: 'CLOSED' });
  expect(await peekVault(dir)).toMatchObject({ exists: true, info: { demo: true, kind: 'prison' }, users: [{ name: EDUCATOR.name }, { name: DIRECTOR.name }, { name: ADMIN.name }] });
  const again = await open(dir);
  expect(await again.get('people', person.id)).toEqual({ ...person, _rev: expect.stringMatching(/^1-/) });
  expect((await again.audit.read({ limit: 9 })).map(({ action }) => action)).toEqual(['people.add', 'vault.create']);
  await again.close();
});

test('the different values of a column are told without opening a body: those of today, and not to who may not read them', async () => {
  const { vault, dir } = await created();
  const [first, second, third] = [newPerson('Unu'), newPerson('Doi'), newPerson('Trei')];
  const docs = [{ ...first, unit: 'A' }, { ...second, unit: 'A' }, { ...third, unit: 'B' }, newPerson('Patru')];
  await vault.commit(docs.map((doc) => ({ op: 'put', collection: 'people', doc }) as const), ADD);
  const b = await vault.get('people', third.id);
  expect([...vault.distinct('people', 'unit')].toSorted()).toEqual(['A', 'B']);
  await vault.commit([{ op: 'put', collection: 'people', doc: { ...b!, unit: 'C' } }], ADD);
  expect([...vault.distinct('people', 'unit')].toSorted()).toEqual(['A', 'C']);
  await vault.commit([{ op: 'remove', collection: 'people', id: third.id, _rev: (await vault.get('people', third.id))!._rev }], ADD);
  expect(vault.distinct('people', 'unit')).toEqual(['A']);
  expect(vault.distinct('people', 'nonsense')).toEqual([]);
  await vault.close();
  expect(() => vault.distinct('people', 'unit')).toThrow(expect.objectContaining({ code: 'CLOSED' }));
  const admin = await open(dir, ADMIN);
  expect(() => admin.distinct('people', 'unit')).toThrow(expect.objectContaining({ code: 'NOT_ENTITLED' }));
  await admin.close();
});

test('the index columns of every document of a type are told without opening a body: nothing for a missing value, nobody who is gone', async () => {
  const { vault, dir } = await created();
  const [first, second, third] = [newPerson('Unu'), newPerson('Doi'), newPerson('Trei')];
  const docs = [{ ...first, unit: 'A' }, second, third];
  await vault.commit(docs.map((doc) => ({ op: 'put', collection: 'people', doc }) as const), ADD);
  await vault.commit([{ op: 'remove', collection: 'people', id: third.id, _rev: (await vault.get('people', third.id))!._rev }], ADD);
  const rows = vault.rows('people', 'person', ['unit', 'nonsense']);
  expect(rows.map(({ id, unit, nonsense }) => [id, unit, nonsense]).toSorted()).toEqual([[first.id, 'A', null], [second.id, null, null]].toSorted());
  expect(vault.rows('people', 'nobody', ['unit'])).toEqual([]);
  await vault.close();
  expect(() => vault.rows('people', 'person', [])).toThrow(expect.objectContaining({ code: 'CLOSED' }));
  const admin = await open(dir, ADMIN);
  expect(() => admin.rows('people', 'person', [])).toThrow(expect.objectContaining({ code: 'NOT_ENTITLED' }));
  await admin.close();
});

test('a revision that is not the current one is refused, and nothing of the act is written', async () => {
  const { vault } = await created();
  const person = newPerson('Mureșan');
  await vault.commit([{ op: 'put', collection: 'people', doc: person }], ADD);
  const first = await vault.get('people', person.id);
  await vault.commit([{ op: 'put', collection: 'people', doc: { ...first!, unit: 'A' } }], ADD);
  const other = newPerson('Altul');
  const conflict = { code: 'CONFLICT', params: { collection: 'people', id: person.id } };
  const acts: Parameters<Vault['commit']>[0][] = [
    [{ op: 'put', collection: 'people', doc: other }, { op: 'put', collection: 'people', doc: { ...first!, unit: 'B' } }],
    [{ op: 'put', collection: 'people', doc: other }, { op: 'put', collection: 'people', doc: person }],
    [{ op: 'put', collection: 'people', doc: other }, { op: 'remove', collection: 'people', id: person.id, _rev: first!._rev }],
  ];
  for (const act of acts) await expect(vault.commit(act, ADD)).rejects.toMatchObject(conflict);
  await expect(vault.commit([{ op: 'put', collection: 'people', doc: other }, { op: 'put', collection: 'people', doc: other }], ADD)).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(vault.commit([{ op: 'put', collection: 'people', doc: { ...other, _rev: '1-none' } }], ADD)).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(vault.commit([{ op: 'put', collection: 'people', doc: { ...other, nonsense: 'Popescu' } as never }], ADD)).rejects.toThrow(/^people: no such document \(: unrecognized_keys\)$/);
  expect(await vault.get('people', other.id)).toBeUndefined();
  expect((await vault.get('people', person.id))?.unit).toBe('A');
  expect(await vault.audit.verify()).toEqual({ intact: true, entries: 3 });
  await vault.close();
});

test('of two people who save at once, one wins and the other is told', async () => {
  const { vault } = await created();
  const person = newPerson('Mureșan');
  await vault.commit([{ op: 'put', collection: 'people', doc: person }], ADD);
  const stored = await vault.get('people', person.id);
  const results = await Promise.allSettled(['A', 'B', 'C'].map((unit) => vault.commit([{ op: 'put', collection: 'people', doc: { ...stored!, unit } }], ADD)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect((await vault.get('people', person.id))?.unit).toBe('A');
  await vault.close();
});

test('a live query hears of every act after it is saved, in all collections it touched', async () => {
  const { vault } = await created();
  const person = newPerson('Mureșan');
  const note = newNote(person.id, 'prima discuție');
  const names = vault.collections.people
    .find({ selector: { 'ix.status': 'ACTIVE' }, sort: [{ 'ix.name': 'asc' }], limit: 2 } as never)
    .$.pipe(map((found) => found.map((doc) => doc.toJSON().familyName)));
  const heard = (wanted: string) => firstValueFrom(names.pipe(filter((list) => list.join() === wanted)));
  const notes = firstValueFrom(vault.collections.assessments.find({ selector: { type: 'note' } }).$.pipe(filter((found) => found.length === 1)));
  const first = heard('Mureșan');
  await vault.commit([{ op: 'put', collection: 'people', doc: person }, { op: 'put', collection: 'assessments', doc: note }], ADD);
  await first;
  expect((await notes)[0]?.toJSON()).toMatchObject({ text: 'prima discuție' });
  const both = heard('Adam,Mureșan');
  await vault.commit([{ op: 'put', collection: 'people', doc: newPerson('Adam') }], ADD);
  await both;
  const stored = await vault.get('people', person.id);
  const gone = heard('Adam');
  await vault.commit([{ op: 'remove', collection: 'people', id: person.id, _rev: stored!._rev }], ADD);
  await gone;
  expect(await vault.get('people', person.id)).toBeUndefined();
  expect(await vault.collections.people.count({ selector: { 'ix.search': { $regex: 'stefan' } } as never }).exec()).toBe(1);
  await vault.close();
});

test('a deleted document leaves nothing of its content, and may be made again', async () => {
  const { vault, dir } = await created();
  const note = newNote(newPerson('X').id, 'se va șterge');
  await vault.commit([{ op: 'put', collection: 'assessments', doc: note }], ADD);
  const stored = await vault.get('assessments', note.id);
  await vault.commit([{ op: 'remove', collection: 'assessments', id: note.id, _rev: stored!._rev }], ADD);
  const [tombstone] = await vault.collections.assessments.storageInstance.findDocumentsById([note.id], true);
  expect(JSON.stringify(tombstone)).not.toContain('șterge');
  await vault.commit([{ op: 'put', collection: 'assessments', doc: { ...note, text: 'din nou' } as never }], ADD);
  await vault.close();
  const again = await open(dir);
  expect(await again.get('assessments', note.id)).toMatchObject({ text: 'din nou', _rev: expect.stringMatching(/^3-/) });
  await again.close();
});

const filesIn = (dir: string): string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name)).filter((path) => statSync(path).isFile());

/** The texts that are found in any file, as UTF-8 or UTF-16 of either order, in any letter case. */
const foundRaw = (dir: string, texts: readonly string[]): string[] =>
  filesIn(dir).flatMap((path) => {
    const bytes = readFileSync(path);
    const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
    const views = [bytes.toString('latin1').toLowerCase(), swapped.toString('latin1').toLowerCase(), path.toLowerCase()];
    return texts
      .filter((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text.toLowerCase(), 'utf8')].some((needle) => views.some((view) => view.includes(needle.toString('latin1').toLowerCase()))))
      .map((text) => `${text} in ${path}`);
  });

test('nothing said about people is found in the raw files: open, closed, edited, deleted', async () => {
  const { vault, dir } = await created();
  const people = Array.from({ length: 30 }, (_, at) => newPerson(`Țîrlea-Popovici${at}`, { unit: `Secția nord ${at}`, code: `MATRICOL-${at}x` }));
  const texts = ['Țîrlea-Popovici7', 'Tirlea-Popovici7', 'tirlea popovici', 'Secția nord', 'MATRICOL-7x', 'matricol 7x', '1990-05-17', 'ACTIVE', 'relația cu fratele', people[7]!.id, people[7]!.id.replaceAll('-', '')];
  expect(foundRaw(dir, [EDUCATOR.name]), 'the search itself finds what is there').not.toEqual([]);
  await vault.commit(people.map((doc) => ({ op: 'put', collection: 'people', doc }) as const), ADD);
  await vault.commit([{ op: 'put', collection: 'assessments', doc: newNote(people[7]!.id, 'relația cu fratele') }], { action: 'notes.add', personId: people[7]!.id });
  for (const { id } of people) {
    const stored = await vault.get('people', id);
    await vault.commit([{ op: 'put', collection: 'people', doc: { ...stored!, unit: 'Secția nord nouă' } }], { action: 'people.edit', personId: id });
  }
  expect(foundRaw(dir, texts)).toEqual([]);
  await vault.close();
  expect(foundRaw(dir, texts)).toEqual([]);
  const uuidBytes = Buffer.from(people[7]!.id.replaceAll('-', ''), 'hex');
  expect(filesIn(dir).filter((path) => readFileSync(path).includes(uuidBytes))).toEqual([]);
});

test('erasing a person leaves nothing to open, for this program or a copy of its keys; others stay', async () => {
  const { vault, dir } = await created();
  const gone = newPerson('Mureșan');
  const stays = newPerson('Adam');
  const note = newNote(gone.id, 'despre Mureșan');
  await vault.commit([gone, stays].map((doc) => ({ op: 'put', collection: 'people', doc }) as const), ADD);
  await vault.commit([{ op: 'put', collection: 'assessments', doc: note }], ADD);
  const heard = firstValueFrom(vault.collections.people.find().$.pipe(filter((found) => found.length === 1)));
  await vault.erasePerson(gone.id, { action: 'people.erase', personId: gone.id });
  expect((await heard).map((doc) => doc.toJSON().familyName)).toEqual(['Adam']);
  const expectGone = async (opened: Vault): Promise<void> => {
    expect(await opened.get('people', gone.id)).toBeUndefined();
    expect(await opened.get('assessments', note.id)).toBeUndefined();
    expect(await opened.collections.assessments.storageInstance.findDocumentsById([note.id], true)).toEqual([]);
    expect(await opened.get('people', stays.id)).toMatchObject({ familyName: 'Adam' });
    expect(await opened.audit.verify()).toMatchObject({ intact: true });
  };
  await expectGone(vault);
  await vault.close();
  const again = await open(dir);
  await expectGone(again);
  expect((await again.audit.read({ limit: 1 }))[0]).toMatchObject({ action: 'people.erase', subject: again.audit.subjectOf(gone.id) });
  await again.close();
});

test('an erasure that was interrupted after the key was destroyed is finished at the next open', async () => {
  const { vault, dir } = await created();
  const gone = newPerson('Mureșan');
  const stays = newPerson('Adam');
  await vault.commit([gone, stays].map((doc) => ({ op: 'put', collection: 'people', doc }) as const), ADD);
  const { vaultId } = vault.info;
  await vault.close();
  const keys = await openKeyring({ dir, vaultId, headerHash: hashOf(readFileSync(join(dir, 'vault.json'))) }, EDUCATOR.id, EDUCATOR.password);
  await keys.erasePerson(gone.id);
  keys.close();
  const again = await open(dir);
  expect(await again.get('people', gone.id)).toBeUndefined();
  expect(await again.get('people', stays.id)).toBeDefined();
  expect((await again.audit.read({ limit: 1 }))[0]).toMatchObject({ action: 'vault.finishErasure', details: { documents: 1 } });
  await again.close();
  const later = await open(dir);
  expect((await later.audit.read({ limit: 1 }))[0]).toMatchObject({ action: 'vault.finishErasure' });
  await later.close();
});

test('an administrator works in the office, sees no case, and may dismiss somebody who did', async () => {
  const { vault, dir } = await created();
  const person = newPerson('Mureșan');
  const settings = newSettings();
  await vault.commit([{ op: 'put', collection: 'people', doc: person }, { op: 'put', collection: 'office', doc: settings }, { op: 'put', collection: 'assessments', doc: newNote(person.id, 'notă') }], ADD);
  await vault.close();
  const admin = await open(dir, ADMIN);
  await expect(admin.get('people', person.id)).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  await expect(admin.commit([{ op: 'put', collection: 'people', doc: newPerson('X') }], ADD)).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  await expect(admin.commit([{ op: 'put', collection: 'assessments', doc: newNote(person.id, 'X') }], ADD)).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  expect(await admin.collections.people.find().exec()).toEqual([]);
  expect((await admin.collections.office.find().exec()).map((doc) => doc.toJSON().type)).toEqual(['settings']);
  await admin.dismissUser(DIRECTOR.id, { action: 'users.dismiss' });
  // gone from the unlock screen, and still known by name: what they did keeps its author
  expect(admin.members().find(({ id }) => id === DIRECTOR.id)).toEqual({ id: DIRECTOR.id, name: DIRECTOR.name, roles: DIRECTOR.roles, active: false });
  expect((await peekVault(dir)).users.map(({ id }) => id)).not.toContain(DIRECTOR.id);
  await admin.close();
  const again = await open(dir);
  expect(await again.get('people', person.id)).toMatchObject({ familyName: 'Mureșan' });
  expect(await again.get('office', settings.id)).toMatchObject({ type: 'settings' });
  await again.commit([{ op: 'put', collection: 'people', doc: newPerson('Nou') }], ADD);
  expect(await again.audit.verify()).toMatchObject({ intact: true });
  await again.close();
  await expect(open(dir, DIRECTOR)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
});

test.each<readonly [string, (header: Record<string, unknown>) => unknown, string]>([
  ['made by a newer program', (header) => ({ ...header, formatVersion: 9, minReader: 2, somethingNew: true }), 'TOO_NEW'],
  ['edited: a demo made live', (header) => ({ ...header, demo: false }), 'KEYRING_CHANGED'],
  ['edited: another name', (header) => ({ ...header, serviceName: 'Altul' }), 'KEYRING_CHANGED'],
  ['edited: another vault', (header) => ({ ...header, vaultId: '0192a000-0000-4000-8000-000000000009' }), 'KEYRING_CHANGED'],
  ['with a field too many', (header) => ({ ...header, more: 1 }), 'DAMAGED'],
  ['that is no header', () => ({ hello: 'world' }), 'DAMAGED'],
])('a header %s is refused', async (_what, edit, code) => {
  const { vault, dir } = await created();
  await vault.close();
  const file = join(dir, 'vault.json');
  writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)));
  await expect(open(dir)).rejects.toMatchObject({ code });
});

test('a folder without a vault, or with one already, is told apart', async () => {
  const options = vaultOptions();
  expect(await peekVault(options.dir)).toEqual({ exists: false, users: [] });
  await expect(open(options.dir)).rejects.toMatchObject({ code: 'NO_VAULT' });
  const { vault } = await createVault(options);
  await expect(createVault(options)).rejects.toMatchObject({ code: 'EXISTS' });
  await expect(createVault({ ...options, dir: join(options.dir, 'vault.json') })).rejects.toMatchObject({ code: 'EXISTS' });
  await vault.close();
});

test('a vault that is open is refused to others, who are told by whom', async () => {
  const { vault, dir } = await created();
  await expect(open(dir)).rejects.toMatchObject({ code: 'IN_USE', params: { pid: process.pid, host: hostname() } });
  await vault.close();
  await (await open(dir)).close();
  await expect(openVault({ dir, userId: EDUCATOR.id, password: 'nu e asta 12' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  await (await open(dir)).close();
});

test('the recovery code opens the vault and sets a new password', async () => {
  const { vault, recoveryCode, dir } = await created();
  await vault.close();
  const recovered = await openVaultWithRecovery({ dir, code: recoveryCode, userId: EDUCATOR.id, newPassword: 'o parolă nouă 5' });
  expect(recovered.user).toMatchObject({ id: EDUCATOR.id, holdsCaseKey: true });
  await recovered.close();
  await (await openVault({ dir, userId: EDUCATOR.id, password: 'o parolă nouă 5' })).close();
});
