import { describe, expect, it } from 'vitest';
import type { PersonDetails } from '../../../shared/domain/person-details.ts';
import { banForm, languageOf, languagesFrom, moveForm, NONE, permitForm, situationForm, situationOf, withBan, withLanguage, withPermit, withSituation } from './details-form.ts';

const TODAY = '2026-11-22';
const before: PersonDetails = {
  unit: 'S1',
  copyLanguage: 'ro',
  permitUntil: '2027-01-01',
  custody: { status: 'WORK_OUTSIDE', since: '2026-01-01', returnsBy: '20:30' },
  contactBans: [{ id: 'a', kind: 'NO_CONTACT', act: 'S 1/2023' }],
};
const messages = (result: { readonly success: boolean; readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined }) => result.error?.issues.map(({ message }) => message) ?? [];

describe('each form', () => {
  it('says again what it was given when nothing is changed', () => {
    expect(withSituation(before, situationOf(before))).toEqual(before);
    expect(withLanguage(before, languageOf(before))).toEqual(before);
    expect(withPermit(before, { permitUntil: '2027-01-01' })).toEqual(before);
  });

  it('changes its own part and leaves the others; what is emptied is gone', () => {
    const emptied = withSituation(before, { ...situationOf(before), unit: '', custody: NONE, endless: 'yes' });
    expect(emptied).toEqual({ copyLanguage: 'ro', permitUntil: '2027-01-01', contactBans: before.contactBans, endless: true });
    expect(withPermit(before, { permitUntil: '' })).not.toHaveProperty('permitUntil');
  });

  it('adds a prohibition, or changes the one that is meant', () => {
    expect(withBan(before, 'b', { kind: 'NO_PLACES', act: 'S 2/2024', until: '2027-01-01' }).contactBans).toHaveLength(2);
    expect(withBan(before, 'a', { kind: 'NO_CONTACT', act: 'S 1/2023', until: '2026-12-01' }).contactBans).toEqual([{ id: 'a', kind: 'NO_CONTACT', act: 'S 1/2023', until: '2026-12-01' }]);
  });

  it.each([
    ['maghiară, română', '', ['maghiară-', 'română-']],
    ['wolof, italiano ', 'Italiano, arabo', ['wolof-', 'italiano+', 'arabo+']],
    ['', '', []],
    ['a, a,, ', 'a', ['a+']],
  ])('reads %j and %j as languages', (speaks, reads, expected) => {
    expect(languagesFrom(speaks, reads).map(({ language, reads: read }) => `${language}${read ? '+' : '-'}`)).toEqual(expected);
  });
});

describe('what is wrong is said in words', () => {
  it.each([
    ['an hour that is none', messages(situationForm(TODAY).safeParse({ ...situationOf(before), returnsBy: '25:00' })), ['people:dates.timeWrong']],
    ['semi-liberty without its day', messages(situationForm(TODAY).safeParse({ ...situationOf({}), custody: 'SEMI_LIBERTY' })), ['people:details.custodySinceMissing']],
    ['an admission in the future', messages(situationForm(TODAY).safeParse({ ...situationOf({}), admissionDate: '2026-11-23' })), ['people:details.moveOnFuture']],
    ['a name in the place of an act', messages(banForm.safeParse({ kind: 'NO_CONTACT', act: 'the neighbour', until: '' })), ['people:details.banActMissing']],
    ['an empty prohibition', messages(banForm.safeParse({ act: '', until: '' })), ['people:details.banKindMissing', 'people:details.banActMissing']],
    ['an empty movement', messages(moveForm(TODAY).safeParse({ on: '', place: '', expectedReturn: '', source: '' })), ['people:details.moveKindMissing', 'common:form.dateMissing', 'common:form.sourceMissing']],
    ['a return before the departure', messages(moveForm(TODAY).safeParse({ kind: 'COURT', on: TODAY, place: '', expectedReturn: '2026-11-01', source: 'o 1' })), ['people:details.moveExpectedRange']],
    ['a permit until a day that does not exist', messages(permitForm.safeParse({ permitUntil: '2026-02-30' })), ['common:form.dateMissing']],
  ])('%s', (_name, found, expected) => expect(found).toEqual(expected));
});
