import { z } from 'zod';
import type { DecisionCommand } from './decision.ts';
import { step, type Machine } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

export const PersonStatus = z.enum(['ACTIVE', 'PRE_RELEASE', 'AWAY', 'RELEASED_FOLLOW_UP', 'CLOSED', 'DECEASED', 'ESCAPED', 'TRANSFERRED']);
export type PersonStatus = z.infer<typeof PersonStatus>;

/** What changes where somebody stands: a decision, a movement, or an act of its own (`PersonTurn`). */
export const PersonCommand = z.enum([
  'prepare', // a final decision
  'pause', // a decision postponed or refused
  'leave',
  'comeBack',
  'comeBackToPrepare', // as `comeBack`, of whoever left while release was prepared
  'release',
  'close',
  'escape',
  'recapture',
  'newRound',
  'die',
  'undoDeath', // it was recorded of the wrong person
  'undoDeathOutside', // the same, after release
  'transfer', // another prison took the case over
  'reopen', // it goes on here: whoever was transferred is back, or the transfer was revoked
]);
export type PersonCommand = z.infer<typeof PersonCommand>;

/**
 * Where somebody stands, from admission to the end of follow-up. Every change of `Person.status` goes through this table.
 * Source: practice; docs/adr/0018-person-machine.md.
 */
export const personMachine: Machine<PersonStatus, PersonCommand> = {
  ACTIVE: { prepare: 'PRE_RELEASE', leave: 'AWAY', release: 'RELEASED_FOLLOW_UP', escape: 'ESCAPED', die: 'DECEASED', transfer: 'TRANSFERRED' },
  PRE_RELEASE: { pause: 'ACTIVE', leave: 'AWAY', release: 'RELEASED_FOLLOW_UP', escape: 'ESCAPED', die: 'DECEASED', transfer: 'TRANSFERRED' },
  AWAY: { leave: 'AWAY', comeBack: 'ACTIVE', comeBackToPrepare: 'PRE_RELEASE', release: 'RELEASED_FOLLOW_UP', escape: 'ESCAPED', die: 'DECEASED', transfer: 'TRANSFERRED' },
  RELEASED_FOLLOW_UP: { close: 'CLOSED', newRound: 'ACTIVE', die: 'DECEASED' },
  CLOSED: { newRound: 'ACTIVE', die: 'DECEASED' },
  DECEASED: { undoDeath: 'ACTIVE', undoDeathOutside: 'RELEASED_FOLLOW_UP' },
  ESCAPED: { recapture: 'ACTIVE', die: 'DECEASED' },
  // what is kept here is a copy that nobody changes
  TRANSFERRED: { reopen: 'ACTIVE', newRound: 'ACTIVE' },
};

/** One step of a person. @returns the status after it, or `machine.person` */
export const personAfter = (status: PersonStatus, command: PersonCommand): Outcome<PersonStatus> => step('person', personMachine, status, command);

/** Whether the table has a way. */
export const mayTurn = (status: PersonStatus, command: PersonCommand): boolean => personMachine[status][command] !== undefined;

/** Somebody who has not left: here, or away for a while. */
export const isInCustody = (status: PersonStatus): status is 'ACTIVE' | 'PRE_RELEASE' | 'AWAY' => status === 'ACTIVE' || status === 'PRE_RELEASE' || status === 'AWAY';

/** For whom nothing is prepared, sent or printed any more. */
export const isStopped = (status: PersonStatus): status is 'DECEASED' | 'ESCAPED' => status === 'DECEASED' || status === 'ESCAPED';

/** Whether the case is with another prison, and what is kept here a copy that nobody changes. */
export const isCopy = (status: PersonStatus): status is 'TRANSFERRED' => status === 'TRANSFERRED';

/** Whether something may be prepared, sent or printed for somebody: not after a death, while somebody has escaped, or where the case is with another prison. */
export const mayBePrepared = ({ status }: { readonly status: PersonStatus }): Outcome<void> => {
  if (isCopy(status)) return refused('person.transferred');
  return !isStopped(status) ? allowed(undefined) : refused(status === 'DECEASED' ? 'person.deceased' : 'person.escaped');
};

/** What a step of the release decision means for the person. */
const byDecision: { readonly [C in DecisionCommand]?: PersonCommand } = { postpone: 'pause', refuse: 'pause', becomeFinal: 'prepare', release: 'release' };

/** What a step of the decision does to the person: a postponed or refused decision pauses the preparation. */
export const statusAfter = (status: PersonStatus, command: DecisionCommand): PersonStatus => {
  const turn = byDecision[command];
  return turn === undefined ? status : (personMachine[status][turn] ?? status);
};
