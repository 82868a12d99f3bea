import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names, programme } from '../../demo/story-texts.ts';
import { casePartsOf } from '../handover/case.ts';
import { handoversOf } from '../handover/handover.ts';
import { dueView } from '../home/due.ts';
import { plansOf } from '../plans/plans.ts';
import { newId } from '../work.ts';
import { briefOf } from './brief.ts';

let folder: string;
let prison: DemoWorkplace;
let probation: OtherOffice;
let runId: string;
const today = '2026-11-22';
const work = () => prison.core.session.work();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  probation = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await createPrison(prison);
  await trustIn(prison, probation, folder);
  const { programmeId } = await prison.calls.learning.addProgramme(programme);
  ({ runId } = await prison.calls.learning.addRun({ programmeId, label: 'Grupa 1', sessions: [{ on: today, minutes: 60 }] }));
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody near release: plan in force, hand-over authorised, on a course. */
const somebody = async (): Promise<{ personId: string; handoverId: string; request: Parameters<DemoWorkplace['calls']['handovers']['preview']>[0] }> => {
  const { id: personId } = await prison.calls.people.add({ code: newId().slice(-8), familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: '2026-12-10' });
  await planWith(prison, personId, today);
  await prison.calls.learning.enrol({ runId, personIds: [personId] });
  const request = { personId, recipientServiceId: probation.card.serviceId, mandate: { kind: 'SUPERVISION', act: 'hotărârea 7', date: today } } as const;
  const { caseHash } = await prison.calls.handovers.preview(request);
  const handover = await prison.calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  await prison.changeUser(names.coordinator);
  await prison.calls.handovers.authorise(handover);
  await prison.changeUser(names.educator);
  return { personId, ...handover, request };
};

const turn = (personId: string, kind: 'DEATH' | 'DEATH_MISTAKEN' | 'ESCAPE' | 'RECAPTURE' | 'RELEASE' | 'CLOSE' | 'NEW_ROUND', on = today) =>
  prison.calls.people.turn({ personId, kind, on, source: 'adresa 9', ...(kind === 'RELEASE' ? { releaseType: 'END_OF_SENTENCE' as const } : {}) });
const dueOf = async (personId: string): Promise<string[]> =>
  (await dueView(work(), { whose: 'all', limit: 200 })).groups.flatMap(({ lines }) => lines.filter(({ person }) => person.id === personId).map(({ kind }) => kind));
const standsAt = async (personId: string) => ({
  plan: (await plansOf(work(), personId)).map(({ progress }) => progress.status),
  handover: (await handoversOf(work(), personId)).map(({ status }) => status),
  course: (await prison.core.session.vault.rows('learning', 'enrolment', ['personId', 'status'])).filter((row) => row.personId === personId).map(({ status }) => status),
});
const refusing = (code: string) => ({ code: 'REFUSED', data: { code } });

describe('a death', () => {
  it('withdraws what was prepared, in the same commit, and nothing is due any more', async () => {
    const { personId } = await somebody();
    expect((await dueOf(personId)).length).toBeGreaterThan(0);
    const before = prison.core.session.vault.audit.newest();
    await turn(personId, 'DEATH');
    expect(await standsAt(personId)).toEqual({ plan: ['CLOSED'], handover: ['CLOSED'], course: ['NOT_COMPLETED'] });
    expect(await dueOf(personId)).toEqual([]);
    const [entry, none] = (await prison.core.session.vault.audit.read({ limit: 2 })).filter(({ seq }) => seq > before);
    expect([entry, none]).toMatchObject([{ action: 'people.turn', details: { kind: 'DEATH', followed: 3 } }, undefined]);
  });

  it('refuses every letter, document, plan, round and decision, in words', async () => {
    const { personId, handoverId, request } = await somebody();
    await turn(personId, 'DEATH');
    const { calls } = prison;
    for (const [name, act] of Object.entries({
      copy: () => calls.documents.preview({ personId, document: 'person-copy', language: 'ro' }),
      plan: () => calls.documents.preview({ personId, document: 'plan', language: 'ro', handoverId }),
      pack: () => calls.packs.preview({ personId, document: 'person-copy' }),
      handover: () => calls.handovers.preview(request),
      draft: () => calls.plans.draft({ personId, kind: 'REVIEW', lang: 'ro' }),
      round: () => calls.needs.openRound({ personId, kind: 'REVIEW', conductedOn: today, sources: ['INTERVIEW'] }),
      decision: () => calls.people.decide({ personId, command: 'propose', on: today, source: 'PV' }),
      date: () => calls.people.setDate({ personId, kind: 'HEARING', date: '2027-01-01', certainty: 'DECIDED', source: 'citație' }),
    })) await expect(act(), name).rejects.toMatchObject(refusing('person.deceased'));
    await expect(calls.people.move({ personId, kind: 'COURT', on: today, source: 'x' })).rejects.toMatchObject(refusing('movement.notHere'));
  });

  it('recorded of the wrong person is taken back; what it ended is prepared anew', async () => {
    const { personId } = await somebody();
    await turn(personId, 'DEATH');
    await turn(personId, 'DEATH_MISTAKEN');
    expect(await work().vault.get('people', personId)).toMatchObject({ status: 'ACTIVE' });
    await expect(prison.calls.plans.draft({ personId, kind: 'PRE_RELEASE', lang: 'ro' })).resolves.toBeDefined();
  });
});

