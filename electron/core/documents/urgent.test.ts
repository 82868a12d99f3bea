import { expect, it } from 'vitest';
import { bareCaseFile, richCaseFile } from './testing/case-file.ts';
import { isOpen, mostUrgent } from './urgent.ts';

it('puts the day of release and the first three days first, then the level of need', () => {
  expect(mostUrgent(richCaseFile).map(({ objective }) => objective.horizon)).toEqual(['RELEASE_DAY', 'FIRST_72H', 'FIRST_72H']);
});

it('puts the earlier date first, and a step without a date last', () => {
  const dates = mostUrgent(richCaseFile).map(({ step }) => step.dueDate);
  expect(dates).toEqual(['2026-12-05', '2027-01-25', undefined]);
});

it('names only what somebody still has to do', () => {
  expect(mostUrgent(richCaseFile, 100).every(({ step }) => isOpen(step))).toBe(true);
  expect(mostUrgent(richCaseFile, 100)).toHaveLength(7);
});

it.each(['ACHIEVED', 'PARTLY_ACHIEVED', 'NOT_ACHIEVED', 'REMOVED'] as const)('asks for no step of a goal that is %s, and for those of one that was handed on', (status) => {
  const [first, ...others] = mostUrgent(richCaseFile, 100);
  const goal = (status_: typeof status | 'HANDED_OVER') => mostUrgent({ ...richCaseFile, goalStates: [{ objectiveId: first!.objective.id, status: status_, on: '2026-11-22' }] }, 100);
  expect(goal(status)).toEqual(others.filter(({ objective }) => objective.id !== first!.objective.id));
  expect(goal('HANDED_OVER')).toEqual([first, ...others]);
});

it('has nothing to say about a plan without goals', () => {
  expect(mostUrgent(bareCaseFile)).toEqual([]);
});
