import { describe, expect, it } from 'vitest';
import type { Person } from './people.ts';
import type { PersonStatus } from './person-machine.ts';
import { nextTurns, withTurn, type Turn } from './turn-rules.ts';

const TODAY = '2026-11-22';
const person = (over: Partial<Person> = {}): Person => ({ status: 'ACTIVE', releaseDates: [], decisions: [], ...over }) as Person;
const act = (kind: Turn['kind'], over: Partial<Turn> = {}): Turn => ({ id: `${kind}-1`, kind, on: TODAY, source: 'act 1', setBy: 'me', ...(kind === 'RELEASE' ? { releaseType: 'END_OF_SENTENCE' as const } : {}), ...over });
const after = (of: Person, ...acts: readonly Turn[]): Person =>
  acts.reduce((now, next) => {
    const turned = withTurn(now, next, TODAY);
    if (!turned.ok) throw new Error(turned.refusal.code);
    return turned.value;
  }, of);
const refusal = (of: Person, next: Turn): string => {
  const turned = withTurn(of, next, TODAY);
  return turned.ok ? 'allowed' : turned.refusal.code;
};
const decided = (state: 'GRANTED_NOT_FINAL' | 'FINAL') => [{ id: 'd', state, openedOn: '2026-11-01', history: [] }];

describe('acts that change where somebody stands', () => {
  it.each<[PersonStatus, readonly string[]]>([
    ['ACTIVE', ['RELEASE', 'ESCAPE', 'DEATH']],
    ['AWAY', ['RELEASE', 'ESCAPE', 'DEATH']],
    ['RELEASED_FOLLOW_UP', ['CLOSE', 'NEW_ROUND', 'DEATH']],
    ['CLOSED', ['NEW_ROUND', 'DEATH']],
    ['ESCAPED', ['RECAPTURE', 'DEATH']],
    ['DECEASED', ['DEATH_MISTAKEN']],
  ])('of somebody %s: %s', (status, kinds) => expect(nextTurns(person({ status }))).toEqual(kinds));

  it.each<[string, Person, Turn, string]>([
    ['tomorrow’s death', person(), act('DEATH', { on: '2026-11-23' }), 'turn.inFuture'],
    ['a recapture before the escape', after(person(), act('ESCAPE', { on: '2026-11-10' })), act('RECAPTURE', { on: '2026-11-09' }), 'turn.beforeLast'],
    ['a release before the admission', person({ admissionDate: '2026-11-10' }), act('RELEASE', { on: '2026-11-09' }), 'turn.beforeAdmission'],
    ['a release that says not how', person(), { id: 'x', kind: 'RELEASE', on: TODAY, source: 'act', setBy: 'me' }, 'turn.releaseTypeNeeded'],
    ['a conditional release without a decision', person(), act('RELEASE', { releaseType: 'CONDITIONAL' }), 'turn.decisionFirst'],
    ['a conditional release while an appeal is possible', person({ decisions: decided('GRANTED_NOT_FINAL') }), act('RELEASE', { releaseType: 'CONDITIONAL' }), 'turn.decisionFirst'],
    ['a conditional release by a final decision', person({ decisions: decided('FINAL') }), act('RELEASE', { releaseType: 'CONDITIONAL' }), 'allowed'],
    ['an interruption as a release', person(), act('RELEASE', { releaseType: 'INTERRUPTION' }), 'turn.interruption'],
    ['an escape of somebody who was released', person({ status: 'RELEASED_FOLLOW_UP' }), act('ESCAPE'), 'machine.person'],
    ['a second death', after(person(), act('DEATH')), act('DEATH'), 'machine.person'],
  ])('%s: %s', (_name, of, next, code) => expect(refusal(of, next)).toBe(code));

  it('a death recorded of the wrong person is taken back to where they stood: into custody, or after release', () => {
    expect(after(person(), act('DEATH'), act('DEATH_MISTAKEN')).status).toBe('ACTIVE');
    const mistaken = after(person({ status: 'CLOSED' }), act('DEATH'), act('DEATH_MISTAKEN'));
    expect(mistaken.status).toBe('RELEASED_FOLLOW_UP');
    expect(mistaken.turns?.map(({ kind }) => kind)).toEqual(['DEATH', 'DEATH_MISTAKEN']);
  });

  it('the day of leaving stands among the dates, and one entered before is replaced by it', () => {
    const hoped = { id: 'a', kind: 'ACTUAL', date: '2026-12-01', certainty: 'HOPED', source: 'x', setOn: '2026-10-01', setBy: 'me' } as const;
    const { releaseDates } = after(person({ releaseDates: [hoped] }), act('RELEASE'));
    expect(releaseDates).toMatchObject([{ id: 'a', supersededOn: TODAY }, { kind: 'ACTUAL', date: TODAY, certainty: 'DECIDED' }]);
  });
});

describe('a new stay in custody', () => {
  const before = person({
    status: 'CLOSED',
    admissionDate: '2020-01-01',
    endless: true,
    afterRelease: 'SUPERVISED',
    contactBans: [{ id: 'b', kind: 'NO_CONTACT', act: 'sentence 7' }],
    releaseDates: [{ id: 'a', kind: 'ACTUAL', date: '2025-01-01', certainty: 'DECIDED', source: 'x', setOn: '2025-01-01', setBy: 'me' }],
    decisions: [{ id: 'd', state: 'RELEASED', openedOn: '2024-01-01', history: [] }],
  });
  const now = after(before, act('NEW_ROUND', { on: '2026-11-20' }));

  it('begins with no date, no decision and no movement, on its own day', () =>
    expect(now).toMatchObject({ status: 'ACTIVE', admissionDate: '2026-11-20', releaseDates: [], decisions: [], movements: [] }));

  it('what belonged to the stay before is gone from what counts, and what holds for the person stays', () => {
    expect(now.endless).toBeUndefined();
    expect(now.afterRelease).toBeUndefined();
    expect(now.contactBans).toHaveLength(1);
  });

  it('the stay before stays readable whole', () =>
    expect(now.stays).toEqual([
      { id: 'NEW_ROUND-1', from: '2020-01-01', until: '2026-11-20', endedAs: 'CLOSED', releaseDates: before.releaseDates, decisions: before.decisions, movements: [], afterRelease: 'SUPERVISED' },
    ]));
});
