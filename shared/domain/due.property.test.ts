import { expect, it } from 'vitest';
import { jurisdictions } from '../jurisdictions/index.ts';
import { ChecklistItemState, type ChecklistItem } from './checklist.ts';
import { addDays } from './dates.ts';
import type { DueContext, PersonFacts } from './due-facts.ts';
import { dueItems } from './due-rules.ts';
import { criticalMissing, type MissingFacts } from './missing-rules.ts';
import { NeedAnswer, NeedDomain } from './needs.ts';
import type { PersonStatus } from './person-machine.ts';
import type { PlanProgress } from './plan.ts';
import { StepStatus } from './plan-marks.ts';
import { readiness } from './readiness.ts';
import { finishedColumn, shortStep, stepsColumn } from './step-columns.ts';
import { list, maybe, nat, oneOf, tried, type Made } from './walks/random.ts';

const FIRST = '2026-01-01';
const day: Made<string> = (numbers) => addDays(FIRST, numbers(901));
const yes = oneOf(true, false);
const id = (at: number): string => `0192a000-0000-7000-8000-${String(at).padStart(12, '0')}`;

const stepMark = oneOf(...StepStatus.options);
const steps = list((numbers) => ({ due: maybe(day)(numbers), status: stepMark(numbers), carriesOver: yes(numbers) }), 0, 12);
const status = oneOf<PersonStatus>('ACTIVE', 'PRE_RELEASE', 'AWAY', 'RELEASED_FOLLOW_UP', 'CLOSED', 'DECEASED', 'ESCAPED');

const finished: ReadonlySet<string> = new Set(['DONE', 'NOT_NEEDED', 'HANDED_OVER']);

const context = (today: string): DueContext => ({ today, userId: 'me', workplace: 'prison', jurisdiction: jurisdictions.of('RO'), may: () => true, lines: { all: [], calledIn: [] } });
const group = (on: string, today: string): string | undefined => (on <= today ? 'NOW' : on <= addDays(today, 7) ? 'WEEK' : on <= addDays(today, 30) ? 'LATER' : undefined);

it('steps, releases and decisions that are due on a day are those a naive reading of the case finds', () => {
  tried((numbers) => ({ all: steps(numbers), standing: status(numbers), release: maybe(day)(numbers), decision: maybe(day)(numbers), today: day(numbers) }), ({ all, standing, release, decision, today }) => {
    const plan = {
      steps: stepsColumn({ objectives: all.map(({ due, carriesOver }, at) => ({ id: id(at), domain: 'FAMILY', title: 'x', horizon: 'LATER', steps: [{ id: id(at), text: 'x', owner: 'PERSON', carriesOver, ...(due === undefined ? {} : { dueDate: due }) }] })) }),
      finished: finishedColumn({ steps: Object.fromEntries(all.map(({ status: mark }, at) => [id(at), { status: mark, on: FIRST }])) as PlanProgress['steps'] }),
    };
    const person: PersonFacts = {
      id: 'p', status: standing, onRemand: false, endless: false, postponed: false, fraction: undefined, arrivedOn: undefined, mine: true, round: undefined, nearest: undefined,
      release: release === undefined ? undefined : { kind: 'END_OF_SENTENCE', date: release },
      decision: decision === undefined ? undefined : { kind: 'HEARING', date: decision },
      plans: [{ contentId: 'c', status: 'ACTIVE', author: 'x', writers: [], answer: 'AGREES', answeredOn: undefined, changedOn: FIRST, lookedOn: undefined, reviewedOn: undefined, exemptions: [], unsigned: [], steps: plan }],
    };
    const found = dueItems(context(today), { people: [person], handovers: [], imports: [] }).filter(({ kind }) => ['STEP', 'RELEASE', 'DECISION'].includes(kind));

    // read one by one, without an index
    const here = standing === 'ACTIVE' || standing === 'PRE_RELEASE' || standing === 'AWAY';
    const open = all.flatMap(({ due, status: mark }, at) => (due === undefined || finished.has(mark) ? [] : [{ due, step: shortStep(id(at)) }])).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
    const [first] = open;
    const lines = [
      ...(here && release !== undefined && group(release, today) !== undefined ? [`RELEASE ${group(release, today)} ${release}`] : []),
      ...(here && decision !== undefined && group(decision, today) !== undefined ? [`DECISION ${group(decision, today)} ${decision}`] : []),
      ...(here && first !== undefined && group(first.due, today) !== undefined ? [`STEP ${group(first.due, today)} ${first.due}`] : []),
    ];
    expect(found.map(({ kind, group: in_, on }) => `${kind} ${in_} ${on}`).toSorted()).toEqual(lines.toSorted());
    const step = found.find(({ kind }) => kind === 'STEP');
    if (step === undefined || first === undefined) return;
    // overdue and due today count together; a day ahead counts by itself
    const last = first.due > today ? first.due : today;
    expect(step.count).toBe(open.filter(({ due }) => due <= last).length);
  });
});

