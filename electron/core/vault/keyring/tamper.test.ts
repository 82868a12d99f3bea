import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { KeyClass } from '../../../../shared/domain/roles.ts';
import type { KeyringPlace } from '../keys.ts';
import { extendChain, followChain } from './chain.ts';
import { boxesFor, makeGenerations } from './class-keys.ts';
import { hkdf, hmac, utf8 } from './crypto.ts';
import { newSecret, publicOf } from './curves.ts';
import { canonicalBytes, RECOVERY, ROOT, toBase64, type Deed, type KeyringFile, type Link, type Slot } from './format.ts';
import { newIdentity, publicKeysOf } from './identity.ts';
import { createKeyring, openKeyring, openKeyringWithRecovery } from './index.ts';
import { ownerOf } from './inspect.ts';
import { signSlot } from './slot.ts';
import { ADMIN, DIRECTOR, EDUCATOR, must, newPlace, newVault, readRaw, secrets, sha256Of, TEACHER, writeRaw } from './test-vault.ts';

type Editable<T> = { -readonly [K in keyof T]: T[K] extends object ? Editable<T[K]> : T[K] };
type Edit = (file: Editable<KeyringFile>, other: KeyringFile) => unknown;
const flip = (text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  return toBase64(bytes);
};
const slot = (file: Editable<KeyringFile>, holder: string) => must(file.slots.find((one) => one.holder === holder));
const founding = (file: Editable<KeyringFile>) => {
  const deed = must(file.chain[0]).deed;
  if (deed.kind !== 'found') throw new Error('the test itself is wrong');
  return deed;
};
const boxOf = (file: Editable<KeyringFile>, keyClass: string, holder: string) => must(file.boxes.find((one) => one.class === keyClass && one.holder === holder));

/** What somebody can do who has the disk, every public key and this program, but no password. */
const outsider = {
  /** signs a link as somebody they are not */
  link: (file: KeyringFile, by: string, deed: Deed): Link[] => extendChain(file.vaultId, file.chain, by, newSecret(), deed),
  /** authenticates a file under an office key they made themselves */
  mac: (file: KeyringFile, office: Uint8Array): string => {
    const { mac: _, ...body } = file;
    return toBase64(hmac(hkdf(office, utf8(file.vaultId), 'varco/keyring-mac'), canonicalBytes(body)));
  },
};

