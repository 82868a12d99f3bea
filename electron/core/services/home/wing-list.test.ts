import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { seen } from '../../documents/testing/tools.ts';

let folder: string;
let prison: DemoWorkplace;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-23T10:00:00Z'));
  await createPrison(prison);
});
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = async (code: string, familyName: string, unit: string): Promise<string> => (await prison.calls.people.add({ code, familyName, givenName: 'Om', birthDate: '1980-01-01', unit })).id;
const look = async (unit: string) => {
  const { previewId, pdf } = await prison.calls.home.previewWing({ unit, day: '2026-11-25', language: 'ro' });
  return { previewId, text: seen(new Uint8Array(await pdf.arrayBuffer())).text };
};

it('lists who of one unit has to be where in a week, and leaves an entry for each of them when it is printed', async () => {
  const [court, course, other] = [await add('W-1', 'Instanțescu', 'Aripa A'), await add('W-2', 'Cursescu', 'Aripa A'), await add('W-3', 'Altul', 'Aripa B')];
  for (const personId of [court, other]) await prison.calls.people.setDate({ personId, kind: 'HEARING', date: '2026-11-26', time: '09:30', certainty: 'DECIDED', source: 'x' });
  const { programmeId } = await prison.calls.learning.addProgramme({ code: 'W', title: { en: 'Anger', it: 'Rabbia', ro: 'Furie' }, area: 'PSYCHOLOGICAL', provider: 'x', hours: 10 });
  const { runId } = await prison.calls.learning.addRun({ programmeId, label: 'Grupa furiei', sessions: [{ on: '2026-11-24', minutes: 60 }] });
  await prison.calls.learning.enrol({ runId, personIds: [course] });
  const { previewId, text } = await look('Aripa A');
  for (const told of ['Instanțescu Om', 'W-1', '09:30', 'Instanță', 'Cursescu Om', 'Curs sau școală']) expect(text).toContain(told);
  // nobody of another unit, and not which course
  for (const hidden of ['Altul', 'Furie', 'furiei']) expect(text).not.toContain(hidden);
  const { audit } = prison.core.session.vault;
  expect((await audit.read({ limit: 1 }))[0]).toMatchObject({ action: 'wing.preview', details: { people: 2 } });
  const { ticket } = await prison.calls.home.printWing({ previewId, pages: 1 });
  const entries = await audit.read({ limit: 2 });
  expect(entries.map(({ action }) => action)).toEqual(['wing.print', 'wing.print']);
  expect(entries.map(({ subject }) => subject).toSorted()).toEqual([court, course].map((id) => audit.subjectOf(id)).toSorted());
  const { tickets } = prison.core.context();
  expect(tickets.take(ticket)).toBe(true);
  await tickets.finish(ticket, 'DONE');
  expect((await audit.read({ limit: 1 }))[0]).toMatchObject({ action: 'wing.printEnd', details: { people: 2, result: 'DONE' } });
});

it('is refused for a unit in which nobody lives', async () => {
  await expect(look('Aripa Z')).rejects.toMatchObject({ data: { code: 'wing.unknownUnit' } });
});
