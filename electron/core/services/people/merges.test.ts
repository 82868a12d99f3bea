import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names, programme } from '../../demo/story-texts.ts';
import { newId } from '../work.ts';
import { alike, duplicates } from './duplicates.ts';
import { mergedOf } from './merges.ts';
import { findByCode } from './people.ts';

let folder: string;
let prison: DemoWorkplace;
const today = '2026-11-22';
const work = () => prison.core.session.work();
const vault = () => prison.core.session.vault;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

let born = 0;
/** Two records of one person: each with a round, a note and a choice. */
const twice = async (): Promise<{ a: string; b: string; codes: readonly [string, string] }> => {
  const birthDate = `198${Math.floor(born / 12) % 10}-${String((born++ % 12) + 1).padStart(2, '0')}-05`;
  const codes = [newId().slice(-8), newId().slice(-8)] as const;
  const add = async (code: string, familyName: string, givenName: string): Promise<string> => {
    const { id: personId } = await prison.calls.people.add({ code, familyName, givenName, birthDate });
    await prison.calls.notes.add({ personIds: [personId], kind: 'CONVERSATION', basis: 'OBSERVED', on: today, text: `Despre ${code}.`, lang: 'ro' });
    await prison.calls.consents.record({ personId, purpose: 'FOLLOW_UP', decision: 'GIVEN', on: today, lang: 'ro' });
    return personId;
  };
  const a = await add(codes[0], 'Mureșan', 'Ștefan');
  return { a, b: await add(codes[1], 'Stefan', 'Muresan'), codes };
};

const about = (personId: string) => (['assessments', 'consents', 'learning'] as const).flatMap((collection) =>
  (collection === 'assessments' ? ['round', 'note'] : collection === 'consents' ? ['consent'] : ['enrolment']).flatMap((type) => vault().rows(collection, type, ['personId']).filter((row) => row.personId === personId).map(({ id }) => id)),
).toSorted();

describe('people who may be here twice', () => {
  it('are found by their day of birth and the sound of their names, also swapped; never by a number', async () => {
    const { a, b } = await twice();
    const found = (await duplicates(work())).map(({ people }) => people.map(({ id }) => id).toSorted());
    expect(found).toContainEqual([a, b].toSorted());
    const { id } = await prison.calls.people.add({ code: `${newId().slice(-7)}x`, familyName: 'Mureșan', givenName: 'Ștefan', birthDate: '1999-09-09' });
    expect((await duplicates(work())).some(({ people }) => people.some((person) => person.id === id))).toBe(false);
  });

  it('are named before somebody is added', async () => {
    const { a } = await twice();
    const person = (await vault().get('people', a))!;
    const found = await alike(work(), { familyName: 'MURESAN', givenName: 'Stefan', birthDate: person.birthDate });
    expect(found.people.map(({ id }) => id)).toContain(a);
    expect(found.elsewhere).toBe(0);
    expect((await alike(work(), { familyName: 'Mureșan', givenName: 'Andrei', birthDate: person.birthDate })).people).toEqual([]);
  });

  it('are shown no more once somebody said that they are two', async () => {
    const { a, b } = await twice();
    await prison.calls.people.notSame({ personId: a, otherId: b });
    expect((await duplicates(work())).some(({ people }) => people.some(({ id }) => id === a))).toBe(false);
  });
});

