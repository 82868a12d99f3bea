import { expect, it } from 'vitest';
import { firstHourStates, FirstHourStep, stepDoneBy } from './first-hour.ts';

it.each([
  ['session.recoveryKept', {}, 'RECOVERY'],
  ['registers.accept', { people: 3 }, 'REGISTER'],
  ['registers.repair', { rows: 1 }, 'REPAIR'],
  ['registers.repair', { rows: 0 }, undefined],
  ['notes.add', {}, 'CONVERSATION'],
  ['notes.addForMany', {}, 'CONVERSATION'],
  ['needs.closeRound', {}, 'NEEDS'],
  ['needs.openRound', {}, undefined],
  ['plans.write', { goals: 0 }, undefined],
  ['plans.write', {}, undefined],
  ['plans.write', { goals: 1 }, 'GOAL'],
  ['plans.propose', {}, 'GOAL'],
  ['constructor', {}, undefined],
] as const)('%s %j makes done: %s', (action, details, step) => expect(stepDoneBy({ action, details })).toBe(step));

it('the first step neither done nor skipped is next; one done is done, also when it was skipped', () => {
  const states = firstHourStates(new Set(['RECOVERY', 'REPAIR']), ['REGISTER', 'REPAIR']);
  expect(states.map(({ state }) => state)).toEqual(['DONE', 'SKIPPED', 'DONE', 'NEXT', 'OPEN', 'OPEN', 'OPEN', 'OPEN']);
  expect(firstHourStates(new Set(FirstHourStep.options), []).some(({ state }) => state === 'NEXT')).toBe(false);
});
