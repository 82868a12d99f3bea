import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTexts } from '../../../shared/i18n/index.ts';
import { DEMO_PASSWORD, demoWorkplace } from '../../core/demo/client.ts';
import { createPrison } from '../../core/demo/story.ts';
import { names, prison } from '../../core/demo/story-texts.ts';
import { admit, allUsers } from '../../core/services/users/users.ts';
import type { Call, Command } from '../command.ts';
import { backupCheck, backupMake, backupRestore } from './backup.ts';
import { verify } from './envelope.ts';
import { auditVerify } from './audit.ts';
import { cardShow } from './card.ts';

let folder: string;
let dir: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  dir = join(folder, 'vault');
  const workplace = demoWorkplace(dir, '0.0.0', Date.now);
  await createPrison(workplace);
  await workplace.core.close();
  writeFileSync(join(folder, 'password'), `${DEMO_PASSWORD}\n`);
  writeFileSync(join(folder, 'envelope.zip.age'), 'no envelope');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: Command, user: string, positionals: readonly string[] = []) => {
  const call: Call = {
    values: { vault: dir, user, 'password-file': join(folder, 'password') },
    positionals,
    texts: createTexts('en'),
    say: () => undefined,
    version: '0.0.0',
  };
  return command.run(call);
};

/** What the trail holds, newest first. */
const trail = async (limit = 5): Promise<string[]> => {
  const workplace = demoWorkplace(dir, '0.0.0', Date.now);
  await workplace.changeUser(names.coordinator);
  const entries = await workplace.core.session.vault.audit.read({ limit });
  await workplace.core.close();
  return entries.map(({ action }) => action);
};

it('asks the same table of permissions as the window, and records a refusal', async () => {
  await expect(run(auditVerify, names.educator)).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  expect((await trail()).slice(1, 4)).toEqual(['session.lock', 'refused', 'session.unlock']);
});

it('records that the audit trail was verified', async () => {
  expect(await run(auditVerify, names.coordinator)).toMatchObject({ result: { intact: true } });
  expect((await trail()).slice(1, 4)).toEqual(['session.lock', 'audit.verify', 'session.unlock']);
});

it('shows our own card to whoever may see contacts', async () => {
  expect(await run(cardShow, names.educator)).toMatchObject({ result: { card: { kind: 'prison' } } });
});

it('records that an envelope was opened with the keys of the vault', async () => {
  await run(verify, names.educator, [join(folder, 'envelope.zip.age')]);
  expect((await trail()).slice(1, 4)).toEqual(['session.lock', 'import.open', 'session.unlock']);
});

it('makes a backup, checks it, and restores it where there is no vault', async () => {
  const withValues = (command: Command, values: Call['values'], positionals: readonly string[] = []) =>
    command.run({ values: { user: names.coordinator, 'password-file': join(folder, 'password'), ...values }, positionals, texts: createTexts('en'), say: () => undefined, version: '0.0.0' });
  await expect(withValues(backupMake, { vault: dir, out: folder, user: names.educator })).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  const { result } = await withValues(backupMake, { vault: dir, out: folder });
  const file = join(folder, String(result['fileName']));
  expect(await withValues(backupCheck, { vault: dir }, [file])).toMatchObject({ result: { state: 'WHOLE' } });
  const other = join(folder, 'restored');
  expect(await withValues(backupRestore, { vault: other }, [file])).toMatchObject({ result: { entries: result['entries'], intact: true } });
  expect(await withValues(auditVerify, { vault: other })).toMatchObject({ result: { intact: true } });
  await expect(withValues(backupRestore, { vault: other }, [file])).rejects.toMatchObject({ code: 'EXISTS' });
  writeFileSync(file, 'no backup');
  expect(await withValues(backupCheck, { vault: dir }, [file])).toEqual({ result: { state: 'FAULT', fault: 'BACKUP_INVALID' }, exit: 'vault' });
});

