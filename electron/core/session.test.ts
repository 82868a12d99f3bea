import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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
import { OpenVault } from './vault/open-vault.ts';
import { VaultError } from './vault/types.ts';
import { createVault } from './vault/vault.ts';

let folder: string;
let dir: string;
let workplace: DemoWorkplace;
const clock = (): number => Date.parse('2026-11-22T10:00:00Z');
const users = [
  { name: names.educator, role: 'EDUCATOR' as const, password: DEMO_PASSWORD },
  { name: names.coordinator, role: 'COORDINATOR' as const, password: DEMO_PASSWORD },
];

beforeEach(() => {
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

it('a recovery code is forgotten only once it is recorded as kept', async () => {
  const { recoveryCode } = await workplace.calls.session.create({ ...prison, users });
  const lastGroup = recoveryCode.split('-').at(-1) ?? '';
  vi.spyOn(OpenVault.prototype, 'commit').mockRejectedValueOnce(new VaultError('DISK_FULL'));
  await expect(workplace.calls.session.confirmRecovery({ lastGroup })).rejects.toMatchObject({ data: { code: 'vault.DISK_FULL' } });
  await workplace.calls.session.confirmRecovery({ lastGroup });
  expect((await workplace.calls.session.status()).recoveryPending).toBe(false);
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
