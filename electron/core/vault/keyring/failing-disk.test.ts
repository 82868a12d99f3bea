import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeyringPlace } from '../keys.ts';
import { openKeyring } from './index.ts';
import { ADMIN, DIRECTOR, EDUCATOR, must, newVault, sha256Of, TEACHER } from './test-vault.ts';
import type { KeyringSession } from './session.ts';

/** Makes every write of one file fail, for root too: something that cannot be replaced lies in its place. */
const obstruct = ({ dir }: KeyringPlace, name: string): (() => void) => {
  const path = join(dir, name);
  renameSync(path, `${path}.aside`);
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), 'x');
  return () => {
    rmSync(path, { recursive: true });
    renameSync(`${path}.aside`, path);
  };
};

describe('a keyring that cannot be written', () => {
  const acts: readonly (readonly [string, (keys: KeyringSession) => Promise<unknown>])[] = [
    ['a dismissal', (keys) => keys.dismissUser(DIRECTOR.id)],
    ['an admission', (keys) => keys.addUser(TEACHER)],
    ['a new password', (keys) => keys.changePassword('x')],
    ['an erasure', (keys) => keys.erasePerson('p1')],
    ['a new recovery code', (keys) => keys.createRecoveryCode()],
  ];

  it.each(acts)('refuses %s and is as before, on the disk and in memory; the same act then succeeds', async (_, act) => {
    const { place, keys } = await newVault();
    await keys.ensurePersonKeys(['p1', 'p2']);
    const before = { version: keys.version, case: keys.classKey('case'), files: readdirSync(place.dir).toSorted() };
    const restore = obstruct(place, 'keyring.json');
    await expect(act(keys)).rejects.toThrow();
    expect(keys.version).toBe(before.version);
    expect(keys.classKey('case')).toEqual(before.case);
    expect(keys.personKey('p1')).toBeDefined();
    restore();
    expect(readdirSync(place.dir).toSorted()).toEqual(before.files);
    const other = await openKeyring(place, DIRECTOR.id, DIRECTOR.password);
    expect(other.personKey('p1')?.key).toEqual(must(keys.personKey('p1')).key);
    other.close();
    await act(keys);
    expect(keys.version).toBe(before.version + 1);
  });

  it('keeps a change whose anchor could not follow, and catches up with the next', async () => {
    const { place, keys } = await newVault();
    await keys.setAnchor({ seq: 3, tag: sha256Of('3') });
    const restore = obstruct(place, 'anchor.json');
    await keys.dismissUser(DIRECTOR.id);
    // the anchor is two changes behind if this one went through: it does not
    await expect(keys.dismissUser(ADMIN.id)).rejects.toThrow();
    restore();
    await keys.dismissUser(ADMIN.id);
    const again = await openKeyring(place, EDUCATOR.id, EDUCATOR.password);
    expect(again.anchor()?.seq).toBe(3);
    expect(again.classKey('office').generation).toBe(3);
  });

  it("says that persons' keys are kept only once a cut of their file would be noticed", async () => {
    const { place, keys } = await newVault();
    const restore = obstruct(place, 'anchor.json');
    await expect(keys.ensurePersonKeys(['p1'])).rejects.toThrow();
    await expect(keys.ensurePersonKeys(['p1'])).rejects.toThrow();
    restore();
    await keys.ensurePersonKeys(['p1']);
    const section = must(readdirSync(place.dir).find((name) => name.startsWith('keyring-persons-')));
    writeFileSync(join(place.dir, section), '');
    await expect(openKeyring(place, EDUCATOR.id, EDUCATOR.password)).rejects.toMatchObject({ code: 'KEYRING_CHANGED' });
  });
});
