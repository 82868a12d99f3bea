import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBox } from './box.ts';
import { contextOf, fromBase64, type KeyringFile } from './format.ts';
import { createKeyring, openKeyring, openKeyringWithRecovery, peekKeyring } from './index.ts';
import { inspectKeyring, ownerOf, slotOf } from './inspect.ts';
import { openPasswordSlot } from './slot.ts';
import { ADMIN, DIRECTOR, EDUCATOR, must, newPlace, newVault, readRaw, secrets, TEACHER } from './test-vault.ts';

describe('unlocking', () => {
  it('gives two users the same keys', async () => {
    const { place, keys } = await newVault();
    const director = await openKeyring(place, DIRECTOR.id, DIRECTOR.password);
    for (const keyClass of ['office', 'case', 'audit'] as const) expect(director.classKey(keyClass).key).toEqual(keys.classKey(keyClass).key);
    for (const keyClass of ['office', 'case'] as const) expect(director.indexKey(keyClass)).toEqual(keys.indexKey(keyClass));
    expect(director.subjectKey).toEqual(keys.subjectKey);
    expect(Buffer.from(director.secret('age-identity'))).toEqual(secrets['age-identity']);
  });

  it('takes a password typed with combining marks for the same password', async () => {
    const { place } = await newVault();
    const { user } = await openKeyring(place, EDUCATOR.id, EDUCATOR.password.normalize('NFD'));
    expect(user).toMatchObject({ id: EDUCATOR.id, name: EDUCATOR.name, roles: ['EDUCATOR'], holdsCaseKey: true });
  });

  it.each([
    ['a wrong password', EDUCATOR.id, 'pădurea-de-fagi 8'],
    ["a colleague's password", EDUCATOR.id, DIRECTOR.password],
    ['an empty password', EDUCATOR.id, ''],
    ['an unknown user', '0192a000-0000-7000-8000-0000000000aa', EDUCATOR.password],
    ['the recovery slot', 'recovery', EDUCATOR.password],
  ])('refuses %s', async (_, userId, password) => {
    const { place } = await newVault();
    await expect(openKeyring(place, userId, password)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  });

  it('shows the names of users before a password, and nothing of a folder without a vault', async () => {
    const { place } = await newVault();
    expect(await peekKeyring(place.dir)).toEqual([EDUCATOR, DIRECTOR, ADMIN].map(({ id, name, roles }) => ({ id, name, roles, keyFile: false })));
    await expect(peekKeyring(mkdtempSync(join(tmpdir(), 'varco-')))).rejects.toMatchObject({ code: 'NO_VAULT' });
  });

  it('opens with a new password only, once it was changed', async () => {
    const { place, keys } = await newVault();
    await keys.changePassword('cărarea nouă 5');
    await expect(openKeyring(place, EDUCATOR.id, EDUCATOR.password)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    const again = await openKeyring(place, EDUCATOR.id, 'cărarea nouă 5');
    expect(again.classKey('case')).toEqual(keys.classKey('case'));
  });

  it('wipes every key at close and answers nothing more', async () => {
    const { keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    const held = [keys.classKey('case').key, keys.indexKey('office').key, keys.subjectKey, keys.secret('signing-key'), must(keys.personKey('p1')).key];
    keys.close();
    keys.close();
    for (const key of held) expect(key.every((byte) => byte === 0)).toBe(true);
    expect(() => keys.classKey('office')).toThrow(expect.objectContaining({ code: 'CLOSED' }));
    expect(() => keys.user.sign(Buffer.from('x'))).toThrow(expect.objectContaining({ code: 'CLOSED' }));
    await expect(keys.changePassword('x')).rejects.toMatchObject({ code: 'CLOSED' });
  });
});

describe('the case key', () => {
  it('is never held by an administrator: no box of the raw file opens to their private key', async () => {
    const { place } = await newVault();
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    expect(admin.user.holdsCaseKey).toBe(false);
    expect(admin.holds('case')).toBe(false);
    for (const ask of [() => admin.classKey('case'), () => admin.indexKey('case'), () => admin.personKey('p1'), () => admin.secret('age-identity'), () => admin.secret('signing-key')]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'NOT_ENTITLED' }));
    }

    const { file, membership } = await inspectKeyring(place);
    const owner = ownerOf(file.vaultId, file.rootKey, membership, ADMIN.id);
    const { box } = await openPasswordSlot(owner, must(slotOf(file.slots, ADMIN.id)), ADMIN.password);
    const opened = file.boxes.flatMap((one) =>
      [ADMIN.id, one.holder].flatMap((holder) => (openBox(box, fromBase64(one.box), contextOf('class-key', file.vaultId, one.class, one.generation, holder)) ? [one.class] : [])),
    );
    expect(new Set(opened)).toEqual(new Set(['office', 'audit']));
  });

  it('is passed on only by who holds it', async () => {
    const { place } = await newVault();
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    await expect(admin.addUser(TEACHER)).rejects.toMatchObject({ code: 'NOT_ENTITLED', params: { class: 'case' } });
    await admin.addUser({ ...TEACHER, roles: ['AUDITOR'] });
    expect((await openKeyring(place, TEACHER.id, TEACHER.password)).holds('case')).toBe(false);
  });
});

