import { expect, it } from 'vitest';
import { firstHourStates, FirstHourStep } from '../../../shared/domain/first-hour.ts';
import { doneOf, isOver, placeOfStep } from './steps.ts';

it.each([
  ['REGISTER', undefined, '/register-import'],
  ['REPAIR', 'p', '/register-import'],
  ['CONVERSATION', 'p', '/people/p/notes'],
  ['NEEDS', 'p', '/people/p/needs'],
  ['GOAL', 'p', '/people/p/plan'],
  ['COPY', 'p', '/people/p/documents'],
  ['PRACTICE', 'p', '/people/p/handover'],
  ['PRACTICE', undefined, '/people'],
] as const)('%s with %s leads to %s', (step, example, path) => expect(placeOfStep(step, example)).toBe(path));

it('is over when nothing is left, though not all of it was done', () => {
  const steps = firstHourStates(new Set(['RECOVERY', 'REGISTER']), FirstHourStep.options.slice(2));
  expect(isOver(steps)).toBe(true);
  expect(doneOf(steps)).toBe(2);
  expect(isOver(firstHourStates(new Set(), []))).toBe(false);
});
