import { describe, expect, it } from 'vitest';
import { jurisdictions } from '../jurisdictions/index.ts';
import type { Movement } from './custody.ts';
import type { Decision, Person, ReleaseDate, ReleaseDateKind } from './people.ts';
import { heldInTime, reviewState, reviewWindow, type ReviewWindow } from './plan-review.ts';
import { PlanStatus, type PlanProgress, type PlanReview, type ReviewExemption } from './plan.ts';
import { ReviewExemptionReason } from './review-schedule.ts';

const APPROVED = '2026-06-01';
const by = 'b';

/** A person and their plan, in the words of a case. Each line adds to it. */
interface Case {
  readonly person: Partial<Person>;
  readonly progress: Partial<PlanProgress>;
}
type Line = (to: Case) => Case;
const withPerson = (change: (person: Partial<Person>) => Partial<Person>): Line => ({ person, progress }) => ({ person: { ...person, ...change(person) }, progress });
const withPlan = (change: (progress: Partial<PlanProgress>) => Partial<PlanProgress>): Line => ({ person, progress }) => ({ person, progress: { ...progress, ...change(progress) } });

const day = (kind: ReleaseDateKind, date: string, certainty: ReleaseDate['certainty'] = 'DECIDED'): Line =>
  withPerson(({ releaseDates = [] }) => ({ releaseDates: [...releaseDates, { id: `${kind} ${date}`, kind, date, certainty, source: 's', setOn: '2026-01-01', setBy: by }] }));
const ends = (date: string): Line => day('END_OF_SENTENCE', date);
const commission = (date: string): Line => day('COMMISSION', date);
const hearing = (date: string): Line => day('HEARING', date);
const decided = (state: Decision['state'], on: string, newTerm?: string): Line =>
  withPerson(() => ({ decisions: [{ id: 'x', state, openedOn: on, history: [{ state, on, by, source: 'PV', ...(newTerm === undefined ? {} : { newTerm }) }] }] }));
const postponedTo = (newTerm: string): Line => decided('POSTPONED', '2026-05-20', newTerm);
const life: Line = withPerson(() => ({ endless: true }));
const remand: Line = withPerson(() => ({ legalPosition: 'ON_REMAND' }));
const admitted = (admissionDate: string): Line => withPerson(() => ({ admissionDate }));
const moved = (kind: Movement['kind'], on: string): Line => withPerson(({ movements = [] }) => ({ movements: [...movements, { id: on, kind, on, source: 's', setBy: by }] }));
const approved = (on: string, versionNo = 1): Line => withPlan(() => ({ versionNo, approvals: [{ by, on, signature: '' }] }));
const reviewed = (on: string): Line => withPlan(({ reviews = [] }) => ({ reviews: [...reviews, { on, by, outcome: 'CONTINUE' } satisfies PlanReview] }));
const putOff = (reason: ReviewExemption['reason'], until: string, on = until): Line => withPlan(({ exemptions = [] }) => ({ exemptions: [...exemptions, { reason, until, on, by }] }));

const start: Case = { person: { releaseDates: [], decisions: [] }, progress: { status: 'ACTIVE', versionNo: 1, approvals: [{ by, on: APPROVED, signature: '' }], steps: {} } };

const windowOf = (code: string, lines: readonly Line[], today: string): ReviewWindow | undefined => {
  const { person, progress } = lines.reduce((told, line) => line(told), start);
  return reviewWindow(person as Person, progress as PlanProgress, jurisdictions.of(code).review, today);
};
const told = (window: ReviewWindow | undefined): string => (window === undefined ? 'none' : `${window.rule} ${window.from} ${window.to}`);

/** The case, today where it is not the day of approval, and the review that is next. */
type Row = readonly [name: string, lines: readonly Line[], expected: string, today?: string];

