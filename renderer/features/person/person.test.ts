import { describe, expect, it } from 'vitest';
import type { ReleaseDate } from '../../../shared/domain/people.ts';
import type { PlanContent, PlanProgress, PlanStatus } from '../../../shared/domain/plan.ts';
import { stripOf } from '../learning/strip-bars.ts';
import { dateForm, replaces } from './date-form.ts';
import { datesInOrder } from './dates-tab.tsx';
import { newestRound } from './needs-card.tsx';
import { initials } from './person-header.tsx';
import { isLate, planToShow } from './plan-view.ts';
import { decisionForm } from './record-decision.tsx';
import { shownPart } from './shown-part.ts';

const TODAY = '2026-11-22';
const entry = (id: string, date: string, supersededOn?: string): ReleaseDate => ({
  id,
  kind: 'COMMISSION',
  date,
  certainty: 'CALCULATED',
  source: 'registru',
  setOn: '2026-01-01',
  setBy: 'x',
  ...(supersededOn === undefined ? {} : { supersededOn }),
});

it.each([
  ['Ștefan', 'Mureșan', 'ȘM'],
  ['țuțu-ion', 'vâlcan', 'ȚV'],
  ['', 'Székely', 'S'],
])('shortens %s %s to %s', (givenName, familyName, short) => expect(initials({ givenName, familyName })).toBe(short));

describe('dates', () => {
  it('shows those in force by the calendar, then the replaced ones, newest first', () => {
    const dates = [entry('old', '2027-01-01', '2026-02-01'), entry('late', '2028-01-01'), entry('older', '2026-06-01', '2025-12-01'), entry('soon', '2027-02-01')];
    expect(datesInOrder(dates).map((date) => date.id)).toEqual(['soon', 'late', 'old', 'older']);
  });

  it('says in words what an empty form lacks', () => {
    const issues = dateForm({ releaseDates: [] }).safeParse({ date: '', time: '', source: '', reasonForChange: '' }).error?.issues;
    expect(issues?.map(({ message }) => message)).toEqual(['people:dates.kindMissing', 'common:form.dateMissing', 'people:dates.certaintyMissing', 'common:form.sourceMissing']);
  });

  it('asks for a reason only where a date in force is replaced', () => {
    const person = { releaseDates: [entry('a', '2027-01-01')] };
    const filled = { kind: 'COMMISSION', date: '2027-03-01', time: '', certainty: 'DECIDED', source: 'PV 44', reasonForChange: '' } as const;
    expect(replaces(person, 'COMMISSION')).toBe(true);
    expect(replaces({ releaseDates: [entry('a', '2027-01-01', '2026-02-02')] }, 'COMMISSION')).toBe(false);
    expect(dateForm(person).safeParse(filled).success).toBe(false);
    expect(dateForm(person).safeParse({ ...filled, kind: 'HEARING' }).success).toBe(true);
    expect(dateForm(person).safeParse({ ...filled, reasonForChange: 'recalcul' }).success).toBe(true);
  });
});

describe('the decision', () => {
  it.each([
    ['propose', { on: TODAY, newTerm: '' }, true],
    ['propose', { on: '2026-11-23', newTerm: '' }, false],
    ['refuse', { on: TODAY, newTerm: '' }, false],
    ['refuse', { on: TODAY, newTerm: TODAY }, false],
    ['refuse', { on: TODAY, newTerm: '2027-11-22' }, true],
    ['postpone', { on: TODAY, newTerm: '2027-11-23' }, false],
    ['postpone', { on: '31 feb', newTerm: '2027-01-01' }, false],
  ] as const)('%s with %o is complete: %s', (command, step, complete) => {
    expect(decisionForm(command, TODAY).safeParse({ ...step, source: 'PV 44' }).success).toBe(complete);
  });
});

describe('the plan', () => {
  const pair = (versionNo: number, status: PlanStatus) => ({ content: { versionNo } as PlanContent, progress: { status } as PlanProgress });

  it('shows the version in force even while a newer draft is written', () => {
    expect(planToShow([pair(1, 'SUPERSEDED'), pair(3, 'DRAFT'), pair(2, 'ACTIVE')])?.content.versionNo).toBe(2);
    expect(planToShow([pair(1, 'CLOSED'), pair(2, 'DRAFT')])?.content.versionNo).toBe(2);
    expect(planToShow([])).toBeUndefined();
  });

  it.each([
    ['IN_PROGRESS', '2026-11-21', true],
    ['IN_PROGRESS', TODAY, false],
    ['NOT_STARTED', undefined, false],
    ['DONE', '2026-01-01', false],
    ['NOT_NEEDED', '2026-01-01', false],
    ['HANDED_OVER', '2026-01-01', false],
  ] as const)('a step %s due %s is late: %s', (status, due, late) => expect(isLate(status, due, TODAY)).toBe(late));
});

it('draws only sessions that were held and marked, the last ones, in their order', () => {
  const sessions = Array.from({ length: 30 }, (_, at) => ({ id: `s${at}`, no: at + 1, on: `2026-0${1 + Math.floor(at / 10)}-1${at % 10}`, minutes: 60 })).toReversed();
  const mark = (what: 'PRESENT' | 'ABSENT' | 'HEALTH' | 'CANCELLED') => ({ mark: what, by: 'x', on: TODAY });
  const marks = Object.fromEntries(sessions.map(({ id }) => [id, mark('PRESENT')]));
  const bars = stripOf(sessions, { ...marks, s29: mark('ABSENT'), s28: mark('HEALTH'), s27: mark('CANCELLED') });
  expect(bars).toHaveLength(24);
  expect(bars.at(-1)).toEqual({ id: 's29', kind: 'absent' });
  expect(bars.at(-2)).toEqual({ id: 's28', kind: 'excused' });
  expect(bars.map(({ id }) => id)).not.toContain('s27');
  expect(stripOf(sessions, {})).toEqual([]);
});

it('takes the round conducted last, and of two on one day the one written last', () => {
  const rounds = [
    { conductedOn: '2026-01-01', createdAt: '2026-05-01T00:00:00Z' },
    { conductedOn: '2026-03-01', createdAt: '2026-03-01T08:00:00Z' },
    { conductedOn: '2026-03-01', createdAt: '2026-03-01T09:00:00Z' },
  ];
  expect(newestRound(rounds)).toBe(rounds[2]);
  expect(newestRound([])).toBeUndefined();
});

it.each([
  ['release', ['brief', 'release', 'plan'], 'release'],
  ['release', ['brief', 'followUp', 'plan'], 'followUp'],
  ['followUp', ['brief', 'release'], 'release'],
  ['notes', ['brief', 'release'], 'brief'],
] as const)('%s asked for among %j shows %s: what was begun there is found again', (asked, shown, expected) => expect(shownPart(asked, shown)).toBe(expected));