it('a refusal never counts as missing, and taking help back never makes more missing', () => {
  const answers = list(oneOf(...NeedAnswer.options), NeedDomain.options.length, NeedDomain.options.length);
  tried((numbers) => ({ given: answers(numbers), refusedAt: nat(NeedDomain.options.length - 1)(numbers), release: day(numbers), today: day(numbers) }), ({ given, refusedAt, release, today }) => {
    const facts = (of: readonly NeedAnswer[]): MissingFacts => ({
      person: { status: 'PRE_RELEASE', releaseDates: [{ id: 'd', kind: 'END_OF_SENTENCE', date: release, certainty: 'DECIDED', source: 'x', setOn: FIRST, setBy: 'x' }], decisions: [] },
      round: { domains: NeedDomain.options.map((domain, at) => ({ domain, answer: of[at] ?? 'NOT_ASKED', statements: [], ...(of[at] === 'NEED' ? { level: 2 } : {}) })) },
      plan: undefined,
      planBegun: false,
      list: undefined,
      obligationsKnown: true,
      today,
      jurisdiction: jurisdictions.of('RO'),
    });
    const before = new Set(criticalMissing(facts(given)).map(({ what }) => what));
    const refused = given.map((answer, at) => (at === refusedAt ? 'REFUSED' : answer));
    const after = criticalMissing(facts(refused)).map(({ what }) => what);
    expect(after.filter((what) => !before.has(what))).toEqual([]);
    const things = { IDENTITY_DOCS: 'IDENTITY_PAPER', ACCOMMODATION: 'BED', HEALTH: 'CARE' } as const;
    for (const [domain, what] of Object.entries(things)) if (refused[NeedDomain.options.indexOf(domain as NeedDomain)] === 'REFUSED') expect(after).not.toContain(what);
  });
});

it('refusing something on the checklist never makes anybody less ready', () => {
  const state = oneOf(...ChecklistItemState.options);
  const item = (of: ChecklistItemState, days: number, required: boolean) => ({ required, dueOffsetDays: days, marks: of === 'OPEN' ? [] : [{ state: of } as ChecklistItem['marks'][number]] });
  const all = list((numbers) => ({ of: state(numbers), days: numbers(101) - 90, required: yes(numbers) }), 1, 30);
  tried((numbers) => ({ items: all(numbers), at: nat(29)(numbers) }), ({ items, at }) => {
    const chosen = at % items.length;
    // what is done stays done: somebody refuses what is still ahead
    if (items[chosen]?.of === 'DONE') return;
    const percent = (refuse: boolean): number => readiness(items.map(({ of, days, required }, place) => item(refuse && place === chosen ? 'REFUSED' : of, days, required)), new Set()).percent ?? 100;
    expect(percent(true)).toBeGreaterThanOrEqual(percent(false));
  });
});
