import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { may, type Permission } from '../../shared/domain/permissions.ts';
import { mayWith } from '../../shared/domain/scope.ts';
import { AttemptsBook } from '../core/attempts.ts';
import { caseloadIn, dayAt, enterVault, leaveVault, type Entered } from '../core/entering.ts';
import { sinceStart } from '../core/services/clock/clock-watch.ts';
import { RefusedError, workIn, type Work } from '../core/services/work.ts';
import { openVault, peekVault } from '../core/vault/vault.ts';
import type { PasswordOpening } from '../core/vault/keys.ts';
import { ScopedVault } from '../core/vault/scoped-vault.ts';
import { VaultError, type Vault } from '../core/vault/types.ts';
import { readKeyFile } from '../core/key-file.ts';
import { optional, required, type Call } from './command.ts';
import { UsageError } from './exit.ts';

/** Options of commands that open a vault. The password is never an argument: others could read it in the process list. */
export const vaultOptions = {
  vault: { type: 'string' },
  user: { type: 'string' },
  'password-file': { type: 'string' },
  'key-file': { type: 'string' },
} as const;

const askHidden = async (question: string, option: string): Promise<string> => {
  if (!process.stdin.isTTY) throw new UsageError(`--${option}`);
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await prompt.question('');
  } finally {
    prompt.close();
    process.stderr.write('\n');
  }
};

/** What nobody else may see: from the file an option names, or asked for. @throws UsageError where nobody can be asked */
export const secretOf = async (call: Call, option: 'password-file' | 'code-file', question: 'password' | 'newPassword' | 'code'): Promise<string> => {
  const file = optional(call.values, option);
  return file === undefined ? askHidden(call.texts.t(`cli:${question}`), option) : (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
};

/** A user's password, and their key file when one is named. @throws as `secretOf` and `readKeyFile` */
export const openingOf = async (call: Call, userId: string): Promise<PasswordOpening> => {
  const file = optional(call.values, 'key-file');
  const password = await secretOf(call, 'password-file', 'password');
  return { userId, password, ...(file === undefined ? {} : { keyFile: await readKeyFile(file) }) };
};

/**
 * Opens the vault named on the command line, does the work as the user sees the vault from a window, and closes it whatever
 * happens; that it was closed is recorded like a lock.
 * @param look at the vault as it was found, before the unlocking is recorded in it
 * @throws RefusedError session.wait, session.expired, session.passwordFirst, as a window; VaultError NOT_ENTITLED when the user's roles lack the permission, the same as a window asks for; it is recorded
 */
export const withVault = async <T>(call: Call, permission: Permission, run: (vault: Vault, work: () => Work) => Promise<T>, look?: (vault: Vault) => Promise<void>): Promise<T> => {
  const dir = required(call.values, 'vault');
  const peek = await peekVault(dir);
  if (!peek.exists) throw new VaultError('NO_VAULT');
  const name = optional(call.values, 'user');
  const user = name === undefined && peek.users.length === 1 ? peek.users[0] : peek.users.find((candidate) => candidate.name === name);
  if (user === undefined) throw new UsageError(`--user: ${peek.users.map((candidate) => candidate.name).join(', ')}`);
  const opening = await openingOf(call, user.id);
  const attempts = new AttemptsBook(dir, Date.now, sinceStart);
  const vault = await attempts.attempt(user.id, () => openVault({ dir, ...opening }));
  let entered: Entered | undefined;
  let seen: Vault | undefined;
  try {
    if (look !== undefined && may(vault.user.roles, permission)) await look(vault);
    entered = await enterVault(vault, {
      attempts,
      clock: Date.now,
      watched: true,
      who: user.id,
      entry: { action: 'session.unlock', details: { via: 'command-line' } },
    });
    const { watch, passwordGiven } = entered;
    const caseload = caseloadIn(vault, dayAt(vault, watch, Date.now));
    if (passwordGiven) throw new RefusedError({ code: 'session.passwordFirst' });
    if (!mayWith(vault.user.roles, caseload, permission)) {
      await vault.commit([], { action: 'refused', details: { via: 'command-line', permission } });
      throw new VaultError('NOT_ENTITLED');
    }
    const view = caseload.scope === 'FACILITY' ? vault : new ScopedVault(vault, caseload);
    seen = view;
    return await run(view, () => ({ ...workIn(view, Date.now), ...(watch?.fault === undefined ? {} : { clockFault: watch.fault }) }));
  } finally {
    if (seen instanceof ScopedVault) seen.release();
    // whoever was not let in has nothing to lock
    if (entered === undefined) await vault.close();
    else await leaveVault(vault, entered.watch, 'PROGRAM', { via: 'command-line' });
  }
};
