/** A small demo keyring for the tests of this folder, each in a folder of its own. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyringPlace } from '../keys.ts';
import type { NewUser } from '../types.ts';
import type { KeyringFile } from './format.ts';
import { createKeyring } from './index.ts';

export const EDUCATOR: NewUser = { id: '0192a000-0000-7000-8000-000000000001', name: 'Ioana Ștefan', roles: ['EDUCATOR'], password: 'pădurea-de-fagi 7' };
export const DIRECTOR: NewUser = { id: '0192a000-0000-7000-8000-000000000002', name: 'Mihai Țurcanu', roles: ['DIRECTOR'], password: 'lago di notte 3' };
export const ADMIN: NewUser = { id: '0192a000-0000-7000-8000-000000000003', name: 'Radu Admin', roles: ['ADMIN'], password: 'stația de lucru 9' };
export const TEACHER: NewUser = { id: '0192a000-0000-7000-8000-000000000004', name: 'Elena Profesor', roles: ['TEACHER'], password: 'manualul verde 2' };

export const secrets = { 'age-identity': randomBytes(40), 'signing-key': randomBytes(32), 'next-signing-key': randomBytes(32) };

export const sha256Of = (text: string): Buffer => createHash('sha256').update(text).digest();
export const newPlace = (): KeyringPlace => ({
  dir: mkdtempSync(join(tmpdir(), 'varco-')),
  vaultId: '0192a000-0000-7000-8000-0000000000ff',
  headerHash: sha256Of('header'),
});

/** A keyring of these users, unlocked by the first. */
export const newVault = async (users: readonly NewUser[] = [EDUCATOR, DIRECTOR, ADMIN]) => {
  const place = newPlace();
  const creatorId = users[0]?.id ?? '';
  const { keys, recoveryCode } = await createKeyring(place, { users, secrets, demo: true, testKdf: true, creatorId });
  return { place, keys, recoveryCode };
};

export const readRaw = ({ dir }: KeyringPlace): KeyringFile => JSON.parse(readFileSync(join(dir, 'keyring.json'), 'utf8')) as KeyringFile;
export const writeRaw = ({ dir }: KeyringPlace, file: unknown): void => writeFileSync(join(dir, 'keyring.json'), JSON.stringify(file));

/** What must be there for the test to mean anything. */
export const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the test itself is wrong: nothing there');
  return value;
};
