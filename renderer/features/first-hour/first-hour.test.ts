import { expect, it } from 'vitest';
import { firstHourStates, FirstHourStep } from '../../../shared/domain/first-hour.ts';
import { doneOf, isOver, placeOfStep } from './steps.ts';

it.each([
  ['REGISTER', undefined, true, '/register-import'],
  ['REPAIR', 'p', true, '/register-import'],
  ['CONVERSATION', 'p', true, '/people/p/notes'],
  ['NEEDS', 'p', true, '/people/p/needs'],
  ['GOAL', 'p', true, '/people/p/plan'],
  ['COPY', 'p', true, '/people/p/documents'],
  ['PRACTICE', 'p', true, '/people/p/handover'],
  ['PRACTICE', 'p', false, '/services'],
  ['GOAL', undefined, true, '/people'],
] as const)('%s with %s, a service for exercises %s, leads to %s', (step, example, practiceReady, path) => {
  expect(placeOfStep(step, { practiceReady, ...(example === undefined ? {} : { example }) })).toBe(path);
});

it('is over when nothing is left, though not all of it was done', () => {
  const steps = firstHourStates(new Set(['RECOVERY', 'REGISTER']), FirstHourStep.options.slice(2));
  expect(isOver(steps)).toBe(true);
  expect(doneOf(steps)).toBe(2);
  expect(isOver(firstHourStates(new Set(), []))).toBe(false);
});
