import { describe, expect, it } from 'vitest';
import { jurisdictions } from '../jurisdictions/index.ts';
import type { DueContext, HandoverFacts, ImportFacts, PersonFacts, PlanFacts } from './due-facts.ts';
import { dueItems } from './due-rules.ts';
import { may } from './permissions.ts';
import { linesToSign } from './plan-line-rules.ts';
import type { PlanLine } from './plan-lines.ts';
import type { UserRole } from './roles.ts';
import { finishedColumn, stepsColumn } from './step-columns.ts';

const today = '2026-11-22';
const me = 'me';
const context = (role: UserRole = 'EDUCATOR', change: Partial<DueContext> = {}): DueContext => ({ today, userId: me, workplace: 'prison', jurisdiction: jurisdictions.of('RO'), may: (permission) => may([role], permission), lines: linesToSign([role]), ...change });
/** Steps as the index keeps them: day, domain and whether they go on; and whether they are over. */
const columns = (...days: readonly (readonly [on: string, domain?: 'IDENTITY_DOCS' | 'FAMILY', carriesOver?: boolean, over?: boolean])[]): PlanFacts['steps'] => {
  const made = days.map(([dueDate, domain = 'FAMILY', carriesOver = false, over = false], at) => ({ id: `0192a000-0000-7000-8000-${String(at).padStart(12, '0')}`, domain, dueDate, carriesOver, over }));
  return {
    steps: stepsColumn({ objectives: made.map(({ id, domain, dueDate, carriesOver }) => ({ id, domain, title: 'x', horizon: 'LATER', steps: [{ id, text: 'x', owner: 'PERSON', dueDate, carriesOver }] })) }),
    finished: finishedColumn({ steps: Object.fromEntries(made.flatMap(({ id, over }) => (over ? [[id, { status: 'DONE', on: today }] as const] : []))) }),
  };
};
const plan = (change: Partial<PlanFacts> = {}): PlanFacts => ({ contentId: 'plan', status: 'ACTIVE', author: 'other', writers: ['other'], answer: 'AGREES', answeredOn: '2026-11-01', changedOn: '2026-11-01', lookedOn: '2026-11-01', reviewedOn: undefined, exemptions: [], unsigned: [], steps: columns(), ...change });
const person = (change: Partial<PersonFacts> = {}): PersonFacts => ({ id: 'p', status: 'ACTIVE', onRemand: false, endless: false, postponed: false, fraction: undefined, arrivedOn: undefined, nearest: undefined, release: undefined, decision: undefined, mine: true, plans: [], round: undefined, checklist: { id: 'l', items: '' }, ...change });
const handover = (change: Partial<HandoverFacts> = {}): HandoverFacts => ({ id: 'h', personId: 'p', status: 'CHECKED', preparedBy: 'other', since: '2026-11-20', ...change });

const due = (of: { people?: PersonFacts[]; handovers?: HandoverFacts[]; imports?: ImportFacts[] }, where: DueContext = context()): string[] =>
  dueItems(where, { people: of.people ?? [], handovers: of.handovers ?? [], imports: of.imports ?? [] }).map(({ kind, group, on, what }) => `${kind} ${group} ${on} ${what}`);

const ends = (date: string) => ({ nearest: { kind: 'END_OF_SENTENCE', date }, release: { kind: 'END_OF_SENTENCE', date } }) as const;
const commission = (date: string) => ({ nearest: { kind: 'COMMISSION', date }, decision: { kind: 'COMMISSION', date } }) as const;

it('whoever has neither plan nor list has one line, for the plan; who writes no plans is told of the list', () => {
  const { checklist: _none, ...without } = person(ends('2026-12-20'));
  const kinds = (may_: DueContext['may']) => dueItems(context('EDUCATOR', { may: may_ }), { people: [without], handovers: [], imports: [] }).map(({ kind }) => kind);
  expect(kinds(() => true)).toEqual(['RELEASE', 'PLAN_MISSING']);
  expect(kinds((permission) => permission === 'case.write')).toEqual(['RELEASE', 'PREPARATION']);
});

