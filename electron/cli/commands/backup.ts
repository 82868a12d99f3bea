import { makeBackup, checkBackup } from '../../core/services/backup/backup.ts';
import { restoreWorkplace, type RestoreOpening } from '../../core/services/backup/restore.ts';
import { peekBackup } from '../../core/vault/backup/peek.ts';
import type { Call, Command } from '../command.ts';
import { optional, required } from '../command.ts';
import { UsageError } from '../exit.ts';
import { openingOf, secretOf, vaultOptions, withVault } from '../open-vault.ts';

/** `varco backup make --out FOLDER`: writes a backup and reads it back whole. */
export const backupMake: Command = {
  words: ['backup', 'make'],
  options: { ...vaultOptions, out: { type: 'string' } },
  positionals: 0,
  run: (call) => {
    const folder = required(call.values, 'out');
    return withVault(call, 'backup.make', async (_vault, work) => {
      const made = await makeBackup(work(), folder);
      call.say(call.texts.t('cli:backup.made', { file: made.fileName, count: made.entries }));
      return { result: { ...made } };
    });
  },
};

/** `varco backup check FILE`: whether it is a whole backup of this vault. */
export const backupCheck: Command = {
  words: ['backup', 'check'],
  options: vaultOptions,
  positionals: 1,
  run: (call) =>
    withVault(call, 'backup.make', async (_vault, work) => {
      const found = await checkBackup(work(), call.positionals[0] ?? '');
      call.say(
        found.state === 'WHOLE'
          ? call.texts.t('cli:backup.whole', { at: found.createdAt, count: found.behind })
          : call.texts.t(found.state === 'OTHER' ? 'errors:vault.BACKUP_OTHER.what' : `errors:vault.${found.fault}.what`),
      );
      return { result: { ...found }, ...(found.state === 'WHOLE' ? {} : { exit: 'vault' as const }) };
    }),
};

/** With the printed code the password is the new one that this user gets. */
const restoreOpening = async (call: Call, userId: string): Promise<RestoreOpening> => {
  if (call.values['recovery-code'] !== true && optional(call.values, 'code-file') === undefined) return openingOf(call, userId);
  const code = await secretOf(call, 'code-file', 'code');
  return { userId, code, newPassword: await secretOf(call, 'password-file', 'newPassword') };
};

/**
 * `varco backup restore FILE --vault DIR`: a vault where there is none, with the user and password of the day of the backup, or
 * with its recovery code (`--recovery-code`, `--code-file FILE`) and a new password.
 */
export const backupRestore: Command = {
  words: ['backup', 'restore'],
  options: { ...vaultOptions, 'recovery-code': { type: 'boolean' }, 'code-file': { type: 'string' } },
  positionals: 1,
  run: async (call) => {
    const dir = required(call.values, 'vault');
    const file = call.positionals[0] ?? '';
    const { users, info, createdAt } = await peekBackup(file);
    const name = optional(call.values, 'user');
    const user = name === undefined && users.length === 1 ? users[0] : users.find((candidate) => candidate.name === name);
    if (user === undefined) throw new UsageError(`--user: ${users.map((candidate) => candidate.name).join(', ')}`);
    const restored = await restoreWorkplace(file, dir, await restoreOpening(call, user.id), info.demo, Date.now);
    call.say(call.texts.t('cli:backup.restored', { at: createdAt, count: restored.entries }));
    return { result: { backupAt: createdAt, entries: restored.entries, intact: restored.verdict.intact }, ...(restored.verdict.intact ? {} : { exit: 'audit' as const }) };
  },
};
