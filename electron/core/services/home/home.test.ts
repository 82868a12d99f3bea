import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DueView, FirstHourView, ReleasesView } from '../../../../shared/contract/home.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { briefOf } from '../people/brief.ts';
import { save } from '../work.ts';

let folder: string;
let now = Date.parse('2026-11-22T10:00:00Z');
let prison: DemoWorkplace;
const ids: Record<string, string> = {};

const add = async (code: string, endOfSentence?: string): Promise<void> => {
  ids[code] = (await prison.calls.people.add({ code, familyName: `Exemplu ${code}`, givenName: 'Ion', birthDate: '1990-01-01', ...(endOfSentence === undefined ? {} : { endOfSentence }) })).id;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => now);
  await createPrison(prison);
  await add('R-1', '2026-11-27'); // a Friday
  await add('R-2', '2026-11-24');
  await add('C-1');
  await add('L-1', '2031-01-01');
  await prison.calls.people.setDate({ personId: ids['C-1']!, kind: 'COMMISSION', date: '2026-11-25', certainty: 'DECIDED', source: 'PV 3' });
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = async <T>(view: Promise<AsyncIterable<T>>): Promise<T> => {
  for await (const value of await view) return value;
  throw new Error('the view ended before its first value');
};
const due = (whose: 'mine' | 'all' = 'all', limit = 40): Promise<DueView> => first(prison.calls.home.due({ whose, limit }));
const releases = (day?: string): Promise<ReleasesView> => first(prison.calls.home.releases(day === undefined ? {} : { day }));
const guide = (): Promise<FirstHourView> => first(prison.calls.home.firstHour());
const done = async (): Promise<string[]> => (await guide()).steps.filter(({ state }) => state === 'DONE').map(({ step }) => step);
const lines = ({ groups }: DueView): string[] => groups.flatMap(({ group, lines: shown }) => shown.map(({ kind, person, on }) => `${group} ${kind} ${person?.code ?? ''} ${on}`));

describe('what is due', () => {
  it('tells people by name, with what the date is, in three groups', async () => {
    const view = await due();
    expect(view.today).toBe('2026-11-22');
    expect(lines(view)).toEqual(
      expect.arrayContaining(['WEEK RELEASE R-2 2026-11-24', 'WEEK RELEASE R-1 2026-11-27', 'WEEK DECISION C-1 2026-11-25', 'NOW PLAN_MISSING R-1 2026-11-27', 'NOW PLAN_MISSING C-1 2026-11-25']),
    );
    expect(lines(view).some((line) => line.includes('L-1'))).toBe(false);
    expect(view.groups.flatMap((group) => group.lines).find(({ kind }) => kind === 'DECISION')).toMatchObject({ what: 'COMMISSION', days: 3, place: 'dates' });
  });

  it('shows as many lines as asked for and says how many there are', async () => {
    const view = await due('all', 1);
    expect(view.groups.map(({ lines: shown, total }) => [shown.length, total])).toEqual([[1, 3], [1, 3], [0, 0]]);
  });

  it('changes while it is looked at', async () => {
    const view = (await prison.calls.home.counts({ whose: 'all' }))[Symbol.asyncIterator]();
    expect((await view.next()).value).toEqual({ due: 3, releases: 0 });
    await prison.calls.needs.openRound({ personId: ids['L-1']!, kind: 'REVIEW', conductedOn: '2026-11-22', sources: ['INTERVIEW'] });
    expect((await view.next()).value).toEqual({ due: 4, releases: 0 });
    await view.return?.(undefined);
  });

  it('of the people one works with: whom one asked, and not the others', async () => {
    expect(lines(await due('mine'))).toEqual(['NOW ROUND_OPEN L-1 2026-11-22']);
    await prison.changeUser(names.coordinator);
    const theirs = await due('mine');
    expect([theirs.hasMine, lines(theirs)]).toEqual([false, []]);
    await prison.changeUser(names.educator);
  });

  it('says for a second person what only they may do, and not to the writer', async () => {
    const { contentId } = await prison.calls.plans.draft({ personId: ids['R-1']!, kind: 'PRE_RELEASE', lang: 'ro' });
    const steps = [{ text: 'Vizită', owner: 'PERSON', carriesOver: true, dueDate: '2026-11-28' }] as const;
    await prison.calls.plans.write({ contentId, objectives: [{ domain: 'ACCOMMODATION', title: 'Un loc', horizon: 'FIRST_72H', steps: [...steps] }] });
    await prison.calls.plans.propose({ contentId });
    expect(lines(await due())).toContain('NOW PLAN_ANSWER R-1 2026-11-22');
    await prison.calls.plans.answer({ contentId, answer: 'AGREES', on: '2026-11-22', signature: 'PAPER' });
    expect(lines(await due()).filter((line) => line.includes('PLAN_APPROVE'))).toEqual([]);
    await prison.changeUser(names.coordinator);
    expect(lines(await due('mine'))).toEqual(['NOW PLAN_APPROVE R-1 2026-11-22']);
    await prison.calls.plans.approve({ contentId });
    await prison.changeUser(names.educator);
    expect(lines(await due())).toContain('WEEK STEP R-1 2026-11-28');
    expect((await due()).groups[1]?.lines.find(({ kind }) => kind === 'STEP')?.text).toEqual({ words: 'Vizită', lang: 'ro' });
    expect(lines(await due())).not.toContain('NOW PLAN_MISSING R-1 2026-11-27');
  });

  it('follows the day at the site over midnight', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const view = (await prison.calls.home.due({ whose: 'all', limit: 40 }))[Symbol.asyncIterator]();
    try {
      expect(((await view.next()).value as DueView).today).toBe('2026-11-22');
      // midnight in Bucharest is ten in the evening of the day before in UTC
      now = Date.parse('2026-11-23T22:00:30Z');
      vi.advanceTimersByTime(60_000);
      const next = (await view.next()).value as DueView;
      expect(next.today).toBe('2026-11-24');
      expect(lines(next)).toContain('NOW RELEASE R-2 2026-11-24');
    } finally {
      await view.return?.(undefined);
      vi.useRealTimers();
      now = Date.parse('2026-11-22T10:00:00Z');
    }
  });
});

