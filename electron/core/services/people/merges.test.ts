import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CollectionName } from '../../../../shared/domain/collections.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planToApprove, planWith } from '../../demo/story.ts';
import { names, programme } from '../../demo/story-texts.ts';
import { about as everyDocument } from '../query.ts';
import { newId } from '../work.ts';
import { alike, countDuplicates, duplicates } from './duplicates.ts';
import { mergedInto, mergedOf } from './merges.ts';
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
    const found = (await duplicates(work())).pairs.map(({ people }) => people.map(({ id }) => id).toSorted());
    expect(found).toContainEqual([a, b].toSorted());
    const { id } = await prison.calls.people.add({ code: `${newId().slice(-7)}x`, familyName: 'Mureșan', givenName: 'Ștefan', birthDate: '1999-09-09' });
    expect((await duplicates(work())).pairs.some(({ people }) => people.some((person) => person.id === id))).toBe(false);
  });

  it('are named before somebody is added', async () => {
    const { a } = await twice();
    const person = (await vault().get('people', a))!;
    const found = await alike(work(), { familyName: 'MURESAN', givenName: 'Stefan', birthDate: person.birthDate });
    expect(found.people.map(({ id }) => id)).toContain(a);
    expect(found.elsewhere).toBe(0);
    expect((await alike(work(), { familyName: 'Mureșan', givenName: 'Andrei', birthDate: person.birthDate })).people).toEqual([]);
  });

  it('are shown no more once somebody said, with a reason, that they are two; looked at again, they are back', async () => {
    const { a, b } = await twice();
    const shows = async () => (await duplicates(work())).pairs.some(({ people }) => people.some(({ id }) => id === a));
    const before = countDuplicates(work());
    expect((await duplicates(work())).pairs.find(({ people }) => people.some(({ id }) => id === a))?.why).toBe('OTHER_ORDER');
    await prison.calls.people.notSame({ personId: a, otherId: b, reason: 'gemeni, acte de identitate văzute' });
    expect([await shows(), countDuplicates(work())]).toEqual([false, before - 1]);
    expect((await duplicates(work())).apart).toMatchObject([{ people: [{ id: a }, { id: b }], reason: 'gemeni, acte de identitate văzute', on: today }]);
    await prison.calls.people.lookAgain({ personId: b, otherId: a });
    expect([await shows(), countDuplicates(work()), (await duplicates(work())).apart]).toEqual([true, before, []]);
    expect(await vault().get('people', a)).not.toHaveProperty('notSame');
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

  it('of what a person has one at a time the kept one\'s stays and the other\'s comes back; nothing is left behind, and undone all is as it was', async () => {
    const { a, b } = await twice();
    const { calls } = prison;
    for (const personId of [a, b]) {
      await calls.people.setDate({ personId, kind: 'END_OF_SENTENCE', date: '2026-12-20', certainty: 'CALCULATED', source: 'mandat 1' });
      await calls.release.setDestination({ personId, destination: { addressState: 'SAID', municipality: personId === a ? 'Timișoara' : 'Arad' } });
      await calls.release.start({ personId, kind: 'END_OF_SENTENCE' });
      const { roundId } = await calls.needs.openRound({ personId, kind: 'RECEPTION', conductedOn: today, sources: ['INTERVIEW'] });
      await calls.needs.record({ roundId, domain: 'EMPLOYMENT', answer: 'NEED', level: 2, statement: { text: 'Fără meserie.', lang: 'ro', basis: 'PERSON_SAYS' } });
      await calls.requests.add({ personId, about: 'WORK', text: 'Cer să lucrez.', receivedOn: today, lang: 'ro' });
    }
    await calls.sittings.add({ kind: 'HEARING', on: '2026-12-10', source: 'citație 1', personIds: [a, b] });
    await calls.release.noObligations({ personId: a, source: 'hotărârea 1' });
    const obligation = { kind: 'REPORT', text: 'Se prezintă la serviciu.', lang: 'ro', act: 'hotărârea 2', from: '2026-12-21', protectsSomebody: false } as const;
    await calls.release.addObligation({ personId: b, obligation });
    await calls.appointments.add({ personId: b, content: { organisation: 'Casa de sănătate', purpose: 'asigurare', domain: 'HEALTH', at: { when: 'EXACT', date: '2026-12-22' }, bring: [], mandatory: false } });
    await calls.drafts.keep({ form: 'notes.add', personId: b, value: '{"text":"început"}' });

    const all = async (personId: string) => (await Promise.all(CollectionName.options.map((collection) => everyDocument(vault(), collection, personId)))).flat();
    const bare = (docs: Awaited<ReturnType<typeof all>>) => docs.filter(({ type }) => type !== 'draft' && type !== 'road').map(({ _rev, ...doc }) => doc).toSorted((x, y) => (x.id < y.id ? -1 : 1));
    const before = { a: await all(a), b: await all(b) };
    const look = await calls.people.lookAtMerge({ keepId: a, otherId: b });
    expect(look.aside).toEqual([{ group: 'ROAD', count: 2 }, { group: 'SITTINGS', count: 1 }]);
    expect(look.moves.map(({ group }) => group)).toEqual(['NEEDS', 'NOTES', 'REQUESTS', 'ROAD', 'CHOICES']);

    const { mergedId } = await calls.people.merge({ keepId: a, otherId: b });
    expect((await all(b)).map(({ type }) => type)).toEqual(['draft']);
    const drafts = () => vault().rows('assessments', 'draft', ['personId']).map(({ personId }) => personId);
    expect((await calls.drafts.list()).find(({ form }) => form === 'notes.add')).toMatchObject({ personId: a, personName: 'Mureșan Ștefan' });
    expect(drafts()).toEqual([a]);
    const road = (await all(a)).filter(({ type }) => type === 'road');
    expect(road).toMatchObject([{ destination: { municipality: 'Timișoara' } }]);
    expect(road[0]).not.toHaveProperty('noObligations');
    expect(await mergedInto(work(), b)).toMatchObject({ personId: a, name: 'Mureșan Ștefan', on: today });
    // the day's list of the one who works with them opens, and names nobody who is gone
    for await (const day of await calls.home.due({ whose: 'all', limit: 400 })) {
      expect(JSON.stringify(day)).not.toContain(b);
      break;
    }

    await calls.people.unmerge({ mergedId });
    expect(bare(await all(b))).toEqual(bare(before.b));
    expect(bare((await all(a)).filter(({ type }) => type !== 'draft'))).toEqual(bare(before.a));
    expect((await all(b)).find(({ type }) => type === 'road')).toMatchObject({ destination: { municipality: 'Arad' } });
    expect(await mergedInto(work(), b)).toBeNull();
  });

  it('where both say something else it is chosen; a plan that came as a draft and was approved since stays where it was signed', async () => {
    const { a, b } = await twice();
    const { calls } = prison;
    for (const [personId, date] of [[a, '2028-01-01'], [b, '2029-01-01']] as const) await calls.people.setDate({ personId, kind: 'END_OF_SENTENCE', date, certainty: 'CALCULATED', source: `mandat ${date}` });
    const look = await calls.people.lookAtMerge({ keepId: a, otherId: b });
    expect([look.differing, look.differingDates]).toEqual([['familyName', 'givenName'], ['END_OF_SENTENCE']]);
    const { contentId } = await planToApprove(prison, b, today);
    const { mergedId } = await calls.people.merge({ keepId: a, otherId: b, taking: { fields: ['givenName', 'unit'], dates: ['END_OF_SENTENCE'] } });
    expect(await vault().get('people', a)).toMatchObject({
      familyName: 'Mureșan',
      givenName: 'Muresan',
      releaseDates: [{ date: '2028-01-01', supersededOn: today }, { date: '2029-01-01' }],
    });
    await prison.changeUser(names.coordinator);
    await calls.plans.approve({ contentId });
    await prison.changeUser(names.educator);
    expect(await mergedOf(work(), a)).toMatchObject([{ plansStay: 1 }]);
    await calls.people.unmerge({ mergedId });
    expect(await vault().get('plans', contentId)).toMatchObject({ personId: a });
    expect(await vault().get('people', a)).toMatchObject({ givenName: 'Ștefan', releaseDates: [{ date: '2028-01-01' }] });
    expect(await vault().get('people', b)).toMatchObject({ givenName: 'Muresan', releaseDates: [{ date: '2029-01-01' }] });
  });

  const refusing = (code: string) => ({ code: 'REFUSED', data: { code } });

  it('are not merged where what was agreed would have to be rewritten, nor where they stand apart', async () => {
    const { a, b } = await twice();
    await expect(prison.calls.people.merge({ keepId: a, otherId: a })).rejects.toMatchObject(refusing('merge.same'));
    await planWith(prison, b, today);
    expect(await prison.calls.people.lookAtMerge({ keepId: a, otherId: b })).toMatchObject({ refusal: 'merge.keepThePlan', moves: expect.arrayContaining([{ group: 'PLANS', count: 1 }]) });
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
