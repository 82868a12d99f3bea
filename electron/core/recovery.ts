import type { AttemptsBook } from './attempts.ts';
import { prove } from './own-password.ts';
import { storedSettings } from './services/settings/settings.ts';
import { changed, RefusedError, save, type Work } from './services/work.ts';
import { VaultError, type Vault } from './vault/types.ts';

/**
 * The recovery code between its making and the moment somebody typed it back. The code itself is in memory only, until that or
 * the lock; that it was confirmed stands in the settings, by its public key, so that one that nobody has is not forgotten.
 */
export class RecoveryCode {
  #code: string | undefined;

  /** It was just made: shown once, to be printed and confirmed until the lock. */
  show(code: string): void {
    this.#code = code;
  }

  /** The lock. */
  forget(): void {
    this.#code = undefined;
  }

  /** @throws RefusedError recovery.alreadyKept when there is none to show */
  get shown(): string {
    if (this.#code === undefined) throw new RefusedError({ code: 'recovery.alreadyKept' });
    return this.#code;
  }

  /** The last group typed back: the code was written down or printed. @throws RefusedError recovery.notTheGroup, recovery.alreadyKept */
  async confirm(work: Work, lastGroup: string): Promise<void> {
    const expected = this.shown.split('-').at(-1) ?? '';
    if (lastGroup.replace(/\s/g, '').toUpperCase() !== expected) throw new RefusedError({ code: 'recovery.notTheGroup' });
    const settings = await storedSettings(work);
    const changes = settings === undefined ? [] : [{ op: 'put' as const, collection: 'office' as const, doc: changed(work, { ...settings, recoveryKept: work.vault.recoveryKey }) }];
    await save(work, changes, { action: 'session.recoveryKept' });
    this.forget();
  }

  /**
   * Another code in place of the one before, which opens nothing from now on.
   * @throws RefusedError session.wait; VaultError WRONG_PASSWORD, NOT_ENTITLED without the key to cases
   */
  async renew(attempts: AttemptsBook, vault: Vault, password: string): Promise<string> {
    if (!vault.user.holdsCaseKey) throw new VaultError('NOT_ENTITLED', { class: 'case' });
    await prove(attempts, vault, password);
    this.forget();
    this.#code = await vault.newRecoveryCode({ action: 'session.newRecoveryCode' });
    return this.#code;
  }

  /** Whether there is a code to confirm, and whether one that nobody confirmed can be shown no more. */
  async standing(vault: Vault | undefined): Promise<'KEPT' | 'SHOWN' | 'LOST'> {
    if (this.#code !== undefined) return 'SHOWN';
    const kept = vault === undefined ? undefined : (await storedSettings({ vault }))?.recoveryKept;
    return kept === undefined || kept === vault?.recoveryKey ? 'KEPT' : 'LOST';
  }
}