describe('the releases of a week', () => {
  it('this week nobody, and the next week with somebody is named', async () => {
    expect(await releases()).toMatchObject({ monday: '2026-11-16', days: [], decisions: [], nextWith: '2026-11-23' });
  });

  it('by day, with the risk of the day, and decisions apart', async () => {
    const week = await releases('2026-11-26');
    expect(week.days.map(({ on, risk, people }) => [on, risk, people.map(({ code }) => code)])).toEqual([
      ['2026-11-24', undefined, ['R-2']],
      ['2026-11-27', 'FRIDAY', ['R-1']],
    ]);
    expect(week.decisions).toMatchObject([{ code: 'C-1', kind: 'COMMISSION', on: '2026-11-25' }]);
    expect(week.nextWith).toBe('2030-12-30');
  });

  it('how far each preparation is', async () => {
    const { days } = await releases('2026-11-26');
    const [r2, r1] = days.flatMap(({ people }) => people);
    expect(r2?.missing.map(({ what }) => what)).toEqual(['NEEDS', 'PLAN', 'OBLIGATIONS']);
    expect(r2).not.toHaveProperty('plan');
    expect(r1).toMatchObject({ plan: 'ACTIVE', missing: [{ what: 'NEEDS' }, { what: 'FIRST_APPOINTMENT', state: 'TO_SET' }, { what: 'OBLIGATIONS', state: 'UNKNOWN' }] });
    expect(r1).not.toHaveProperty('copyOn');
  });

  it('nobody who serves for life', async () => {
    const work = prison.core.session.work();
    const life = (await work.vault.get('people', ids['R-2']!))!;
    await save(work, [{ op: 'put', collection: 'people', doc: { ...life, endless: true } }], { action: 'people.edit', personId: life.id });
    expect((await releases('2026-11-24')).days.flatMap(({ people }) => people.map(({ code }) => code))).toEqual(['R-1']);
  });
});

