/** How long the core takes to answer what a person asks for most, for the middle and for the slowest five of a hundred. */
import { firstDaysView } from '../../electron/core/services/first-days/first-days.ts';
import { calendarView } from '../../electron/core/services/home/calendar.ts';
import { dueView } from '../../electron/core/services/home/due.ts';
import { roundsOf } from '../../electron/core/services/needs/needs.ts';
import { briefOf } from '../../electron/core/services/people/brief.ts';
import { findPeople } from '../../electron/core/services/people/find.ts';
import { listPeople, viewPerson } from '../../electron/core/services/people/people.ts';
import { timelineView } from '../../electron/core/services/people/timeline.ts';
import { planViews } from '../../electron/core/services/plans/review-days.ts';
import { roadView } from '../../electron/core/services/release/road.ts';
import { openRequests } from '../../electron/core/services/requests/requests.ts';
import { sittingsView, sittingView } from '../../electron/core/services/sittings/views.ts';
import type { Work } from '../../electron/core/services/work.ts';
import { CalendarKind } from '../../shared/domain/calendar.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { personId, uuid } from './documents.ts';
import { BENCH_DAY } from './home-documents.ts';
import { p50, p95, rounded, timed } from './measure.ts';

/** How often each is asked, about another person each time. */
const TIMES = 100;
/** What the product promises: everything a person does is answered within so many milliseconds. */
export const AIM_MS = 100;

export interface Answer {
  readonly asked: string;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const typed = ['mur', 'tirlea 4', 'stefan', 'pg 12', 'rossi', 'ionescu 9'];
const sorts = ['name', 'code', 'nearest', 'unit'] as const;

/** Six weeks, as the month is drawn. */
const month = (at: number): { readonly from: string; readonly days: number } => ({ from: addDays(BENCH_DAY, -6 + (at % 12) * 28), days: 42 });

/** @param touch saves something about the person before the question, outside of what is measured */
export const benchAnswers = async (work: Work, people: number, touch: (at: number) => Promise<void>): Promise<readonly Answer[]> => {
  const someone = (at: number): string => personId((at * 7919) % people);
  const ask = async (asked: string, question: (at: number) => Promise<unknown>, before?: (at: number) => Promise<void>): Promise<Answer> => {
    const all: number[] = [];
    for (let at = 0; at < TIMES; at += 1) {
      await before?.(at);
      all.push((await timed(() => question(at))).ms);
    }
    return { asked, p50: rounded(p50(all)), p95: rounded(p95(all)), max: rounded(Math.max(...all)) };
  };
  return [
    await ask('home, after a save', () => dueView(work, { whose: 'all', limit: 40 }), touch),
    await ask('list of people, anywhere in it', (at) => listPeople(work, { sort: sorts[at % sorts.length] ?? 'name', offset: (at * 47) % people, limit: 50 })),
    await ask('list of people, searched', (at) => listPeople(work, { search: typed[at % typed.length], sort: 'name', offset: 0, limit: 50 })),
    await ask('search from anywhere', (at) => findPeople(work, { search: typed[at % typed.length] ?? '', limit: 8 })),
    await ask('a person: who, what is missing, needs', (at) => Promise.all([viewPerson(work, someone(at)), briefOf(work, someone(at)), roundsOf(work, someone(at))])),
    await ask('calendar of a month, after a save', (at) => calendarView(work, { ...month(at), whose: 'all', kinds: CalendarKind.options, perDay: 3 }), touch),
    await ask('requests that wait', () => openRequests(work)),
    await ask('sittings, and the list of one', (at) => Promise.all([sittingsView(work), sittingView(work, uuid(22, at % 60))])),
    await ask('road to release of a person, first days', (at) => Promise.all([roadView(work, someone(at)), firstDaysView(work, someone(at))])),
    await ask('timeline of a person', (at) => timelineView(work, { personId: someone(at) })),
    await ask('a plan: every version, its review', (at) => planViews(work, someone(at))),
  ];
};

export const answersText = (answers: readonly Answer[]): string =>
  [
    `answers of the core, milliseconds, ${TIMES} times each (aim: p95 ≤ ${AIM_MS})`,
    ...answers.map(({ asked, p50: middle, p95: slow, max }) => `  ${asked}: p50 ${middle} · p95 ${slow}${slow > AIM_MS ? ' OVER THE AIM' : ''} · max ${max}`),
  ].join('\n');
