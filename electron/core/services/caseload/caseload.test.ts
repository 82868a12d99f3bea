import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
let manager: string;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse(`${today}T10:00:00Z`));
  await createPrison(prison);
  manager = (await prison.calls.users.colleagues()).find(({ name }) => name === names.coordinator)!.id;
});
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = async (givenName: string): Promise<string> => (await prison.calls.people.add({ code: newId().slice(-9), familyName: 'Exemplu', givenName, birthDate: '1980-01-01' })).id;
const stored = (id: string) => prison.core.session.vault.get('people', id);
const entries = async (limit: number) => (await prison.core.session.vault.audit.read({ limit })).map(({ action, subject, details }) => ({ action, subject, ...details }));
const markOf = (id: string) => prison.core.session.vault.audit.subjectOf(id);

describe('an act on several people', () => {
  it('gives each of them a case manager, with an entry for each, and names who is refused', async () => {
    const [one, two, already] = [await add('Unu'), await add('Doi'), await add('Gata')];
    await prison.calls.caseload.assign({ personIds: [already], as: 'CASE_MANAGER', userId: manager });
    const answer = await prison.calls.caseload.assign({ personIds: [one, already, two, one], as: 'CASE_MANAGER', userId: manager });
    expect(answer.done.map(({ id }) => id)).toEqual([one, two]);
    expect(answer.refused).toEqual([{ id: already, name: 'Exemplu Gata', code: (await stored(already))?.code, kind: 'refused', problem: 'caseload.alreadySo', params: {} }]);
    expect(await entries(2)).toEqual([two, one].map((id) => ({ action: 'people.assign', subject: markOf(id), as: 'CASE_MANAGER' })));
    expect([await stored(one), await stored(two)]).toMatchObject([{ caseManagerId: manager }, { caseManagerId: manager }]);
  });

  it('changes nobody when the colleague works with no cases, or there is none', async () => {
    const id = await add('Neschimbat');
    await expect(prison.calls.caseload.assign({ personIds: [id], as: 'DEPUTY', userId: id })).rejects.toMatchObject({ data: { code: 'notFound' } });
    expect(await stored(id)).not.toHaveProperty('deputyId');
  });

  it('puts off the reviews that there are, for one reason, and says who has none', async () => {
    const [planned, none] = [await add('Plan'), await add('Fără')];
    await planWith(prison, planned, today);
    const answer = await prison.calls.caseload.putOffReviews({ personIds: [planned, none], reason: 'STAFFING', until: '2027-03-01' });
    expect([...answer.done, ...answer.refused].map(({ id }) => id).toSorted()).toEqual([planned, none].toSorted());
    expect(answer.refused.find(({ id }) => id === none)).toMatchObject({ problem: 'caseload.noPlan', name: 'Exemplu Fără' });
  });

  it('begins the preparation of each with the list their dates speak of, and says who has one already', async () => {
    const [one, begun] = [await add('Începe'), await add('Începută')];
    await prison.calls.release.start({ personId: begun, kind: 'END_OF_SENTENCE' });
    await prison.calls.people.setDate({ personId: one, kind: 'END_OF_SENTENCE', date: '2027-01-20', certainty: 'DECIDED', source: 'x' });
    const answer = await prison.calls.caseload.startPreparations({ personIds: [one, begun] });
    expect(answer.done.map(({ id }) => id)).toEqual([one]);
    expect(answer.refused).toMatchObject([{ id: begun, problem: 'checklist.begun', name: 'Exemplu Începută' }]);
    expect(await entries(1)).toEqual([{ action: 'release.start', subject: markOf(one), kind: 'END_OF_SENTENCE' }]);
  });

  it('prints copies in one pile by one ticket, each recorded with its person', async () => {
    const [one, two] = [await add('Copie'), await add('Două')];
    for (const id of [one, two]) await planWith(prison, id, today);
    const previewIds = [];
    for (const personId of [one, two]) previewIds.push((await prison.calls.caseload.previewCopy({ personId })).previewId);
    const { ticket } = await prison.calls.caseload.printCopies({ previewIds });
    expect((await entries(2)).map(({ action, subject }) => [action, subject])).toEqual([two, one].map((id) => ['document.print', markOf(id)]));
    const tickets = prison.core.context().tickets;
    expect([tickets.take(ticket), tickets.take(ticket)]).toEqual([true, false]);
    await tickets.finish(ticket, 'DONE');
    for (const personId of [one, two]) for await (const list of await prison.calls.documents.ofPerson({ personId })) {
      expect(list).toMatchObject([{ document: 'person-copy', act: 'PRINTED', result: 'DONE' }]);
      break;
    }
    await expect(prison.calls.caseload.printCopies({ previewIds: [...previewIds, newId()] })).rejects.toMatchObject({ data: { code: 'document.previewGone' } });
  });
});

it('a selection from here to there follows the order of the list', async () => {
  const all = await prison.calls.caseload.range({ query: { sort: 'name' }, offset: 0, limit: 200 });
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)));
  expect(await prison.calls.caseload.range({ query: { sort: 'name' }, offset: 1, limit: 2 })).toEqual(all.slice(1, 3));
});

it('what each colleague has in hand is counted, people of nobody first', async () => {
  await prison.changeUser(names.coordinator);
  for await (const rows of await prison.calls.caseload.numbers()) {
    expect(rows[0]).not.toHaveProperty('userId');
    const mine = rows.find(({ userId }) => userId === manager);
    expect(mine).toMatchObject({ name: names.coordinator, people: 3 });
    expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe((await prison.calls.caseload.range({ query: { sort: 'name' }, offset: 0, limit: 200 })).length);
    break;
  }
});
