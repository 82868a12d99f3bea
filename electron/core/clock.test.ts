import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createCore, type Core } from './core.ts';
import { DEMO_PASSWORD } from './demo/client.ts';
import { prison } from './demo/story-texts.ts';
import { FileGrants } from './file-grants.ts';
import { sealTo } from './services/handover/seal.ts';
import { writeReceipt } from './services/imports/answer.ts';
import { Arrivals } from './services/imports/arrivals.ts';
import { admit, allUsers } from './services/users/users.ts';
import { save, signedBy, vouched } from './services/work.ts';

const minutes = (count: number): number => count * 60_000;
const days = (count: number): number => count * 86_400_000;

let folder: string;
let core: Core;
let calls: ReturnType<typeof programCalls>;
const programCalls = (of: Core) => createRouterClient(of.router, { context: of.context() });
/** time that really passes, in milliseconds */
let passed = 1_000_000;

/** Time passes, and the clock shows it. */
const wait = (time: number): void => {
  passed += time;
  vi.setSystemTime(Date.now() + time);
};
/** Somebody sets the clock; no time passes. */
const setClock = (by: number): void => void vi.setSystemTime(Date.now() + by);

const unlock = async (name: string): Promise<void> => {
  await core.close();
  const user = (await calls.session.status()).users.find((known) => known.name === name);
  await calls.session.unlock({ userId: user?.id ?? '', password: DEMO_PASSWORD });
};
const view = async () => {
  for await (const value of await calls.session.clock()) return value;
  return undefined;
};
const trail = async (): Promise<string[]> => (await core.session.vault.audit.read({ limit: 500 })).map(({ action }) => action).filter((action) => action.startsWith('clock.'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  core = createCore({ vaultDir: join(folder, 'vault'), demo: true, version: '0.0.0', runtime: { electron: '', origin: 'none' }, grants: new FileGrants(), uptime: () => passed });
  calls = programCalls(core);
  await calls.session.create({
    ...prison,
    users: [
      { name: 'Ana', role: 'EDUCATOR', password: DEMO_PASSWORD },
      { name: 'Dan', role: 'COORDINATOR', password: DEMO_PASSWORD },
    ],
  });
});
afterAll(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(async () => {
  // whatever was tried, the clock is right again and the record knows it
  await unlock('Dan');
  await calls.session.confirmClock();
  vi.useRealTimers();
  await unlock('Dan');
  await calls.session.confirmClock();
});

it('a clock set back between two unlocks is noticed, recorded with both times, and not forgotten by a lock', async () => {
  await core.close();
  const before = new Date().toISOString();
  setClock(-days(1));
  await unlock('Ana');
  expect(await view()).toEqual({ fault: 'SET_BACK', mayConfirm: false });
  const newest = (await core.session.vault.audit.read({ limit: 50 })).find(({ action }) => action === 'clock.setBack');
  expect(newest?.details).toEqual({ seconds: -86_400, from: before, to: new Date().toISOString() });
  await unlock('Ana');
  expect(await view()).toMatchObject({ fault: 'SET_BACK' });
  const recorded = (await trail()).length;
  await unlock('Dan');
  expect(await view()).toEqual({ fault: 'SET_BACK', mayConfirm: true });
  expect((await trail()).length).toBe(recorded);
});

it('behind the record nothing is signed or sealed, everything else goes on; set right, all of it goes on', async () => {
  await core.close();
  setClock(-minutes(30));
  await unlock('Dan');
  const work = core.session.work();
  const { id } = work.vault.user;
  await expect(sealTo(work, id, folder)).rejects.toThrow('clock.setBack');
  await expect(writeReceipt(work, new Arrivals(), { arrivalId: id, decision: 'RECEIVED' }, folder)).rejects.toThrow('clock.setBack');
  await calls.people.add({ code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
  setClock(minutes(30));
  expect(await view()).toEqual({});
  expect(() => vouched(core.session.work())).not.toThrow();
  expect((await trail())[0]).toBe('clock.rightAgain');
  await unlock('Dan');
  expect(await view()).toEqual({});
});

it.each([
  ['ahead by an hour', minutes(60), 'JUMPED', 'clock.jumped', false],
  ['back by an hour', -minutes(60), 'SET_BACK', 'clock.setBack', true],
] as const)('moved while somebody works, %s: noticed at the next act, gone when it is moved back', async (_how, by, fault, action, stops) => {
  await unlock('Ana');
  wait(minutes(40));
  expect(await view()).toEqual({});
  setClock(by);
  await calls.people.units();
  expect(core.session.watch?.fault).toBe(fault);
  expect((await trail())[0]).toBe(action);
  const sign = () => signedBy(core.session.work(), { act: 'test' });
  if (stops) expect(sign).toThrow('clock.setBack');
  else expect(sign()).not.toBe('');
  wait(minutes(5));
  setClock(-by);
  expect(await view()).toEqual({});
});

it('moved, and locked before anything else is done: the next unlock still knows', async () => {
  await unlock('Ana');
  setClock(-minutes(60));
  await unlock('Ana');
  expect(await view()).toMatchObject({ fault: 'SET_BACK' });
});

it('a computer that slept is no clock that jumped: the time since its start counts sleep', async () => {
  await unlock('Ana');
  wait(days(3));
  expect(await view()).toEqual({});
});

it('far ahead of everything known is asked about, and stops nobody', async () => {
  await core.close();
  wait(days(46));
  await unlock('Ana');
  expect(await view()).toEqual({ fault: 'FAR_AHEAD', mayConfirm: false });
  expect(() => vouched(core.session.work())).not.toThrow();
  await expect(calls.session.confirmClock()).rejects.toMatchObject({ data: { code: 'clock.notYours' } });
  await unlock('Dan');
  await calls.session.confirmClock();
  expect(await view()).toEqual({});
  expect((await trail())[0]).toBe('clock.confirmed');
  await unlock('Ana');
  expect(await view()).toEqual({});
});

it('in an office where nobody runs the office, whoever is there says that the clock is right', async () => {
  await core.close();
  setClock(-days(2));
  await unlock('Ana');
  const { vault } = core.session;
  const head = await vault.collections.office.find({ selector: { type: 'user', 'ix.name': 'dan' } } as never).exec();
  const doc = await vault.get('office', String(head[0]?.get('id')));
  if (doc?.type !== 'user') throw new Error('nobody');
  await save(core.session.work(), [{ op: 'put', collection: 'office', doc: { ...doc, roles: ['EDUCATOR'] } }], { action: 'users.test' });
  expect(await view()).toEqual({ fault: 'SET_BACK', mayConfirm: true });
  await calls.session.confirmClock();
  expect(await view()).toEqual({});
});

it('set back, it gives back neither a last day that has passed nor the days of a deputy', async () => {
  await unlock('Dan');
  const { today, vault } = core.session.work();
  await admit(core.session.work(), { name: 'Vlad', roles: ['ADMIN'], until: today }, DEMO_PASSWORD, false);
  const users = await allUsers(core.session.work());
  const docs = users.filter(({ name }) => name === 'Ana' || name === 'Dan').map((user) => {
    const deputyId = users.find(({ name }) => name === 'Ana')?.id ?? '';
    return user.name === 'Ana' ? { ...user, scope: 'OWN' as const } : { ...user, absences: [{ deputyId, from: today, to: today }] };
  });
  await vault.commit(docs.map((doc) => ({ op: 'put' as const, collection: 'office' as const, doc })), { action: 'users.change' });
  await unlock('Vlad');
  await unlock('Ana');
  expect(core.session.caseload.scope).toBe('FACILITY');
  wait(days(1));
  expect(core.session.caseload.scope).toBe('OWN');
  await unlock('Dan');
  setClock(-days(1));
  await expect(unlock('Vlad')).rejects.toMatchObject({ data: { code: 'session.expired' } });
  await unlock('Ana');
  expect(core.session.caseload.scope).toBe('OWN');
});