describe('the keys of the service', () => {
  it('stay with those who work with cases, also after an administrator dismissed one of them', async () => {
    const { place, keys } = await newVault();
    keys.close();
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    await admin.dismissUser(DIRECTOR.id);
    admin.close();
    const educator = await openKeyring(place, EDUCATOR.id, EDUCATOR.password);
    expect(Buffer.from(educator.secret('age-identity'))).toEqual(secrets['age-identity']);
    await educator.addUser(TEACHER);
    await educator.dismissUser(TEACHER.id);
    educator.close();
    expect(Buffer.from((await openKeyring(place, EDUCATOR.id, EDUCATOR.password)).secret('signing-key'))).toEqual(secrets['signing-key']);
  });
});

describe('admitting', () => {
  it('lets a new user read everything of their classes, older generations included', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    await keys.dismissUser(DIRECTOR.id);
    await keys.addUser(TEACHER);
    const teacher = await openKeyring(place, TEACHER.id, TEACHER.password);
    for (const generation of [1, 2]) expect(teacher.classKey('case', generation)).toEqual(keys.classKey('case', generation));
    expect(teacher.personKey('p1')).toEqual(keys.personKey('p1'));
  });

  it('refuses an id that was ever used', async () => {
    const { keys } = await newVault();
    await keys.dismissUser(DIRECTOR.id);
    await expect(keys.addUser(DIRECTOR)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('dismissing', () => {
  it('makes new generations of all that was held, and the rest go on with their own passwords', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['before']);
    const before = { case: keys.classKey('case').key, index: keys.indexKey('case').key, person: must(keys.personKey('before')) };
    await keys.dismissUser(DIRECTOR.id);
    await keys.ensurePersonKeys(['before', 'after']);

    await expect(openKeyring(place, DIRECTOR.id, DIRECTOR.password)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await peekKeyring(place.dir)).not.toContainEqual(expect.objectContaining({ id: DIRECTOR.id }));
    const again = await openKeyring(place, EDUCATOR.id, EDUCATOR.password);
    expect(again.classKey('case').generation).toBe(2);
    expect(again.classKey('case').key).not.toEqual(before.case);
    expect(again.classKey('case', 1).key).toEqual(before.case);
    expect(again.indexKey('case').generation).toBe(2);
    expect(again.indexKey('case', 1).key).toEqual(before.index);
    // what was sealed before stays readable; new documents of the same person take a key the dismissed never saw
    expect(must(again.personKeyByKeyId(before.person.keyId)).key).toEqual(before.person.key);
    expect(must(again.personKey('before')).key).not.toEqual(before.person.key);
    expect(Buffer.from(again.secret('signing-key'))).toEqual(secrets['signing-key']);
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    expect(admin.classKey('office')).toEqual(again.classKey('office'));
  });

  it('leaves the dismissed with what they had: their old copy opens the old keys, the new file none', async () => {
    const { place, keys } = await newVault();
    const oldCopy = readRaw(place);
    const { membership, file } = await inspectKeyring(place);
    const { box } = await openPasswordSlot(ownerOf(file.vaultId, file.rootKey, membership, DIRECTOR.id), must(slotOf(file.slots, DIRECTOR.id)), DIRECTOR.password);
    const opens = (from: KeyringFile): number =>
      from.boxes.filter((one) => openBox(box, fromBase64(one.box), contextOf('class-key', from.vaultId, one.class, one.generation, one.holder)) !== undefined).length;
    expect(opens(oldCopy)).toBe(3);
    await keys.dismissUser(DIRECTOR.id);
    expect(opens(readRaw(place))).toBe(0);
  });

  it('can be done by an administrator, who holds the case key neither before nor after', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    const person = structuredClone(must(keys.personKey('p1')).key);
    keys.close();
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    await admin.dismissUser(DIRECTOR.id);
    expect(() => admin.classKey('case')).toThrow(expect.objectContaining({ code: 'NOT_ENTITLED' }));
    expect(admin.hasOldIndexKeys('office')).toBe(true);
    await admin.retireIndexKeys('office');
    expect(admin.hasOldIndexKeys('office')).toBe(false);
    admin.close();

    const educator = await openKeyring(place, EDUCATOR.id, EDUCATOR.password);
    expect(educator.classKey('case').generation).toBe(2);
    expect(educator.hasOldIndexKeys('case')).toBe(true);
    expect(new Uint8Array(must(educator.personKey('p1')).key)).toEqual(person);
    const first = educator.indexKey('case', 1).key;
    await educator.retireIndexKeys('case');
    expect(first.every((byte) => byte === 0)).toBe(true);
    expect(() => educator.indexKey('case', 1)).toThrow(expect.objectContaining({ code: 'DAMAGED' }));
  });

  it('keeps the public key for what was signed before', async () => {
    const { place, keys } = await newVault();
    const director = await openKeyring(place, DIRECTOR.id, DIRECTOR.password);
    const bytes = Buffer.from('release plan 4');
    const signature = director.user.sign(bytes);
    await keys.dismissUser(DIRECTOR.id);
    expect(signature).toHaveLength(64);
    expect(keys.userPublicKey(DIRECTOR.id)).toHaveLength(32);
    expect(keys.verifyUserSignature(DIRECTOR.id, bytes, signature)).toBe(true);
    expect(keys.verifyUserSignature(DIRECTOR.id, Buffer.from('release plan 5'), signature)).toBe(false);
    expect(keys.verifyUserSignature(EDUCATOR.id, bytes, signature)).toBe(false);
  });

  it.each([
    ['oneself', EDUCATOR.id, 'NOT_ENTITLED'],
    ['somebody unknown', TEACHER.id, 'CONFLICT'],
  ])('refuses %s', async (_, userId, code) => {
    const { keys } = await newVault();
    await expect(keys.dismissUser(userId)).rejects.toMatchObject({ code });
  });
});

describe('other roles', () => {
  it('take the case key away with a new generation, also by an administrator, and leave the password as it is', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    keys.close();
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    expect(await admin.assignRoles(DIRECTOR.id, ['AUDITOR'])).toEqual(['case']);
    expect(admin.holds('case')).toBe(false);
    admin.close();

    const director = await openKeyring(place, DIRECTOR.id, DIRECTOR.password);
    expect(director.user).toMatchObject({ roles: ['AUDITOR'], holdsCaseKey: false });
    expect(director.holds('case')).toBe(false);
    const educator = await openKeyring(place, EDUCATOR.id, EDUCATOR.password);
    expect(educator.classKey('case').generation).toBe(2);
    expect(educator.classKey('office').generation).toBe(1);
    expect(educator.personKey('p1')).toBeDefined();
    // their slot stays good through later acts of their own
    await director.changePassword('o altă cărare 8');
    expect((await openKeyring(place, DIRECTOR.id, 'o altă cărare 8')).user.roles).toEqual(['AUDITOR']);
  });

  it('bring the case key with all its generations, and with a code from the safe as well', async () => {
    const { place, keys, recoveryCode } = await newVault([EDUCATOR, DIRECTOR, ADMIN, { ...TEACHER, roles: ['AUDITOR'] }]);
    await keys.ensurePersonKeys(['p1']);
    await keys.dismissUser(DIRECTOR.id);
    expect(await keys.assignRoles(TEACHER.id, ['TEACHER', 'AUDITOR'])).toEqual([]);
    const teacher = await openKeyring(place, TEACHER.id, TEACHER.password);
    for (const generation of [1, 2]) expect(teacher.classKey('case', generation)).toEqual(keys.classKey('case', generation));
    expect(teacher.personKey('p1')).toEqual(keys.personKey('p1'));
    teacher.close();
    keys.close();
    const recovered = await openKeyringWithRecovery(place, recoveryCode, TEACHER.id, 'cărarea din nou 5');
    expect(recovered.user.roles).toEqual(['TEACHER', 'AUDITOR']);
    expect(recovered.holds('case')).toBe(true);
  });

  it.each([
    ['to oneself', EDUCATOR, EDUCATOR.id, 'DIRECTOR', { code: 'NOT_ENTITLED', params: { what: 'self' } }],
    ['to somebody unknown', EDUCATOR, TEACHER.id, 'DIRECTOR', { code: 'CONFLICT' }],
    ['that need a key the giver lacks', ADMIN, TEACHER.id, 'EDUCATOR', { code: 'NOT_ENTITLED', params: { class: 'case' } }],
  ] as const)('are refused %s', async (title, giver, userId, role, error) => {
    const { place } = await newVault([EDUCATOR, DIRECTOR, ADMIN, ...(title.includes('unknown') ? [] : [{ ...TEACHER, roles: ['AUDITOR'] as const }])]);
    const before = readRaw(place);
    const keys = await openKeyring(place, giver.id, giver.password);
    await expect(keys.assignRoles(userId, [role])).rejects.toMatchObject(error);
    expect(readRaw(place)).toEqual(before);
  });

  it('never leave a workplace whose cases nobody opens, and neither does a dismissal', async () => {
    const { place } = await newVault([EDUCATOR, ADMIN]);
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    const before = readRaw(place);
    const last = { code: 'NOT_ENTITLED', params: { what: 'last' } };
    await expect(admin.assignRoles(EDUCATOR.id, ['PARTNERSHIP'])).rejects.toMatchObject(last);
    await expect(admin.dismissUser(EDUCATOR.id)).rejects.toMatchObject(last);
    expect(readRaw(place)).toEqual(before);
  });
});

