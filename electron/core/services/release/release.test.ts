import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOf } from '../../../../shared/domain/checklist.ts';
import { addDays } from '../../../../shared/domain/dates.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';

/** The preparation of a release through the contract, as the screens do it. */

let folder: string;
let prison: DemoWorkplace;
const now = Date.parse('2026-11-22T10:00:00Z');
const today = '2026-11-22';
let count = 0;

const first = async <T>(view: Promise<AsyncIterable<T>>): Promise<T> => {
  for await (const value of await view) return value;
  throw new Error('no value');
};
const code = (failure: unknown): unknown => (failure as { data?: { code?: unknown } }).data?.code;
const refusal = (act: Promise<unknown>): Promise<unknown> => act.then(() => 'allowed', code);
const somebody = async (endsIn: number): Promise<string> => {
  count += 1;
  return (await prison.calls.people.add({ code: `T-${count}`, familyName: 'Exemplu', givenName: `Nr ${count}`, birthDate: '1990-01-01', endOfSentence: addDays(today, endsIn) })).id;
};
const view = (personId: string) => first(prison.calls.release.checklist({ personId }));
const road = (personId: string) => first(prison.calls.release.road({ personId }));
const due = async (personId: string) => {
  const { groups } = await first(prison.calls.home.due({ whose: 'all', limit: 400 }));
  return groups.flatMap(({ lines }) => lines).filter((line) => line.person.id === personId && line.place === 'release');
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => now);
  await createPrison(prison);
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the preparation', () => {
  it('waits on the due list until somebody begins it, and then its earliest item does, in words', async () => {
    const personId = await somebody(30);
    // a plan comes first
    expect(await due(personId)).toEqual([]);
    await planWith(prison, personId, today);
    expect(await due(personId)).toMatchObject([{ kind: 'PREPARATION', on: addDays(today, 30), isRelease: true }]);
    await prison.calls.release.start({ personId, kind: 'END_OF_SENTENCE' });
    const [line] = await due(personId);
    expect(line).toMatchObject({ kind: 'CHECKLIST', on: addDays(today, 30 - 90), what: 'BY', names: { ro: 'Data liberării confirmată prin actul ei' } });
    expect(line?.count).toBeGreaterThan(5);
    expect(await refusal(prison.calls.release.start({ personId, kind: 'CONDITIONAL' }))).toBe('checklist.begun');
  });

  it('is not due far from release, and refused for a way of leaving this country does not have', async () => {
    const personId = await somebody(400);
    expect(await due(personId)).toEqual([]);
    expect(await refusal(prison.calls.release.start({ personId, kind: 'CONDITIONAL' }))).toBe('allowed');
  });

  it('counts its days anew when the day of release moves, and rests while the decision is put off', async () => {
    const personId = await somebody(900);
    await prison.calls.people.setDate({ personId, kind: 'COMMISSION', date: addDays(today, 60), certainty: 'DECIDED', source: 'PV 1' });
    await prison.calls.release.start({ personId, kind: 'CONDITIONAL' });
    const bed = async () => (await view(personId)).lines.find(({ item }) => item.code === 'BED')?.on;
    expect([await bed(), (await due(personId)).length]).toEqual([addDays(today, 60 - 75), 1]);
    await prison.calls.people.decide({ personId, command: 'propose', on: addDays(today, -2), source: 'PV 2' });
    await prison.calls.people.decide({ personId, command: 'postpone', on: addDays(today, -1), source: 'PV 3', newTerm: addDays(today, 200) });
    const resting = await view(personId);
    expect([resting.resting, await bed(), await due(personId)]).toEqual([true, undefined, []]);
    await prison.calls.people.decide({ personId, command: 'expectAgain', on: today, source: 'PV 4' });
    await prison.calls.people.setDate({ personId, kind: 'COMMISSION', date: addDays(today, 200), certainty: 'DECIDED', source: 'PV 5', reasonForChange: 'termen nou' });
    expect([(await view(personId)).resting, await bed()]).toEqual([false, addDays(today, 200 - 75)]);
  });

  it('keeps what was done when the way of leaving changes, and takes back one’s own mark of today only', async () => {
    const personId = await somebody(20);
    const { checklistId } = await prison.calls.release.start({ personId, kind: 'CONDITIONAL' });
    await prison.calls.release.mark({ checklistId, code: 'BED', command: 'finish', note: 'letter 3' });
    await prison.calls.release.mark({ checklistId, code: 'MEDICINES', command: 'refuse' });
    await prison.calls.release.switchKind({ checklistId, kind: 'END_OF_SENTENCE' });
    const state = async (item: string) => stateOf((await view(personId)).lines.find((line) => line.item.code === item)!.item);
    expect([await state('BED'), await state('MEDICINES'), (await view(personId)).readiness]).toMatchObject(['DONE', 'REFUSED', { done: 1, refused: 1 }]);
    await prison.changeUser(names.coordinator);
    expect(await refusal(prison.calls.release.unmark({ checklistId, code: 'BED' }))).toBe('checklist.nothingToUndo');
    expect(await refusal(prison.calls.release.mark({ checklistId, code: 'BED', command: 'reopen' }))).toBe('checklist.reasonNeeded');
    await prison.changeUser(names.educator);
    await prison.calls.release.unmark({ checklistId, code: 'BED' });
    expect(await state('BED')).toBe('OPEN');
  });

  it('is signed by a second person, who says with a reason what is missing', async () => {
    const personId = await somebody(20);
    const { checklistId } = await prison.calls.release.start({ personId, kind: 'END_OF_SENTENCE' });
    await prison.changeUser(names.coordinator);
    const open = (await first(prison.calls.people.brief({ id: personId }))).missing.map(({ what }) => what);
    expect(open).toEqual(expect.arrayContaining(['BED', 'IDENTITY_PAPER', 'MEDICINES', 'OBLIGATIONS']));
    expect(await refusal(prison.calls.release.signOff({ checklistId, open, goesOn: [] }))).toBe('checklist.openCritical');
    expect(await refusal(prison.calls.release.signOff({ checklistId, open: [], goesOn: [] }))).toBe('checklist.changedMeanwhile');
    await prison.calls.release.signOff({ checklistId, open, goesOn: [], reason: 'the shelter answers on Monday' });
    expect((await view(personId)).list?.signOff).toMatchObject({ open, reason: 'the shelter answers on Monday' });
    await prison.changeUser(names.educator);
    await prison.calls.release.mark({ checklistId, code: 'BED', command: 'finish' });
    expect((await view(personId)).list?.signOff).toBeDefined();
    await prison.calls.release.mark({ checklistId, code: 'BED', command: 'reopen', note: 'the landlord withdrew' });
    expect((await view(personId)).list?.signOff).toBeUndefined();
  });
});

