import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDay, CalendarQuery } from '../../../../shared/contract/calendar.ts';
import { CalendarKind } from '../../../../shared/domain/calendar.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';

let folder: string;
let prison: DemoWorkplace;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse(`${today}T10:00:00Z`));
  await createPrison(prison);
});
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = async (query: Partial<CalendarQuery>): Promise<readonly CalendarDay[]> => {
  for await (const { days } of await prison.calls.home.calendar({ from: today, days: 42, whose: 'all', kinds: CalendarKind.options, perDay: 50, ...query })) return days;
  return [];
};
const told = (days: readonly CalendarDay[]) => days.flatMap(({ entries }) => entries.map(({ kind, on, what, time, person, run }) => [on, kind, what ?? run?.label, time, person?.name].filter((part) => part !== undefined).join(' · ')));

const add = async (code: string, familyName: string): Promise<string> => (await prison.calls.people.add({ code, familyName, givenName: 'Om', birthDate: '1980-01-01', unit: 'S1' })).id;
const setDate = (personId: string, kind: 'COMMISSION' | 'END_OF_SENTENCE' | 'PERMIT_RETURN', date: string, time?: string) =>
  prison.calls.people.setDate({ personId, kind, date, certainty: 'DECIDED', source: 'x', ...(time === undefined ? {} : { time }) });

it('shows the dates of the road, sessions and reviews on their days, with a name for what is shown and a number for the rest', async () => {
  const [first, second] = [await add('C-1', 'Comisie'), await add('C-2', 'Liber')];
  await setDate(first, 'COMMISSION', '2026-11-25', '09:30');
  await setDate(second, 'END_OF_SENTENCE', '2026-11-25');
  await setDate(second, 'PERMIT_RETURN', '2026-11-24');
  const { programmeId } = await prison.calls.learning.addProgramme({ code: 'CAL', title: { en: 'Welding', it: 'Saldatura', ro: 'Sudură' }, area: 'VOCATIONAL', provider: 'Atelier', hours: 10 });
  await prison.calls.learning.addRun({ programmeId, label: 'Grupa 1', sessions: [{ on: '2026-11-25', minutes: 90 }, { on: '2026-11-26', minutes: 90 }] });
  const days = await look({});
  expect(told(days).filter((line) => /C-|Comisie|Liber|Grupa 1/.test(line))).toEqual([
    '2026-11-24 · RETURN · PERMIT_RETURN · Liber Om',
    '2026-11-25 · DECISION · COMMISSION · 09:30 · Comisie Om',
    '2026-11-25 · RELEASE · END_OF_SENTENCE · Liber Om',
    '2026-11-25 · SESSION · Grupa 1',
    '2026-11-26 · SESSION · Grupa 1',
  ]);
  const [wednesday] = await look({ from: '2026-11-25', days: 1, perDay: 1 });
  expect(wednesday).toMatchObject({ on: '2026-11-25', holiday: false, total: 3, entries: [{ kind: 'DECISION', time: '09:30' }], counts: [{ kind: 'RELEASE', count: 1 }, { kind: 'DECISION', count: 1 }, { kind: 'SESSION', count: 1 }] });
  expect(told(await look({ kinds: ['SESSION'] })).every((line) => line.includes('SESSION'))).toBe(true);
});

it('knows the holidays of the country', async () => {
  const [day] = await look({ from: '2026-12-01', days: 1 });
  expect(day?.holiday).toBe(true);
});

it('shows whose work is asked for: one’s own people, and courses one leads', async () => {
  const mine = told(await look({ whose: 'mine' }));
  expect(mine.some((line) => line.includes('Grupa 1'))).toBe(true);
  expect(mine.some((line) => line.includes('Comisie Om'))).toBe(false);
  await prison.changeUser(names.coordinator);
  expect(told(await look({ whose: 'mine' })).some((line) => line.includes('Grupa 1'))).toBe(false);
  await prison.changeUser(names.educator);
});

it('forgets somebody who has left, and what was put off moves', async () => {
  const id = await add('C-3', 'Plan');
  await planWith(prison, id, today);
  const reviews = async () => told(await look({ from: today, days: 42, kinds: ['REVIEW'] })).filter((line) => line.includes('Plan Om'));
  await setDate(id, 'COMMISSION', '2026-12-20');
  const [before] = await reviews();
  expect(before).toBeDefined();
  await prison.calls.caseload.putOffReviews({ personIds: [id], reason: 'STAFFING', until: '2026-12-15' });
  expect((await reviews())[0]).not.toBe(before);
});
