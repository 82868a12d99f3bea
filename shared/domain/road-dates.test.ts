import { describe, expect, it } from 'vitest';
import type { Certainty, Decision, Person, ReleaseDateKind } from './people.ts';
import { decisionDay, releaseDay } from './road-dates.ts';

const date = (kind: ReleaseDateKind, on: string, certainty: Certainty = 'CALCULATED') => ({ id: kind, kind, date: on, certainty, source: 'act', setOn: '2026-01-10', setBy: 'u' });
const decision = (state: Decision['state'], ...history: (readonly [Decision['state'], string, string?])[]): Decision => ({
  id: 'd',
  state,
  openedOn: '2026-01-01',
  history: history.map(([reached, on, newTerm]) => ({ state: reached, on, by: 'u', source: 'PV', ...(newTerm === undefined ? {} : { newTerm }) })),
});
const person = (releaseDates: Person['releaseDates'], decisions: Decision[] = [], endless = false) => ({ releaseDates, decisions, endless });

describe('the day of release', () => {
  it.each([
    ['nothing known', person([]), undefined],
    ['the end of the sentence', person([date('END_OF_SENTENCE', '2028-06-03')]), 'END_OF_SENTENCE 2028-06-03'],
    ['a commission is no release', person([date('COMMISSION', '2026-12-01'), date('END_OF_SENTENCE', '2028-06-03')]), 'END_OF_SENTENCE 2028-06-03'],
    ['the earlier of two ends', person([date('END_OF_SENTENCE', '2028-06-03'), date('END_WITH_DEDUCTIONS', '2028-01-03')]), 'END_WITH_DEDUCTIONS 2028-01-03'],
    ['a hoped-for end counts for nothing', person([date('END_WITH_DEDUCTIONS', '2026-12-03', 'HOPED')]), undefined],
    ['a final decision wins', person([date('END_OF_SENTENCE', '2026-12-01'), date('DECISION_FINAL', '2026-12-20', 'DECIDED')]), 'DECISION_FINAL 2026-12-20'],
    ['a life sentence has no end', person([date('END_OF_SENTENCE', '2046-12-01')], [], true), undefined],
    ['a life sentence ends by decision', person([date('DECISION_FINAL', '2026-12-20', 'DECIDED')], [], true), 'DECISION_FINAL 2026-12-20'],
    ['a refusal takes the final day away', person([date('DECISION_FINAL', '2026-12-20', 'DECIDED')], [decision('REFUSED', ['REFUSED', '2026-12-01', '2027-06-01'])]), undefined],
  ])('%s', (_name, of, expected) => {
    const found = releaseDay(of);
    expect(found === undefined ? undefined : `${found.kind} ${found.date}`).toBe(expected);
  });
});

describe('the day of a decision', () => {
  it.each([
    ['a commission ahead', person([date('COMMISSION', '2026-12-01')]), 'COMMISSION 2026-12-01'],
    ['one that passed and of which nothing was recorded', person([date('COMMISSION', '2026-02-01')]), 'COMMISSION 2026-02-01'],
    ['one whose proposal was recorded on the day', person([date('COMMISSION', '2026-02-01')], [decision('PROPOSED', ['PROPOSED', '2026-02-01'])]), undefined],
    ['the hearing after the proposal', person([date('COMMISSION', '2026-02-01'), date('HEARING', '2026-03-01')], [decision('PROPOSED', ['PROPOSED', '2026-02-01'])]), 'HEARING 2026-03-01'],
    ['the new term of a postponement', person([date('COMMISSION', '2026-02-01')], [decision('POSTPONED', ['POSTPONED', '2026-02-01', '2026-12-15'])]), 'NEW_TERM 2026-12-15'],
    ['nothing once it is final', person([date('HEARING', '2026-12-01')], [decision('FINAL', ['FINAL', '2026-11-01'])]), undefined],
    ['the end of the sentence decides nothing', person([date('END_OF_SENTENCE', '2026-12-01')]), undefined],
  ])('%s', (_name, of, expected) => {
    const found = decisionDay(of);
    expect(found === undefined ? undefined : `${found.kind} ${found.date}`).toBe(expected);
  });
});
