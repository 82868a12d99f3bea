import { z } from 'zod';
import type { Machine } from './machine.ts';

/**
 * The release decision: proposed by a commission, decided by a court, final after the term for appeal.
 * RO: the court's admission is not final for three days and the prosecutor's appeal suspends it (art. 587 CPP).
 */
export const DecisionState = z.enum([
  'EXPECTED',
  'PROPOSED',
  'POSTPONED',
  'GRANTED_NOT_FINAL',
  'APPEALED',
  'FINAL',
  'REFUSED',
  'RELEASED',
]);
export type DecisionState = z.infer<typeof DecisionState>;

export const DecisionCommand = z.enum(['propose', 'postpone', 'grant', 'appeal', 'becomeFinal', 'refuse', 'release', 'expectAgain']);
export type DecisionCommand = z.infer<typeof DecisionCommand>;

/** `postpone` and `refuse` need a new term of at most one year; after it the decision is expected again. */
export const decisionMachine: Machine<DecisionState, DecisionCommand> = {
  // a court also decides on the person's own request, which no commission has proposed
  EXPECTED: { propose: 'PROPOSED', grant: 'GRANTED_NOT_FINAL', refuse: 'REFUSED', postpone: 'POSTPONED' },
  PROPOSED: { grant: 'GRANTED_NOT_FINAL', refuse: 'REFUSED', postpone: 'POSTPONED' },
  POSTPONED: { expectAgain: 'EXPECTED' },
  GRANTED_NOT_FINAL: { appeal: 'APPEALED', becomeFinal: 'FINAL', refuse: 'REFUSED' },
  // the prosecutor's appeal suspends the grant until the higher court has decided
  APPEALED: { becomeFinal: 'FINAL', refuse: 'REFUSED' },
  FINAL: { release: 'RELEASED' },
  REFUSED: { expectAgain: 'EXPECTED' },
  RELEASED: {},
};
