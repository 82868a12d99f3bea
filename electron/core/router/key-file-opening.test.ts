import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DEMO_PASSWORD, demoWorkplace } from '../demo/client.ts';
import { createPrison } from '../demo/story.ts';
import { names } from '../demo/story-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'varco-'));
const clock = (): number => Date.parse('2026-11-22T10:00:00Z');
const here = demoWorkplace(join(folder, 'here'), '0.0.0', clock);
const elsewhere = demoWorkplace(join(folder, 'elsewhere'), '0.0.0', clock);
afterAll(async () => {
  await Promise.all([here.core.close(), elsewhere.core.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** What a call was refused for. */
const fault = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: { readonly data?: { readonly code?: string } }) => error.data?.code ?? 'unexpected',
  );

it('a user whose password does not suffice holds a drill, restores and takes back with their key file, and not without it', async () => {
  await createPrison(here);
  await here.changeUser(names.coordinator);
  const userId = here.core.session.vault.user.id;
  const key = join(folder, 'key.txt');
  const other = join(folder, 'other.txt');
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  await here.calls.session.makeKeyFile({ file: here.grant(key, 'save'), password: DEMO_PASSWORD });
  writeFileSync(other, readFileSync(key, 'utf8').replace(/\n[A-Za-z0-9+/]{8}/, '\nAAAAAAAA'));
  const { fileName } = await here.calls.backup.make({ folder: here.grant(stick, 'folder') });
  const file = join(stick, fileName);

  const drill = (keyFile?: string) =>
    here.calls.backup.drill({ file: here.grant(file, 'backup'), opening: { userId, password: DEMO_PASSWORD, ...(keyFile === undefined ? {} : { keyFile: here.grant(keyFile, 'key-file') }) } });
  expect(await fault(drill())).toBe('vault.KEY_FILE_MISSING');
  expect(await fault(drill(other))).toBe('vault.KEY_FILE_WRONG');
  expect(await fault(drill(file))).not.toBe('done');
  expect(await drill(key)).toMatchObject({ intact: true, damaged: 0 });

  await here.calls.backup.move({ folder: here.grant(stick, 'folder') });
  expect(await here.calls.session.status()).toMatchObject({ state: 'locked', movedAt: expect.any(String) });
  expect(await fault(here.calls.session.takeBack({ userId, password: DEMO_PASSWORD }))).toBe('vault.KEY_FILE_MISSING');
  expect(await here.calls.session.takeBack({ userId, password: DEMO_PASSWORD, keyFile: here.grant(key, 'key-file') })).toMatchObject({ state: 'open' });
  await here.core.close();

  const look = await elsewhere.calls.session.lookAtBackup({ file: elsewhere.grant(file, 'backup') });
  expect(look.users.map(({ name, keyFile }) => [name, keyFile])).toEqual([[names.educator, false], [names.coordinator, true]]);
  const restore = (keyFile?: string) =>
    elsewhere.calls.session.restore({ lookId: look.lookId, opening: { userId, password: DEMO_PASSWORD, ...(keyFile === undefined ? {} : { keyFile: elsewhere.grant(keyFile, 'key-file') }) } });
  expect(await fault(restore())).toBe('vault.KEY_FILE_MISSING');
  expect((await elsewhere.calls.session.status()).state).toBe('none');
  expect(await restore(key)).toMatchObject({ state: 'open', user: { id: userId } });
});