it('opens and restores with a key file, and restores with the printed code and a new password', async () => {
  const at = join(folder, 'with-key-file');
  const workplace = demoWorkplace(at, '0.0.0', Date.now);
  const users = [names.educator, names.coordinator].map((name, nth) => ({ name, role: nth === 0 ? ('EDUCATOR' as const) : ('COORDINATOR' as const), password: DEMO_PASSWORD }));
  const { recoveryCode } = await workplace.calls.session.create({ ...prison, users });
  await workplace.changeUser(names.coordinator);
  const key = join(folder, 'key.txt');
  await workplace.calls.session.makeKeyFile({ file: workplace.grant(key, 'save'), password: DEMO_PASSWORD });
  await workplace.core.close();
  const withValues = (command: Command, values: Call['values'], positionals: readonly string[] = []) =>
    command.run({ values: { user: names.coordinator, 'password-file': join(folder, 'password'), ...values }, positionals, texts: createTexts('en'), say: () => undefined, version: '0.0.0' });
  await expect(withValues(backupMake, { vault: at, out: folder })).rejects.toMatchObject({ code: 'KEY_FILE_MISSING' });
  const { result } = await withValues(backupMake, { vault: at, out: folder, 'key-file': key });
  const file = join(folder, String(result['fileName']));

  await expect(withValues(backupRestore, { vault: join(folder, 'by-key') }, [file])).rejects.toMatchObject({ code: 'KEY_FILE_MISSING' });
  expect(await withValues(backupRestore, { vault: join(folder, 'by-key'), 'key-file': key }, [file])).toMatchObject({ result: { intact: true } });

  const byCode = join(folder, 'by-code');
  writeFileSync(join(folder, 'code'), `${recoveryCode.toLowerCase()}\n`);
  writeFileSync(join(folder, 'new'), 'patru cuvinte simple aici\n');
  const withCode = { vault: byCode, 'code-file': join(folder, 'code') };
  writeFileSync(join(folder, 'weak'), 'scurt');
  await expect(withValues(backupRestore, { ...withCode, 'password-file': join(folder, 'weak') }, [file])).rejects.toMatchObject({ refusal: { code: 'password.tooShort' } });
  expect(await withValues(backupRestore, { ...withCode, 'password-file': join(folder, 'new') }, [file])).toMatchObject({ result: { intact: true } });
  expect(await withValues(auditVerify, { vault: byCode, 'password-file': join(folder, 'new') })).toMatchObject({ result: { intact: true } });
});

it('asks of a user what a window asks: to wait after wrong passwords, to come before the last day ends, to choose a password first', async () => {
  const [waiting, expired, given] = ['Iulia Așteaptă', 'Petru Plecat', 'Olga Nouă'];
  const workplace = demoWorkplace(dir, '0.0.0', Date.now);
  await workplace.changeUser(names.coordinator);
  const { session } = workplace.core;
  for (const name of [waiting, expired, given]) await admit(session.work(), { name, roles: ['AUDITOR'] }, DEMO_PASSWORD, name === given);
  const gone = (await allUsers(session.work())).find(({ name }) => name === expired);
  if (gone === undefined) throw new Error('not admitted');
  await session.vault.commit([{ op: 'put', collection: 'office', doc: { ...gone, until: '2020-01-01' } }], { action: 'users.change' });
  await workplace.core.close();

  writeFileSync(join(folder, 'wrong'), 'nu este aceasta parola');
  const call = (user: string, passwordFile: string) =>
    auditVerify.run({ values: { vault: dir, user, 'password-file': join(folder, passwordFile) }, positionals: [], texts: createTexts('en'), say: () => undefined, version: '0.0.0' });
  for (const _ of [1, 2, 3]) await expect(call(waiting, 'wrong')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  await expect(call(waiting, 'password')).rejects.toMatchObject({ refusal: { code: 'session.wait' } });
  await expect(call(expired, 'password')).rejects.toMatchObject({ refusal: { code: 'session.expired' } });
  await expect(call(given, 'password')).rejects.toMatchObject({ refusal: { code: 'session.passwordFirst' } });
  // oldest first: nobody let in leaves no lock; whoever has to choose a password first leaves one
  expect((await trail(9)).toReversed()).toEqual(expect.arrayContaining(['session.failed', 'session.expired', 'session.unlock', 'session.lock']));
});
