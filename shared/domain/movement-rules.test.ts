import { describe, expect, it } from 'vitest';
import type { Movement, MovementKind } from './custody.ts';
import { nextMovements, whereAway, withMovement } from './movement-rules.ts';
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