const everywhere: Readonly<Record<string, readonly Row[]>> = {
  'the time left': [
    ['sixty months and a day', [ends('2031-06-02')], 'BAND 2027-04-01 2027-06-01'],
    ['exactly sixty months: the next band', [ends('2031-06-01')], 'BAND 2026-10-01 2026-12-01'],
    ['thirty years', [ends('2056-06-01')], 'BAND 2027-04-01 2027-06-01'],
    ['two years', [ends('2028-06-01')], 'BAND 2026-10-01 2026-12-01'],
    ['a year and a day', [ends('2027-06-02')], 'BAND 2026-10-01 2026-12-01'],
    ['exactly a year', [ends('2027-06-01')], 'BAND 2026-08-01 2026-09-01'],
    ['six months and a day', [ends('2026-12-02')], 'BAND 2026-08-01 2026-09-01'],
    ['exactly six months', [ends('2026-12-01')], 'BAND 2026-07-01 2026-09-01'],
    ['five months', [ends('2026-11-01')], 'BAND 2026-07-01 2026-09-01'],
    ['a review that would open within the last ninety days gives way to the one before release', [ends('2026-09-20')], 'PRE_RELEASE 2026-06-22 2026-09-13'],
    ['the last day on which it opens before them', [ends('2026-09-30')], 'BAND 2026-07-01 2026-09-01'],
    ['exactly three months: the review before release', [ends('2026-09-01')], 'PRE_RELEASE 2026-06-03 2026-08-25'],
    ['ninety days', [ends('2026-08-30')], 'PRE_RELEASE 2026-06-01 2026-08-23'],
    ['two months', [ends('2026-08-01')], 'PRE_RELEASE 2026-06-01 2026-07-25'],
    ['eight days: one day is left for it', [ends('2026-06-09')], 'PRE_RELEASE 2026-06-01 2026-06-02'],
    ['seven days: nothing can be held any more', [ends('2026-06-08')], 'none'],
    ['the earlier of end and end with deductions', [ends('2030-01-01'), day('END_WITH_DEDUCTIONS', '2027-01-01', 'CALCULATED')], 'BAND 2026-08-01 2026-09-01'],
    ['a permit that ends in a week is no release', [ends('2028-06-01'), day('PERMIT_RETURN', '2026-06-08')], 'BAND 2026-10-01 2026-12-01'],
    ['nor is a limit of custody', [ends('2028-06-01'), day('CUSTODY_LIMIT', '2026-07-08')], 'BAND 2026-10-01 2026-12-01'],
    ['a final decision counts before the end of the sentence', [ends('2030-01-01'), day('DECISION_FINAL', '2026-07-20')], 'PRE_RELEASE 2026-06-01 2026-07-13'],
  ],
  'the last ninety days': [
    ['a late review gives way to the one before release', [ends('2026-11-01')], 'PRE_RELEASE 2026-08-03 2026-10-25', '2026-08-03'],
    ['not a day earlier', [ends('2026-11-01')], 'BAND 2026-07-01 2026-09-01', '2026-08-02'],
    ['one held within them is the one before release', [ends('2026-08-01'), reviewed('2026-06-20')], 'none', '2026-06-21'],
    ['one held on their first day too', [ends('2026-11-01'), reviewed('2026-08-03')], 'none', '2026-08-04'],
    ['one held the day before is not', [ends('2026-11-01'), reviewed('2026-08-02')], 'PRE_RELEASE 2026-08-03 2026-10-25', '2026-08-03'],
    ['a second version approved within them is what came of one', [ends('2026-08-01'), approved('2026-06-20', 2)], 'none', '2026-06-21'],
    ['a first version approved within them is not', [ends('2026-08-01'), approved('2026-06-20')], 'PRE_RELEASE 2026-06-20 2026-07-25', '2026-06-21'],
    ['a release that moved away brings the reviews back', [ends('2027-12-01'), reviewed('2026-06-20')], 'BAND 2026-10-20 2026-12-20', '2026-07-01'],
  ],
  'no date': [
    ['none known', [], 'NO_DATE 2027-04-01 2027-06-01'],
    ['one that is only hoped for', [day('DECISION_FINAL', '2026-09-01', 'HOPED')], 'NO_DATE 2027-04-01 2027-06-01'],
    ['one that has passed says nothing', [ends('2026-06-20')], 'NO_DATE 2027-04-01 2027-06-01', '2026-06-21'],
    ['on its own day it still counts', [ends('2026-06-20')], 'PRE_RELEASE 2026-06-01 2026-06-13', '2026-06-20'],
    ['life: whatever is written as an end', [life, ends('2056-01-01')], 'NO_DATE 2027-04-01 2027-06-01'],
    ['life: a fraction is no release', [life, day('FRACTION_SERVED', '2026-08-01')], 'NO_DATE 2027-04-01 2027-06-01'],
    ['life: a decision far off changes nothing', [life, hearing('2028-01-01')], 'NO_DATE 2027-04-01 2027-06-01'],
    ['life: an extra review before a hearing', [life, hearing('2026-09-01')], 'BEFORE_DECISION 2026-07-18 2026-08-25'],
    ['life: a final decision is a release', [life, day('DECISION_FINAL', '2026-08-01')], 'PRE_RELEASE 2026-06-01 2026-07-25'],
  ],
  'remand': [
    ['with no date', [remand], 'REMAND 2026-08-01 2026-09-01'],
    ['whatever the end of the sentence', [remand, ends('2032-01-01')], 'REMAND 2026-08-01 2026-09-01'],
    ['in spite of a near end of custody', [remand, day('CUSTODY_LIMIT', '2026-06-20')], 'REMAND 2026-08-01 2026-09-01'],
    ['a hearing of the trial brings no extra review', [remand, hearing('2026-06-20')], 'REMAND 2026-08-01 2026-09-01'],
    ['on from the last review', [remand, reviewed('2026-08-15')], 'REMAND 2026-10-15 2026-11-15', '2026-08-16'],
  ],
  'transfer and return': [
    ['transferred here after the approval', [ends('2030-01-01'), admitted('2026-06-10')], 'ARRIVAL 2026-06-10 2026-06-20', '2026-06-11'],
    ['admitted on the day of approval', [ends('2030-01-01'), admitted(APPROVED)], 'BAND 2026-10-01 2026-12-01'],
    ['reviewed since', [ends('2030-01-01'), admitted('2026-06-10'), reviewed('2026-06-15')], 'BAND 2026-10-15 2026-12-15', '2026-06-16'],
    ['before remand', [remand, admitted('2026-06-10')], 'ARRIVAL 2026-06-10 2026-06-20', '2026-06-11'],
    ['before the review before release', [ends('2026-07-20'), admitted('2026-06-10')], 'ARRIVAL 2026-06-10 2026-06-20', '2026-06-11'],
    ['back from a transfer', [ends('2030-01-01'), moved('TRANSFER', '2026-06-02'), moved('RETURN', '2026-06-30')], 'ARRIVAL 2026-06-30 2026-07-10', '2026-06-30'],
    ['still away', [ends('2030-01-01'), moved('TRANSFER', '2026-06-02')], 'BAND 2026-10-01 2026-12-01', '2026-06-30'],
    ['back from hospital is no transfer', [ends('2030-01-01'), moved('HOSPITAL', '2026-06-02'), moved('RETURN', '2026-06-30')], 'BAND 2026-10-01 2026-12-01', '2026-06-30'],
    ['nor is a day at court after a transfer', [ends('2030-01-01'), moved('TRANSFER', '2026-02-01'), moved('RETURN', '2026-03-01'), moved('COURT', '2026-06-02'), moved('RETURN', '2026-06-03')], 'BAND 2026-10-01 2026-12-01', '2026-06-30'],
    ['readmitted after that', [ends('2030-01-01'), moved('TRANSFER', '2026-06-02'), moved('RETURN', '2026-06-05'), admitted('2026-06-25')], 'ARRIVAL 2026-06-25 2026-07-05', '2026-06-30'],
  ],
  'a leap day and the ends of months': [
    ['approved on 29 February: months later on the 29th', [approved('2028-02-29'), ends('2030-01-01')], 'BAND 2028-06-29 2028-08-29', '2028-02-29'],
    ['a year on from a leap day', [approved('2028-02-29')], 'NO_DATE 2028-12-29 2029-02-28', '2028-02-29'],
    ['approved on 31 August: months end on their own last day', [approved('2026-08-31'), ends('2027-08-31')], 'BAND 2026-10-31 2026-11-30', '2026-08-31'],
    ['approved on 31 December, to the end of February', [approved('2026-12-31'), remand], 'REMAND 2027-02-28 2027-03-31', '2026-12-31'],
    ['the same in a leap year', [approved('2027-12-31'), remand], 'REMAND 2028-02-29 2028-03-31', '2027-12-31'],
    ['exactly a year from a leap day is its 28 February', [approved('2028-02-29'), ends('2029-02-28')], 'BAND 2028-04-29 2028-05-29', '2028-02-29'],
    ['ninety days that hold a leap day', [approved('2028-01-01'), ends('2028-03-31')], 'PRE_RELEASE 2028-01-01 2028-03-24', '2028-01-01'],
    ['released on a leap day', [approved('2028-01-01'), ends('2028-02-29')], 'PRE_RELEASE 2028-01-01 2028-02-22', '2028-01-01'],
    ['three months from 30 November are 28 February', [approved('2026-11-30'), ends('2027-02-28')], 'PRE_RELEASE 2026-11-30 2027-02-21', '2026-11-30'],
  ],
};

