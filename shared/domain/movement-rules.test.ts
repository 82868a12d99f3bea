import { describe, expect, it } from 'vitest';
import type { Movement, MovementKind } from './custody.ts';
import type { DecisionCommand } from './decision.ts';
import { afterDecision, nextMovements, whereAway, withMovement } from './movement-rules.ts';
import type { Person, PersonStatus } from './people.ts';

const TODAY = '2026-11-22';
type Moving = Pick<Person, 'status' | 'movements'>;
const entry = (kind: MovementKind, on = TODAY, over: Partial<Movement> = {}): Movement => ({ id: kind, kind, on, source: 'order 1', setBy: 'x', ...over });
const after = (person: Moving, movement: Movement) => {
  const result = withMovement(person, movement, TODAY);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const refusal = (person: Moving, movement: Movement): string => {
  const result = withMovement(person, movement, TODAY);
  return result.ok ? 'allowed' : result.refusal.code;
};

describe('movements', () => {
  it.each<[PersonStatus]>([['ACTIVE'], ['PRE_RELEASE']])('whoever leaves while %s is away, and back there on return, also over two stations', (status) => {
    const left = after({ status }, entry('COURT', '2026-11-01'));
    expect(left.status).toBe('AWAY');
    const further = after(left, entry('HOSPITAL', '2026-11-05'));
    expect(whereAway(further)?.kind).toBe('HOSPITAL');
    const back = after(further, entry('RETURN', '2026-11-10'));
    expect(back.status).toBe(status);
    expect(back.movements.map(({ kind }) => kind)).toEqual(['COURT', 'HOSPITAL', 'RETURN']);
    expect(whereAway(back)).toBeUndefined();
  });

  it.each<[string, Moving, Movement, string]>([
    ['a return of somebody who is here', { status: 'ACTIVE' }, entry('RETURN'), 'movement.notAway'],
    ['a transfer of somebody released', { status: 'RELEASED_FOLLOW_UP' }, entry('TRANSFER'), 'movement.notHere'],
    ['leave from another prison', { status: 'AWAY', movements: [entry('TRANSFER', '2026-11-01', { before: 'ACTIVE' })] }, entry('PERMIT'), 'movement.notHere'],
    ['tomorrow’s movement', { status: 'ACTIVE' }, entry('COURT', '2026-11-23'), 'movement.inFuture'],
    ['a movement before the last one', { status: 'ACTIVE', movements: [entry('RETURN', '2026-11-10')] }, entry('COURT', '2026-11-09'), 'movement.beforeLast'],
    ['a return expected before leaving', { status: 'ACTIVE' }, entry('COURT', '2026-11-20', { expectedReturn: '2026-11-19' }), 'movement.returnBefore'],
    ['a return that expects another', { status: 'AWAY', movements: [entry('COURT', '2026-11-01', { before: 'ACTIVE' })] }, entry('RETURN', TODAY, { expectedReturn: TODAY }), 'movement.returnBefore'],
  ])('%s is refused', (_name, person, movement, code) => expect(refusal(person, movement)).toBe(code));

  it('offers nothing for whoever is no longer in custody', () => expect(nextMovements('CLOSED')).toEqual([]));
});

describe('a decision about somebody who is away', () => {
  it.each<[string, DecisionCommand, 'ACTIVE' | 'PRE_RELEASE', PersonStatus]>([
    ['final: the preparation goes on at the return', 'becomeFinal', 'ACTIVE', 'PRE_RELEASE'],
    ['postponed: the preparation is paused at the return', 'postpone', 'PRE_RELEASE', 'ACTIVE'],
    ['refused: the same', 'refuse', 'PRE_RELEASE', 'ACTIVE'],
    ['proposed: nothing changes', 'propose', 'PRE_RELEASE', 'PRE_RELEASE'],
  ])('%s', (_name, command, status, atReturn) => {
    const decided = afterDecision(after({ status }, entry('HOSPITAL', '2026-11-01')), command);
    expect(decided.status).toBe('AWAY');
    expect(after(after(decided, entry('COURT', '2026-11-05')), entry('RETURN', '2026-11-10')).status).toBe(atReturn);
  });

  it('whoever is released from there is away no longer, and where they were stays readable', () => {
    const away = after({ status: 'PRE_RELEASE' }, entry('HOSPITAL', '2026-11-01'));
    expect(afterDecision(away, 'release')).toEqual({ status: 'RELEASED_FOLLOW_UP', movements: away.movements });
  });

  it('of somebody who is here, the movements stay as they are', () => expect(afterDecision({ status: 'ACTIVE' }, 'becomeFinal')).toEqual({ status: 'PRE_RELEASE' }));
});
