/**
 * What somebody may do to the files of a vault, each refused under a name of its own that people can read in their language.
 * The long tables: `keyring/tamper.test.ts`, `storage/*.test.ts`.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Language } from '../../../shared/domain/base.ts';
import { createTexts } from '../../../shared/i18n/index.ts';
import { problemParts } from '../../../shared/i18n/messages.ts';
import type { KeyringFile, Slot } from './keyring/format.ts';
import { newRecoveryCode } from './keyring/recovery-code.ts';
import type { Engine } from './storage/engine.ts';
import { tamper } from './storage/test-store.ts';
import { ADMIN, DIRECTOR, EDUCATOR, newPerson, newUser, vaultOptions } from './test-vault.ts';
import { VaultError, type Vault } from './types.ts';
import { createVault, openVault, openVaultWithRecovery } from './vault.ts';

const KEY_FILE = Buffer.alloc(32, 7);
const person = newPerson('Exemplu');
const teacher = newUser('Elena Profesor');
const guest = newUser('Vlad Vizitator');
/** in the order in which they were put: the numbers of their records */
const RECORD = { person: 1, teacher: 2, guest: 3 } as const;

let folder: string;
/** the vault as it was left; the same some acts earlier; another one */
let left: string;
let earlier: string;
let other: string;
let recoveryCode: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  [left, earlier, other] = [join(folder, 'left'), join(folder, 'earlier'), join(folder, 'other')];
  await (await createVault(vaultOptions(other))).vault.close();
  const made = await createVault(vaultOptions(left));
  recoveryCode = made.recoveryCode;
  await made.vault.commit(
    [
      { op: 'put', collection: 'people', doc: person },
      { op: 'put', collection: 'office', doc: teacher },
      { op: 'put', collection: 'office', doc: guest },
    ],
    { action: 'people.add', personId: person.id },
  );
  await made.vault.close();
  cpSync(left, earlier, { recursive: true });
  const admin = await openVault({ dir: left, userId: ADMIN.id, password: ADMIN.password });
  await admin.setKeyFile(ADMIN.password, KEY_FILE, { action: 'users.keyFile' });
  await admin.close();
  const again = await openVault({ dir: left, userId: EDUCATOR.id, password: EDUCATOR.password });
  const [stored, wide] = [await again.get('people', person.id), await again.get('office', teacher.id)];
  if (stored === undefined || wide?.type !== 'user') throw new Error('the test itself is wrong');
  await again.commit([{ op: 'put', collection: 'people', doc: { ...stored, unit: 'B' } }], { action: 'people.edit', personId: person.id });
  await again.commit([{ op: 'put', collection: 'office', doc: { ...wide, scope: 'UNITS', units: ['B'] } }], { action: 'users.edit' });
  await again.dismissUser(DIRECTOR.id, { action: 'users.dismiss' });
  await again.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Open = (dir: string) => Promise<Vault>;
const as =
  ({ id, password }: { readonly id: string; readonly password: string }, keyFile?: Uint8Array): Open =>
  (dir) => openVault({ dir, userId: id, password, keyFile });
const byCode =
  (code: () => string): Open =>
  (dir) => openVaultWithRecovery({ dir, code: code(), userId: EDUCATOR.id, newPassword: EDUCATOR.password });

/** Opens, reads the documents, follows the trail: what a user meets first, by its name. */
const meets = async (dir: string, open: Open): Promise<string> => {
  try {
    const vault = await open(dir);
    try {
      if (vault.user.holdsCaseKey) await vault.get('people', person.id);
      for (const { id } of [teacher, guest]) await vault.get('office', id);
      const verdict = await vault.audit.verify();
      return verdict.intact ? 'nothing' : `audit ${verdict.reason}`;
    } finally {
      await vault.close();
    }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return [error.code, error.params['what'] ?? error.params['reason']].filter((part) => part !== undefined).join(' ');
  }
};

type Harm = (dir: string) => void | Promise<void>;
const untouched: Harm = () => undefined;

/** Edits a file of the folder as text. */
const edited =
  (name: string, change: (text: string) => string): Harm =>
  (dir) => {
    const text = readFileSync(join(dir, name), 'utf8');
    const next = change(text);
    expect(next).not.toBe(text);
    writeFileSync(join(dir, name), next);
  };
const keyring = (change: (file: KeyringFile) => KeyringFile): Harm => edited('keyring.json', (text) => JSON.stringify(change(JSON.parse(text) as KeyringFile)));
/** Puts parts of another copy in the place of ours. */
const putBack =
  (from: () => string, ...names: readonly string[]): Harm =>
  (dir) => {
    for (const name of names) {
      rmSync(join(dir, name), { recursive: true });
      cpSync(join(from(), name), join(dir, name), { recursive: true });
    }
  };
