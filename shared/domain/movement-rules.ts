import type { Movement, MovementKind } from './custody.ts';
import type { CivilDate } from './dates.ts';
import type { DecisionCommand } from './decision.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person } from './people.ts';
import { mayTurn, personAfter, statusAfter, type PersonStatus } from './person-machine.ts';

type Moving = Pick<Person, 'status' | 'movements'>;

/** What may be recorded next: whoever is away comes back or goes on; whoever is here leaves. */
export const nextMovements = (status: PersonStatus): readonly MovementKind[] =>
  !mayTurn(status, 'leave') ? [] : status === 'AWAY' ? ['RETURN', 'COURT', 'HOSPITAL', 'TEMPORARY_TRANSFER', 'TRANSFER'] : ['TRANSFER', 'TEMPORARY_TRANSFER', 'COURT', 'HOSPITAL', 'PERMIT', 'INTERRUPTION'];

/**
 * One movement: away when somebody leaves, back to where their preparation stood when they return.
 * @returns the movements and the status after it, or why not
 */
export const withMovement = (person: Moving, movement: Omit<Movement, 'before'>, today: CivilDate): Outcome<{ movements: Movement[]; status: PersonStatus }> => {
  const past = person.movements ?? [];
  const last = past.at(-1);
  if (!nextMovements(person.status).includes(movement.kind)) return refused(movement.kind === 'RETURN' ? 'movement.notAway' : 'movement.notHere');
  if (movement.on > today) return refused('movement.inFuture');
  if (last !== undefined && movement.on < last.on) return refused('movement.beforeLast');
  if (movement.expectedReturn !== undefined && (movement.kind === 'RETURN' || movement.expectedReturn < movement.on)) return refused('movement.returnBefore');
  const before = person.status === 'AWAY' ? last?.before : person.status === 'PRE_RELEASE' ? ('PRE_RELEASE' as const) : ('ACTIVE' as const);
  const entry: Movement = { ...movement, ...(movement.kind === 'RETURN' || before === undefined ? {} : { before }) };
  const status = personAfter(person.status, movement.kind !== 'RETURN' ? 'leave' : before === 'PRE_RELEASE' ? 'comeBackToPrepare' : 'comeBack');
  return status.ok ? allowed({ movements: [...past, entry], status: status.value }) : status;
};

/** Where somebody is who is away, undefined for who is here. */
export const whereAway = (person: Moving): Movement | undefined => (person.status === 'AWAY' ? person.movements?.at(-1) : undefined);

/**
 * What a step of the release decision does to somebody, also while they are away: released, they are away no longer;
 * otherwise the state they go back to on return follows the decision as it would here.
 */
export const afterDecision = (person: Moving, command: DecisionCommand): Moving => {
  const status = statusAfter(person.status, command);
  const { movements } = person;
  const last = status === 'AWAY' ? movements?.at(-1) : undefined;
  if (movements === undefined || last === undefined) return { status, ...(movements === undefined ? {} : { movements }) };
  const before = statusAfter(last.before ?? 'ACTIVE', command) === 'PRE_RELEASE' ? 'PRE_RELEASE' : 'ACTIVE';
  return { status, movements: [...movements.slice(0, -1), { ...last, before }] };
};
