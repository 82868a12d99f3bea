/** Who can decrypt what, tried on the raw files with nothing but a password: the table of `keyring/README.md`, row by row. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyClass } from '../../../shared/domain/roles.ts';
import { boxesForHolder, checkBoxes, openClassKeys } from './keyring/class-keys.ts';
import { followChain } from './keyring/chain.ts';
import { copyAt, keysKnown, passwordOf, printedCode, type Copy, type Secret } from './test-known-keys.ts';
import { sealedItems, withUses, type SealedItem } from './test-sealed-items.ts';
import { ADMIN, DIRECTOR, EDUCATOR, newNote, newPerson, newSettings, vaultOptions } from './test-vault.ts';
import type { NewUser, Vault } from './types.ts';
import { createVault, openVault, openVaultWithRecovery } from './vault.ts';

const PSYCHOLOGIST: NewUser = { id: '0192a000-0000-7000-8000-000000000004', name: 'Dana Psiholog', roles: ['PSYCHOLOGIST'], password: 'ploaia de primăvară 6' };
const TEACHER: NewUser = { id: '0192a000-0000-7000-8000-000000000005', name: 'Elena Profesor', roles: ['TEACHER'], password: 'manualul verde 2' };
const NEW_PASSWORD = 'pădurea-de-brazi 8';
const KEY_FILE = Buffer.alloc(32, 7);

/**
 * 1: everybody is there. 2: the administrator dismissed the director. 3: the psychologist works without cases now, the
 * educator has another password and a key file, a teacher came. 4: the printed code gave the teacher another password.
 */
type Age = 1 | 2 | 3 | 4;
const AGES: readonly Age[] = [1, 2, 3, 4];
/** What no one without the case key may find in anything they open. */
const WORDS = ['Exemplu', 'povestea', 'PG-1204'];

let folder: string;
let recoveryCode: string;
let copies: (Copy & { readonly age: Age })[];
let items: readonly SealedItem[];

const person = newPerson('Exemplu');
const told = (age: Age) => newNote(person.id, `povestea, ${age}`);
const retold = v7();