const edits: readonly (readonly [string, Edit])[] = [
  ['an administrator made director', (file) => (must(founding(file).members[2]).roles = ['DIRECTOR'])],
  ['a renamed user', (file) => (must(founding(file).members[1]).name = 'Somebody Else')],
  ['a demo flag taken away', (file) => (founding(file).demo = false)],
  ['a lowered cost of password hashing', (file) => (slot(file, EDUCATOR.id).kdf = { name: 'argon2id', memoryKiB: 8, passes: 1, lanes: 1 })],
  ['a raised cost of password hashing', (file) => (slot(file, EDUCATOR.id).kdf = { name: 'argon2id', memoryKiB: 128, passes: 1, lanes: 1 })],
  ['password hashing left out', (file) => (slot(file, EDUCATOR.id).kdf = { name: 'hkdf-sha256' })],
  [
    'swapped slots',
    (file) => {
      const [one, two] = [slot(file, EDUCATOR.id), slot(file, DIRECTOR.id)];
      [one.holder, two.holder] = [two.holder, one.holder];
    },
  ],
  [
    'swapped contents of slots',
    (file) => {
      const [one, two] = [slot(file, EDUCATOR.id), slot(file, DIRECTOR.id)];
      [one.sealed, two.sealed] = [two.sealed, one.sealed];
    },
  ],
  ['another salt', (file) => (slot(file, EDUCATOR.id).salt = flip(slot(file, EDUCATOR.id).salt))],
  ['a slot of another vault', (file, other) => (file.slots[0] = must(other.slots[0]) as Editable<KeyringFile>['slots'][number])],
  ['a missing slot', (file) => file.slots.splice(1, 1)],
  ['a second slot for one user', (file) => file.slots.push(must(file.slots[0]))],
  ['a key file no longer asked for', (file) => delete slot(file, DIRECTOR.id).keyFile],
  ['another check of the key file', (file) => (slot(file, DIRECTOR.id).keyFile = flip(must(slot(file, DIRECTOR.id).keyFile)))],
  ['a key file suddenly asked for', (file) => (slot(file, EDUCATOR.id).keyFile = must(slot(file, DIRECTOR.id).keyFile))],
  [
    'a change of roles turned round',
    (file) => {
      const { deed } = must(file.chain.find((link) => link.deed.kind === 'assign'));
      if (deed.kind === 'assign') deed.roles = ['DIRECTOR'];
    },
  ],
  [
    'an outsider who makes an administrator director in the name of the educator',
    (file) => (file.chain = outsider.link(file as KeyringFile, EDUCATOR.id, { kind: 'assign', userId: ADMIN.id, roles: ['DIRECTOR'], pledges: [] })),
  ],
  ['a changed box', (file) => (boxOf(file, 'case', EDUCATOR.id).box = flip(boxOf(file, 'case', EDUCATOR.id).box))],
  ['a box given to an administrator', (file) => file.boxes.push({ ...boxOf(file, 'case', DIRECTOR.id), holder: ADMIN.id })],
  ['a missing box', (file) => file.boxes.splice(0, 1)],
  [
    'swapped boxes',
    (file) => {
      const [one, two] = [boxOf(file, 'office', EDUCATOR.id), boxOf(file, 'audit', EDUCATOR.id)];
      [one.box, two.box] = [two.box, one.box];
    },
  ],
  ['a changed secret', (file) => (must(file.secrets[0]).sealed = flip(must(file.secrets[0]).sealed))],
  [
    'swapped secrets',
    (file) => {
      const [one, two] = [must(file.secrets[1]), must(file.secrets[2])];
      [one.sealed, two.sealed] = [two.sealed, one.sealed];
    },
  ],
  ['an index key left out', (file) => file.indexKeys.pop()],
  ['a section with fewer records', (file) => (must(file.sections[0]).records = 0)],
  ['another version', (file) => (file.version += 1)],
  ['an anchor set back', (file) => (file.anchor = null)],
  ['another header', (file) => (file.headerHash = toBase64(sha256Of('another header')))],
  ['another vault', (file) => (file.vaultId = '0192a000-0000-7000-8000-0000000000fe')],
  ['another root', (file) => (file.rootKey = toBase64(publicOf('ed25519', newSecret())))],
  ['a changed authentication', (file) => (file.mac = flip(file.mac))],
  ['a field too many', (file) => Object.assign(file, { note: 'x' })],
  ['a chain cut short', (file) => file.chain.pop()],
  ['a chain in another order', (file) => (file.chain = file.chain.toReversed())],
  ['a link left out', (file) => file.chain.splice(1, 1)],
  [
    'an outsider who admits themselves in the name of the educator',
    (file) => (file.chain = outsider.link(file as KeyringFile, EDUCATOR.id, { kind: 'admit', member: { id: 'x', name: 'x', roles: ['ADMIN'], ...publicKeysOf(newIdentity()) } })),
  ],
  [
    'an outsider who dismisses somebody in the name of the educator, with new keys that they know, all of it consistent',
    (file) => {
      const before = followChain(file.vaultId, file.rootKey, file.chain as Link[]);
      const fresh = makeGenerations(file.vaultId, before.pledges, ['office', 'audit']);
      const pledges = fresh.map(({ pledge }) => pledge);
      file.chain = outsider.link(file as KeyringFile, EDUCATOR.id, { kind: 'dismiss', userId: ADMIN.id, pledges });
      const standings = new Map([...before.standings].map(([id, one]) => [id, { ...one, active: one.active && id !== ADMIN.id }]));
      file.slots = file.slots.filter((one) => one.holder !== ADMIN.id);
      file.boxes = [...file.boxes.filter((one) => one.holder !== ADMIN.id), ...boxesFor(file.vaultId, { ...before, standings }, fresh)];
      file.mac = outsider.mac(file as KeyringFile, must(fresh[0]).key);
    },
  ],
  [
    'an outsider who founds the vault again under a root of their own',
    (file) => {
      const root = newSecret();
      const fresh = makeGenerations(file.vaultId, [], KeyClass.options);
      const found = { ...founding(file), pledges: fresh.map(({ pledge }) => pledge) } as Deed;
      file.rootKey = toBase64(publicOf('ed25519', root));
      file.chain = extendChain(file.vaultId, [], ROOT, root, found);
      file.boxes = boxesFor(file.vaultId, followChain(file.vaultId, file.rootKey, file.chain as Link[]), fresh);
      file.mac = outsider.mac(file as KeyringFile, must(fresh[0]).key);
    },
  ],
  [
    'an outsider who founds it again and also takes over the keys that sign the slots',
    (file) => {
      const root = newSecret();
      const own = newSecret();
      const chainKey = toBase64(publicOf('ed25519', own));
      const fresh = makeGenerations(file.vaultId, [], KeyClass.options);
      const before = founding(file);
      const found = {
        ...before,
        members: before.members.slice(0, 3).map((member) => ({ ...member, chainKey })),
        recovery: { ...before.recovery, chainKey },
        pledges: fresh.map(({ pledge }) => pledge),
      } as Deed;
      file.rootKey = toBase64(publicOf('ed25519', root));
      file.chain = extendChain(file.vaultId, [], ROOT, root, found);
      const membership = followChain(file.vaultId, file.rootKey, file.chain as Link[]);
      file.boxes = boxesFor(file.vaultId, membership, fresh);
      file.slots = file.slots.map((one) => signSlot(ownerOf(file.vaultId, file.rootKey, membership, one.holder), one as Slot, own)) as Editable<Slot[]>;
      file.mac = outsider.mac(file as KeyringFile, must(fresh[0]).key);
    },
  ],
];