const romania: readonly Row[] = [
  ['the commission is the day on the road', [ends('2030-01-01'), commission('2027-06-01')], 'BAND 2026-08-01 2026-09-01'],
  ['the fraction, while no commission is known', [ends('2030-01-01'), day('FRACTION_SERVED', '2027-06-01')], 'BAND 2026-08-01 2026-09-01'],
  ['the fraction no longer, once it is', [ends('2030-01-01'), day('FRACTION_SERVED', '2026-08-01'), commission('2027-06-01')], 'BAND 2026-08-01 2026-09-01'],
  ['before a commission in two months', [ends('2030-01-01'), commission('2026-08-01')], 'PRE_RELEASE 2026-06-01 2026-07-25'],
  ['a review held early: one more before the commission', [ends('2030-01-01'), commission('2026-08-01'), reviewed('2026-06-10')], 'BEFORE_DECISION 2026-06-17 2026-07-25', '2026-06-11'],
  ['one held in its own days', [ends('2030-01-01'), commission('2026-08-01'), reviewed('2026-06-17')], 'none', '2026-06-18'],
  ['postponed by a year: the reviews go on by the new term', [ends('2032-01-01'), postponedTo('2027-05-20')], 'BAND 2026-08-01 2026-09-01'],
  ['postponed: the commission that postponed it is over', [ends('2032-01-01'), commission('2026-05-20'), postponedTo('2027-05-20')], 'BAND 2026-08-01 2026-09-01'],
  ['postponed, the new term near: no review before release, the extra one before the commission', [ends('2026-12-31'), postponedTo('2026-12-01'), reviewed('2026-10-10')], 'BEFORE_DECISION 2026-10-17 2026-11-24', '2026-10-12'],
  ['postponed, the new term near, years to go: the regular one by the end', [ends('2032-01-01'), postponedTo('2026-08-15'), reviewed('2026-07-02')], 'BAND 2027-05-02 2027-07-02', '2026-07-02'],
  ['postponed, the new term near, no end known', [postponedTo('2026-08-15'), reviewed('2026-07-02')], 'NO_DATE 2027-05-02 2027-07-02', '2026-07-02'],
  ['postponed, and the sentence ends anyway: the review before it stays', [ends('2026-08-01'), postponedTo('2026-07-20'), reviewed('2026-05-01'), approved('2026-04-01')], 'PRE_RELEASE 2026-05-03 2026-07-25', '2026-07-21'],
  ['the new term has come and the commission sits again: the review before it is due', [ends('2032-01-01'), decided('EXPECTED', '2026-06-15'), commission('2026-08-15')], 'PRE_RELEASE 2026-06-01 2026-08-08', '2026-06-16'],
  ['the contestation refused it: its new term counts', [ends('2032-01-01'), decided('REFUSED', '2026-05-20', '2027-03-01')], 'BAND 2026-08-01 2026-09-01'],
];

