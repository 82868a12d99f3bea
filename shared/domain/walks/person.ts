import type { MovementKind } from '../custody.ts';
import { withMovement } from '../movement-rules.ts';
import { allowed, refused, type Outcome } from '../outcome.ts';
import type { Person } from '../people.ts';
import { statusAfter, type PersonCommand, type PersonStatus } from '../person-machine.ts';
import type { TurnKind } from '../person-turns.ts';
import { withTurn } from '../turn-rules.ts';
import { MADE_UP, type Walk } from './walk.ts';

/** Somebody in a state, who left or died in `before`. */
const somebody = (status: PersonStatus, before: 'ACTIVE' | 'PRE_RELEASE' | 'RELEASED_FOLLOW_UP'): Person =>
  ({
    status,
    releaseDates: [],
    decisions: [],
    movements: status === 'AWAY' ? [{ id: MADE_UP.thing, kind: 'COURT', on: '2026-11-01', before }] : [],
    turns: status === 'DECEASED' ? [{ id: MADE_UP.thing, kind: 'DEATH', on: '2026-11-01', before }] : [],
  }) as unknown as Person;

const turned = (person: Person, kind: TurnKind): Outcome<PersonStatus> => {
  const next = withTurn(person, { id: MADE_UP.other, kind, on: MADE_UP.today, source: 'act 1', setBy: MADE_UP.me, ...(kind === 'RELEASE' ? { releaseType: 'END_OF_SENTENCE' as const } : {}) }, MADE_UP.today);
  return next.ok ? allowed(next.value.status) : next;
};

const movedBy = (person: Person, kind: MovementKind): Outcome<PersonStatus> => {
  const next = withMovement(person, { id: MADE_UP.other, kind, on: MADE_UP.today, source: 'act 1', setBy: MADE_UP.me }, MADE_UP.today);
  return next.ok ? allowed(next.value.status) : next;
};

/** By the rules the services call: decisions, movements, and acts of their own. */
const byRule = (status: PersonStatus, command: PersonCommand): Outcome<PersonStatus> => {
  const here = somebody(status, 'ACTIVE');
  if (command === 'prepare' || command === 'pause') {
    const next = statusAfter(status, command === 'prepare' ? 'becomeFinal' : 'postpone');
    return next === status ? refused('machine.person') : allowed(next);
  }
  if (command === 'leave') return movedBy(here, 'COURT');
  if (command === 'comeBack') return movedBy(here, 'RETURN');
  if (command === 'comeBackToPrepare') return movedBy(somebody(status, 'PRE_RELEASE'), 'RETURN');
  const kinds: { readonly [C in typeof command]: TurnKind } = { release: 'RELEASE', close: 'CLOSE', escape: 'ESCAPE', recapture: 'RECAPTURE', newRound: 'NEW_ROUND', die: 'DEATH', undoDeath: 'DEATH_MISTAKEN', undoDeathOutside: 'DEATH_MISTAKEN', transfer: 'TRANSFER', reopen: 'REOPEN' };
  return turned(command === 'undoDeathOutside' ? somebody(status, 'RELEASED_FOLLOW_UP') : here, kinds[command]);
};

export const walkPerson: Walk<PersonStatus, PersonCommand> = (state, command) => {
  const next = byRule(state, command);
  return next.ok ? next : refused('machine.person', { state, command });
};
