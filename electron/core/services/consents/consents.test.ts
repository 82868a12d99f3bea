import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { consentsOf } from './consents.ts';

let folder: string;
let prison: DemoWorkplace;
let personId: string;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
  ({ id: personId } = await prison.calls.people.add({ code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a choice keeps how it was explained; withdrawn it stays readable; a double click records it once', async () => {
  const choice = { personId, purpose: 'MENTOR', lang: 'ro' } as const;
  await prison.calls.consents.record({ ...choice, decision: 'GIVEN', on: '2026-11-01', explainedHow: 'EASY_WORDS', givenBy: 'PERSON', validTo: '2027-11-01', words: 'doar din Lugoj' });
  const twice = await Promise.allSettled([1, 2].map(() => prison.calls.consents.record({ ...choice, decision: 'WITHDRAWN', on: today })));
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await consentsOf(prison.core.session.work(), personId)).toMatchObject([
    { decision: 'WITHDRAWN', on: today },
    { decision: 'GIVEN', explainedHow: 'EASY_WORDS', givenBy: 'PERSON', validTo: '2027-11-01', words: 'doar din Lugoj' },
  ]);
});

it('nobody is asked for consent where "no" changes nothing', async () => {
  await expect(prison.calls.consents.record({ personId, purpose: 'STATISTICS', decision: 'GIVEN', on: today, lang: 'ro' })).rejects.toMatchObject({ data: { code: 'machine.consent' } });
  await prison.calls.consents.record({ personId, purpose: 'STATISTICS', decision: 'REFUSED', on: today, lang: 'ro' });
});