describe('two records of one person', () => {
  it('become one in one commit; undone, both are as they were', async () => {
    const { a, b, codes } = await twice();
    await prison.calls.people.setDate({ personId: b, kind: 'HEARING', date: '2027-03-01', certainty: 'DECIDED', source: 'citație 3' });
    const before = { a: await vault().get('people', a), b: await vault().get('people', b), ofA: about(a), ofB: about(b) };
    const { mergedId } = await prison.calls.people.merge({ keepId: a, otherId: b });

    expect(await vault().get('people', b)).toBeUndefined();
    expect(about(b)).toEqual([]);
    expect(about(a)).toEqual([...before.ofA, ...before.ofB].toSorted());
    expect(await vault().get('people', a)).toMatchObject({ otherCodes: [codes[1]], releaseDates: [{ kind: 'HEARING', date: '2027-03-01' }] });
    expect((await findByCode(work(), codes[1]))?.id).toBe(a);
    expect(await mergedOf(work(), a)).toMatchObject([{ name: 'Stefan Muresan', code: codes[1], documents: 2 }]);
    const trail = await vault().audit.read({ limit: 2 });
    expect(new Set(trail.map(({ action, subject }) => `${action} ${subject}`))).toEqual(new Set([a, b].map((id) => `people.merge ${vault().audit.subjectOf(id)}`)));

    // what is made after the merge stays
    const { noteIds } = await prison.calls.notes.add({ personIds: [a], kind: 'CONVERSATION', basis: 'OBSERVED', on: today, text: 'După unire.', lang: 'ro' });
    await prison.calls.people.unmerge({ mergedId });
    expect(about(b)).toEqual(before.ofB);
    expect(about(a)).toEqual([...before.ofA, ...noteIds].toSorted());
    const bare = (person: object | undefined) => ({ ...person, _rev: '', updatedAt: '', updatedBy: '' });
    expect(bare(await vault().get('people', a))).toEqual(bare(before.a));
    expect(bare(await vault().get('people', b))).toEqual(bare(before.b));
    expect(await mergedOf(work(), a)).toEqual([]);
  });

  it('are sealed under the key of the kept one: erased with them', async () => {
    const { a, b } = await twice();
    await prison.calls.people.merge({ keepId: a, otherId: b });
    const notes = about(a);
    await vault().erasePerson(a, { action: 'test.erase', personId: a });
    for (const id of notes) expect(vault().peopleOf(id)).toEqual([]);
    expect(vault().rows('consents', 'merged', ['personId']).filter((row) => row.personId === a)).toEqual([]);
  });

  it('stay merged over a restart', async () => {
    const { a, b } = await twice();
    await prison.calls.people.merge({ keepId: a, otherId: b });
    const ids = about(a);
    await prison.changeUser(names.coordinator);
    await prison.changeUser(names.educator);
    expect(about(a)).toEqual(ids);
    for (const { documents } of await mergedOf(work(), a)) expect(documents).toBe(2);
  });

  it('what is changed in the kept record after the merge stays with it', async () => {
    const { a, b } = await twice();
    await prison.calls.people.setDate({ personId: b, kind: 'HEARING', date: '2027-03-01', certainty: 'DECIDED', source: 'citație 3' });
    const { mergedId } = await prison.calls.people.merge({ keepId: a, otherId: b });
    await prison.calls.people.setDate({ personId: a, kind: 'HEARING', date: '2027-04-01', certainty: 'DECIDED', source: 'citație 4', reasonForChange: 'amânat' });
    await prison.calls.people.unmerge({ mergedId });
    expect(await vault().get('people', a)).toMatchObject({ releaseDates: [{ date: '2027-03-01', supersededOn: today }, { date: '2027-04-01' }] });
    expect(await vault().get('people', b)).toMatchObject({ releaseDates: [{ date: '2027-03-01' }] });
  });

  const refusing = (code: string) => ({ code: 'REFUSED', data: { code } });

  it('are not merged where what was agreed would have to be rewritten, nor where they stand apart', async () => {
    const { a, b } = await twice();
    await expect(prison.calls.people.merge({ keepId: a, otherId: a })).rejects.toMatchObject(refusing('merge.same'));
    await planWith(prison, b, today);
    expect(await prison.calls.people.lookAtMerge({ keepId: a, otherId: b })).toMatchObject({ refusal: 'merge.keepThePlan', plans: 1 });
    await expect(prison.calls.people.merge({ keepId: a, otherId: b })).rejects.toMatchObject(refusing('merge.keepThePlan'));
    expect(await prison.calls.people.lookAtMerge({ keepId: b, otherId: a })).not.toHaveProperty('refusal');
    await prison.calls.plans.draft({ personId: a, kind: 'INITIAL', lang: 'ro' });
    await expect(prison.calls.people.merge({ keepId: b, otherId: a })).rejects.toMatchObject(refusing('merge.bothPlans'));
    await prison.calls.people.turn({ personId: a, kind: 'DEATH', on: today, source: 'certificat 1' });
    await expect(prison.calls.people.merge({ keepId: b, otherId: a })).rejects.toMatchObject(refusing('merge.status'));
  });

  it('both on one course keep both their places until somebody is taken off', async () => {
    const { a, b } = await twice();
    const { programmeId } = await prison.calls.learning.addProgramme({ ...programme, code: newId().slice(-6) });
    const { runId } = await prison.calls.learning.addRun({ programmeId, label: 'Grupa 1', sessions: [{ on: today, minutes: 60 }] });
    await prison.calls.learning.enrol({ runId, personIds: [a, b] });
    await prison.calls.people.merge({ keepId: a, otherId: b });
    expect(vault().rows('learning', 'enrolment', ['personId']).filter(({ personId }) => personId === a)).toHaveLength(2);
  });
});
