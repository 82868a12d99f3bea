import { describe, expect, it } from 'vitest';
import { DATE_PAIRS, dateConflicts, DateRule, datesAgree, doubtKey, type Dated } from './date-conflicts.ts';
import type { DecisionState } from './decision.ts';
import type { Certainty, ReleaseDate, ReleaseDateKind } from './people.ts';

const today = '2026-11-23';
const date = (kind: ReleaseDateKind, on: string, certainty: Certainty = 'DECIDED'): ReleaseDate => ({ id: `${kind} ${on}`, kind, date: on, certainty, source: 'act 1', setOn: today, setBy: 'me' });
const decision = (...steps: readonly [DecisionState, string][]): Dated['decisions'] => [{ id: 'd', state: steps.at(-1)![0], openedOn: steps[0]![1], history: steps.map(([state, on]) => ({ state, on, by: 'me', source: 'act 2' })) }];
const somebody = (over: Partial<Dated> = {}): Dated => ({ birthDate: '1990-05-10', releaseDates: [], decisions: [], ...over });
const dated = (...dates: readonly ReleaseDate[]): Partial<Dated> => ({ releaseDates: [...dates] });
const outside = (since: string): Partial<Dated> => ({ custody: { status: 'SEMI_LIBERTY', since } });
const moved = (on: string): Partial<Dated> => ({ movements: [{ id: 'm', kind: 'COURT', on, source: 'act 3', setBy: 'me' }] });
const admitted = (admissionDate: string): Partial<Dated> => ({ admissionDate });

/** What was known, what is entered, and what the rule says: a rule refused, a rule doubted, or nothing. */
type Case = readonly [what: string, before: Partial<Dated> | 'new', entered: Partial<Dated>, expected: 'fits' | `${'refused' | 'doubted'} ${DateRule}`];

