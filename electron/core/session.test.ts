import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCore } from './core.ts';
import { DEMO_PASSWORD, demoWorkplace, type DemoWorkplace } from './demo/client.ts';
import { createPrison } from './demo/story.ts';
import { names, prison } from './demo/story-texts.ts';
import { FileGrants } from './file-grants.ts';
import { createWorkplace } from './services/office/workplace.ts';
import { admit } from './services/users/users.ts';
import { OpenVault } from './vault/open-vault.ts';
import { VaultError } from './vault/types.ts';
import { createVault } from './vault/vault.ts';

let folder: string;
let dir: string;
let workplace: DemoWorkplace;
let now: number;
const clock = (): number => now;
const users = [
  { name: names.educator, role: 'EDUCATOR' as const, password: DEMO_PASSWORD },
  { name: names.coordinator, role: 'COORDINATOR' as const, password: DEMO_PASSWORD },
];

beforeEach(() => {
  now = Date.parse('2026-11-22T10:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  dir = join(folder, 'vault');
  workplace = demoWorkplace(dir, '0.0.0', clock);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await workplace.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const state = async (): Promise<string> => (await workplace.calls.session.status()).state;
const educator = async (): Promise<string> => {
  const user = (await workplace.calls.session.status()).users.find(({ name }) => name === names.educator);
  if (user === undefined) throw new Error('no educator');
  return user.id;
};

describe('the first run', () => {
  it('refuses a time zone that is none, and founds nothing', async () => {
    await expect(workplace.calls.session.create({ ...prison, timeZone: 'Europe/Nowhere', users })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(existsSync(dir)).toBe(false);
    expect(await state()).toBe('none');
  });

  it('that could not be finished leaves no workplace without a card, and can be done again', async () => {
    const full = createWorkplace(dir, true, { ...prison, users }, clock, async (options) => {
      const made = await createVault(options);
      vi.spyOn(made.vault, 'commit').mockRejectedValue(new VaultError('DISK_FULL'));
      return made;
    });
    await expect(full).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(existsSync(dir)).toBe(false);
    await createPrison(workplace);
    expect(await state()).toBe('open');
  });
});

describe('unlocking', () => {
  beforeEach(async () => {
    await createPrison(workplace);
    await workplace.core.close();
  });

  it('that cannot be recorded leaves the workplace locked, and free to unlock again', async () => {
    const userId = await educator();
    vi.spyOn(OpenVault.prototype, 'commit').mockRejectedValueOnce(new VaultError('DISK_FULL'));
    await expect(workplace.calls.session.unlock({ userId, password: DEMO_PASSWORD })).rejects.toMatchObject({ data: { code: 'vault.DISK_FULL' } });
    expect(await state()).toBe('locked');
    await workplace.calls.session.unlock({ userId, password: DEMO_PASSWORD });
    expect(await state()).toBe('open');
  });

  it('twice at once opens once', async () => {
    const userId = await educator();
    const unlock = () => workplace.calls.session.unlock({ userId, password: DEMO_PASSWORD });
    const [first, second] = await Promise.allSettled([unlock(), unlock()]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { data: { code: 'session.alreadyOpen' } } });
  });

  it('that is overtaken by a lock stays locked', async () => {
    const userId = await educator();
    const { commit } = OpenVault.prototype;
    // held at its own entry in the trail, so that the lock always comes in between
    const held = await new Promise<{ readonly unlocking: Promise<unknown>; readonly goOn: () => void }>((reached) => {
      const unlocking = Promise.resolve().then(() => workplace.calls.session.unlock({ userId, password: DEMO_PASSWORD }));
      vi.spyOn(OpenVault.prototype, 'commit').mockImplementationOnce(async function (this: OpenVault, ...entry) {
        await new Promise<void>((goOn) => reached({ unlocking, goOn }));
        return commit.apply(this, entry);
      });
    });
    held.unlocking.catch(() => undefined);
    await workplace.core.close();
    held.goOn();
    await expect(held.unlocking).rejects.toMatchObject({ data: { code: 'vault.CLOSED' } });
    expect(await state()).toBe('locked');
  });
});

describe('the one who unlocked', () => {
  const wrong = { data: { code: 'vault.WRONG_PASSWORD' } };
  const newest = async () => (await workplace.core.session.vault.audit.read({ limit: 4 })).map(({ action, details }) => [action, details?.['count']]);
  const unlock = (userId: string, password: string, keyFile?: string) =>
    workplace.calls.session.unlock({ userId, password, ...(keyFile === undefined ? {} : { keyFile: workplace.grant(keyFile, 'key-file') }) });
  beforeEach(() => createPrison(workplace));

  it('waits after wrong passwords, also after a restart and for a password asked inside; the next unlock tells of them', async () => {
    const userId = await educator();
    await workplace.core.close();
    for (const _ of [1, 2, 3]) await expect(unlock(userId, 'not this one at all')).rejects.toMatchObject(wrong);
    const again = demoWorkplace(dir, '0.0.0', clock);
    await expect(again.calls.session.unlock({ userId, password: DEMO_PASSWORD })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'session.wait', params: { seconds: 5 } } });
    await workplace.changeUser(names.coordinator);
    expect(await newest()).toEqual(expect.arrayContaining([['session.failed', 3]]));
    now += 5_000;
    await workplace.changeUser(names.educator);
    // told once
    expect((await newest())[0]).toEqual(['session.unlock', undefined]);
    for (const _ of [1, 2, 3]) await expect(workplace.calls.session.changePassword({ current: 'not this one at all', next: 'patru cuvinte cu totul noi' })).rejects.toMatchObject(wrong);
    await expect(workplace.calls.session.dropKeyFile({ password: DEMO_PASSWORD })).rejects.toMatchObject({ data: { code: 'session.wait' } });
  });

  it('changes the password: the right one before, a good one after, and nothing else first when somebody else chose it', async () => {
    const userId = await educator();
    const change = (current: string, next: string) => workplace.calls.session.changePassword({ current, next });
    await expect(change(DEMO_PASSWORD, 'Penitenciar2026')).rejects.toMatchObject({ data: { code: 'password.common' } });
    await expect(change(DEMO_PASSWORD, names.educator.replaceAll(' ', '') + '2026!!!!')).rejects.toMatchObject({ data: { code: 'password.ownName' } });
    await expect(change(DEMO_PASSWORD, DEMO_PASSWORD)).rejects.toMatchObject({ data: { code: 'password.same' } });
    const { vault } = workplace.core.session;
    const own = await vault.get('office', userId);
    if (own?.type !== 'user') throw new Error('no such user');
    await vault.commit([{ op: 'put', collection: 'office', doc: { ...own, passwordGiven: true } }], { action: 'users.add' });
    await workplace.core.close();

    expect((await unlock(userId, DEMO_PASSWORD)).user?.passwordGiven).toBe(true);
    await expect(workplace.calls.people.units()).rejects.toMatchObject({ data: { code: 'session.passwordFirst' } });
    expect((await change(DEMO_PASSWORD, 'patru cuvinte cu totul noi')).user?.passwordGiven).toBe(false);
    await workplace.calls.people.units();
    expect((await newest())[0]).toEqual(['session.changePassword', undefined]);
    await workplace.core.close();
    await expect(unlock(userId, DEMO_PASSWORD)).rejects.toMatchObject(wrong);
    expect((await unlock(userId, 'patru cuvinte cu totul noi')).user?.passwordGiven).toBe(false);
  });

  it('is not let in after the last day, and the attempt is recorded', async () => {
    const userId = await educator();
    const { vault } = workplace.core.session;
    const own = await vault.get('office', userId);
    if (own?.type !== 'user') throw new Error('no such user');
    await vault.commit([{ op: 'put', collection: 'office', doc: { ...own, until: '2026-11-22' } }], { action: 'users.change' });
    await workplace.core.close();
    await unlock(userId, DEMO_PASSWORD);
    await workplace.core.close();
    now += 86_400_000;
    await expect(unlock(userId, DEMO_PASSWORD)).rejects.toMatchObject({ data: { code: 'session.expired' } });
    expect(await state()).toBe('locked');
    await workplace.changeUser(names.coordinator);
    expect((await newest()).map(([action]) => action)).toContain('session.expired');
  });

  it('makes a key file that says nothing of them, needs it from then on, and drops it again', async () => {
    const userId = await educator();
    const stick = join(folder, 'varco-key.txt');
    const make = (password: string) => workplace.calls.session.makeKeyFile({ file: workplace.grant(stick, 'save'), password });
    await expect(make('not this one at all')).rejects.toMatchObject(wrong);
    expect(existsSync(stick)).toBe(false);
    expect(await make(DEMO_PASSWORD)).toEqual({ name: 'varco-key.txt' });
    expect(readFileSync(stick, 'latin1')).toMatch(/^varco-key-1\n[A-Za-z0-9+/]{43}=\n$/);
    await workplace.core.close();

    expect((await workplace.calls.session.status()).users.find(({ id }) => id === userId)?.keyFile).toBe(true);
    await expect(unlock(userId, DEMO_PASSWORD)).rejects.toMatchObject({ data: { code: 'vault.KEY_FILE_MISSING' } });
    const other = join(folder, 'other.txt');
    for (const text of ['', 'varco-key-1\n', `varco-key-1\n${Buffer.alloc(32).toString('base64')}\n`, `${readFileSync(stick, 'latin1')}x`]) {
      writeFileSync(other, text);
      await expect(unlock(userId, DEMO_PASSWORD, other)).rejects.toMatchObject({ data: { code: 'vault.KEY_FILE_WRONG' } });
    }
    await expect(unlock(userId, 'not this one at all', stick)).rejects.toMatchObject(wrong);
    await unlock(userId, DEMO_PASSWORD, stick);
    await workplace.calls.session.dropKeyFile({ password: DEMO_PASSWORD });
    await workplace.core.close();
    expect((await unlock(userId, DEMO_PASSWORD)).state).toBe('open');
  });
});

it('a recovery code is forgotten only once it is recorded as kept', async () => {
  const { recoveryCode } = await workplace.calls.session.create({ ...prison, users });
  const lastGroup = recoveryCode.split('-').at(-1) ?? '';
  vi.spyOn(OpenVault.prototype, 'commit').mockRejectedValueOnce(new VaultError('DISK_FULL'));
  await expect(workplace.calls.session.confirmRecovery({ lastGroup })).rejects.toMatchObject({ data: { code: 'vault.DISK_FULL' } });
  await workplace.calls.session.confirmRecovery({ lastGroup });
  expect((await workplace.calls.session.status()).recoveryPending).toBe(false);
});

it('somebody whose last day has passed leaves the use of the code in the trail, and takes no moved workplace back; nor does who makes no backups', async () => {
  const { recoveryCode } = await workplace.calls.session.create({ ...prison, users });
  await workplace.changeUser(names.coordinator);
  await admit(workplace.core.session.work(), { name: 'Vlad Plecat', roles: ['ADMIN'], until: '2026-11-22' }, DEMO_PASSWORD, false);
  await workplace.core.close();
  const everybody = (await workplace.calls.session.status()).users;
  const idOf = (name: string): string => everybody.find((user) => user.name === name)?.id ?? '';
  now += 86_400_000;

  const newPassword = 'patru cuvinte cu totul noi';
  await expect(workplace.calls.session.recover({ code: recoveryCode, userId: idOf('Vlad Plecat'), newPassword })).rejects.toMatchObject({ data: { code: 'session.expired' } });
  await workplace.changeUser(names.coordinator);
  const actions = async () => (await workplace.core.session.vault.audit.read({ limit: 8 })).map(({ action }) => action);
  expect(await actions()).toEqual(expect.arrayContaining(['session.recover', 'session.expired']));

  const stick = join(folder, 'stick');
  mkdirSync(stick);
  await workplace.calls.backup.move({ folder: workplace.grant(stick, 'folder') });
  const takeBack = (name: string, password: string) => workplace.calls.session.takeBack({ userId: idOf(name), password });
  await expect(takeBack(names.educator, DEMO_PASSWORD)).rejects.toMatchObject({ data: { code: 'backup.takeBackNotYours' } });
  await expect(takeBack('Vlad Plecat', newPassword)).rejects.toMatchObject({ data: { code: 'session.expired' } });
  expect((await workplace.calls.session.status()).movedAt).toBeDefined();
  await takeBack(names.coordinator, DEMO_PASSWORD);
  expect((await workplace.calls.session.status()).movedAt).toBeUndefined();
  expect(await actions()).toEqual(expect.arrayContaining(['vault.takeBack', 'session.expired', 'refused']));
});

it('a recovery code that nobody confirmed is asked for until somebody who may made another one and confirmed that', async () => {
  const { recoveryCode } = await workplace.calls.session.create({ ...prison, users });
  const lost = async () => (({ recoveryPending, recoveryLost }) => [recoveryPending, recoveryLost])(await workplace.calls.session.status());
  const confirm = (code: string) => workplace.calls.session.confirmRecovery({ lastGroup: code.split('-').at(-1) ?? '' });
  const renew = (password = DEMO_PASSWORD) => workplace.calls.session.newRecoveryCode({ password });
  const relock = async (name: string) => {
    await workplace.core.close();
    expect(await lost()).toEqual([false, false]);
    await workplace.changeUser(name);
  };
  expect(await lost()).toEqual([true, false]);
  await relock(names.educator);
  expect(await lost()).toEqual([false, false]);
  await expect(renew()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(confirm(recoveryCode)).rejects.toMatchObject({ data: { code: 'recovery.alreadyKept' } });
  await relock(names.coordinator);
  expect(await lost()).toEqual([false, true]);
  await expect(renew('not this one at all')).rejects.toMatchObject({ data: { code: 'vault.WRONG_PASSWORD' } });

  await renew();
  expect(await lost()).toEqual([true, false]);
  await relock(names.coordinator);
  expect(await lost()).toEqual([false, true]);
  const { recoveryCode: last } = await renew();
  await expect(confirm(recoveryCode)).rejects.toMatchObject({ data: { code: 'recovery.notTheGroup' } });
  await confirm(last);
  expect((await workplace.core.session.vault.audit.read({ limit: 2 })).map(({ action }) => action)).toEqual(['session.recoveryKept', 'session.newRecoveryCode']);
  await relock(names.coordinator);
  expect(await lost()).toEqual([false, false]);
  await workplace.core.close();

  const userId = await educator();
  const recover = (code: string) => workplace.calls.session.recover({ code, userId, newPassword: 'patru cuvinte cu totul noi' });
  await expect(recover(recoveryCode)).rejects.toMatchObject({ data: { code: 'vault.WRONG_RECOVERY_CODE' } });
  expect((await recover(last)).state).toBe('open');
});

it('a demonstration that cannot be made is told in words', async () => {
  const core = createCore({
    vaultDir: dir,
    demo: true,
    version: '0.0.0',
    runtime: { electron: '', origin: 'none' },
    grants: new FileGrants(),
    prepare: () => Promise.reject(new VaultError('DISK_FULL')),
  });
  const calls = createRouterClient(core.router, { context: core.context() });
  await new Promise((resolve) => setImmediate(resolve));
  await expect(calls.session.status()).rejects.toMatchObject({ code: 'FAILED', data: { code: 'vault.DISK_FULL' } });
});

it('a program that is no demonstration wipes nothing, whatever the file says of itself', async () => {
  await createPrison(workplace);
  await workplace.core.close();
  const live = createCore({ vaultDir: dir, demo: false, version: '0.0.0', runtime: { electron: '', origin: 'none' }, grants: new FileGrants() });
  const calls = createRouterClient(live.router, { context: live.context() });
  await expect(calls.session.wipeDemo()).rejects.toMatchObject({ data: { code: 'demo.notADemo' } });
  expect(existsSync(dir)).toBe(true);
  await live.close();
});