describe('the first hour', () => {
  it('is read off what happened', async () => {
    expect(await done()).toEqual(['RECOVERY', 'GOAL']);
    const { roundId } = await prison.calls.needs.openRound({ personId: ids['R-1']!, kind: 'REVIEW', conductedOn: '2026-11-22', sources: ['INTERVIEW'] });
    await prison.calls.needs.record({ roundId, domain: 'FAMILY', answer: 'NONE' });
    expect(await done()).toEqual(['RECOVERY', 'GOAL']);
    await prison.calls.needs.closeRound({ roundId });
    expect(await done()).toEqual(['RECOVERY', 'NEEDS', 'GOAL']);
    await prison.calls.notes.add({ personIds: [ids['R-1']!], kind: 'CONVERSATION', basis: 'OBSERVED', on: '2026-11-22', lang: 'ro', text: 'A venit la timp.' });
    const copy = join(folder, 'copy.pdf');
    await prison.calls.documents.save({ personId: ids['R-1']!, document: 'person-copy', language: 'ro', file: prison.grant(copy, 'save') });
    expect(await done()).toEqual(['RECOVERY', 'CONVERSATION', 'NEEDS', 'GOAL', 'COPY']);
    expect((await releases('2026-11-26')).days.at(-1)?.people[0]?.copyOn).toBe('2026-11-22');
  });

  it('what is skipped or put away stays so after locking, for everybody here; nothing else is written down', async () => {
    await prison.calls.home.skipStep({ step: 'REPAIR', skipped: true });
    await prison.calls.home.putAway({ away: true });
    await prison.changeUser(names.coordinator);
    const view = await guide();
    expect(view.away).toBe(true);
    expect(view.steps.map(({ state }) => state)).toEqual(['DONE', 'NEXT', 'SKIPPED', 'DONE', 'DONE', 'DONE', 'DONE', 'OPEN']);
    await prison.calls.home.skipStep({ step: 'REPAIR', skipped: false });
    await prison.calls.home.putAway({ away: false });
    expect((await guide()).steps[2]?.state).toBe('OPEN');
    await prison.changeUser(names.educator);
  });
});

it('a round just opened hides nothing that is missing', async () => {
  await add('P-1', '2026-12-04');
  const personId = ids['P-1']!;
  const { roundId } = await prison.calls.needs.openRound({ personId, kind: 'REVIEW', conductedOn: '2026-11-20', sources: ['INTERVIEW'] });
  await prison.calls.needs.record({ roundId, domain: 'IDENTITY_DOCS', answer: 'NEED', level: 2 });
  await prison.calls.needs.record({ roundId, domain: 'ACCOMMODATION', answer: 'NEED', level: 2 });
  await prison.calls.needs.closeRound({ roundId });
  const told = async () => ({
    brief: (await briefOf(prison.core.session.work(), personId)).missing.map(({ what }) => what),
    row: (await releases('2026-12-04')).days.flatMap(({ people }) => people.find(({ code }) => code === 'P-1')?.missing.map(({ what }) => what) ?? []),
    due: lines(await due()).filter((line) => line.includes('PAPERS P-1')),
  });
  const before = await told();
  expect(before).toEqual({ brief: ['IDENTITY_PAPER', 'BED', 'PLAN', 'OBLIGATIONS'], row: ['IDENTITY_PAPER', 'BED', 'PLAN', 'OBLIGATIONS'], due: ['NOW PAPERS P-1 2026-12-04'] });
  const next = await prison.calls.needs.openRound({ personId, kind: 'PRE_RELEASE', conductedOn: '2026-11-22', sources: ['INTERVIEW'] });
  expect(await told()).toEqual(before);
  await prison.calls.needs.record({ roundId: next.roundId, domain: 'IDENTITY_DOCS', answer: 'NONE' });
  expect(await told()).toEqual({ brief: ['BED', 'PLAN', 'OBLIGATIONS'], row: ['BED', 'PLAN', 'OBLIGATIONS'], due: [] });
});

it('a plan being made or declined is not missing', async () => {
  await add('N-1', '2026-12-11');
  const personId = ids['N-1']!;
  const told = async () => [
    (await briefOf(prison.core.session.work(), personId)).missing.map(({ what }) => what),
    (await releases('2026-12-11')).days.flatMap(({ people }) => people.find(({ code }) => code === 'N-1')?.missing.map(({ what }) => what) ?? []),
  ];
  expect(await told()).toEqual([['NEEDS', 'PLAN', 'OBLIGATIONS'], ['NEEDS', 'PLAN', 'OBLIGATIONS']]);
  const { contentId } = await prison.calls.plans.draft({ personId, kind: 'PRE_RELEASE', lang: 'ro' });
  expect(await told()).toEqual([['NEEDS', 'OBLIGATIONS'], ['NEEDS', 'OBLIGATIONS']]);
  await prison.calls.plans.write({ contentId, objectives: [{ domain: 'FAMILY', title: 'Familia', horizon: 'IN_CUSTODY', steps: [{ text: 'Vizită', owner: 'PERSON', carriesOver: false }] }] });
  await prison.calls.plans.propose({ contentId });
  await prison.calls.plans.answer({ contentId, answer: 'DISAGREES', on: '2026-11-22', signature: 'REFUSED' });
  expect(await told()).toEqual([['NEEDS', 'OBLIGATIONS'], ['NEEDS', 'OBLIGATIONS']]);
});
