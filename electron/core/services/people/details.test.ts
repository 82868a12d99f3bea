import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { briefOf } from './brief.ts';

let folder: string;
let workplace: DemoWorkplace;
let personId: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  workplace = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(workplace);
  personId = (await workplace.calls.people.add({ code: 'X-1', familyName: 'Exemplu', givenName: 'Om', birthDate: '1980-01-01' })).id;
});
afterEach(async () => {
  await workplace.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const rev = async (): Promise<string> => (await workplace.core.session.vault.get('people', personId))?._rev ?? '';
const stored = () => workplace.core.session.vault.get('people', personId);
const lastActs = async (): Promise<string[]> => (await workplace.core.session.vault.audit.read({ limit: 2 })).map(({ action }) => action);

describe('details of a person', () => {
  it('are kept, audited without a word of them, and shown in what to know first', async () => {
    const ban = { id: personId, kind: 'NO_CONTACT' as const, act: 'Sentința nr. 5/2021' };
    await workplace.calls.people.setDetails({ personId, _rev: await rev(), details: { contactBans: [ban], unit: 'S2' } });
    expect(await stored()).toMatchObject({ unit: 'S2', contactBans: [ban] });
    expect((await briefOf(workplace.core.session.work(), personId)).notices).toEqual([{ type: 'CONTACT_BAN', kinds: ['NO_CONTACT'], act: ban.act }]);
    const [entry] = await workplace.core.session.vault.audit.read({ limit: 1 });
    expect(entry).toMatchObject({ action: 'people.setDetails' });
    expect(JSON.stringify(entry)).not.toContain('5/2021');
  });

  it('read before somebody else changed them overwrite nothing', async () => {
    const old = await rev();
    await workplace.calls.people.setDetails({ personId, _rev: old, details: { unit: 'S2' } });
    await expect(workplace.calls.people.setDetails({ personId, _rev: old, details: { unit: 'S3' } })).rejects.toMatchObject({ code: 'FAILED', data: { code: 'vault.CONFLICT' } });
    expect(await stored()).toMatchObject({ unit: 'S2' });
  });

  it('name only a colleague of this workplace as case manager', async () => {
    await expect(workplace.calls.people.setDetails({ personId, _rev: await rev(), details: { caseManagerId: personId } })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'notFound' } });
    await workplace.calls.people.setDetails({ personId, _rev: await rev(), details: { caseManagerId: workplace.core.session.vault.user.id } });
    expect(await stored()).toMatchObject({ caseManagerId: workplace.core.session.vault.user.id });
  });

  it('keep the end of a sentence and a life sentence apart, from either side', async () => {
    await workplace.calls.people.setDetails({ personId, _rev: await rev(), details: { endless: true } });
    const date = { personId, kind: 'END_OF_SENTENCE', date: '2030-01-01', certainty: 'DECIDED', source: 'MEPI 1' } as const;
    await expect(workplace.calls.people.setDate(date)).rejects.toMatchObject({ data: { code: 'person.endlessWithEnd' } });
    await workplace.calls.people.setDetails({ personId, _rev: await rev(), details: {} });
    await workplace.calls.people.setDate({ ...date, time: '19:30' });
    await expect(workplace.calls.people.setDetails({ personId, _rev: await rev(), details: { endless: true } })).rejects.toMatchObject({ data: { code: 'person.endlessWithEnd' } });
  });
});