const inStore =
  (change: (engine: Engine) => void): Harm =>
  (dir) => tamper({ dir }, (engine) => engine.write(() => change(engine)));
/** So many entries gone from the end of the trail. */
const shortened = (by: number): Harm => inStore(({ audit }) => [...audit.getKeys({ reverse: true, limit: by })].forEach((seq) => void audit.remove(seq)));
/** The bytes a record had earlier, in its place again. */
const olderRecord =
  (number: number): Harm =>
  async (dir) => {
    const copy = mkdtempSync(join(folder, 'copy-'));
    cpSync(earlier, copy, { recursive: true });
    let before = Buffer.alloc(0);
    await tamper({ dir: copy }, ({ records }) => void (before = Buffer.from(records.get(number) ?? [])));
    await inStore(({ records }) => void records.put(number, before))(dir);
  };
const flipped = (bytes: Buffer | undefined, at: number): Buffer => {
  const copy = Buffer.from(bytes ?? []);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

const slotOf = (file: KeyringFile, { id }: { readonly id: string }): Slot | undefined => file.slots.find(({ holder }) => holder === id);
/** For each slot of one user what `change` makes of it and of the slot of the other. */
const slots = (change: (own: Slot, others: Slot) => Slot, users: readonly { readonly id: string }[] = [EDUCATOR, ADMIN]): Harm =>
  keyring((file) => ({
    ...file,
    slots: file.slots.map((slot) => {
      const others = users.some(({ id }) => id === slot.holder) ? slotOf(file, slot.holder === EDUCATOR.id ? ADMIN : EDUCATOR) : undefined;
      return others === undefined ? slot : change(slot, others);
    }),
  }));

type Row = readonly [what: string, harm: Harm, name: string, open?: Open];

/** Those that a user has a right to see told apart. */
const ASKED: readonly Row[] = [
  ['a wrong password', untouched, 'WRONG_PASSWORD', as({ ...EDUCATOR, password: 'pădurea-de-fagi 8' })],
  ['an edited role', edited('keyring.json', (text) => text.replace('"roles":["ADMIN"]', '"roles":["DIRECTOR"]')), 'KEYRING_CHANGED chain'],
  ['a lowered cost of password hashing', edited('keyring.json', (text) => text.replace('"memoryKiB":64', '"memoryKiB":8')), 'KEYRING_CHANGED kdf'],
  ['swapped slots', slots((own, others) => ({ ...others, holder: own.holder })), 'KEYRING_CHANGED slot'],
  ['a truncated audit trail', shortened(2), 'audit CUT'],
  ['the keyring of before a dismissal put back', putBack(() => earlier, 'keyring.json'), 'ROLLED_BACK keyring'],
  ['an older ciphertext of a record put back', olderRecord(RECORD.person), 'ROLLED_BACK record'],
];

const NEIGHBOURS: readonly Row[] = [
  ['nothing at all', untouched, 'nothing'],
  ['nothing at all, as a user with a key file', untouched, 'nothing', as(ADMIN, KEY_FILE)],
  ['a password of somebody who was dismissed', untouched, 'WRONG_PASSWORD', as(DIRECTOR)],
  ['the password of a colleague', untouched, 'WRONG_PASSWORD', as({ ...EDUCATOR, password: ADMIN.password })],
  ['no key file where the slot asks for one', untouched, 'KEY_FILE_MISSING', as(ADMIN)],
  ['a key file of somebody else', untouched, 'KEY_FILE_WRONG', as(ADMIN, Buffer.alloc(32, 8))],
  ['a key file no longer asked for', slots(({ keyFile: _asked, ...own }) => own, [ADMIN]), 'KEYRING_CHANGED slot', as(ADMIN)],
  ['a mistyped recovery code', untouched, 'WRONG_RECOVERY_CODE MISTYPED', byCode(() => `${recoveryCode}7`)],
  ['a recovery code of another workplace', untouched, 'WRONG_RECOVERY_CODE WRONG', byCode(() => newRecoveryCode().code)],
  ['a slot of a colleague copied over one’s own', slots((own, others) => ({ ...others, holder: own.holder }), [EDUCATOR]), 'KEYRING_CHANGED slot'],
  ['what a colleague’s slot contains, in one’s own', slots((own, others) => ({ ...own, sealed: others.sealed }), [EDUCATOR]), 'KEYRING_CHANGED slot'],
  ['a case key sealed to an administrator', keyring((file) => ({ ...file, boxes: [...file.boxes, ...file.boxes.filter((box) => box.class === 'case' && box.holder === EDUCATOR.id).map((box) => ({ ...box, holder: ADMIN.id }))] })), 'KEYRING_CHANGED boxes'],
  ['a count set back, with every signature as it was', keyring((file) => ({ ...file, version: file.version + 1 })), 'KEYRING_CHANGED mac'],
  ['the keyring of another vault', putBack(() => other, 'keyring.json'), 'KEYRING_CHANGED header'],
  ['an edited header', edited('vault.json', (text) => text.replace('"demo": true', '"demo": false')), 'KEYRING_CHANGED header'],
  ['an emptied keyring', edited('keyring.json', () => ''), 'KEYRING_CHANGED file'],
  ['an edited anchor', edited('anchor.json', (text) => text.replace(/"seq":\d+/, '"seq":1')), 'KEYRING_CHANGED anchor'],
  ['an older anchor put back', putBack(() => earlier, 'anchor.json'), 'ROLLED_BACK anchor'],
  ['the keyring of before a dismissal put back, as who was dismissed', putBack(() => earlier, 'keyring.json'), 'ROLLED_BACK keyring', as(DIRECTOR)],
  ['the wider scope somebody had before, put back', olderRecord(RECORD.teacher), 'ROLLED_BACK record'],
  ['an edited scope', inStore(({ records }) => void records.put(RECORD.teacher, flipped(records.get(RECORD.teacher), 90))), 'DAMAGED record'],
  ['the scope of a colleague in its place', inStore(({ records }) => void records.put(RECORD.teacher, Buffer.from(records.get(RECORD.guest) ?? []))), 'DAMAGED record'],
  ['a record removed', inStore(({ records }) => void records.remove(RECORD.teacher)), 'DAMAGED missing'],
  // journals know of entries that changed documents; of this one only the anchor does, as of a store that is older
  ['the last audit entry removed, of an act that changed no document', shortened(1), 'audit ROLLED_BACK'],
  ['an edited audit entry', inStore(({ audit }) => void audit.put(3, flipped(audit.get(3), 30))), 'audit CHANGED'],
  ['an audit entry in the place of another', inStore(({ audit }) => void audit.put(3, Buffer.from(audit.get(2) ?? []))), 'audit CHANGED'],
  ['an audit entry missing', inStore(({ audit }) => void audit.remove(3)), 'audit GAP'],
  ['an audit entry under a key that never was', inStore(({ audit }) => void audit.put(3, flipped(audit.get(3), 2))), 'audit KEY_MISSING'],
  ['the whole store of before put back', putBack(() => earlier, 'store', 'index'), 'audit ROLLED_BACK'],
];

describe('what somebody did to the files is called by its name', () => {
  it.each([...ASKED, ...NEIGHBOURS].map(([what, harm, name, open]) => [what, harm, name, open ?? as(EDUCATOR)] as const))('%s', async (_, harm, name, open) => {
    const dir = mkdtempSync(join(folder, 'harmed-'));
    cpSync(left, dir, { recursive: true });
    await harm(dir);
    const harmed = readFileSync(join(dir, 'keyring.json'));
    expect(await meets(dir, open)).toBe(name);
    // nothing is mended behind anybody's back: the evidence stays
    expect(readFileSync(join(dir, 'keyring.json'))).toEqual(harmed);
  });
});

describe('names and texts', () => {
  /** All that a name says to people: what happened, what is safe, what to do. */
  const said = (texts: ReturnType<typeof createTexts>, name: string): readonly (string | undefined)[] => {
    const [code = '', what] = name.split(' ');
    if (code === 'audit') return [`enums:trailFault.${what}`, `office:audit.means.${what}`, 'office:audit.do'].map((key) => (texts.exists(key) ? texts.t(key) : undefined));
    const parts = problemParts(texts, { kind: 'failed', code: `vault.${code}`, params: what === undefined ? {} : { what, reason: what } });
    return [parts?.what, parts?.safe, parts?.do];
  };
  const names = [...new Set([...ASKED, ...NEIGHBOURS].map(([, , name]) => name))].filter((name) => name !== 'nothing');

  it('differ for everything that must be told apart', () => {
    expect(new Set(ASKED.map(([, , name]) => name)).size).toBe(ASKED.length);
  });

  it.each(Language.options)('differ in %s, too, and say what happened, what is safe and what to do', (language) => {
    const texts = createTexts(language);
    for (const name of names) for (const part of said(texts, name)) expect(part, name).toMatch(/^[^{}]+$/);
    expect(new Set(names.map((name) => said(texts, name)[0])).size).toBe(names.length);
    const named = names.flatMap((name) => /^(?:KEYRING_CHANGED|ROLLED_BACK|DAMAGED) (.+)$/.exec(name)?.[1] ?? []);
    for (const part of named) expect(texts.exists(`errors:vault.part.${part}`), part).toBe(true);
  });
});
