import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedureTrail } from '../../../shared/contract/trail.ts';
import type { DisclosureContent } from '../../../shared/domain/disclosure.ts';
import { demoWorkplace, type Calls, type DemoWorkplace } from '../demo/client.ts';
import { createPrison, planWith } from '../demo/story.ts';
import { names, programme } from '../demo/story-texts.ts';
import { recordRead } from '../services/audit/case-reads.ts';
import { newId } from '../services/work.ts';
import type { AuditRecord, Vault } from '../vault/types.ts';

const NOW = '2026-11-22T10:00:00Z';
const today = NOW.slice(0, 10);
type Path = keyof typeof procedureTrail;
const paths = Object.keys(procedureTrail) as Path[];

let folder: string;
let inner: DemoWorkplace;
let workplace: DemoWorkplace;
let personId = '';
let runId = '';
let sittingId = '';
/** entries each procedure was seen to leave */
const seen = new Map<string, Set<string>>();

const vault = (): Vault => inner.core.session.vault;
const newest = async (): Promise<number> => (inner.core.session.openVault === undefined ? 0 : ((await vault().audit.read({ limit: 1 }))[0]?.seq ?? 0));
const since = async (seq: number): Promise<readonly AuditRecord[]> =>
  inner.core.session.openVault === undefined ? [] : (await vault().audit.read({ limit: 500 })).filter((entry) => entry.seq > seq);

/** Every call noted with what it left in the trail. */
const watched = (calls: Calls): Calls =>
  Object.fromEntries(
    Object.keys(calls).map((area) => {
      const procedures = (calls as unknown as Record<string, Record<string, (input?: unknown) => Promise<unknown>>>)[area] ?? {};
      const watch = (name: string) => async (input?: unknown) => {
        const before = await newest();
        const answer = await procedures[name]?.(input);
        const path = `${area}.${name}`;
        seen.set(path, new Set([...(seen.get(path) ?? []), ...(await since(before)).map(({ action }) => action)]));
        return answer;
      };
      return [area, Object.fromEntries(paths.filter((path) => path.startsWith(`${area}.`)).map((path) => [path.slice(area.length + 1), watch(path.slice(area.length + 1))]))];
    }),
  ) as unknown as Calls;

/** The first answer of a view. */
const look = async (path: Path, input: object): Promise<unknown> => {
  const [area = '', name = ''] = path.split('.');
  const calls = inner.calls as unknown as Record<string, Record<string, (input: object) => Promise<AsyncIterable<unknown>>>>;
  for await (const value of (await calls[area]?.[name]?.(input)) ?? []) return value;
  return undefined;
};