describe('a keyring edited by hand', () => {
  let place: KeyringPlace;
  let genuine: string;
  let other: KeyringFile;
  const file = (): string => join(place.dir, 'keyring.json');
  beforeAll(async () => {
    const made = await newVault([EDUCATOR, DIRECTOR, ADMIN, TEACHER]);
    place = made.place;
    await made.keys.ensurePersonKeys(['p1']);
    await made.keys.setAnchor({ seq: 4, tag: sha256Of('4') });
    await made.keys.dismissUser(TEACHER.id);
    await made.keys.assignRoles(ADMIN.id, ['AUDITOR']);
    const director = await openKeyring(place, DIRECTOR.id, DIRECTOR.password);
    await director.setKeyFile(DIRECTOR.password, Buffer.alloc(32, 7));
    genuine = readFileSync(file(), 'utf8');
    other = readRaw((await newVault()).place);
  });

  it('opens untouched', async () => {
    writeFileSync(file(), genuine);
    expect((await openKeyring(place, EDUCATOR.id, EDUCATOR.password)).anchor()?.seq).toBe(4);
  });

  it.each(edits)('is refused by name: %s', async (_, edit) => {
    const edited = JSON.parse(genuine) as Editable<KeyringFile>;
    edit(edited, other);
    expect(JSON.stringify(edited)).not.toBe(JSON.stringify(JSON.parse(genuine)));
    writeRaw(place, edited);
    await expect(openKeyring(place, EDUCATOR.id, EDUCATOR.password)).rejects.toMatchObject({ code: 'KEYRING_CHANGED' });
    // nor does a refusal repair anything
    expect(readRaw(place)).toEqual(edited);
  });

  it.each([
    ['no JSON', '{', 'KEYRING_CHANGED'],
    ['an empty file', '', 'KEYRING_CHANGED'],
    ['something else', '[]', 'KEYRING_CHANGED'],
    ['a newer format', '{"format":"varco-keyring","formatVersion":2}', 'TOO_NEW'],
  ])('is refused: %s', async (_, text, code) => {
    writeFileSync(file(), text);
    await expect(openKeyring(place, EDUCATOR.id, EDUCATOR.password)).rejects.toMatchObject({ code });
  });

  it('is refused with another header, until the header is bound', async () => {
    writeFileSync(file(), genuine);
    const elsewhere = { ...place, headerHash: sha256Of('after a restore') };
    await expect(openKeyring(elsewhere, EDUCATOR.id, EDUCATOR.password)).rejects.toMatchObject({ code: 'KEYRING_CHANGED', params: { what: 'header' } });
  });

  it('goes on with a header bound after a restore', async () => {
    const { place: own, keys } = await newVault();
    await keys.bindHeader(sha256Of('after a restore'));
    await expect(openKeyring(own, EDUCATOR.id, EDUCATOR.password)).rejects.toMatchObject({ code: 'KEYRING_CHANGED' });
    expect((await openKeyring({ ...own, headerHash: sha256Of('after a restore') }, EDUCATOR.id, EDUCATOR.password)).holds('case')).toBe(true);
  });
});

describe('a keyring of a live vault', () => {
  it('is refused before a password when hashing it would cost less than ours', async () => {
    const place = newPlace();
    await createKeyring(place, { users: [EDUCATOR, DIRECTOR], secrets, demo: false, creatorId: EDUCATOR.id });
    const edited = readRaw(place) as Editable<KeyringFile>;
    slot(edited, EDUCATOR.id).kdf = { name: 'argon2id', memoryKiB: 65_535, passes: 3, lanes: 1 };
    writeRaw(place, edited);
    await expect(openKeyring(place, EDUCATOR.id, 'any')).rejects.toMatchObject({ code: 'KEYRING_CHANGED', params: { what: 'kdf' } });
  });
});

