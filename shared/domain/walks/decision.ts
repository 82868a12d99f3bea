import type { DecisionCommand, DecisionState } from '../decision.ts';
import { refused } from '../outcome.ts';
import { withDecision } from '../person-rules.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

/** One that ended in the release stays as it is: what follows opens the next decision. */
export const walkDecision: Walk<DecisionState, DecisionCommand> = (state, command) => {
  const next = withDecision(
    [{ id: MADE_UP.thing, state, openedOn: '2026-01-01', history: [] }],
    {
      command,
      on: MADE_UP.today,
      by: MADE_UP.me,
      source: 'act 1',
      newId: MADE_UP.other,
      ...(command === 'postpone' || command === 'refuse' ? { newTerm: '2027-05-01' } : {}),
    },
    { today: MADE_UP.today, appealDays: 3 },
  );
  return state === 'RELEASED' && (!next.ok || next.value[0]?.state === state) ? refused('machine.decision', { state, command }) : reached(next, (decisions) => decisions[0]?.state ?? state);
};