describe('obligations', () => {
  const sentence = { kind: 'REPORT', text: 'Mă prezint la serviciu.', lang: 'ro', act: '17/2026', from: today, protectsSomebody: false } as const;
  it('are unknown, said to be none, or entered; and unknown is critical', async () => {
    const personId = await somebody(20);
    const critical = async () => (await first(prison.calls.people.brief({ id: personId }))).missing.some(({ what }) => what === 'OBLIGATIONS');
    expect([(await road(personId)).obligationsKnown, await critical()]).toEqual([false, true]);
    await prison.calls.release.noObligations({ personId, source: 'decizia 4/2026' });
    expect([(await road(personId)).road?.noObligations?.source, await critical()]).toEqual(['decizia 4/2026', false]);
    const { obligationId } = await prison.calls.release.addObligation({ personId, obligation: sentence });
    expect((await road(personId)).road?.noObligations).toBeUndefined();
    expect(await refusal(prison.calls.release.noObligations({ personId, source: 'x 1' }))).toBe('obligation.thereAreSome');
    expect(await refusal(prison.calls.release.addObligation({ personId, obligation: { ...sentence, act: 'vecina' } }))).toBe('obligation.actNumber');
    await prison.calls.release.endObligation({ obligationId, reason: 'din greșeală' });
    expect([(await road(personId)).obligationsKnown, (await road(personId)).obligations[0]?.ended?.reason]).toEqual([false, 'din greșeală']);
  });

  it('are read aloud, and again when one changed', async () => {
    const personId = await somebody(20);
    expect(await refusal(prison.calls.release.readAloud({ personId, on: today }))).toBe('obligation.nothingToRead');
    const { obligationId } = await prison.calls.release.addObligation({ personId, obligation: sentence });
    expect((await road(personId)).unread).toEqual([obligationId]);
    expect(await refusal(prison.calls.release.readAloud({ personId, on: addDays(today, 1) }))).toBe('obligation.readInFuture');
    await prison.calls.release.readAloud({ personId, on: today });
    const read = await road(personId);
    expect(read.unread).toEqual([]);
    await prison.calls.release.changeObligation({ obligationId, _rev: read.obligations[0]!._rev, obligation: { ...sentence, text: 'Mă prezint vinerea.' } });
    expect((await road(personId)).unread).toEqual([obligationId]);
  });
});