describe('files of different times', () => {
  const snapshot = ({ dir }: KeyringPlace, name: string): (() => void) => {
    copyFileSync(join(dir, name), join(dir, `${name}.old`));
    return () => copyFileSync(join(dir, `${name}.old`), join(dir, name));
  };
  const open = (place: KeyringPlace) => openKeyring(place, EDUCATOR.id, EDUCATOR.password);

  it('names a keyring put back from before a dismissal', async () => {
    const { place, keys } = await newVault();
    const putBack = snapshot(place, 'keyring.json');
    await keys.dismissUser(DIRECTOR.id);
    putBack();
    await expect(open(place)).rejects.toMatchObject({ code: 'ROLLED_BACK', params: { what: 'keyring' } });
    await expect(openKeyring(place, DIRECTOR.id, DIRECTOR.password)).rejects.toMatchObject({ code: 'ROLLED_BACK' });
  });

  it('names an anchor put back from before two changes', async () => {
    const { place, keys } = await newVault();
    const putBack = snapshot(place, 'anchor.json');
    await keys.changePassword('a');
    await keys.changePassword(EDUCATOR.password);
    putBack();
    await expect(open(place)).rejects.toMatchObject({ code: 'ROLLED_BACK', params: { what: 'anchor' } });
  });

  it('goes on after a crash between keyring and anchor, and never takes it for a rollback', async () => {
    const { place, keys } = await newVault();
    await keys.setAnchor({ seq: 7, tag: sha256Of('7') });
    const putBack = snapshot(place, 'anchor.json');
    await keys.changePassword('a');
    putBack();
    const again = await openKeyring(place, EDUCATOR.id, 'a');
    expect(again.anchor()).toEqual({ seq: 7, tag: sha256Of('7') });
    const behind = snapshot(place, 'anchor.json');
    await again.changePassword(EDUCATOR.password);
    expect((await open(place)).anchor()?.seq).toBe(7);
    behind();
    await expect(open(place)).rejects.toMatchObject({ code: 'ROLLED_BACK' });
  });

  it('goes on by recovery code after such a crash', async () => {
    const { place, keys, recoveryCode } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    const putBack = snapshot(place, 'anchor.json');
    await keys.changePassword('a');
    putBack();
    await openKeyringWithRecovery(place, recoveryCode, EDUCATOR.id, 'b');
    expect((await openKeyring(place, EDUCATOR.id, 'b')).personKey('p1')).toBeDefined();
  });

  it('grows its version with every change', async () => {
    const { keys } = await newVault();
    const before = keys.version;
    await keys.dismissUser(DIRECTOR.id);
    expect(keys.version).toBe(before + 1);
  });

  it.each([
    ['edited', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('"seq":7', '"seq":6'))],
    ['authenticated by somebody else', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(/"mac":"[^"]*"/, `"mac":"${toBase64(sha256Of('x'))}"`))],
    ['emptied', (path: string) => writeFileSync(path, '')],
    ['removed', (path: string) => rmSync(path)],
  ])('names an anchor that was %s', async (_, harm) => {
    const { place, keys } = await newVault();
    await keys.setAnchor({ seq: 7, tag: sha256Of('7') });
    harm(join(place.dir, 'anchor.json'));
    const again = await open(place);
    expect(() => again.anchor()).toThrow(expect.objectContaining({ code: 'KEYRING_CHANGED', params: { what: 'anchor' } }));
    await expect(again.dismissUser(DIRECTOR.id)).rejects.toMatchObject({ code: 'KEYRING_CHANGED' });
    await again.setAnchor({ seq: 9, tag: sha256Of('9') });
    expect((await open(place)).anchor()?.seq).toBe(9);
  });
});

describe('the clear text of the files', () => {
  it('is of nobody but the users: no person, no secret, no password, no code', async () => {
    const { place, keys, recoveryCode } = await newVault();
    const personId = '0192a000-0000-7000-8000-00000000beef';
    await keys.ensurePersonKeys([personId]);
    await keys.setAnchor({ seq: 1, tag: sha256Of('1') });
    const inClear = (needle: Uint8Array): boolean =>
      readdirSync(place.dir).some((name) => {
        const bytes = readFileSync(join(place.dir, name));
        return bytes.includes(Buffer.from(needle)) || bytes.includes(toBase64(needle));
      });
    expect(inClear(Buffer.from(DIRECTOR.name))).toBe(true);
    const held: readonly Uint8Array[] = [keys.classKey('case').key, keys.indexKey('case').key, keys.subjectKey, must(keys.personKey(personId)).key, secrets['signing-key']];
    for (const needle of [personId, DIRECTOR.password, recoveryCode, RECOVERY + personId]) expect(inClear(Buffer.from(needle))).toBe(false);
    for (const needle of [Buffer.from(personId.replaceAll('-', ''), 'hex'), ...held]) expect(inClear(needle)).toBe(false);
    expect(readdirSync(place.dir).join(' ')).not.toContain(personId);
  });
});
