/** What the one who unlocked may do with their own password. Each asks for the current one, counted like an unlock. */
import type { AttemptsBook } from './attempts.ts';
import { newKeyFile, writeKeyFile } from './key-file.ts';
import { refuseWeak } from './services/office/weak-password.ts';
import { changed, RefusedError, type Work } from './services/work.ts';
import type { Vault } from './vault/types.ts';

/** Asks for the password of the one who unlocked. @throws RefusedError session.wait; VaultError WRONG_PASSWORD */
export const prove = async (attempts: AttemptsBook, vault: Vault, password: string): Promise<void> => {
  await attempts.attempt(vault.user.id, () => vault.verifyPassword(password));
  await attempts.settle(vault, vault.user.id);
};

/**
 * A new password; it is the user's own from then on, also when somebody else chose the one before.
 * @param names what it must not be made of
 * @throws RefusedError password.…, session.wait; VaultError WRONG_PASSWORD
 */
export const changePassword = async (attempts: AttemptsBook, work: Work, current: string, next: string, names: readonly string[]): Promise<void> => {
  const { vault } = work;
  await refuseWeak(next, names);
  if (next.normalize('NFC') === current.normalize('NFC')) throw new RefusedError({ code: 'password.same' });
  await prove(attempts, vault, current);
  const own = await vault.get('office', vault.user.id);
  const given = own?.type === 'user' && own.passwordGiven === true ? own : undefined;
  const { passwordGiven: _, ...chosen } = given ?? {};
  const changes = given === undefined ? [] : [{ op: 'put' as const, collection: 'office' as const, doc: changed(work, chosen as typeof given) }];
  await vault.changePassword(next, { action: 'session.changePassword' }, changes);
};

/**
 * Writes a key file to the chosen path; from then on the password opens only together with it. An earlier one of this
 * user opens nothing more.
 * @returns the file's name
 * @throws RefusedError session.wait; VaultError WRONG_PASSWORD; EnvelopeError of the medium: the password then suffices as before
 */
export const makeKeyFile = async (attempts: AttemptsBook, vault: Vault, path: string, password: string): Promise<{ name: string }> => {
  await prove(attempts, vault, password);
  const key = newKeyFile();
  const name = await writeKeyFile(path, key);
  await vault.setKeyFile(password, key, { action: 'session.makeKeyFile' });
  key.fill(0);
  return { name };
};

/** The password alone suffices again. @throws RefusedError session.wait; VaultError WRONG_PASSWORD */
export const dropKeyFile = async (attempts: AttemptsBook, vault: Vault, password: string): Promise<void> => {
  await prove(attempts, vault, password);
  await vault.setKeyFile(password, null, { action: 'session.dropKeyFile' });
};