describe('a key file', () => {
  const file = Buffer.alloc(32, 0x5a);
  it('is asked for besides the password, through a change of password, until it is dropped', async () => {
    const { place, keys } = await newVault();
    await expect(keys.setKeyFile('a wrong one', file)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    await keys.setKeyFile(EDUCATOR.password, file);
    expect((await peekKeyring(place.dir)).map(({ keyFile }) => keyFile)).toEqual([true, false, false]);
    await expect(openKeyring(place, EDUCATOR.id, EDUCATOR.password)).rejects.toMatchObject({ code: 'KEY_FILE_MISSING' });
    await expect(openKeyring(place, EDUCATOR.id, EDUCATOR.password, Buffer.alloc(32))).rejects.toMatchObject({ code: 'KEY_FILE_WRONG' });
    const again = await openKeyring(place, EDUCATOR.id, EDUCATOR.password, file);
    await again.changePassword('cărarea nouă 5');
    await expect(openKeyring(place, EDUCATOR.id, 'cărarea nouă 5')).rejects.toMatchObject({ code: 'KEY_FILE_MISSING' });
    const changed = await openKeyring(place, EDUCATOR.id, 'cărarea nouă 5', file);
    await changed.verifyPassword('cărarea nouă 5');
    await expect(changed.verifyPassword(EDUCATOR.password)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    await changed.setKeyFile('cărarea nouă 5', null);
    expect((await openKeyring(place, EDUCATOR.id, 'cărarea nouă 5')).holds('case')).toBe(true);
  });

  it('that is lost is dropped by the recovery code', async () => {
    const { place, keys, recoveryCode } = await newVault();
    await keys.setKeyFile(EDUCATOR.password, file);
    keys.close();
    (await openKeyringWithRecovery(place, recoveryCode, EDUCATOR.id, 'cărarea nouă 5')).close();
    expect((await openKeyring(place, EDUCATOR.id, 'cărarea nouă 5')).holds('case')).toBe(true);
  });
});

describe('the recovery code', () => {
  it('opens the vault as a user and sets their password; what they signed before stays good', async () => {
    const { place, keys, recoveryCode } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    const bytes = Buffer.from('agreed');
    const signature = keys.user.sign(bytes);
    const person = structuredClone(must(keys.personKey('p1')).key);
    keys.close();
    const recovered = await openKeyringWithRecovery(place, recoveryCode.toLowerCase().replaceAll('-', ' '), EDUCATOR.id, 'parola nouă 1');
    expect(recovered.user.id).toBe(EDUCATOR.id);
    expect(recovered.verifyUserSignature(EDUCATOR.id, bytes, signature)).toBe(true);
    expect(recovered.verifyUserSignature(EDUCATOR.id, bytes, recovered.user.sign(bytes))).toBe(true);
    recovered.close();
    await expect(openKeyring(place, EDUCATOR.id, EDUCATOR.password)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    const again = await openKeyring(place, EDUCATOR.id, 'parola nouă 1');
    expect(new Uint8Array(must(again.personKey('p1')).key)).toEqual(person);
    await openKeyring(place, DIRECTOR.id, DIRECTOR.password);
  });

  it('gives an administrator a password, but not the case key', async () => {
    const { place, recoveryCode } = await newVault();
    const admin = await openKeyringWithRecovery(place, recoveryCode, ADMIN.id, 'altă parolă 4');
    expect(admin.holds('case')).toBe(false);
    expect((await openKeyring(place, ADMIN.id, 'altă parolă 4')).holds('office')).toBe(true);
  });

  it('tells a typing mistake from a wrong code and from somebody who is no user', async () => {
    const { place, recoveryCode } = await newVault();
    const other = await newVault();
    const mistyped = (recoveryCode.startsWith('A') ? 'B' : 'A') + recoveryCode.slice(1);
    await expect(openKeyringWithRecovery(place, mistyped, EDUCATOR.id, 'x')).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE', params: { reason: 'MISTYPED' } });
    await expect(openKeyringWithRecovery(place, other.recoveryCode, EDUCATOR.id, 'x')).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE', params: { reason: 'WRONG' } });
    await expect(openKeyringWithRecovery(place, recoveryCode, TEACHER.id, 'x')).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  });

  it('can be replaced by who holds every key; the old one then opens nothing', async () => {
    const { place, keys, recoveryCode } = await newVault();
    const code = await keys.createRecoveryCode();
    await expect(openKeyringWithRecovery(place, recoveryCode, EDUCATOR.id, 'x')).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE', params: { reason: 'WRONG' } });
    const recovered = await openKeyringWithRecovery(place, code, DIRECTOR.id, 'x');
    expect(recovered.classKey('case', 1)).toEqual(keys.classKey('case', 1));
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    await expect(admin.createRecoveryCode()).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  });

  it('also opens what was sealed after a dismissal', async () => {
    const { place, keys, recoveryCode } = await newVault();
    await keys.dismissUser(DIRECTOR.id);
    const current = Buffer.from(keys.classKey('case').key);
    keys.close();
    const recovered = await openKeyringWithRecovery(place, recoveryCode, EDUCATOR.id, 'x');
    expect(recovered.classKey('case').key).toEqual(current);
  });
});

describe('founding', () => {
  it.each([
    ['weak password hashing outside a demo', { demo: false, testKdf: true }, { code: 'NOT_ENTITLED', params: { what: 'testKdf' } }],
    ['nobody who would hold the case key', { users: [{ ...EDUCATOR, roles: ['ADMIN'] }, ADMIN] }, { code: 'NOT_ENTITLED', params: { class: 'case' } }],
    ['a creator who is no user', { creatorId: TEACHER.id }, { code: 'NOT_ENTITLED' }],
    ['two users of one id', { users: [EDUCATOR, EDUCATOR] }, { code: 'CONFLICT' }],
  ] as const)('refuses %s', async (_, options, error) => {
    const place = newPlace();
    await expect(createKeyring(place, { users: [EDUCATOR, ADMIN], secrets, demo: true, testKdf: true, creatorId: EDUCATOR.id, ...options })).rejects.toMatchObject(error);
    await expect(peekKeyring(place.dir)).rejects.toMatchObject({ code: 'NO_VAULT' });
  });

  it('never replaces a keyring', async () => {
    const { place } = await newVault();
    await expect(createKeyring(place, { users: [EDUCATOR, ADMIN], secrets, demo: true, testKdf: true, creatorId: EDUCATOR.id })).rejects.toMatchObject({ code: 'EXISTS' });
  });

  it('takes the full cost of password hashing in a live vault', async () => {
    const place = newPlace();
    const { keys } = await createKeyring(place, { users: [EDUCATOR, DIRECTOR], secrets, demo: false, creatorId: EDUCATOR.id });
    const kdfs = readRaw(place).slots.map(({ kdf }) => kdf);
    expect(kdfs.filter(({ name }) => name === 'argon2id')).toEqual(Array.from({ length: 2 }, () => ({ name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 })));
    keys.close();
    expect((await openKeyring(place, DIRECTOR.id, DIRECTOR.password)).holds('case')).toBe(true);
  });
});
