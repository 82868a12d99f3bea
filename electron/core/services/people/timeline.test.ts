import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import type { TimelineView } from '../../../../shared/contract/timeline.ts';
import type { TimelineKind } from '../../../../shared/domain/timeline.ts';

let folder: string;
let prison: DemoWorkplace;
let personId: string;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse(`${today}T10:00:00Z`));
  await createPrison(prison);
  ({ id: personId } = await prison.calls.people.add({ code: 'T-1', familyName: 'Linie', givenName: 'Om', birthDate: '1980-01-01' }));
  await planWith(prison, personId, today);
  await prison.calls.notes.add({ personIds: [personId], kind: 'CONVERSATION', basis: 'OBSERVED', on: '2026-11-20', text: 'A venit la timp.', lang: 'ro' });
  await prison.calls.people.setDate({ personId, kind: 'COMMISSION', date: '2026-12-20', certainty: 'DECIDED', source: 'x' });
});
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = async (query: { readonly kinds?: TimelineKind[]; readonly limit?: number } = {}): Promise<TimelineView> => {
  for await (const view of await prison.calls.people.timeline({ personId, ...query })) return view;
  throw new Error('no answer');
};

it('a case is told newest first, counted by kind, a page at a time', async () => {
  const all = await look();
  expect(all.entries.map(({ on }) => on)).toEqual(all.entries.map(({ on }) => on).toSorted().toReversed());
  expect(all.counts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['DATE', 'ROUND', 'NOTE', 'PLAN']));
  expect(all.counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
  const page = await look({ limit: 2 });
  expect([page.total, page.entries]).toEqual([all.total, all.entries.slice(0, 2)]);
  const notes = await look({ kinds: ['NOTE'] });
  expect(notes).toMatchObject({ total: 1, entries: [{ kind: 'NOTE', on: '2026-11-20', what: 'CONVERSATION' }] });
  expect(JSON.stringify(all)).not.toContain('A venit');
});