describe('dates on the road', () => {
  it.each([
    ['release today', person({ ...ends(today), plans: [plan()] }), ['RELEASE NOW 2026-11-22 END_OF_SENTENCE']],
    ['release this week', person({ ...ends('2026-11-29'), plans: [plan()] }), ['RELEASE WEEK 2026-11-29 END_OF_SENTENCE']],
    ['release in a month', person({ ...ends('2026-12-22'), plans: [plan()] }), ['REVIEW LATER 2026-12-15 BY', 'RELEASE LATER 2026-12-22 END_OF_SENTENCE']],
    ['release a day later is not due yet', person({ ...ends('2026-12-23'), plans: [plan()] }), ['REVIEW LATER 2026-12-16 BY']],
    ['a day of release that passed waits to be recorded', person({ ...ends('2026-11-01'), plans: [plan()] }), ['RELEASE NOW 2026-11-01 END_OF_SENTENCE']],
    ['a commission is a decision, never a release', person({ ...commission('2026-11-25'), plans: [plan()] }), ['REVIEW NOW 2026-11-18 BY', 'DECISION WEEK 2026-11-25 COMMISSION']],
    ['a fraction that is served soon', person({ nearest: { kind: 'FRACTION_SERVED', date: '2026-11-26' }, plans: [plan({ lookedOn: '2026-11-20' })] }), ['OTHER_DATE WEEK 2026-11-26 FRACTION_SERVED']],
    ['a fraction served long ago is no news', person({ nearest: { kind: 'FRACTION_SERVED', date: '2026-01-01' }, plans: [plan()] }), []],
    ['nobody who has left', person({ ...ends(today), status: 'RELEASED_FOLLOW_UP' }), []],
    ['somebody away comes back', person({ ...ends(today), status: 'AWAY', plans: [plan()] }), ['RELEASE NOW 2026-11-22 END_OF_SENTENCE']],
  ])('%s', (_name, of, expected) => {
    const found = due({ people: [of] });
    for (const line of expected) expect(found).toContain(line);
    if (expected.length === 0) expect(found).toEqual([]);
    expect(found.filter((line) => !line.startsWith('REVIEW'))).toHaveLength(expected.filter((line) => !line.startsWith('REVIEW')).length);
  });
});

describe('somebody who is not here', () => {
  it.each<[PersonFacts['status'], readonly string[]]>([
    ['ACTIVE', ['REVIEW', 'HANDOVER_WRITE', 'STEP']],
    ['AWAY', ['HANDOVER_WRITE', 'STEP']],
    ['ESCAPED', []],
    ['DECEASED', []],
  ])('%s: %s', (status, kinds) => {
    const of = person({ status, plans: [plan({ lookedOn: '2020-01-01', steps: columns(['2026-11-22']) })] });
    expect(new Set(due({ people: [of], handovers: [handover({ status: 'AUTHORISED' })] }).map((line) => line.split(' ')[0]))).toEqual(new Set(kinds));
  });
});

describe('the release window', () => {
  const none = (date: string, where = context()) => due({ people: [person(ends(date))] }, where).filter((line) => line.startsWith('PLAN_MISSING'));
  it('opens ninety days ahead in Romania, six months in Italy', () => {
    expect(none('2027-02-20')).toHaveLength(1);
    expect(none('2027-02-21')).toHaveLength(0);
    expect(none('2027-05-24', context('EDUCATOR', { jurisdiction: jurisdictions.of('IT') }))).toHaveLength(1);
    expect(none('2027-05-25', context('EDUCATOR', { jurisdiction: jurisdictions.of('IT') }))).toHaveLength(0);
  });
  it.each([
    ['a plan in force', { plans: [plan()] }],
    ['a plan in the making', { plans: [plan({ status: 'DRAFT' })] }],
    ['a decision postponed to a term that has not come', { postponed: true, pausedUntil: '2027-06-01' }],
  ])('misses nothing with %s', (_name, change) => {
    expect(due({ people: [person({ ...ends('2026-12-20'), ...change })] }).filter((line) => line.startsWith('PLAN_MISSING'))).toEqual([]);
  });
});

