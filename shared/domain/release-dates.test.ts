import { describe, expect, it } from 'vitest';
import type { Decision, ReleaseDate, ReleaseDateKind } from './people.ts';
import { countsToRelease, datesInForce, nearestDate } from './release-dates.ts';

const by = '01900000-0000-7000-8000-000000000001';
const date = (kind: ReleaseDateKind, day: string, over: Partial<ReleaseDate> = {}): ReleaseDate => ({
  id: crypto.randomUUID(),
  kind,
  date: day,
  certainty: 'CALCULATED',
  source: 'register',
  setOn: '2026-11-22',
  setBy: by,
  ...over,
});
const decision = (state: Decision['state'], newTerm?: string): Decision => ({
  id: by,
  state,
  openedOn: '2026-12-08',
  history: [{ state, on: '2026-12-08', by, source: 'act', ...(newTerm === undefined ? {} : { newTerm }) }],
});

describe('the nearest date and what it is', () => {
  it('a commission date is never called a release', () => {
    const nearest = nearestDate({ releaseDates: [date('COMMISSION', '2027-02-04'), date('END_OF_SENTENCE', '2028-08-19')], decisions: [] });
    expect(nearest).toMatchObject({ kind: 'COMMISSION', date: '2027-02-04', isRelease: false });
  });

  it('a final decision wins over everything that is earlier', () => {
    const nearest = nearestDate({
      releaseDates: [date('COMMISSION', '2026-12-08'), date('DECISION_FINAL', '2026-12-12', { certainty: 'DECIDED' })],
      decisions: [decision('FINAL')],
    });
    expect(nearest).toMatchObject({ kind: 'DECISION_FINAL', isRelease: true });
  });

  it('after a postponement the new term counts and the old commission date does not', () => {
    const nearest = nearestDate({
      releaseDates: [date('COMMISSION', '2026-12-08'), date('END_OF_SENTENCE', '2028-04-13')],
      decisions: [decision('POSTPONED', '2027-06-08')],
    });
    expect(nearest).toMatchObject({ kind: 'NEW_TERM', date: '2027-06-08', isRelease: false });
  });

  it('a decision that was refused on appeal ends the day it would have become final', () => {
    const nearest = nearestDate({
      releaseDates: [date('DECISION_FINAL', '2026-12-12', { certainty: 'DECIDED' }), date('END_OF_SENTENCE', '2028-04-13')],
      decisions: [decision('REFUSED', '2027-06-08')],
    });
    expect(nearest).toMatchObject({ kind: 'NEW_TERM', date: '2027-06-08', isRelease: false });
  });

  it('a commission set after the postponement counts again', () => {
    const nearest = nearestDate({
      releaseDates: [date('COMMISSION', '2027-05-20', { setOn: '2027-01-10' })],
      decisions: [decision('POSTPONED', '2027-06-08')],
    });
    expect(nearest).toMatchObject({ kind: 'COMMISSION', date: '2027-05-20' });
  });

  it.each<[ReleaseDateKind]>([['END_WITH_DEDUCTIONS'], ['DECISION_FINAL'], ['END_OF_SENTENCE']])('%s that is only hoped for is no day of release', (kind) => {
    expect(nearestDate({ releaseDates: [date(kind, '2027-02-04', { certainty: 'HOPED' })], decisions: [] })).toMatchObject({ kind, isRelease: false });
  });

  it('a hoped-for final decision does not hide the commission before it', () => {
    const releaseDates = [date('COMMISSION', '2026-12-08'), date('DECISION_FINAL', '2026-12-12', { certainty: 'HOPED' })];
    expect(nearestDate({ releaseDates, decisions: [] })).toMatchObject({ kind: 'COMMISSION' });
  });

  it('what leaves with the case says the new term, not the commission that was postponed', () => {
    const releaseDates = [date('COMMISSION', '2026-12-08'), date('END_OF_SENTENCE', '2028-04-13')];
    expect(datesInForce({ releaseDates, decisions: [decision('POSTPONED', '2027-06-08')] })).toEqual([
      expect.objectContaining({ kind: 'END_OF_SENTENCE' }),
      { kind: 'NEW_TERM', date: '2027-06-08', certainty: 'DECIDED', source: 'act', setOn: '2026-12-08' },
    ]);
  });

  it('a superseded date is history', () => {
    const nearest = nearestDate({ releaseDates: [date('COMMISSION', '2026-12-08', { supersededOn: '2026-11-30' })], decisions: [] });
    expect(nearest).toBeUndefined();
  });

  it('the fraction gives way to the day on which somebody decides, and stands alone until that day is known', () => {
    const fraction = date('FRACTION_SERVED', '2026-11-01');
    expect(nearestDate({ releaseDates: [fraction, date('COMMISSION', '2026-12-08')], decisions: [] })?.kind).toBe('COMMISSION');
    expect(nearestDate({ releaseDates: [fraction, date('COMMISSION', '2026-10-20')], decisions: [decision('POSTPONED', '2027-06-08')] })?.kind).toBe('NEW_TERM');
    expect(nearestDate({ releaseDates: [fraction, date('END_OF_SENTENCE', '2028-04-13')], decisions: [] })?.kind).toBe('FRACTION_SERVED');
  });

  it('no date known stays no date known', () => {
    expect(nearestDate({ releaseDates: [], decisions: [] })).toBeUndefined();
  });

  it('on one day the end of the sentence is told before the commission', () => {
    expect(nearestDate({ releaseDates: [date('COMMISSION', '2027-02-25'), date('END_OF_SENTENCE', '2027-02-25')], decisions: [] })?.kind).toBe('END_OF_SENTENCE');
  });
});

it.each<[ReleaseDateKind, boolean]>([
  ['END_OF_SENTENCE', true],
  ['END_WITH_DEDUCTIONS', true],
  ['DECISION_FINAL', true],
  ['ACTUAL', true],
  ['COMMISSION', false],
  ['HEARING', false],
  ['FRACTION_SERVED', false],
  ['NEW_TERM', false],
  ['CUSTODY_LIMIT', false],
  ['PERMIT_RETURN', false],
])('%s counts to release: %s', (kind, counts) => {
  expect(countsToRelease(kind)).toBe(counts);
});
