import { describe, expect, it } from 'vitest';
import { NeedDomain } from './needs.ts';
import type { PlanContent, PlanProgress, StepStatus } from './plan.ts';
import { finishedColumn, isSettled, nextStep, stepsColumn, stepsOf } from './step-columns.ts';

const id = (at: number): string => `0192a000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
/** One step in each domain, the later the further down; the fourth has no day. */
const objectives: PlanContent['objectives'] = NeedDomain.options.map((domain, at) => ({
  id: id(100 + at),
  domain,
  title: 'titlu',
  horizon: 'LATER',
  steps: [{ id: id(at), text: 'vorbe', owner: 'PERSON', carriesOver: at % 2 === 0, ...(at === 3 ? {} : { dueDate: `2026-12-${String(20 - at).padStart(2, '0')}` }) }],
}));
const steps = stepsColumn({ objectives });
const marked = (marks: Readonly<Record<number, StepStatus>>) => {
  const progress: PlanProgress['steps'] = Object.fromEntries(Object.entries(marks).map(([at, status]) => [id(Number(at)), { status, on: '2026-11-01' }]));
  return { steps, finished: finishedColumn({ steps: progress }) };
};

it('tells every step with its domain, day and whether it goes on, by day, and nothing of its words', () => {
  const read = [...stepsOf(marked({ 0: 'DONE', 1: 'HANDED_OVER', 2: 'BLOCKED' }))];
  expect(read).toHaveLength(NeedDomain.options.length);
  expect(read.map(({ due }) => due).slice(0, -1)).toEqual(read.map(({ due }) => due).slice(0, -1).toSorted());
  expect(read.at(-1)).toMatchObject({ domain: 'EMPLOYMENT', due: undefined });
  expect(read.find(({ domain }) => domain === 'ACCOMMODATION')).toEqual({ step: '000000000000', domain: 'ACCOMMODATION', due: '2026-12-20', carriesOver: true, state: 'OVER' });
  expect(read.find(({ domain }) => domain === 'IDENTITY_DOCS')?.state).toBe('HANDED_ON');
  expect(read.find(({ domain }) => domain === 'FINANCE')?.state).toBe('OPEN');
  expect(steps).not.toMatch(/titlu|vorbe/);
});

describe('the next step', () => {
  const all = (): boolean => true;
  it.each([
    ['is the one whose day comes first', {}, '2026-11-22', '2026-12-30', { due: '2026-12-09', count: 1 }],
    ['counts all that are due today', {}, '2026-12-11', '2026-12-30', { due: '2026-12-09', count: 3 }],
    ['passes over what is done or not needed', { 11: 'DONE', 10: 'NOT_NEEDED' }, '2026-11-22', '2026-12-30', { due: '2026-12-11', count: 1 }],
    ['is none when the first lies too far ahead', {}, '2026-11-22', '2026-12-08', undefined],
    ['is none without a day', Object.fromEntries(NeedDomain.options.map((_, at) => [at, at === 3 ? 'IN_PROGRESS' : 'DONE'])), '2026-11-22', '2027-12-30', undefined],
  ] as const)('%s', (_name, marks, today, until, expected) => {
    const found = nextStep(marked(marks as Record<number, StepStatus>), today, until, all);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  it('is one of those wanted', () => {
    expect(nextStep(marked({ 11: 'HANDED_OVER' }), '2026-11-22', '2026-12-30', ({ state }) => state === 'OPEN')?.due).toBe('2026-12-10');
    expect(nextStep(marked({ 11: 'HANDED_OVER' }), '2026-11-22', '2026-12-30', ({ carriesOver }) => carriesOver)?.due).toBe('2026-12-10');
  });
});

it.each([
  ['done', 'DONE', true],
  ['not needed', 'NOT_NEEDED', true],
  ['handed on', 'HANDED_OVER', false],
  ['under way', 'IN_PROGRESS', false],
] as const)('a need is settled when its steps are %s: %s', (_name, status, settled) => expect(isSettled(marked({ 1: status }), 'IDENTITY_DOCS')).toBe(settled));

it.each(['', ' ', 'zzz', '000000000000', '000000000000a-2026-12-0'])('reads nothing out of %j', (text) => {
  expect([...stepsOf({ steps: text, finished: '' })]).toEqual([]);
  expect(nextStep({ steps: text, finished: '' }, '2026-01-01', '2027-01-01', () => true)).toBeUndefined();
});