const cases: readonly Case[] = [
  ['a life in its order', 'new', { admissionDate: '2020-01-01', ...dated(date('FRACTION_SERVED', '2025-01-01'), date('COMMISSION', '2027-01-10'), date('END_OF_SENTENCE', '2030-01-01')) }, 'fits'],
  ['admitted on the fourteenth birthday', 'new', { birthDate: '2004-02-29', admissionDate: '2018-03-01' }, 'fits'],
  ['admitted at thirteen', 'new', { birthDate: '2005-05-10', admissionDate: '2019-05-09' }, 'refused AGE_14'],
  ['born after the admission', admitted('2020-01-01'), { birthDate: '2021-01-01' }, 'refused AGE_14'],
  ['the end of sentence in childhood, calculated', 'new', dated(date('END_OF_SENTENCE', '1999-01-01', 'CALCULATED')), 'doubted AGE_14'],
  ['the end of sentence in childhood, decided', 'new', dated(date('END_OF_SENTENCE', '1999-01-01')), 'refused AGE_14'],
  ['a hundred and ten years old', 'new', { birthDate: '1916-11-23' }, 'fits'],
  ['a hundred and eleven years old', 'new', { birthDate: '1915-11-23' }, 'refused AGE_110'],
  ['the end of sentence before the admission, decided', admitted('2020-01-01'), dated(date('END_OF_SENTENCE', '2019-12-31')), 'refused ADMISSION_FIRST'],
  ['the end of sentence on the day of admission', admitted('2020-01-01'), dated(date('END_OF_SENTENCE', '2020-01-01')), 'fits'],
  ['the end of sentence before the admission, calculated', admitted('2020-01-01'), dated(date('END_OF_SENTENCE', '2019-12-31', 'CALCULATED')), 'doubted ADMISSION_FIRST'],
  ['a conditional release before the admission, hoped for', admitted('2020-01-01'), dated(date('DECISION_FINAL', '2019-06-01', 'HOPED')), 'doubted ADMISSION_FIRST'],
  ['a conditional release before the admission, decided', admitted('2020-01-01'), dated(date('DECISION_FINAL', '2019-06-01')), 'refused ADMISSION_FIRST'],
  ['an admission after a decided release', dated(date('ACTUAL', '2026-01-01')), admitted('2026-02-01'), 'refused ADMISSION_FIRST'],
  ['an admission after a calculated end', dated(date('END_OF_SENTENCE', '2026-01-01', 'CALCULATED')), admitted('2026-02-01'), 'doubted ADMISSION_FIRST'],
  ['the part served before the admission', admitted('2020-01-01'), dated(date('FRACTION_SERVED', '2019-06-01')), 'doubted ADMISSION_FIRST'],
  ['semi-liberty before the admission', admitted('2020-01-01'), outside('2019-01-01'), 'refused ADMISSION_FIRST'],
  ['a step of the decision before the admission', admitted('2026-06-01'), { decisions: decision(['PROPOSED', '2026-05-01']) }, 'refused ADMISSION_FIRST'],
  ['a corrected admission after a step of the decision', { decisions: decision(['PROPOSED', '2026-05-01']) }, admitted('2026-06-01'), 'doubted ADMISSION_FIRST'],
  ['a movement before the admission', admitted('2026-06-01'), moved('2026-05-01'), 'refused ADMISSION_FIRST'],
  ['a corrected admission after a movement', moved('2026-05-01'), admitted('2026-06-01'), 'doubted ADMISSION_FIRST'],
  ['deductions that make the end later', dated(date('END_OF_SENTENCE', '2030-01-01')), dated(date('END_WITH_DEDUCTIONS', '2030-02-01')), 'refused DEDUCTIONS_SHORTEN'],
  ['deductions against a calculated end', dated(date('END_OF_SENTENCE', '2030-01-01', 'CALCULATED')), dated(date('END_WITH_DEDUCTIONS', '2030-02-01')), 'doubted DEDUCTIONS_SHORTEN'],
  ['the part served after the end', dated(date('END_OF_SENTENCE', '2030-01-01')), dated(date('FRACTION_SERVED', '2031-01-01')), 'refused FRACTION_BEFORE_END'],
  ['a commission after the end', dated(date('END_OF_SENTENCE', '2027-01-01')), dated(date('COMMISSION', '2027-02-01')), 'refused DECIDED_BEFORE_END'],
  ['a new end before a planned commission', dated(date('COMMISSION', '2027-02-01')), dated(date('END_OF_SENTENCE', '2027-01-01')), 'doubted DECIDED_BEFORE_END'],
  ['a return after the end', dated(date('END_OF_SENTENCE', '2027-01-01')), dated(date('PERMIT_RETURN', '2027-01-03')), 'refused BACK_BEFORE_END'],
  ['a hearing after the release', dated(date('ACTUAL', '2026-11-01')), dated(date('HEARING', '2026-12-01')), 'refused NOTHING_AFTER_RELEASE'],
  ['a hoped hearing after the release', dated(date('ACTUAL', '2026-11-01')), dated(date('HEARING', '2026-12-01', 'HOPED')), 'doubted NOTHING_AFTER_RELEASE'],
  ['a release before a planned hearing: it happened', dated(date('HEARING', '2026-12-01')), dated(date('ACTUAL', '2026-11-01')), 'doubted NOTHING_AFTER_RELEASE'],
  ['final after it was effective', dated(date('ACTUAL', '2026-11-01')), dated(date('DECISION_FINAL', '2026-11-10')), 'refused NOTHING_AFTER_RELEASE'],
  ['release decided before the commission has sat', dated(date('COMMISSION', '2027-01-10')), dated(date('DECISION_FINAL', '2027-01-05')), 'refused SITTING_BEFORE_FINAL'],
  ['release decided before the court has sat', dated(date('HEARING', '2027-01-10')), dated(date('DECISION_FINAL', '2027-01-05', 'CALCULATED')), 'doubted SITTING_BEFORE_FINAL'],
  ['release decided on the day of the court', dated(date('HEARING', '2027-01-10')), dated(date('DECISION_FINAL', '2027-01-10')), 'fits'],
  ['final before the commission that a grant has overtaken', { decisions: decision(['GRANTED_NOT_FINAL', '2026-11-20']), ...dated(date('COMMISSION', '2027-01-10')) }, dated(date('DECISION_FINAL', '2026-11-24')), 'fits'],
  ['final before it was granted', { decisions: decision(['GRANTED_NOT_FINAL', '2026-11-20']) }, dated(date('DECISION_FINAL', '2026-11-19')), 'refused GRANT_BEFORE_FINAL'],
  ['a new term before the decision that sets it', { decisions: decision(['POSTPONED', '2026-11-20']) }, dated(date('NEW_TERM', '2026-11-20')), 'refused TERM_AFTER_DECISION'],
  ['a new term after it', { decisions: decision(['POSTPONED', '2026-11-20']) }, dated(date('NEW_TERM', '2027-03-20')), 'fits'],
  ['a commission of before the postponement', { decisions: decision(['POSTPONED', '2026-11-20']), ...dated({ ...date('COMMISSION', '2026-11-20'), setOn: '2026-01-01' }) }, dated(date('DECISION_FINAL', '2026-11-01', 'HOPED')), 'fits'],
  ['granted before the commission has sat: on the person’s own request', dated(date('COMMISSION', '2026-12-20')), { decisions: decision(['GRANTED_NOT_FINAL', '2026-11-20']) }, 'doubted GRANT_AFTER_SITTING'],
  ['released after the end of the sentence', dated(date('END_OF_SENTENCE', '2026-11-01')), dated(date('ACTUAL', '2026-11-02')), 'doubted RELEASE_BY_END'],
];