/** Writes a new person's, an old person's and an office document, and changes a note that was there. */
const write = async (vault: Vault, age: Age): Promise<void> => {
  const before = await vault.get('assessments', retold);
  await vault.commit(
    [
      { op: 'put', collection: 'people', doc: age === 1 ? person : { ...person, id: v7() } },
      { op: 'put', collection: 'assessments', doc: { ...told(age), id: retold, ...(before === undefined ? {} : { _rev: before._rev }) } },
      { op: 'put', collection: 'assessments', doc: told(age) },
      { op: 'put', collection: 'office', doc: newSettings() },
    ],
    { action: 'people.add', personId: person.id },
  );
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const dir = join(folder, 'vault');
  copies = [];
  const copy = async (age: Age): Promise<void> => {
    const place = join(folder, `copy-${copies.length}`);
    cpSync(dir, place, { recursive: true });
    copies.push({ age, ...(await copyAt(place)) });
  };
  /** as a kill would leave it, with its journals, and as the program leaves it */
  const close = async (vault: Vault, age: Age): Promise<void> => {
    await copy(age);
    await vault.close();
    await copy(age);
  };
  const made = await createVault({ ...vaultOptions(dir), users: [EDUCATOR, DIRECTOR, ADMIN, PSYCHOLOGIST] });
  recoveryCode = made.recoveryCode;
  await write(made.vault, 1);
  await close(made.vault, 1);
  const admin = await openVault({ dir, userId: ADMIN.id, password: ADMIN.password });
  await admin.dismissUser(DIRECTOR.id, { action: 'users.dismiss' });
  await close(admin, 2);
  const educator = await openVault({ dir, userId: EDUCATOR.id, password: EDUCATOR.password });
  await write(educator, 2);
  await close(educator, 2);
  const again = await openVault({ dir, userId: EDUCATOR.id, password: EDUCATOR.password });
  await again.assignRoles(PSYCHOLOGIST.id, ['AUDITOR'], { action: 'users.roles' });
  await again.changePassword(NEW_PASSWORD, { action: 'users.password' });
  await again.setKeyFile(NEW_PASSWORD, KEY_FILE, { action: 'users.keyFile' });
  await again.addUser(TEACHER, { action: 'users.add' });
  await write(again, 3);
  await close(again, 3);
  const recovered = await openVaultWithRecovery({ dir, code: recoveryCode, userId: TEACHER.id, newPassword: NEW_PASSWORD });
  await write(recovered, 4);
  await close(recovered, 4);
  items = await sealedItems(copies, await keysKnown(printedCode(recoveryCode), copies));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The key files somebody has: of today alone, or also those of every day up to an age. */
const today = (): readonly Copy[] => copies.slice(-1);
const keptUntil = (age: Age) => (): readonly Copy[] => copies.filter((copy) => copy.age <= age || copy === copies.at(-1));

const NOTHING = ['none', 'none', 'none', 'none', 'none'] as const;
/** The columns: documents (with the service's own keys) and lists (index and journal) of each class, and the audit trail. */
const COLUMNS: readonly (readonly [KeyClass, lists: boolean])[] = [['case', false], ['case', true], ['office', false], ['office', true], ['audit', false]];
const column = (keyClass: KeyClass, lists: boolean, age: Age): readonly SealedItem[] =>
  items.filter((item) => item.class === keyClass && item.since === age && lists === (item.what === 'index' || item.what === 'journal'));

/** What a key opens, whoever has it: tried once. */
const opened = new Map<string, Promise<ReadonlyMap<SealedItem, Buffer>>>();
const openedWith = async (key: Buffer): Promise<ReadonlyMap<SealedItem, Buffer>> => {
  const plain = new Map<SealedItem, Buffer>();
  for (const use of withUses([key])) for (const item of items) {
    const text = await item.open(use);
    if (text !== undefined) plain.set(item, text);
  }
  return plain;
};

/** For each column the ages of which everything opens to these keys; an age with a question mark opens in part. */
const reach = async (keys: readonly Buffer[]): Promise<{ readonly opens: readonly string[]; readonly words: readonly string[] }> => {
  const plain = new Map<SealedItem, Buffer>();
  for (const key of keys) {
    const name = key.toString('hex');
    const found = opened.get(name) ?? openedWith(key);
    opened.set(name, found);
    for (const [item, text] of await found) plain.set(item, text);
  }
  const agesOf = (keyClass: KeyClass, lists: boolean): string =>
    AGES.map((age) => {
      const there = column(keyClass, lists, age);
      const open = there.filter((item) => plain.has(item)).length;
      return open === 0 ? '' : open === there.length ? age : `${age}?`;
    }).join('') || 'none';
  return {
    opens: COLUMNS.map(([keyClass, lists]) => agesOf(keyClass, lists)),
    words: WORDS.filter((word) => [...plain.values()].some((text) => text.includes(word))),
  };
};

it('there is something of every kind and age to be opened', () => {
  const kinds = (keyClass: KeyClass, age: Age) => [...new Set(items.filter((item) => item.class === keyClass && item.since === age).map(({ what }) => what))].toSorted();
  for (const age of AGES) {
    // an administrator who dismisses cannot wrap the service's keys anew, and the printed code makes no new class key
    expect(kinds('case', age)).toEqual(['index', 'journal', 'record', ...(age === 1 || age === 3 ? ['secret'] : [])]);
    expect(kinds('office', age)).toEqual(['index', 'journal', 'record']);
    expect(kinds('audit', age)).toEqual(['entry']);
  }
});

describe('every key that comes out of the key files, tried on every sealed thing there ever was', () => {
  // Lists have keys of their own, and those of before a change of the case key are kept by nobody: lists are made anew.
  it.each<readonly [string, () => Secret, () => readonly Copy[], readonly [cases: string, lists: string, office: string, lists: string, audit: string]]>([
    ['somebody who holds the case key opens everything', () => passwordOf({ ...EDUCATOR, password: NEW_PASSWORD }, KEY_FILE), today, ['1234', '34', '1234', '234', '1234']],
    ['somebody admitted later opens everything, also of before', () => passwordOf({ ...TEACHER, password: NEW_PASSWORD }), today, ['1234', '34', '1234', '234', '1234']],
    ['the printed code opens everything', () => printedCode(recoveryCode), today, ['1234', '34', '1234', '234', '1234']],
    ['an administrator opens no case', () => passwordOf(ADMIN), today, ['none', 'none', '1234', '234', '1234']],
    ['an administrator who kept every key file opens no case either', () => passwordOf(ADMIN), keptUntil(4), ['none', 'none', '1234', '1234', '1234']],
    ['a dismissed user opens nothing', () => passwordOf(DIRECTOR), today, NOTHING],
    ['a dismissed user who kept a copy opens what was written before, and nothing of after', () => passwordOf(DIRECTOR), keptUntil(1), ['1', '1', '1', '1', '1']],
    ['a dismissed user who kept a copy learns nothing more from all later key files', () => passwordOf(DIRECTOR), keptUntil(4), ['1', '1', '1', '1', '1']],
    ['a user who lost the cases opens none, not even of before', () => passwordOf(PSYCHOLOGIST), today, ['none', 'none', '1234', '234', '1234']],
    ['a user who lost the cases and kept a copy opens those of before, and none of after', () => passwordOf(PSYCHOLOGIST), keptUntil(2), ['12', '12', '1234', '1234', '1234']],
    ['a password without its key file opens nothing', () => passwordOf({ ...EDUCATOR, password: NEW_PASSWORD }), today, NOTHING],
    ['a password that was changed opens nothing', () => passwordOf(EDUCATOR), today, NOTHING],
    ['a password that was changed still opens everything, also of after, to who kept a copy', () => passwordOf(EDUCATOR), keptUntil(1), ['1234', '134', '1234', '1234', '1234']],
    ['a password replaced by the printed code opens nothing', () => passwordOf(TEACHER), today, NOTHING],
    ['a password replaced by the printed code still opens everything, until keys change, to who kept a copy', () => passwordOf(TEACHER), keptUntil(3), ['1234', '1234', '1234', '1234', '1234']],
  ])('%s', async (_, secret, files, expected) => {
    const { opens, words } = await reach(await keysKnown(secret(), files()));
    expect(opens).toEqual(expected);
    expect(words).toEqual(expected[0] === 'none' ? [] : WORDS);
  });
});

it('is noticed here: a case key sealed to an administrator opens the cases; the program takes no such keyring', async () => {
  const [copy] = today();
  const identity = copy && (await passwordOf({ ...TEACHER, password: NEW_PASSWORD })(copy));
  if (copy === undefined || identity === undefined) throw new Error('the test itself is wrong');
  const { vaultId, rootKey, chain, boxes } = copy.keyring;
  const membership = followChain(vaultId, rootKey, chain);
  const { boxKey } = membership.standings.get(ADMIN.id)?.member ?? { boxKey: '' };
  const more = boxesForHolder(vaultId, openClassKeys(vaultId, membership, boxes, TEACHER.id, identity.box), ['case'], { id: ADMIN.id, boxKey });
  const { opens, words } = await reach(await keysKnown(passwordOf(ADMIN), [{ ...copy, keyring: { ...copy.keyring, boxes: [...boxes, ...more] } }]));
  expect(opens).toEqual(['1234', '34', '1234', '234', '1234']);
  expect(words).toEqual(WORDS);
  expect(() => checkBoxes(membership, boxes)).not.toThrow();
  expect(() => checkBoxes(membership, [...boxes, ...more])).toThrow(expect.objectContaining({ code: 'KEYRING_CHANGED', params: { what: 'boxes' } }));
});
