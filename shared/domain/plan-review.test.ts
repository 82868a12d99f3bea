import { describe, expect, it } from 'vitest';
import { reviewState, reviewWindow } from './plan-review.ts';
import type { Person } from './people.ts';
import { PlanStatus, type PlanProgress } from './plan.ts';

const approvedOn = '2026-06-01';
const progress = (over: Partial<PlanProgress> = {}): PlanProgress => ({ status: 'ACTIVE', approvals: [{ by: 'b', on: approvedOn, signature: '' }], ...over }) as PlanProgress;
const person = (date?: string, over: Partial<Person> = {}): Person =>
  ({
    releaseDates: date === undefined ? [] : [{ id: 'd', kind: 'END_OF_SENTENCE', date, certainty: 'DECIDED', source: 's', setOn: '2026-01-01', setBy: 'a' }],
    decisions: [],
    ...over,
  }) as unknown as Person;

describe('when the plan is due for review', () => {
  it.each([
    ['more than five years left', person('2032-01-01'), { rule: 'OVER_60', from: '2027-04-01', to: '2027-06-01' }],
    ['two years left', person('2028-06-01'), { rule: 'FROM_12', from: '2026-10-01', to: '2026-12-01' }],
    ['exactly a year left', person('2027-06-01'), { rule: 'FROM_6', from: '2026-08-01', to: '2026-09-01' }],
    ['five months left', person('2026-11-01'), { rule: 'FROM_3', from: '2026-07-01', to: '2026-09-01' }],
    ['two months left: the review before release, a week ahead', person('2026-08-01'), { rule: 'PRE_RELEASE', from: approvedOn, to: '2026-07-25' }],
    ['no date', person(), { rule: 'NO_DATE', from: '2027-04-01', to: '2027-06-01' }],
    ['a date that has passed says nothing', person('2026-01-01'), { rule: 'NO_DATE', from: '2027-04-01', to: '2027-06-01' }],
    ['remand, whatever the dates', person('2032-01-01', { legalPosition: 'ON_REMAND' }), { rule: 'REMAND', from: '2026-08-01', to: '2026-09-01' }],
    [
      'a postponed decision: its new term counts',
      person('2032-01-01', { decisions: [{ id: 'x', state: 'POSTPONED', openedOn: '2026-05-01', history: [{ state: 'POSTPONED', on: '2026-05-20', by: 'a', source: 'PV', newTerm: '2027-03-01' }] }] }),
      { rule: 'FROM_6', from: '2026-08-01', to: '2026-09-01' },
    ],
  ])('%s', (_name, who, expected) => expect(reviewWindow(who, progress())).toEqual(expected));

  it('counts from the last review that was held', () => {
    expect(reviewWindow(person('2028-06-01'), progress({ reviews: [{ on: '2026-09-01', by: 'a', outcome: 'CONTINUE' }] }))).toMatchObject({ from: '2027-01-01', to: '2027-03-01' });
  });

  it('the review before release was held already', () => {
    expect(reviewWindow(person('2026-08-01'), progress({ reviews: [{ on: '2026-07-25', by: 'a', outcome: 'CONTINUE' }] }))).toBeUndefined();
  });

  it.each(PlanStatus.options)('a version that is %s', (status) => {
    expect(reviewWindow(person(), progress({ status })) !== undefined).toBe(status === 'ACTIVE' || status === 'UNDER_REVIEW');
  });
});

it.each([
  ['2026-09-30', 'AHEAD'],
  ['2026-10-01', 'OPEN'],
  ['2026-12-01', 'OPEN'],
  ['2026-12-02', 'LATE'],
] as const)('on %s the review is %s', (today, state) => expect(reviewState({ rule: 'FROM_12', from: '2026-10-01', to: '2026-12-01' }, today)).toBe(state));
