import { describe, expect, it } from 'vitest';
import { byMoment, roadColumn, roadDays, roadFromColumn, sessionDaysColumn, type CalendarItem, type CalendarKind } from './calendar.ts';
import type { Certainty, Decision, ReleaseDate, ReleaseDateKind } from './people.ts';

const id = '0192a000-0000-7000-8000-000000000001';
const date = (kind: ReleaseDateKind, on: string, certainty: Certainty = 'DECIDED', time?: string): ReleaseDate => ({ id, kind, date: on, certainty, source: 'x', setOn: '2026-01-01', setBy: id, ...(time === undefined ? {} : { time }) });
const person = (releaseDates: ReleaseDate[], over: object = {}) => ({ id, releaseDates, decisions: [] as Decision[], status: 'ACTIVE' as const, ...over });
const told = (days: readonly CalendarItem[]) => days.map(({ kind, on, what }) => [kind, on, what]);
const final: Decision = { id, state: 'FINAL', openedOn: '2026-01-01', history: [{ state: 'FINAL', on: '2026-11-01', by: id, source: 'x' }] };
const postponed: Decision = { id, state: 'POSTPONED', openedOn: '2026-01-01', history: [{ state: 'POSTPONED', on: '2026-11-01', by: id, source: 'x', newTerm: '2027-05-01' }] };

describe('the days of a road', () => {
  it.each([
    ['an end of sentence is the release', person([date('END_OF_SENTENCE', '2027-03-01')]), [['RELEASE', '2027-03-01', 'END_OF_SENTENCE']]],
    ['the earlier of two ends is the one release', person([date('END_OF_SENTENCE', '2027-03-01'), date('END_WITH_DEDUCTIONS', '2027-01-10')]), [['RELEASE', '2027-01-10', 'END_WITH_DEDUCTIONS']]],
    ['only hoped for, it is no release', person([date('END_OF_SENTENCE', '2027-03-01', 'HOPED')]), [['OTHER_DATE', '2027-03-01', 'END_OF_SENTENCE']]],
    ['for life there is none', person([date('HEARING', '2027-03-01')], { endless: true }), [['DECISION', '2027-03-01', 'HEARING']]],
    ['a commission is a decision', person([date('COMMISSION', '2026-12-03'), date('FRACTION_SERVED', '2026-11-30')]), [['DECISION', '2026-12-03', 'COMMISSION'], ['OTHER_DATE', '2026-11-30', 'FRACTION_SERVED']]],
    ['none is expected once it is final', person([date('COMMISSION', '2026-12-03'), date('DECISION_FINAL', '2026-12-20')], { decisions: [final] }), [['RELEASE', '2026-12-20', 'DECISION_FINAL']]],
    ['postponed, its new term counts and the old day does not', person([date('COMMISSION', '2026-10-30')], { decisions: [postponed] }), [['DECISION', '2027-05-01', 'NEW_TERM']]],
    ['back from leave', person([date('PERMIT_RETURN', '2026-11-29')]), [['RETURN', '2026-11-29', 'PERMIT_RETURN']]],
    ['back from court, while away', person([], { status: 'AWAY', movements: [{ id, kind: 'COURT', on: '2026-11-20', expectedReturn: '2026-11-25', source: 'x', setBy: id }] }), [['RETURN', '2026-11-25', undefined]]],
    ['back already', person([], { movements: [{ id, kind: 'COURT', on: '2026-11-20', expectedReturn: '2026-11-25', source: 'x', setBy: id }] }), []],
    ['a replaced date is gone', person([{ ...date('COMMISSION', '2026-12-03'), supersededOn: '2026-11-01' }]), []],
  ])('%s', (_what, who, days) => {
    expect(told(roadDays(who))).toEqual(days);
    // the index says the same
    expect(roadFromColumn(id, roadColumn(who))).toEqual(roadDays(who));
  });

  it('keep the hour, and that a day is only hoped for', () => {
    const who = person([date('HEARING', '2026-12-01', 'HOPED', '09:30')]);
    expect(roadFromColumn(id, roadColumn(who))).toEqual([{ kind: 'DECISION', on: '2026-12-01', what: 'HEARING', time: '09:30', hoped: true, personId: id, id: 'HEARING' }]);
  });

  it('of another version of the program are left out', () => {
    expect(roadFromColumn(id, 'MOON 2026-11-22 - - -,RETURN 2026-11-23 - - -')).toEqual([{ kind: 'RETURN', on: '2026-11-23', personId: id, id: 'movement' }]);
    expect(roadFromColumn(id, '')).toEqual([]);
  });
});

it('stand by day, by hour, then by what matters more', () => {
  const item = (kind: CalendarKind, on: string, time?: string): CalendarItem => ({ kind, on, id: `${kind}${time ?? ''}`, ...(time === undefined ? {} : { time }) });
  const sorted = [item('SESSION', '2026-11-23'), item('RELEASE', '2026-11-23'), item('DECISION', '2026-11-23', '13:00'), item('APPOINTMENT', '2026-11-23', '09:00'), item('REVIEW', '2026-11-22')].toSorted(byMoment);
  expect(sorted.map(({ id: which }) => which)).toEqual(['REVIEW', 'APPOINTMENT09:00', 'DECISION13:00', 'RELEASE', 'SESSION']);
});

it('sessions are the days on which one is held', () => {
  expect(sessionDaysColumn([{ on: '2026-11-25' }, { on: '2026-11-23' }, { on: '2026-11-23' }, { on: '2026-11-24', cancelled: 'x' }])).toBe('2026-11-23 2026-11-25');
});