it('an escape stops the same until the recapture; the plan goes on', async () => {
  const { personId } = await somebody();
  await turn(personId, 'ESCAPE');
  expect(await standsAt(personId)).toEqual({ plan: ['ACTIVE'], handover: ['CLOSED'], course: ['ON_HOLD'] });
  expect(await dueOf(personId)).toEqual([]);
  await expect(prison.calls.documents.preview({ personId, document: 'person-copy', language: 'ro' })).rejects.toMatchObject(refusing('person.escaped'));
  await turn(personId, 'RECAPTURE');
  await expect(prison.calls.documents.preview({ personId, document: 'person-copy', language: 'ro' })).resolves.toBeDefined();
});

it('after a release the plan was given to the person alone, and may still be handed over', async () => {
  const { personId, request } = await somebody();
  await turn(personId, 'RELEASE');
  expect(await standsAt(personId)).toEqual({ plan: ['CLOSED'], handover: ['AUTHORISED'], course: ['NOT_COMPLETED'] });
  await expect(prison.calls.documents.preview({ personId, document: 'person-copy', language: 'ro' })).resolves.toBeDefined();
  await expect(prison.calls.packs.preview({ personId, document: 'person-copy' })).resolves.toBeDefined();
  await expect(prison.calls.handovers.preview(request)).resolves.toBeDefined();
});

describe('a new stay', () => {
  it('leaves everything of the one before readable, and nothing of it current', async () => {
    const { personId, request } = await somebody();
    await turn(personId, 'RELEASE');
    await turn(personId, 'CLOSE');
    await turn(personId, 'NEW_ROUND');
    expect(await work().vault.get('people', personId)).toMatchObject({ status: 'ACTIVE', releaseDates: [], stays: [{ endedAs: 'CLOSED', releaseDates: [{ kind: 'END_OF_SENTENCE' }, { kind: 'ACTUAL' }] }] });
    expect(await plansOf(work(), personId)).toMatchObject([{ content: { versionNo: 1 }, progress: { status: 'CLOSED', closed: { reason: 'NEW_ROUND' } } }]);
    expect(await handoversOf(work(), personId)).toMatchObject([{ status: 'CLOSED', past: true }]);
    await expect(casePartsOf(work(), personId)).rejects.toMatchObject({ refusal: { code: 'handover.noPlanInForce' } });
    await expect(prison.calls.handovers.preview(request)).rejects.toMatchObject(refusing('handover.noPlanInForce'));
    expect((await briefOf(work(), personId)).missing).toEqual([]);
  });

  it('its first plan counts on, and begins empty', async () => {
    const { personId } = await somebody();
    await turn(personId, 'RELEASE');
    await turn(personId, 'NEW_ROUND');
    const { contentId } = await prison.calls.plans.draft({ personId, kind: 'INITIAL', lang: 'ro' });
    expect(await work().vault.get('plans', contentId)).toMatchObject({ versionNo: 2, objectives: [] });
  });
});
