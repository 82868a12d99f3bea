import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ObjectiveInput } from '../../../../shared/contract/casework.ts';
import type { UserRole } from '../../../../shared/domain/roles.ts';
import { DEMO_PASSWORD, demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { isSignedBy } from '../work.ts';
import { dueView } from '../home/due.ts';
import { admit } from '../users/users.ts';
import { lineStatement } from './line-signatures.ts';
import { plansOf } from './plans.ts';

let folder: string;
let prison: DemoWorkplace;
const today = '2026-11-22';
const psychologist = 'Petra Exemplu';
const social = 'Ilie Exemplu';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
  await prison.changeUser(names.coordinator);
  const colleagues: readonly (readonly [string, UserRole])[] = [[psychologist, 'PSYCHOLOGIST'], [social, 'SOCIAL_WORKER'], ['Silviu Exemplu', 'DIRECTOR']];
  for (const [name, role] of colleagues) await admit(prison.core.session.work(), { name, roles: [role] }, DEMO_PASSWORD, false);
  await prison.changeUser(names.educator);
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

let people = 0;
const draft = async () => {
  people += 1;
  const { id: personId } = await prison.calls.people.add({ code: `TM-${people}`, familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
  return { personId, ...(await prison.calls.plans.draft({ personId, kind: 'INITIAL', lang: 'ro' })) };
};
const goal = (title: string, line?: ObjectiveInput['line']): ObjectiveInput => ({
  title,
  domain: 'FAMILY',
  horizon: 'IN_CUSTODY',
  steps: [{ text: 'Discuție', owner: 'PERSON', carriesOver: false }],
  ...(line === undefined ? {} : { line }),
});
const newest = async (personId: string) => (await plansOf(prison.core.session.work(), personId))[0]!;
const toSign = async (): Promise<string[]> =>
  (await dueView(prison.core.session.work(), { whose: 'mine', limit: 40 })).groups.flatMap(({ lines }) => lines.flatMap(({ kind, person, count }) => (kind === 'LINE_UNSIGNED' ? [`${person.id} ${count ?? 1}`] : [])));
const refused = (code: string) => ({ data: { code } });

it('three professions write one draft, each its own line, and each line is signed by its profession before a fourth approves', async () => {
  const { personId, contentId } = await draft();
  const { seen } = await prison.calls.plans.write({ contentId, personStatement: 'Vreau acasă.', objectives: [goal('Școala')], seen: { WORDS: 0, EDUCATION: 0 } });
  expect(seen).toEqual({ WORDS: 1, EDUCATION: 1, PSYCHOLOGICAL: 0, SOCIAL: 0, WORK: 0 });
  await expect(prison.calls.plans.write({ contentId, objectives: [goal('Furia', 'PSYCHOLOGICAL')], seen: { PSYCHOLOGICAL: 0 } })).rejects.toMatchObject(refused('plan.notYourLine'));
  await prison.changeUser(psychologist);
  await prison.calls.plans.write({ contentId, objectives: [goal('Furia', 'PSYCHOLOGICAL')], seen: { PSYCHOLOGICAL: 0 } });
  await prison.calls.plans.signLine({ contentId, line: 'PSYCHOLOGICAL' });
  await prison.changeUser(social);
  await prison.calls.plans.write({ contentId, objectives: [goal('Fetița', 'SOCIAL')], seen: { SOCIAL: 0 } });
  await expect(prison.calls.plans.signLine({ contentId, line: 'PSYCHOLOGICAL' })).rejects.toMatchObject(refused('plan.notYourLine'));
  await prison.changeUser(names.educator);
  // proposing signs the educator's own line, and nobody else's
  await prison.calls.plans.propose({ contentId });
  const { content, progress } = await newest(personId);
  expect(content.objectives.map(({ title }) => title)).toEqual(['Școala', 'Furia', 'Fetița']);
  expect(Object.entries(progress.lines ?? {}).map(([line, { signed }]) => [line, signed !== undefined])).toEqual([['EDUCATION', true], ['PSYCHOLOGICAL', true], ['SOCIAL', false]]);
  const { by = '', on = '', signature = '' } = progress.lines?.PSYCHOLOGICAL?.signed ?? {};
  const { vault } = prison.core.session;
  expect(isSignedBy(vault, by, lineStatement(content, 'PSYCHOLOGICAL', on), signature)).toBe(true);
  expect(isSignedBy(vault, by, lineStatement({ ...content, objectives: [] }, 'PSYCHOLOGICAL', on), signature)).toBe(false);

  await prison.calls.plans.answer({ contentId, answer: 'AGREES', on: today, signature: 'PAPER' });
  await prison.changeUser(names.coordinator);
  await expect(prison.calls.plans.approve({ contentId })).rejects.toMatchObject({ data: { code: 'plan.lineNotSigned', params: { line: 'SOCIAL' } } });
  await prison.changeUser(social);
  // their turn stands on their own day, though they work with the person by this line only
  expect(await toSign()).toEqual([`${personId} 1`]);
  await prison.calls.plans.signLine({ contentId, line: 'SOCIAL' });
  expect(await toSign()).toEqual([]);
  await prison.changeUser(names.coordinator);
  await prison.calls.plans.approve({ contentId });
  expect((await newest(personId)).progress.status).toBe('ACTIVE');
  // what is frozen is not written any more, by nobody
  await expect(prison.calls.plans.write({ contentId, objectives: [] })).rejects.toMatchObject(refused('plan.notDraft'));
  await prison.changeUser(names.educator);
});

it('the second save of one line is refused, the first stays, and the second may still be saved on top of it', async () => {
  const { personId, contentId } = await draft();
  const { seen } = await prison.calls.plans.write({ contentId, objectives: [goal('Întâi')] });
  await prison.changeUser(names.coordinator);
  await prison.calls.plans.write({ contentId, objectives: [goal('Al coordonatorului')], seen: { EDUCATION: seen.EDUCATION ?? -1 } });
  await prison.changeUser(names.educator);
  const late = { contentId, objectives: [goal('Al educatorului')] };
  await expect(prison.calls.plans.write({ ...late, seen: { EDUCATION: seen.EDUCATION ?? -1 } })).rejects.toMatchObject({ data: { code: 'plan.changedMeanwhile', params: { part: 'EDUCATION' } } });
  expect((await newest(personId)).content.objectives.map(({ title }) => title)).toEqual(['Al coordonatorului']);
  await prison.calls.plans.write({ ...late, seen: { EDUCATION: 2 } });
  expect((await newest(personId)).content.objectives.map(({ title }) => title)).toEqual(['Al educatorului']);
});

it('whoever wrote in it once does not approve it, also when nothing of theirs is left', async () => {
  const { contentId } = await draft();
  await prison.changeUser(names.coordinator);
  await prison.calls.plans.write({ contentId, personStatement: 'cuvinte', objectives: [], seen: { WORDS: 0 } });
  await prison.changeUser(names.educator);
  await prison.calls.plans.write({ contentId, personStatement: 'alte cuvinte', objectives: [goal('Școala')] });
  await prison.calls.plans.propose({ contentId });
  await prison.calls.plans.answer({ contentId, answer: 'AGREES', on: today, signature: 'PAPER' });
  await prison.changeUser(names.coordinator);
  await expect(prison.calls.plans.approve({ contentId })).rejects.toMatchObject(refused('plan.secondPersonNeeded'));
  await prison.changeUser('Silviu Exemplu');
  await prison.calls.plans.approve({ contentId });
  await prison.changeUser(names.educator);
});

it('where a post is empty the line is written by who leads the area, and its absence stands in the plan', async () => {
  const { personId, contentId } = await draft();
  await prison.calls.plans.lineUnavailable({ contentId, line: 'PSYCHOLOGICAL', reason: 'NO_POST' });
  expect((await newest(personId)).progress.lines?.PSYCHOLOGICAL?.notAvailable).toMatchObject({ reason: 'NO_POST', on: today });
  const [entry] = await prison.core.session.vault!.audit.read({ limit: 1 });
  expect(JSON.stringify(entry)).not.toContain('NO_POST');
  await prison.changeUser(names.coordinator);
  await prison.calls.plans.write({ contentId, objectives: [goal('Furia', 'PSYCHOLOGICAL')], seen: { PSYCHOLOGICAL: 0 } });
  await prison.changeUser(names.educator);
  await prison.calls.plans.propose({ contentId });
  await prison.calls.plans.answer({ contentId, answer: 'AGREES', on: today, signature: 'PAPER' });
  await prison.changeUser('Silviu Exemplu');
  await prison.calls.plans.approve({ contentId });
  await prison.changeUser(names.educator);
});

it('a goal goes its way beside the frozen text, and a removed one is not taken into the next version', async () => {
  const { personId, contentId } = await draft();
  await prison.calls.plans.write({ contentId, objectives: [goal('Școala'), goal('Vizite')] });
  await prison.calls.plans.propose({ contentId });
  await prison.calls.plans.answer({ contentId, answer: 'AGREES', on: today, signature: 'PAPER' });
  await prison.changeUser(names.coordinator);
  const { contentHash } = await prison.calls.plans.approve({ contentId });
  await prison.changeUser(names.educator);
  const [school, visits] = (await newest(personId)).content.objectives.map(({ id }) => id);
  const mark = (objectiveId = '', how: object = {}) => prison.calls.plans.markObjective({ contentId, objectiveId, command: 'begin', ...how });
  await mark(school);
  await mark(school, { command: 'achieve', note: 'diplomă' });
  await expect(mark(visits, { command: 'remove' })).rejects.toMatchObject(refused('plan.removalReasonNeeded'));
  await mark(visits, { command: 'remove', reason: 'NO_LONGER_WANTED' });
  const now = await newest(personId);
  expect([now.progress.objectives?.[school!]?.status, now.progress.objectives?.[visits!]?.status, now.content.contentHash]).toEqual(['ACHIEVED', 'REMOVED', contentHash]);
  const next = await prison.calls.plans.draft({ personId, kind: 'REVIEW', lang: 'ro' });
  const copied = await newest(personId);
  expect(copied.content.objectives.map(({ title }) => title)).toEqual(['Școala']);
  expect(copied.progress).toMatchObject({ lines: { EDUCATION: { rev: 0 } }, objectives: { [school!]: { status: 'ACHIEVED' } } });
  await prison.calls.plans.close({ contentId: next.contentId, reason: 'BY_MISTAKE' });
  await prison.calls.plans.unmarkObjective({ contentId, objectiveId: visits! });
  const again = await prison.calls.plans.draft({ personId, kind: 'REVIEW', lang: 'ro' });
  expect((await newest(personId)).content).toMatchObject({ id: again.contentId, versionNo: 3 });
});

it('an approval by a body that the country’s file does not name is not recorded', async () => {
  const { contentId } = await draft();
  await expect(prison.calls.plans.recordApproval({ contentId, body: 'SUPERVISORY_MAGISTRATE', on: today, act: '1/2026' })).rejects.toMatchObject(refused('plan.externalNotInForce'));
});
