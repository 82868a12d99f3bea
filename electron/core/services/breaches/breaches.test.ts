import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BreachReport, BreachRow } from '../../../../shared/contract/breaches.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';

let folder: string;
let prison: DemoWorkplace;
let personId: string;
let now = Date.parse('2026-11-22T10:00:00Z');

const stick: BreachReport = { kind: 'LOST_MEDIUM', noticed: { on: '2026-11-22', time: '11:30' }, data: ['PLAN', 'IDENTITY', 'PLAN'], people: 1, personIds: [], sealed: 'YES', what: 'Stick-ul nu mai este în plicul de transport.' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => now);
  await createPrison(prison);
  ({ id: personId } = await prison.calls.people.add({ code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
});
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = async <T>(view: Promise<AsyncIterable<T>>): Promise<T> => {
  for await (const value of await view) return value;
  throw new Error('nothing came');
};
const newest = async () => (await prison.core.session.vault.audit.read({ limit: 1 }))[0];

it('is written down in one act by anybody, with the last moment to tell the authority; seen by its writer and by who decides', async () => {
  const { calls } = prison;
  const { breachId } = await calls.breaches.report({ ...stick, personIds: [personId, personId] });
  expect(await newest()).toMatchObject({ action: 'breach.report', details: { breach: breachId, kind: 'LOST_MEDIUM', people: 1 } });
  // half past eleven at the site is half past nine in UTC
  expect(await first(calls.breaches.list())).toEqual([{ id: breachId, kind: 'LOST_MEDIUM', status: 'REPORTED', noticedAt: '2026-11-22T09:30:00.000Z', tellBy: '2026-11-25T09:30:00.000Z', deadline: 'OPEN' }]);
  const own = await first(calls.breaches.get({ breachId }));
  expect(own).toMatchObject({ mayDecide: false, suggests: 'LOW', authority: 'ANSPDCP', persons: [] });
  expect(own.breach.facts).toMatchObject({ personIds: [personId], data: ['PLAN', 'IDENTITY'] });
  await expect(calls.breaches.assess({ breachId, risk: 'LOW', reason: 'sigilat' })).rejects.toMatchObject({ code: 'FORBIDDEN' });

  await prison.changeUser(names.coordinator);
  expect((await first(calls.breaches.get({ breachId }))).persons).toEqual([{ id: personId, name: 'Exemplu Ion', code: 'TM-1' }]);
  const { breachId: theirs } = await calls.breaches.report({ ...stick, kind: 'PAPER', sealed: 'NO' });
  await prison.changeUser(names.educator);
  expect((await first(calls.breaches.list())).map(({ id }) => id)).toEqual([breachId]);
  await expect(first(calls.breaches.get({ breachId: theirs }))).rejects.toMatchObject({ data: { code: 'notFound' } });
});

it('is assessed, told within 72 hours or with the reason why later, told to the persons, and closed', async () => {
  const { calls } = prison;
  await prison.changeUser(names.coordinator);
  const { breachId } = await calls.breaches.report({ ...stick, kind: 'SEEN', sealed: 'NO' });
  const deadline = async (): Promise<BreachRow['deadline']> => (await first(calls.breaches.near())).find(({ id }) => id === breachId)?.deadline;
  const status = async (): Promise<string> => (await first(calls.breaches.get({ breachId }))).status;
  expect(await deadline()).toBe('OPEN');
  now += 50 * 3_600_000;
  expect(await deadline()).toBe('NEAR');
  await calls.breaches.assess({ breachId, risk: 'HIGH', reason: 'starea de sănătate a fost citită' });
  await expect(calls.breaches.leave({ breachId, reason: 'nu' })).rejects.toMatchObject({ data: { code: 'breach.riskMustBeTold' } });
  now += 24 * 3_600_000;
  expect(await deadline()).toBe('OVER');
  const told = { on: '2026-11-25', time: '15:00' };
  await expect(calls.breaches.notify({ breachId, told })).rejects.toMatchObject({ data: { code: 'breach.toldInFuture' } });
  now += 3_600_000;
  await expect(calls.breaches.notify({ breachId, told })).rejects.toMatchObject({ data: { code: 'breach.lateNeedsReason' } });
  await expect(calls.breaches.notify({ breachId, told: { ...told, time: '25:00' } })).rejects.toMatchObject({ data: { code: 'breach.noSuchTime' } });
  await calls.breaches.notify({ breachId, told, reference: '1234', lateBecause: 'a fost aflat târziu' });
  expect(await newest()).toMatchObject({ action: 'breach.notify', details: { breach: breachId, status: 'NOTIFIED' } });
  expect(await deadline()).toBeUndefined();
  await expect(calls.breaches.close({ breachId })).rejects.toMatchObject({ data: { code: 'breach.personsFirst' } });
  await calls.breaches.tellPersons({ breachId, told: true, on: '2026-11-25', how: 'în scris, pe limba lor' });
  await calls.breaches.close({ breachId });
  await expect(calls.breaches.assess({ breachId, risk: 'LOW', reason: 'x' })).rejects.toMatchObject({ data: { code: 'machine.breach' } });
  expect(await status()).toBe('CLOSED');
  await calls.breaches.reopen({ breachId, reason: 'a ajuns la presă' });
  expect(await status()).toBe('ASSESSED');
});

it('a correction stands beside what it corrects, and the first words stay', async () => {
  const { calls } = prison;
  const { breachId } = await calls.breaches.report({ ...stick, noticed: { on: '2026-11-25', time: '10:00' } });
  await calls.breaches.correct({ breachId, ...stick, noticed: { on: '2026-11-25', time: '09:00' }, people: 4, reason: 'pe stick erau patru' });
  const { breach } = await first(calls.breaches.get({ breachId }));
  expect(breach.facts.people).toBe(4);
  expect(breach.history.map(({ act, before }) => [act, before?.people])).toEqual([['REPORTED', undefined], ['CORRECTED', 1]]);
});