describe('plans that wait', () => {
  const waiting = (change: Partial<PlanFacts>, role: UserRole) => due({ people: [person({ plans: [plan(change)] })] }, context(role));
  it.each([
    ['for the person', { status: 'PROPOSED', answer: undefined }, 'EDUCATOR', ['PLAN_ANSWER NOW 2026-11-01 SINCE']],
    ['for a second one', { status: 'AGREED' }, 'COORDINATOR', ['PLAN_APPROVE NOW 2026-11-01 SINCE']],
    ['also when the person does not agree', { status: 'NOT_AGREED', answer: 'DISAGREES' }, 'DIRECTOR', ['PLAN_APPROVE NOW 2026-11-01 SINCE']],
    ['and when they could not answer', { status: 'PROPOSED', answer: 'COULD_NOT_ANSWER' }, 'COORDINATOR', ['PLAN_APPROVE NOW 2026-11-01 SINCE']],
    ['never for who may not approve', { status: 'AGREED' }, 'EDUCATOR', []],
    ['never for their author', { status: 'AGREED', author: me }, 'COORDINATOR', []],
    ['never for who ever wrote in it', { status: 'AGREED', writers: ['other', me] }, 'COORDINATOR', []],
    ['a draft waits for nobody else', { status: 'DRAFT', answer: undefined }, 'COORDINATOR', []],
  ] as const)('%s', (_name, change, role, expected) => expect(waiting(change, role)).toEqual(expected));
});

describe('steps', () => {
  it('the earliest stands for the plan, with how many are due by then', () => {
    const [line] = dueItems(context(), { people: [person({ plans: [plan({ steps: columns(['2026-11-20'], ['2026-11-10'], ['2026-12-10']) })] })], handovers: [], imports: [] });
    expect(line).toMatchObject({ kind: 'STEP', group: 'NOW', on: '2026-11-10', step: '000000000001', count: 2 });
  });
  it('outside only those that go on', () => {
    const of = person({ status: 'RELEASED_FOLLOW_UP', plans: [plan({ status: 'HANDED_OVER', steps: columns(['2026-11-20'], ['2026-11-25', 'FAMILY', true]) })] });
    expect(due({ people: [of] }, context('PROBATION_OFFICER', { workplace: 'probation' }))).toEqual(['STEP WEEK 2026-11-25 BY']);
    expect(due({ people: [of] })).toEqual([]);
  });
});

describe('papers and rounds', () => {
  const papers = (change: Partial<PersonFacts>) => due({ people: [person({ ...ends('2026-12-10'), round: { id: 'r', on: '2026-11-01', closed: true, needsPapers: true }, ...change })] }).filter((line) => line.startsWith('PAPERS'));
  const settled = plan({ steps: columns(['2026-11-30', 'IDENTITY_DOCS', false, true]) });
  it.each([
    ['needed and nothing planned', {}, 1],
    ['needed, planned and not done', { plans: [plan({ steps: columns(['2026-11-30', 'IDENTITY_DOCS']) })] }, 1],
    ['settled by a step', { plans: [settled] }, 0],
    ['release far away', ends('2027-09-01'), 0],
    ['not needed', { round: { id: 'r', on: '2026-11-01', closed: true, needsPapers: false } }, 0],
  ])('identity paper %s', (_name, change, count) => expect(papers(change)).toHaveLength(count));
  it('an open round is due from the day it began', () => {
    expect(due({ people: [person({ round: { id: 'r', on: '2026-11-10', closed: false, needsPapers: false } })] })).toEqual(['ROUND_OPEN NOW 2026-11-10 SINCE']);
  });
});

describe('a line of a plan that its profession has not signed', () => {
  const waits = (unsigned: readonly PlanLine[], role: UserRole, change: Partial<PlanFacts> = {}) =>
    dueItems(context(role), { people: [person({ plans: [plan({ status: 'DRAFT', answer: undefined, unsigned, ...change })] })], handovers: [], imports: [] })
      .filter(({ kind }) => kind === 'LINE_UNSIGNED')
      .map(({ on, count, own }) => `${on} ${count ?? 0}${own === true ? ' own' : ''}`);
  it.each([
    ['the psychologist’s own', ['PSYCHOLOGICAL'], 'PSYCHOLOGIST', {}, ['2026-11-01 1 own']],
    ['the social worker’s own', ['SOCIAL'], 'SOCIAL_WORKER', {}, ['2026-11-01 1 own']],
    ['of another profession', ['SOCIAL', 'EDUCATION'], 'PSYCHOLOGIST', {}, []],
    ['education and work, written by a colleague', ['EDUCATION', 'WORK'], 'EDUCATOR', {}, ['2026-11-01 2']],
    ['written by the user', ['EDUCATION'], 'EDUCATOR', { writers: ['other', me] }, ['2026-11-01 1 own']],
    ['the head of area may step in everywhere', ['PSYCHOLOGICAL', 'SOCIAL'], 'COORDINATOR', {}, ['2026-11-01 2']],
    ['who signs no line', ['EDUCATION'], 'DIRECTOR', {}, []],
    ['proposed to the person', ['SOCIAL'], 'SOCIAL_WORKER', { status: 'PROPOSED' }, ['2026-11-01 1 own']],
    ['agreed', ['SOCIAL'], 'SOCIAL_WORKER', { status: 'AGREED', answer: 'AGREES' }, ['2026-11-01 1 own']],
    ['approved from the minutes of a meeting', ['SOCIAL'], 'SOCIAL_WORKER', { status: 'APPROVED', answer: 'AGREES' }, []],
    ['in force', ['SOCIAL'], 'SOCIAL_WORKER', { status: 'ACTIVE', answer: 'AGREES' }, []],
    ['everything signed', [], 'COORDINATOR', {}, []],
  ] as const)('%s', (_name, unsigned, role, change, expected) => expect(waits(unsigned, role, change)).toEqual(expected));
});

