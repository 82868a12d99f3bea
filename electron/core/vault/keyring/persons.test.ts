import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeyringPlace } from '../keys.ts';
import { openKeyring } from './index.ts';
import { ADMIN, EDUCATOR, must, newVault, readRaw } from './test-vault.ts';

const sections = ({ dir }: KeyringPlace): string[] => readdirSync(dir).filter((name) => name.startsWith('keyring-persons-'));
const onlySection = (place: KeyringPlace): string => join(place.dir, must(sections(place)[0]));
const open = (place: KeyringPlace) => openKeyring(place, EDUCATOR.id, EDUCATOR.password);
const copyOf = (key: Uint8Array): Buffer => Buffer.from(key);

describe("persons' keys", () => {
  it('are there again after unlocking, found by person and by key id', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1', 'p2', 'p1']);
    await keys.ensurePersonKeys(['p2', 'p3']);
    const again = await open(place);
    for (const id of ['p1', 'p2', 'p3']) {
      const key = must(again.personKey(id));
      expect(key.key).toEqual(must(keys.personKey(id)).key);
      expect(key.keyId).toHaveLength(16);
      expect(again.personKeyByKeyId(key.keyId)).toEqual(key);
    }
    expect(new Set(['p1', 'p2', 'p3'].map((id) => must(again.personKey(id)).key.toString('hex'))).size).toBe(3);
    expect(again.personKey('p4')).toBeUndefined();
  });

  it('are added by appending: one more person costs a few hundred bytes, not the whole file', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(Array.from({ length: 5000 }, (_, n) => `person-${n}`));
    const before = readFileSync(onlySection(place));
    const keyring = readFileSync(join(place.dir, 'keyring.json'));
    await keys.ensurePersonKeys(['one-more']);
    const after = readFileSync(onlySection(place));
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(after.length - before.length).toBeLessThan(200);
    expect(readFileSync(join(place.dir, 'keyring.json')).equals(keyring)).toBe(true);
    expect((await open(place)).personKey('person-4999')).toBeDefined();
  });

  it('are made once, however many ask at the same time', async () => {
    const { place, keys } = await newVault();
    await Promise.all(Array.from({ length: 8 }, () => keys.ensurePersonKeys(['p1'])));
    const first = copyOf(must(keys.personKey('p1')).key);
    expect((await open(place)).personKey('p1')?.key).toEqual(first);
  });

  it('pass over what a power cut left of an append, and the next append replaces it', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    appendFileSync(onlySection(place), Buffer.from([0, 0, 0, 90, 1, 2, 3]));
    const again = await open(place);
    await again.ensurePersonKeys(['p2']);
    const third = await open(place);
    expect([third.personKey('p1'), third.personKey('p2')].every((key) => key !== undefined)).toBe(true);
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, statSync(path).size - 1)],
    ['emptied', (path: string) => truncateSync(path, 0)],
    ['removed', (path: string) => rmSync(path)],
    [
      'changed',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
        writeFileSync(path, bytes);
      },
    ],
    [
      'reordered',
      (path: string) => {
        const bytes = readFileSync(path);
        const first = 4 + bytes.readUInt32BE(0);
        writeFileSync(path, Buffer.concat([bytes.subarray(first), bytes.subarray(0, first)]));
      },
    ],
  ])('are refused when their file was %s', async (_, harm) => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    await keys.ensurePersonKeys(['p2']);
    harm(onlySection(place));
    await expect(open(place)).rejects.toMatchObject({ code: 'KEYRING_CHANGED', params: { what: 'person-keys' } });
  });

  it('are refused when their file is that of before an addition', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    const before = readFileSync(onlySection(place));
    await keys.ensurePersonKeys(['p2']);
    writeFileSync(onlySection(place), before);
    await expect(open(place)).rejects.toMatchObject({ code: 'KEYRING_CHANGED' });
  });
});

describe('erasing a person', () => {
  it('destroys their key, re-seals the others under a new one and unlinks the old file', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1', 'p2']);
    await keys.ensurePersonKeys(['p3']);
    const gone = must(keys.personKey('p1'));
    const keyId = copyOf(gone.keyId);
    const kept = copyOf(must(keys.personKey('p2')).key);
    const [oldSection, oldIndex] = [onlySection(place), keys.indexKey('case').generation];
    const oldEntry = must(readRaw(place).sections[0]);
    await keys.erasePerson('p1');

    expect(gone.key.every((byte) => byte === 0)).toBe(true);
    expect(existsSync(oldSection)).toBe(false);
    expect(readRaw(place).sections.map(({ sealed }) => sealed)).not.toContain(oldEntry.sealed);
    for (const session of [keys, await open(place)]) {
      expect(session.personKey('p1')).toBeUndefined();
      expect(session.personKeyByKeyId(keyId)).toBeUndefined();
      expect(session.personKey('p2')?.key).toEqual(kept);
      expect(session.personKey('p3')).toBeDefined();
      expect(session.indexKey('case').generation).toBe(oldIndex + 1);
      expect(session.hasOldIndexKeys('case') && session.hasOldIndexKeys('office')).toBe(true);
    }
    await keys.retireIndexKeys('case');
    await keys.retireIndexKeys('office');
    const again = await open(place);
    expect(again.hasOldIndexKeys('case') || again.hasOldIndexKeys('office')).toBe(false);
    expect(again.indexKey('case').generation).toBe(oldIndex + 1);
  });

  it('reaches the keys of every generation and leaves sections of other people alone', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1', 'p2']);
    await keys.dismissUser(ADMIN.id);
    await keys.createRecoveryCode();
    await keys.ensurePersonKeys(['p1']);
    const second = copyOf(must(keys.personKey('p1')).keyId);
    await keys.erasePerson('p1');
    const again = await open(place);
    expect(again.personKey('p1')).toBeUndefined();
    expect(again.personKeyByKeyId(second)).toBeUndefined();
    expect(again.personKey('p2')).toBeDefined();
    expect(sections(place).length).toBe(2);
  });

  it('lets a person of the same id come back with another key', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    const before = copyOf(must(keys.personKey('p1')).key);
    await keys.erasePerson('p1');
    await keys.erasePerson('p1');
    await keys.ensurePersonKeys(['p1']);
    expect(must((await open(place)).personKey('p1')).key).not.toEqual(before);
  });

  it('unlinks after a crash what an erasure replaced, and nothing it does not know', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    const old = onlySection(place);
    const bytes = readFileSync(old);
    await keys.erasePerson('p1');
    writeFileSync(old, bytes);
    const unknown = join(place.dir, 'keyring-persons-00112233445566aa.bin');
    writeFileSync(unknown, 'of a newer keyring');
    writeFileSync(join(place.dir, '.keyring.json.0011223344556677.tmp'), 'half');
    await open(place);
    expect(existsSync(old)).toBe(false);
    expect(existsSync(unknown)).toBe(true);
    expect(existsSync(join(place.dir, '.keyring.json.0011223344556677.tmp'))).toBe(false);
  });

  it('needs the case key', async () => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1']);
    const admin = await openKeyring(place, ADMIN.id, ADMIN.password);
    await expect(admin.erasePerson('p1')).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
    await expect(admin.ensurePersonKeys(['p2'])).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
    // an administrator's anchor keeps what is known of the sections
    await admin.setAnchor({ seq: 1, tag: Buffer.alloc(32, 1) });
    truncateSync(onlySection(place), 0);
    await expect(open(place)).rejects.toMatchObject({ code: 'KEYRING_CHANGED', params: { what: 'person-keys' } });
  });
});