const italy: readonly Row[] = [
  ['a hearing within a year', [ends('2030-01-01'), hearing('2027-05-01')], 'BAND 2026-08-01 2026-09-01'],
  ['a hearing while somebody is reviewed by the end of the sentence: the extra review comes first', [ends('2026-11-10'), hearing('2026-11-01'), reviewed('2026-08-20')], 'BEFORE_DECISION 2026-09-17 2026-10-25', '2026-08-21'],
  ['a hearing that has passed', [ends('2030-01-01'), hearing('2026-06-10')], 'BAND 2026-10-01 2026-12-01', '2026-06-11'],
  ['the hearing put off to another term', [ends('2032-01-01'), decided('POSTPONED', '2026-05-20', '2026-12-20')], 'BAND 2026-08-01 2026-09-01'],
  ['no hearing: only the end of the sentence', [ends('2026-07-15')], 'PRE_RELEASE 2026-06-01 2026-07-08'],
];

const asked = (country: string, theme: string, rows: readonly Row[]) => rows.map(([name, lines, expected, today = APPROVED]) => [country, theme, name, lines, expected, today] as const);
const cases = [
  ...['RO', 'IT'].flatMap((country) => Object.entries(everywhere).flatMap(([theme, rows]) => asked(country, theme, rows))),
  ...asked('RO', 'commission and court', romania),
  ...asked('IT', 'hearing', italy),
];

describe('when the plan is due for review', () => {
  it('is asked of at least sixty different cases', () => expect(new Set(cases.map(([, theme, name]) => `${theme} ${name}`)).size).toBeGreaterThanOrEqual(60));

  it.each(cases)('%s, %s: %s', (country, _theme, _name, lines, expected, today) => expect(told(windowOf(country, lines, today))).toBe(expected));

  it('is told with the interval that set it', () => {
    expect(windowOf('RO', [ends('2028-06-01')], APPROVED)?.every).toEqual({ aboveMonths: 12, fromMonths: 4, toMonths: 6 });
    expect(windowOf('RO', [ends('2026-08-01')], APPROVED)?.every).toBeUndefined();
  });

  it.each(PlanStatus.options)('of a version that is %s', (status) => {
    expect(windowOf('RO', [withPlan(() => ({ status }))], APPROVED) !== undefined).toBe(status === 'ACTIVE' || status === 'UNDER_REVIEW');
  });
});

