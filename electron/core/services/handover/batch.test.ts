import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ServiceWeek } from '../../../../shared/contract/batches.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { seen } from '../../documents/testing/tools.ts';
import { otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { existing, newId } from '../work.ts';
import { sealBatch } from './batch.ts';

const today = '2026-11-22';
const mandate = { kind: 'SUPERVISION', act: 'sentința 1', date: today } as const;
let folder: string;
let prison: DemoWorkplace;
let office: OtherOffice;
let medium: string;
/** people released this week, each with an authorised hand-over where it was asked for */
let people: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse(`${today}T10:00:00Z`));
  office = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await createPrison(prison);
  await trustIn(prison, office, folder);
  people = [];
  for (const familyName of ['Albu', 'Bratu', 'Costea']) {
    const { id } = await prison.calls.people.add({ code: newId().slice(-8), familyName, givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: today });
    await planWith(prison, id, today);
    people.push(id);
  }
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  medium = join(folder, newId());
  mkdirSync(medium);
});

const at = () => prison.core.session.work();

/** Authorised hand-overs of everybody, to one service. */
const authorised = async (to: OtherOffice = office, whose: readonly string[] = people): Promise<string[]> => {
  const ids: string[] = [];
  for (const personId of whose) {
    const request = { personId, recipientServiceId: to.card.serviceId, mandate };
    const { caseHash } = await prison.calls.handovers.preview(request);
    ids.push((await prison.calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash })).handoverId);
  }
  await prison.changeUser(names.coordinator);
  for (const handoverId of ids) await prison.calls.handovers.authorise({ handoverId });
  await prison.changeUser(names.educator);
  return ids;
};

const seal = (handoverIds: readonly string[]) => prison.calls.batches.seal({ handoverIds: [...handoverIds], folder: prison.grant(medium, 'folder'), way: 'STICK' });
const statesOf = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await existing(at(), 'handovers', id, 'handover')).status));
const week = async (): Promise<ServiceWeek | undefined> => {
  for await (const services of await prison.calls.batches.week({})) return services.find(({ serviceId }) => serviceId === office.card.serviceId);
  return undefined;
};
const envelopes = (): string[] => readdirSync(medium).filter((name) => name.endsWith('.zip.age'));

it('a week goes onto one medium, is numbered in one go, and has one slip and one letter that name nobody', async () => {
  const ids = await authorised();
  expect((await week())?.ready.map(({ person }) => person.split(/[ ,]/)[0])).toEqual(['ALBU', 'BRATU', 'COSTEA'].map((name) => expect.stringMatching(new RegExp(name, 'i')) as string));
  const outcome = await seal(ids);
  expect(outcome).toMatchObject({ refused: [], left: [] });
  expect(outcome.written.map(({ fileName }) => fileName).toSorted()).toEqual(envelopes().toSorted());
  expect(await statesOf(ids)).toEqual(['SEALED', 'SEALED', 'SEALED']);
  const shown = await week();
  expect(shown).toMatchObject({ ready: [], batches: [{ batch: outcome.batch, way: 'STICK', items: ids.map((handoverId) => ({ handoverId, status: 'SEALED' })) }] });

  await prison.calls.batches.number({ numbers: ids.map((handoverId, nth) => ({ handoverId, number: `P-${nth + 1}/2026` })) });
  expect((await week())?.batches[0]?.items.map(({ numberOut }) => numberOut)).toEqual(['P-1/2026', 'P-2/2026', 'P-3/2026']);
  const trail = await prison.core.session.vault.audit.read({ limit: 3 });
  expect(trail.map(({ action, details }) => [action, details?.['numberOut']])).toEqual(Array.from({ length: 3 }, () => ['handover.register', true]));

  for (const paper of ['custody-slip', 'covering-letter'] as const) {
    const path = join(folder, `${paper}.pdf`);
    expect(await prison.calls.batches.save({ batch: outcome.batch, paper, language: 'ro', file: prison.grant(path, 'save') })).toEqual({ name: `${paper}.pdf`, pages: 1 });
    const { text } = seen(readFileSync(path));
    for (const { reference } of outcome.written) expect(text).toContain(reference);
    for (const number of ['P-1/2026', 'P-2/2026', 'P-3/2026']) expect(text).toContain(number);
    for (const hidden of ['Albu', 'ALBU', 'Bratu', 'Costea', 'Ion', '1990', 'sentința']) expect(text).not.toContain(hidden);
  }
  // each person's page knows of both
  for await (const issued of await prison.calls.documents.ofPerson({ personId: people[0] ?? '' })) {
    expect(issued.map(({ document, result }) => [document, result])).toEqual([['covering-letter', 'DONE'], ['custody-slip', 'DONE']]);
    break;
  }
});

it('a medium that fails in the middle leaves the rest authorised, and says which were written', async () => {
  const ids = await authorised();
  const outcome = await sealBatch(at, { handoverIds: ids, folder: medium, way: 'DISC' }, { onStep: (_service, step) => (step?.done === 1 ? rmSync(medium, { recursive: true, force: true }) : undefined) });
  expect(outcome).toMatchObject({ written: [{ handoverId: ids[0] }], refused: [], left: ids.slice(1), failed: { code: 'envelope.MEDIUM_REMOVED' } });
  expect(await statesOf(ids)).toEqual(['SEALED', 'AUTHORISED', 'AUTHORISED']);
  expect((await existing(at(), 'handovers', ids[0] ?? '', 'handover')).envelope).toMatchObject({ batch: outcome.batch, way: 'DISC' });
});

it('stopped in the middle it leaves the rest authorised', async () => {
  const ids = await authorised();
  const stop = new AbortController();
  const stopped = sealBatch(at, { handoverIds: ids, folder: medium, way: 'STICK' }, { signal: stop.signal, onStep: (_service, step) => (step?.done === 1 ? stop.abort() : undefined) });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(await statesOf(ids)).toEqual(['SEALED', 'AUTHORISED', 'AUTHORISED']);
  expect(envelopes()).toHaveLength(1);
});

it('one whose content changed is left out to be read again, and does not hold up the others', async () => {
  const ids = await authorised();
  await prison.calls.consents.record({ personId: people[1] ?? '', purpose: 'MENTOR', decision: 'REFUSED', on: today, lang: 'ro' });
  expect(await seal(ids)).toMatchObject({ written: [{ handoverId: ids[0] }, { handoverId: ids[2] }], refused: [{ handoverId: ids[1], code: 'handover.contentChanged' }], left: [] });
  expect(await statesOf(ids)).toEqual(['SEALED', 'DRAFT', 'SEALED']);
  expect(envelopes()).toHaveLength(2);
});

it('two services never share a medium, and nothing goes that is not authorised', async () => {
  const other = await otherOffice('probation', 'Alt serviciu');
  await trustIn(prison, other, folder);
  const [here] = await authorised(office, people.slice(0, 1));
  const [there] = await authorised(other, people.slice(1, 2));
  const codeOf = (ids: readonly (string | undefined)[]) => seal(ids.map((id) => id ?? '')).then(() => 'sealed', (error: { data?: { code: string } }) => error.data?.code);
  expect(await codeOf([here, there])).toBe('handover.batchMixed');
  await prison.calls.handovers.seal({ handoverId: here ?? '', folder: prison.grant(medium, 'folder') });
  expect(await codeOf([here])).toBe('handover.notAuthorised');
  expect(await statesOf([there ?? ''])).toEqual(['AUTHORISED']);
});
