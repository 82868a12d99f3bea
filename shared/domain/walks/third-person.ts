import { answered, answerToday } from '../third-person-rules.ts';
import type { ThirdPerson, ThirdPersonAnswer, ThirdPersonCommand } from '../third-person.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

/** Somebody whose last answer is this one. */
const third = (state: ThirdPersonAnswer): ThirdPerson => ({
  id: MADE_UP.thing,
  v: 1,
  createdAt: MADE_UP.now,
  createdBy: MADE_UP.me,
  updatedAt: MADE_UP.now,
  updatedBy: MADE_UP.me,
  type: 'thirdPerson',
  personId: MADE_UP.other,
  kind: 'HOST',
  name: 'Exemplu Maria',
  answers: state === 'NOT_ASKED' ? [] : [{ answer: state === 'EXPIRED' ? 'GIVEN' : state, on: '2026-01-01', how: 'IN_PERSON', by: MADE_UP.me, ...(state === 'EXPIRED' ? { validTo: '2026-06-01' } : {}) }],
});

export const walkThirdPerson: Walk<ThirdPersonAnswer, ThirdPersonCommand> = (state, command) =>
  reached(answered(third(state), { command, on: MADE_UP.today, told: 'numele și telefonul, la probațiune', how: 'IN_PERSON' }, MADE_UP.me, MADE_UP.today), (next) => answerToday(next, MADE_UP.today));