describe('a review that is put off', () => {
  // without an exemption: from 1 October to 1 December
  const far = ends('2028-06-01');
  it.each<readonly [name: string, lines: readonly Line[], window: string, inTimeBy: string, today: string]>([
    ['in hospital until the end: five days more', [putOff('HOSPITAL', '2026-12-01')], 'BAND 2026-12-02 2026-12-06', '2026-12-06', APPROVED],
    ['an exclusion: ten days more', [putOff('SECURITY', '2026-12-01')], 'BAND 2026-12-02 2026-12-11', '2026-12-11', APPROVED],
    ['a short one costs nobody a day', [putOff('TEMP_ABSENCE', '2026-10-05')], 'BAND 2026-10-06 2026-12-01', '2026-12-01', APPROVED],
    ['one that ends before the review opens changes nothing', [putOff('HEALTH', '2026-09-30')], 'BAND 2026-10-01 2026-12-01', '2026-12-01', APPROVED],
    ['put off twice', [putOff('HEALTH', '2026-12-01'), putOff('TRANSFER', '2026-12-20')], 'BAND 2026-12-21 2026-12-25', '2026-12-25', APPROVED],
    ['for want of staff: later, and late all the same', [putOff('STAFFING', '2026-12-01')], 'BAND 2026-12-02 2026-12-06', '2026-12-01', APPROVED],
    ['for want of staff, then in hospital: the person’s days count', [putOff('STAFFING', '2026-12-01'), putOff('HOSPITAL', '2026-12-20')], 'BAND 2026-12-21 2026-12-25', '2026-12-25', APPROVED],
    ['in hospital, then for want of staff', [putOff('HOSPITAL', '2026-12-10'), putOff('STAFFING', '2026-12-20')], 'BAND 2026-12-21 2026-12-25', '2026-12-15', APPROVED],
    ['a review held since: it says nothing any more', [putOff('HOSPITAL', '2026-12-01', '2026-11-01'), reviewed('2026-12-03')], 'BAND 2027-04-03 2027-06-03', '2027-06-03', '2026-12-04'],
  ])('%s', (_name, lines, window, inTimeBy, today) => {
    const found = windowOf('RO', [far, ...lines], today);
    expect([told(found), found?.inTimeBy]).toEqual([window, inTimeBy]);
  });

  it.each(['RO', 'IT'])('never beyond the day it is held for, in %s', (country) => {
    expect(told(windowOf(country, [ends('2026-08-01'), putOff('HOSPITAL', '2026-07-28')], APPROVED))).toBe('PRE_RELEASE 2026-07-29 2026-07-31');
    expect(told(windowOf(country, [ends('2026-08-01'), putOff('REGIME', '2026-09-30')], APPROVED))).toBe('PRE_RELEASE 2026-07-31 2026-07-31');
    expect(told(windowOf(country, [life, hearing('2026-08-01'), putOff('HOSPITAL', '2026-07-25')], APPROVED))).toBe('BEFORE_DECISION 2026-07-26 2026-07-30');
  });

  it.each(ReviewExemptionReason.options)('counts against the institution only when it was its own reason: %s', (reason) => {
    const found = windowOf('IT', [far, putOff(reason, '2026-12-01')], APPROVED);
    expect(found !== undefined && heldInTime(found, '2026-12-02')).toBe(reason !== 'STAFFING');
  });
});

it.each([
  ['2026-09-30', 'AHEAD'],
  ['2026-10-01', 'OPEN'],
  ['2026-12-01', 'OPEN'],
  ['2026-12-02', 'LATE'],
] as const)('on %s the review is %s', (today, state) => expect(reviewState({ from: '2026-10-01', to: '2026-12-01' }, today)).toBe(state));

it('put off, it is neither due nor late before its reason has ended', () => {
  const window = { from: '2026-12-02', to: '2026-12-06', exempt: { reason: 'HOSPITAL', until: '2026-12-01' } } as const;
  expect(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-07'].map((today) => reviewState(window, today))).toEqual(['EXEMPT', 'EXEMPT', 'OPEN', 'LATE']);
});