describe('a prohibition of contact', () => {
  it('is compared by somebody before a list is signed and a hand-over prepared, and again when the address changes', async () => {
    const personId = await somebody(20);
    const person = (await first(prison.calls.people.get({ id: personId }))).person;
    await prison.calls.people.setDetails({ personId, _rev: person._rev, details: { contactBans: [{ id: '01900000-0000-7000-8000-00000000000c', kind: 'NO_CONTACT', act: '9/2026' }] } });
    await prison.calls.release.setDestination({ personId, destination: { addressState: 'SAID', municipality: 'Lugoj', address: 'Str. Lungă 5' } });
    const { checklistId } = await prison.calls.release.start({ personId, kind: 'END_OF_SENTENCE' });
    const [question] = (await road(personId)).bans;
    expect(question).toEqual({ subject: 'DESTINATION', of: 'Str. Lungă 5, Lugoj' });
    const mandate = { kind: 'VOLUNTARY_AFTERCARE', act: 'cerere 1/2026', date: today } as const;
    const preparing = () => refusal(prison.calls.handovers.prepare({ personId, recipientServiceId: personId, mandate, documentLanguage: 'ro', confirmedCaseHash: 'a'.repeat(64) }));
    const signing = async () => {
      await prison.changeUser(names.coordinator);
      const open = (await first(prison.calls.people.brief({ id: personId }))).missing.map(({ what }) => what);
      const answer = await refusal(prison.calls.release.signOff({ checklistId, open, goesOn: [], reason: 'r' }));
      await prison.changeUser(names.educator);
      return answer;
    };
    expect([await preparing(), await signing()]).toEqual(['bans.notCompared', 'bans.notCompared']);
    expect(await refusal(prison.calls.release.tickBan({ personId, subject: 'DESTINATION', of: 'elsewhere', ticked: true }))).toBe('bans.changed');
    await prison.calls.release.tickBan({ personId, subject: 'DESTINATION', of: question!.of, ticked: true });
    expect((await road(personId)).bans[0]?.checked?.on).toBe(today);
    expect(await preparing()).not.toBe('bans.notCompared');
    const known = (await road(personId)).road!;
    expect(await refusal(prison.calls.release.setDestination({ personId, destination: { addressState: 'NONE' } }))).toBe('vault.CONFLICT');
    await prison.calls.release.setDestination({ personId, _rev: known._rev, destination: { addressState: 'CONFIRMED', municipality: 'Lugoj', address: 'Str. Lungă 7' } });
    expect(await preparing()).toBe('bans.notCompared');
    expect((await road(personId)).bans[0]?.checked).toBeUndefined();
  });
});
