import { expect, it } from 'vitest';
import { NeedDomain } from './needs.ts';
import type { PlanContent, PlanProgress } from './plan.ts';
import { finishedColumn, openSteps, readSteps, stepsColumn } from './step-columns.ts';

const id = (at: number): string => `0192a000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
const objectives: PlanContent['objectives'] = NeedDomain.options.map((domain, at) => ({
  id: id(100 + at),
  domain,
  title: 'x',
  horizon: 'LATER',
  steps: [{ id: id(at), text: 'x', owner: 'PERSON', carriesOver: at % 2 === 0, ...(at === 3 ? {} : { dueDate: `2026-12-${String(at + 1).padStart(2, '0')}` }) }],
}));

it('tells every step with its domain, day and whether it goes on, and nothing else', () => {
  const column = stepsColumn({ objectives });
  const read = readSteps(column);
  expect(read.map(({ domain }) => domain)).toEqual(NeedDomain.options);
  expect(read[0]).toEqual({ step: '000000000000', domain: 'ACCOMMODATION', due: '2026-12-01', carriesOver: true });
  expect(read[3]?.due).toBeUndefined();
  expect(column).not.toContain('x');
});

it('leaves out what is over; what was handed on is told apart', () => {
  const steps: PlanProgress['steps'] = { [id(0)]: { status: 'DONE', on: '2026-11-01' }, [id(1)]: { status: 'HANDED_OVER', on: '2026-11-01' }, [id(2)]: { status: 'BLOCKED', on: '2026-11-01' } };
  const all = readSteps(stepsColumn({ objectives }));
  const open = openSteps(all, finishedColumn({ steps }));
  expect(open).toHaveLength(all.length - 1);
  expect(open.filter(({ handedOn }) => handedOn).map(({ domain }) => domain)).toEqual(['IDENTITY_DOCS']);
});

it.each(['', ' ', 'zzz', '000000000000', '000000000000zz'])('reads nothing out of %j', (column) => expect(readSteps(column)).toEqual([]));