/** What a reading procedure is asked with: whose it is, and a first page where it has pages. */
const asked = (path: Path, of: 'id' | 'personId' | 'runId'): object => ({ [of]: of === 'runId' ? runId : personId, ...(path === 'notes.ofPerson' ? { offset: 0, limit: 10 } : {}), ...(path === 'sittings.report' ? { sittingId } : {}) });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  inner = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse(NOW));
  workplace = { ...inner, calls: watched({ ...inner.calls, ...Object.fromEntries([...new Set(paths.map((path) => path.split('.')[0] ?? ''))].map((area) => [area, (inner.calls as never)[area]])) } as Calls) };
  const { calls } = workplace;
  await createPrison(workplace);
  ({ id: personId } = await calls.people.add({ code: 'T-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
  await calls.people.setDate({ personId, kind: 'HEARING', date: '2027-01-20', certainty: 'DECIDED', source: 'mandat 1' });
  await calls.people.move({ personId, kind: 'HOSPITAL', on: today, source: 'adresa 1' });
  ({ sittingId } = await calls.sittings.add({ kind: 'HEARING', on: '2027-01-20', source: 'citație 1', personIds: [personId] }));
  const { noteIds } = await calls.notes.add({ personIds: [personId], kind: 'CONVERSATION', basis: 'PERSON_SAYS', on: today, text: 'O discuție.', lang: 'ro' });
  await calls.notes.takeBack({ noteIds });
  const { roundId } = await calls.needs.openRound({ personId, kind: 'RECEPTION', conductedOn: today, sources: ['INTERVIEW'] });
  await calls.needs.record({ roundId, domain: 'EMPLOYMENT', answer: 'NONE' });
  const { programmeId } = await calls.learning.addProgramme(programme);
  ({ runId } = await calls.learning.addRun({ programmeId, label: 'Grupa 1', sessions: [{ on: today, minutes: 60 }] }));
  await calls.learning.enrol({ runId, personIds: [personId] });
  await calls.contacts.saveOwnCard({ file: inner.grant(join(folder, 'own.varco-card.json'), 'save') });
  await calls.home.putAway({ away: true });
  const call: DisclosureContent = { on: today, way: 'PHONE', asker: 'un serviciu', identified: 'NOT_IDENTIFIED', answer: 'REFUSED', told: [] };
  const { disclosureId } = await calls.disclosures.record({ personId, content: call });
  await calls.disclosures.correct({ disclosureId, content: { ...call, asker: 'alt serviciu' }, reason: 'nume greșit' });
  await planWith(workplace, personId, today);
  await inner.changeUser(names.educator);
}, 60_000);

afterAll(async () => {
  await inner.core.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what is read', () => {
  const reading = paths.flatMap((path) => {
    const trail = procedureTrail[path];
    return 'reads' in trail ? [[path, trail.reads, trail.of] as const] : [];
  });

  it.each(reading)('%s leaves one entry that names the part, and none when it is shown again', async (path, part, of) => {
    // two procedures show a course, two show needs, two the page: the second would go on with the reading of the first
    if (of === 'runId' || path === 'needs.ofPerson' || path === 'people.mergedOf') await inner.changeUser(names.educator);
    const before = await newest();
    await look(path, asked(path, of));
    const entries = await since(before);
    if (of === 'runId') expect(entries).toMatchObject([{ action: 'learning.read', details: { run: runId } }]);
    else expect(entries).toMatchObject([{ action: 'case.read', subject: vault().audit.subjectOf(personId), details: { parts: part } }]);
    await look(path, asked(path, of));
    expect(await since(before)).toHaveLength(1);
  });

  it('is recorded before the first answer, once for a view that refreshes itself', async () => {
    await inner.changeUser(names.coordinator);
    const before = await newest();
    const view = (await inner.calls.people.get({ id: personId }))[Symbol.asyncIterator]();
    await view.next();
    expect(await since(before)).toMatchObject([{ action: 'case.read', details: { parts: 'PAGE' } }]);
    await inner.calls.people.setDate({ personId, kind: 'END_OF_SENTENCE', date: '2028-02-20', certainty: 'CALCULATED', source: 'mandat 2' });
    await view.next();
    expect((await since(before)).map(({ action }) => action)).toEqual(['people.setDate', 'case.read']);
    await view.return?.(undefined);
    await inner.changeUser(names.educator);
  });

  it('is not recorded when nothing was shown', async () => {
    const before = await newest();
    await expect(look('people.get', { id: newId() })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await since(before)).toEqual([]);
  });

  it('several parts opened at once stand in few entries; after ten minutes it is a new reading', async () => {
    const { id } = await inner.calls.people.add({ code: 'T-2', familyName: 'Altul', givenName: 'Dan', birthDate: '1991-01-01' });
    await inner.changeUser(names.educator);
    let minutes = 0;
    const before = await newest();
    const read = (part: 'NEEDS' | 'PLAN' | 'NOTES') => recordRead(vault(), { personId: id }, part, () => minutes * 60_000);
    await Promise.all([read('NEEDS'), read('PLAN'), read('NOTES'), read('PLAN')]);
    expect((await since(before)).map(({ details }) => details)).toEqual([{ parts: 'NEEDS PLAN NOTES' }]);
    minutes = 9;
    await read('PLAN');
    expect(await since(before)).toHaveLength(1);
    minutes = 11;
    await read('PLAN');
    expect((await since(before)).map(({ details }) => details)).toEqual([{ parts: 'PLAN' }, { parts: 'NEEDS PLAN NOTES' }]);
    // a new session of the vault: its readings are counted anew, by the clock of the program
    await inner.changeUser(names.educator);
  });
});

describe('what is done', () => {
  it('everything that was called left what the table says, and nothing the table does not know', () => {
    expect(seen.size).toBeGreaterThan(20);
    for (const [path, actions] of seen) {
      const trail = procedureTrail[path as Path];
      const known: readonly string[] = 'leaves' in trail ? trail.leaves : [];
      expect([path, [...actions].filter((action) => !known.includes(action))]).toEqual([path, []]);
      expect([path, actions.size > 0]).toEqual([path, 'leaves' in trail]);
    }
  });

  it('every act of the table is written by a service, and every act a service writes is in the table', () => {
    const core = fileURLToPath(new URL('..', import.meta.url));
    const sources = readdirSync(core, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.') && !entry.name.startsWith('test-'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    const table = new Set(paths.flatMap((path) => { const trail = procedureTrail[path]; return 'leaves' in trail ? trail.leaves : []; }));
    const written = (action: string): boolean => sources.includes(`'${action}'`) || (action.startsWith('plans.') && sources.includes(`'${action.slice('plans.'.length)}'`));
    expect([...table].filter((action) => !written(action))).toEqual([]);
    /** not of a procedure: the vault's own, reads, the lock, refusals, the making of a demonstration */
    const own = /^(vault|storage|test|users|clock)\.|^(case\.read|learning\.read|session\.(lock|failed|expired)|refused|demo\.ready)$/;
    const found = [...sources.matchAll(/action: '([\w.]+)'/g)].map(([, action]) => action ?? '');
    expect(found.length).toBeGreaterThan(40);
    expect(found.filter((action) => !own.test(action) && !table.has(action))).toEqual([]);
  });
});

it.each(['PERSON', 'IDLE', 'SUSPEND', 'SCREEN_LOCK', 'QUIT'] as const)('a lock (%s) stands in the trail with its reason, and the unlock after it', async (reason) => {
  const before = await newest();
  await inner.core.close(reason);
  await inner.changeUser(names.educator);
  expect((await since(before)).map(({ action, details }) => [action, details])).toEqual([
    ['session.unlock', undefined],
    ['session.lock', { by: reason }],
  ]);
});