describe('hand-overs', () => {
  it.each([
    ['waits for a second person', {}, 'COORDINATOR', undefined, ['HANDOVER_AUTHORISE NOW 2026-11-20 SINCE']],
    ['says by when, with a day of release', {}, 'COORDINATOR', '2027-06-10', ['HANDOVER_AUTHORISE NOW 2027-05-27 BY']],
    ['never for who prepared it', { preparedBy: me }, 'COORDINATOR', undefined, []],
    ['is to be written', { status: 'AUTHORISED' }, 'EDUCATOR', undefined, ['HANDOVER_WRITE NOW 2026-11-20 SINCE']],
    ['a director does not write media', { status: 'AUTHORISED' }, 'DIRECTOR', undefined, []],
    ['has six days of patience', { status: 'SEALED', since: '2026-11-16' }, 'EDUCATOR', undefined, []],
    ['is unanswered after seven', { status: 'SEALED', since: '2026-11-15' }, 'EDUCATOR', undefined, ['HANDOVER_UNANSWERED NOW 2026-11-15 SENT_ON']],
    ['was rejected', { status: 'REJECTED' }, 'EDUCATOR', undefined, ['HANDOVER_REJECTED NOW 2026-11-20 ANSWERED_ON']],
    ['was taken over', { status: 'ACCEPTED' }, 'EDUCATOR', undefined, ['HANDOVER_RECEIPT WEEK 2026-11-20 ACCEPTED_ON']],
    ['was taken over long ago', { status: 'ACCEPTED', since: '2026-11-01' }, 'EDUCATOR', undefined, []],
  ] as const)('%s', (_name, change, role, release, expected) => {
    const people = release === undefined ? [] : [person({ ...ends(release), plans: [plan({ status: 'DRAFT' })] })];
    expect(due({ people, handovers: [handover(change)] }, context(role)).filter((line) => line.startsWith('HANDOVER'))).toEqual(expected);
  });
});

describe('at a probation office', () => {
  const arrival = (change: Partial<ImportFacts>, role: UserRole = 'PROBATION_OFFICER') =>
    due({ imports: [{ id: 'i', personId: 'p', decision: 'ACCEPTED', decidedOn: '2026-11-20', answered: false, ...change }] }, context(role, { workplace: 'probation' }));
  it.each([
    ['taken over and not answered', {}, ['RECEIPT_OWED NOW 2026-11-20 ACCEPTED_ON']],
    ['answered', { answered: true }, []],
    ['received and not decided', { decision: 'RECEIVED', answered: true }, ['ARRIVAL NOW 2026-11-20 RECEIVED_ON']],
    ['rejected', { decision: 'REJECTED' }, []],
  ] as const)('an envelope %s', (_name, change, expected) => expect(arrival(change)).toEqual(expected));
  it.each([
    ['PROBATION_OFFICER', ['STEP NOW 2026-11-20 BY']],
    ['GUEST', []],
  ] as const)('a step that goes on outside, for a %s: only who works on cases', (role, expected) => {
    const handedOver = person({ status: 'RELEASED_FOLLOW_UP', plans: [plan({ status: 'HANDED_OVER', steps: columns(['2026-11-20', 'FAMILY', true]) })] });
    expect(due({ people: [handedOver] }, context(role, { workplace: 'probation' }))).toEqual(expected);
  });
  it('waits only for who may decide', () => expect(arrival({}, 'DIRECTOR')).toEqual([]));
});