describe('days that contradict each other', () => {
  it('are refused with the rule where both are decided, by every way in, and nothing is saved', async () => {
    const { people } = workplace.calls;
    await people.setDetails({ personId, _rev: await rev(), details: { admissionDate: '2026-06-01' } });
    const before = await stored();
    const contradicting: readonly (readonly [string, Promise<unknown>, string])[] = [
      ['date', people.setDate({ personId, kind: 'DECISION_FINAL', date: '2026-05-01', certainty: 'DECIDED', source: 'sentința 4' }), 'ADMISSION_FIRST'],
      ['details', people.setDetails({ personId, _rev: await rev(), details: { admissionDate: '1990-01-01' } }), 'AGE_14'],
      ['decision', people.decide({ personId, command: 'propose', on: '2026-05-01', source: 'PV 4' }), 'ADMISSION_FIRST'],
      ['movement', people.move({ personId, kind: 'COURT', on: '2026-05-01', source: 'citație 4' }), 'ADMISSION_FIRST'],
      ['new', people.add({ code: 'X-2', familyName: 'Exemplu', givenName: 'Alt', birthDate: '1902-01-01' }), 'AGE_110'],
    ];
    for (const [way, asked, rule] of contradicting) await expect(asked, way).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'dates.contradict', params: { rule } } });
    expect(await stored()).toEqual(before);
    await people.setDate({ personId, kind: 'END_OF_SENTENCE', date: '2026-11-10', certainty: 'CALCULATED', source: 'MEPI 1' });
    await expect(people.turn({ personId, kind: 'RELEASE', on: '2026-11-20', source: 'bilet 9', releaseType: 'END_OF_SENTENCE' }), 'turn').rejects.toMatchObject({ data: { code: 'dates.doubt', params: { rule: 'RELEASE_BY_END' } } });
  });

  it('are asked about where one of them is not decided; that it was confirmed stands in the trail, without a day', async () => {
    const { people } = workplace.calls;
    await people.setDate({ personId, kind: 'END_OF_SENTENCE', date: '2027-01-01', certainty: 'CALCULATED', source: 'MEPI 1' });
    const hearing = { personId, kind: 'HEARING', date: '2027-02-01', certainty: 'DECIDED', source: 'citație 1' } as const;
    await expect(people.setDate(hearing)).rejects.toMatchObject({ data: { code: 'dates.doubt', params: { rule: 'DECIDED_BEFORE_END', first: 'HEARING', firstOn: '2027-02-01', second: 'END_OF_SENTENCE', secondOn: '2027-01-01' } } });
    await people.setDate({ ...hearing, despite: ['DECIDED_BEFORE_END HEARING 2027-02-01 END_OF_SENTENCE 2027-01-01'] });
    expect((await stored())?.type === 'person' && (await workplace.core.session.vault.audit.read({ limit: 1 }))[0]).toMatchObject({ action: 'people.setDate', details: { kind: 'HEARING', despite: 'DECIDED_BEFORE_END' } });
  });
});

it('a movement changes where somebody is, and the return brings them back', async () => {
  await workplace.calls.people.move({ personId, kind: 'COURT', on: '2026-11-20', place: 'Judecătoria Pilda', source: 'citație 11/2026' });
  expect(await stored()).toMatchObject({ status: 'AWAY' });
  await workplace.calls.people.move({ personId, kind: 'RETURN', on: '2026-11-21', source: 'foaie 12' });
  expect(await stored()).toMatchObject({ status: 'ACTIVE' });
  expect(await lastActs()).toEqual(['people.move', 'people.move']);
  await expect(workplace.calls.people.move({ personId, kind: 'RETURN', on: '2026-11-22', source: 'foaie 13' })).rejects.toMatchObject({ data: { code: 'movement.notAway' } });
});

it('where somebody was taken is not told to the trail: a hospital is a word about health', async () => {
  await workplace.calls.people.move({ personId, kind: 'HOSPITAL', on: '2026-11-20', source: 'bilet 4' });
  const [entry] = await workplace.core.session.vault.audit.read({ limit: 1 });
  expect(entry).toMatchObject({ action: 'people.move' });
  expect(JSON.stringify(entry)).not.toContain('HOSPITAL');
});

it('whoever is released while away is away no longer', async () => {
  const step = (command: 'propose' | 'grant' | 'becomeFinal' | 'release', on = '2026-11-22') => workplace.calls.people.decide({ personId, command, on, source: 'PV 3' });
  await step('propose', '2026-11-16');
  await step('grant', '2026-11-18');
  await expect(step('becomeFinal', '2026-11-21')).rejects.toMatchObject({ data: { code: 'decision.notFinalYet', params: { on: '2026-11-22' } } });
  await workplace.calls.people.move({ personId, kind: 'HOSPITAL', on: '2026-11-20', source: 'bilet 4' });
  await step('becomeFinal');
  expect(await stored()).toMatchObject({ status: 'AWAY', movements: [{ before: 'PRE_RELEASE' }] });
  await step('release');
  expect(await stored()).toMatchObject({ status: 'RELEASED_FOLLOW_UP' });
});