const joined = (before: Partial<Dated> | 'new', entered: Partial<Dated>): Dated =>
  somebody(before === 'new' ? entered : { ...before, ...entered, releaseDates: [...(before.releaseDates ?? []), ...(entered.releaseDates ?? [])] });

describe('days against each other', () => {
  it.each(cases)('%s', (_what, before, entered, expected) => {
    const found = dateConflicts(before === 'new' ? undefined : somebody(before), joined(before, entered), today);
    expect(found.map(({ rule, refused }) => `${refused ? 'refused' : 'doubted'} ${rule}`)).toEqual(expected === 'fits' ? [] : [expected]);
  });

  it('every rule has a case here that it stops', () => {
    const stopped = new Set(cases.map(([, , , expected]) => expected.split(' ')[1]));
    expect(DateRule.options.filter((rule) => !stopped.has(rule))).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(new Set([...DATE_PAIRS.map(({ rule }) => rule), 'AGE_110'])).toEqual(new Set(DateRule.options));
  });

  it('what stood there before is not asked about at every other change', () => {
    const before = somebody({ admissionDate: '2026-06-01', ...moved('2026-05-01') });
    expect(dateConflicts(before, { ...before, custody: { status: 'WORK_OUTSIDE', since: '2026-07-01' } }, today)).toEqual([]);
  });
});

describe('confirming a doubt', () => {
  const before = somebody(dated(date('END_OF_SENTENCE', '2027-01-01', 'CALCULATED')));
  const commission = (on: string): Dated => ({ ...before, releaseDates: [...before.releaseDates, date('COMMISSION', on)] });
  const [shown] = dateConflicts(before, commission('2027-02-01'), today);

  it('is refused as a doubt until exactly this one was confirmed', () => {
    expect(datesAgree(before, commission('2027-02-01'), today)).toMatchObject({ ok: false, refusal: { code: 'dates.doubt', params: { rule: 'DECIDED_BEFORE_END', firstOn: '2027-02-01', secondOn: '2027-01-01' } } });
    expect(datesAgree(before, commission('2027-02-01'), today, [doubtKey(shown!)])).toEqual({ ok: true, value: ['DECIDED_BEFORE_END'] });
    expect(datesAgree(before, commission('2027-03-01'), today, [doubtKey(shown!)])).toMatchObject({ ok: false, refusal: { code: 'dates.doubt' } });
  });

  it('what is decided against what is decided cannot be confirmed', () => {
    const decided = somebody(dated(date('END_OF_SENTENCE', '2027-01-01')));
    const after = { ...decided, releaseDates: [...decided.releaseDates, date('COMMISSION', '2027-02-01')] };
    expect(datesAgree(decided, after, today, [doubtKey(shown!)])).toMatchObject({ ok: false, refusal: { code: 'dates.contradict', params: { rule: 'DECIDED_BEFORE_END' } } });
  });
});
