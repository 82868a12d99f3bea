/** `bench home`: how long the home screen takes in an office of many people, from the index alone and with the lines it shows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarView } from '../../electron/core/services/home/calendar.ts';
import { dueCounts, dueView } from '../../electron/core/services/home/due.ts';
import { readFacts } from '../../electron/core/services/home/kept-facts.ts';
import { releasesView } from '../../electron/core/services/home/releases.ts';
import { listPeople } from '../../electron/core/services/people/people.ts';
import { workIn, type Work } from '../../electron/core/services/work.ts';
import type { NewUser } from '../../electron/core/vault/types.ts';
import { ScopedVault } from '../../electron/core/vault/scoped-vault.ts';
import { vaultOptions } from '../../electron/core/vault/test-vault.ts';
import { createVault } from '../../electron/core/vault/vault.ts';
import { CalendarKind } from '../../shared/domain/calendar.ts';
import type { CaseScope } from '../../shared/domain/office.ts';
import type { Caseload } from '../../shared/domain/scope.ts';
import { answersText, benchAnswers, type Answer } from './answers.ts';
import { asChange, personsOf, runsOf, uuid } from './documents.ts';
import { AUTHOR, BENCH_DAY, officeOf, personFile } from './home-documents.ts';
import { each, p50, rounded, timed } from './measure.ts';

const TIMES = 15;
const user: NewUser = { id: '0192a000-0000-7000-8000-000000000001', name: 'Ioana Ștefan', roles: ['COORDINATOR'], password: 'pădurea de fagi 7' };
const second: NewUser = { ...user, id: AUTHOR, name: 'Mihai Țurcanu', roles: ['EDUCATOR'] };

export interface HomeBench {
  readonly area: 'home';
  readonly people: number;
  readonly docs: number;
  /** the first look at the index, milliseconds */
  readonly firstMs: number;
  readonly answers: readonly Answer[];
  /** medians in milliseconds */
  readonly factsMs: number;
  readonly dueMs: number;
  readonly countsMs: number;
  readonly releasesMs: number;
  /** six weeks of the calendar, and one week with its names */
  readonly calendarMs: number;
  readonly weekMs: number;
  readonly dueNow: number;
  /** the same for a user with a scope, and the first page of the list of people */
  readonly scoped: readonly { readonly scope: CaseScope; readonly people: number; readonly factsMs: number; readonly dueMs: number; readonly listMs: number }[];
}

/** Those whose case manager one is, and everybody of two units out of nine. */
const caseloads: readonly Caseload[] = [
  { scope: 'OWN', users: [second.id], units: [] },
  { scope: 'UNITS', users: [second.id], units: ['Secția 1', 'Secția 2'] },
];

export const benchHome = async (docs: number, say: (line: string) => void): Promise<HomeBench> => {
  const dir = await mkdtemp(join(tmpdir(), 'varco-bench-'));
  try {
    const { vault } = await createVault({ ...vaultOptions(join(dir, 'vault')), users: [user, second] });
    const people = personsOf(docs);
    say(`home: writing ${docs} documents of ${people} people`);
    const shared = officeOf(runsOf(docs));
    await vault.commit(shared.map(asChange), { action: 'bench.fill' });
    let written = shared.length;
    for (let at = 0; at < people; at += 25) {
      const part = Array.from({ length: Math.min(25, people - at) }, (_, no) => personFile(at + no, runsOf(docs))).flat();
      await vault.commit(part.map(asChange), { action: 'bench.fill' });
      written += part.length;
    }
    say('home: looking');
    const work: Work = workIn(vault, () => Date.parse(`${BENCH_DAY}T10:00:00Z`));
    // the first look reads the whole index; after that what is kept is mended by whom something was saved of
    const firstMs = rounded((await timed(() => readFacts(work))).ms);
    const touch = async (at: number): Promise<void> => {
      const note = await vault.get('assessments', uuid(15, ((at * 31) % people) * 10));
      if (note?.type === 'note') await vault.commit([{ op: 'put', collection: 'assessments', doc: { ...note, text: `A venit a ${at}-a oară.` } }], { action: 'bench.touch' });
    };
    const readAgain: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      await touch(time);
      readAgain.push((await timed(() => readFacts(work))).ms);
    }
    const answers = await benchAnswers(work, people, touch);
    const median = async (look: () => Promise<unknown>): Promise<number> => rounded(p50(await each(TIMES, look)));
    const scoped: HomeBench['scoped'][number][] = [];
    for (const caseload of caseloads) {
      const view: Work = { ...work, vault: new ScopedVault(vault, caseload) };
      const factsMs = rounded((await timed(() => readFacts(view))).ms);
      const dueMs = await median(() => dueView(view, { whose: 'all', limit: 40 }));
      const listMs = await median(() => listPeople(view, { sort: 'nearest', offset: 0, limit: 50 }));
      scoped.push({ scope: caseload.scope, people: readFacts(view).people.length, factsMs, dueMs, listMs });
    }
    const result: HomeBench = {
      area: 'home',
      people,
      docs: written,
      firstMs,
      answers,
      factsMs: rounded(p50(readAgain)),
      dueMs: await median(() => dueView(work, { whose: 'all', limit: 40 })),
      countsMs: await median(() => dueCounts(work, 'all')),
      releasesMs: await median(() => releasesView(work)),
      calendarMs: await median(() => calendarView(work, { from: '2026-10-26', days: 42, whose: 'all', kinds: CalendarKind.options, perDay: 4 })),
      weekMs: await median(() => calendarView(work, { from: '2026-11-23', days: 7, whose: 'all', kinds: CalendarKind.options, perDay: 40 })),
      dueNow: (await dueCounts(work, 'all')).due,
      scoped,
    };
    await vault.close();
    return result;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

export const homeText = ({ people, docs, firstMs, answers, factsMs, dueMs, countsMs, releasesMs, calendarMs, weekMs, dueNow, scoped }: HomeBench): string =>
  [
    `${docs} documents of ${people} people, ${dueNow} things due now`,
    `index read at first ${firstMs} ms, after a change ${factsMs} ms; from then on what is due, 3 × 40 lines ${dueMs} ms · numbers in the menu ${countsMs} ms · releases of a week ${releasesMs} ms · calendar of a month ${calendarMs} ms, of a week with names ${weekMs} ms`,
    ...scoped.map((view) => `${view.scope}, ${view.people} people: index read ${view.factsMs} ms · what is due ${view.dueMs} ms · list of people ${view.listMs} ms`),
    answersText(answers),
  ].join('\n');
