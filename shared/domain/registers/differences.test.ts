import { describe, expect, it } from 'vitest';
import { displayName, Person } from '../people.ts';
import { applyDifference, personFromCandidate, type Acceptance } from './apply.ts';
import { acceptableTogether, isBlocked, registerDifferences } from './differences.ts';
import { codeKey } from './rows.ts';
import { RegisterDifferences, type Candidate } from './schemas.ts';

const today = '2026-11-22';
const actor = '01900000-0000-7000-8000-0000000000aa';
let counter = 0;
const newId = (): string => `01900000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
const by: Acceptance = { newId, now: '2026-11-22T08:00:00Z', today, actor, label: 'evidenta.csv', lang: 'ro' as const };
const later: Acceptance = { ...by, now: '2026-12-06T08:00:00Z', today: '2026-12-06', label: 'evidenta2.csv' };

const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
  row: 2,
  code: 'TM-1',
  familyName: 'Țîrlea',
  givenName: 'Daniel',
  birthDate: '1964-07-09',
  unit: 'Secția 5',
  regime: 'închis',
  commissionDate: null,
  endDate: '2033-09-14',
  ...changes,
});
const person = (changes: Partial<Candidate> = {}): Person => personFromCandidate(candidate(changes), by);
const compare = (people: readonly Person[], ...candidates: Candidate[]) =>
  registerDifferences(people, { candidates, codes: new Set(candidates.map(({ code }) => codeKey(code))) }, today);

describe('a person from a register row', () => {
  it('is a whole person, with dates that cite their row', () => {
    const made = person({ commissionDate: '2029-06-08', citizenships: ['Italia', 'Marocco'], legalPosition: 'SENTENCED', admissionDate: '2020-12-15' });
    expect(Person.safeParse(made).error).toBeUndefined();
    expect(made.releaseDates.map(({ kind, date, certainty, source, setOn, setBy }) => ({ kind, date, certainty, source, setOn, setBy }))).toEqual([
      { kind: 'COMMISSION', date: '2029-06-08', certainty: 'CALCULATED', source: 'registrul evidenta.csv, rândul 2', setOn: today, setBy: actor },
      { kind: 'END_OF_SENTENCE', date: '2033-09-14', certainty: 'CALCULATED', source: 'registrul evidenta.csv, rândul 2', setOn: today, setBy: actor },
    ]);
    expect(made).toMatchObject({ status: 'ACTIVE', citizenships: ['Italia', 'Marocco'], createdBy: actor });
  });

  it('has no end date under a life sentence', () => {
    expect(person({ endDate: 'ENDLESS' })).toMatchObject({ endless: true, releaseDates: [] });
  });

  it('has no empty fields where the register is blank', () => {
    const made = person({ unit: null, regime: null, endDate: null });
    expect(made).not.toHaveProperty('unit');
    expect(Person.safeParse(made).error).toBeUndefined();
  });
});

describe('a later export as differences', () => {
  it('tells new, changed, gone and unchanged apart', () => {
    const [first, second, third] = [person(), person({ code: 'TM-2' }), person({ code: 'TM-3' })];
    const found = compare([first, second, third], candidate(), candidate({ code: 'TM-2', unit: 'Secția 2', row: 3 }), candidate({ code: 'TM-4', row: 4, birthDate: '1970-01-01' }));
    expect(found).toEqual({
      new: [candidate({ code: 'TM-4', row: 4, birthDate: '1970-01-01' })],
      changed: [{ personId: second.id, code: 'TM-2', name: displayName(second), row: 3, fields: [{ field: 'unit', from: 'Secția 5', to: 'Secția 2' }] }],
      gone: [{ personId: third.id, code: 'TM-3', name: displayName(third), status: 'ACTIVE', releaseDayPassed: false }],
      unchanged: 1,
      alike: {},
    });
    expect(RegisterDifferences.safeParse(found).error).toBeUndefined();
  });

  it('names who may be here already under another number, by sound, in any order; never on another day', () => {
    const [held] = [person()];
    const alike = (changes: Partial<Candidate>) => compare([held], candidate({ code: 'AR-9', ...changes })).alike;
    expect(alike({ familyName: 'Daniel', givenName: 'Tzarlea' })).toEqual({ 'AR-9': [{ personId: held.id, code: 'TM-1', name: 'Țîrlea Daniel' }] });
    expect(alike({ birthDate: '1964-09-07' })).toEqual({});
    expect(alike({ givenName: 'Mihai' })).toEqual({});
    expect(alike({ code: 'TM-1' })).toEqual({});
  });

  it.each([
    ['unit', { unit: 'Secția 2' }, { field: 'unit', from: 'Secția 5', to: 'Secția 2' }],
    ['end date', { endDate: '2029-09-30' }, { field: 'endDate', from: '2033-09-14', to: '2029-09-30' }],
    ['life sentence', { endDate: 'ENDLESS' }, { field: 'endDate', from: '2033-09-14', to: 'ENDLESS' }],
    ['end date withdrawn by the register', { endDate: null }, { field: 'endDate', from: '2033-09-14', to: null }],
    ['first commission date', { commissionDate: '2029-01-01' }, { field: 'commissionDate', from: null, to: '2029-01-01' }],
    ['name corrected', { familyName: 'Țurcanu' }, { field: 'familyName', from: 'Țîrlea', to: 'Țurcanu' }],
    ['birth date corrected', { birthDate: '1964-07-08' }, { field: 'birthDate', from: '1964-07-09', to: '1964-07-08' }],
    ['legal position', { legalPosition: 'SENTENCED' }, { field: 'legalPosition', from: null, to: 'SENTENCED' }],
    ['citizenship', { citizenships: ['Italia', 'Marocco'] }, { field: 'citizenships', from: null, to: 'Italia, Marocco' }],
  ] as const)('%s', (_, changes, field) => {
    expect(compare([person()], candidate(changes as Partial<Candidate>)).changed[0]?.fields).toEqual([field]);
  });

  const { unit: _unit, endDate: _endDate, ...silent } = candidate();
  it.each([
    ['spelling without diacritics', candidate({ familyName: 'TIRLEA', unit: 'sectia 5' })],
    ['a blank text', candidate({ unit: null, regime: null })],
    ['columns the register does not have, or dates it could not say', silent],
    ['the number in another case', candidate({ code: 'tm 1' })],
  ])('%s is no difference', (_, read) => {
    expect(compare([person()], read)).toMatchObject({ changed: [], gone: [], unchanged: 1 });
  });

  it('never takes away a date that a person entered', () => {
    const made = person({ endDate: null });
    const entered = { id: newId(), kind: 'END_OF_SENTENCE' as const, date: '2031-01-01', certainty: 'DECIDED' as const, source: 'sentenza 12/2024', setOn: today, setBy: actor };
    expect(compare([{ ...made, releaseDates: [entered] }], candidate({ endDate: null })).unchanged).toBe(1);
  });

  it('does not call gone whoever stands in a refused row', () => {
    expect(registerDifferences([person()], { candidates: [], codes: new Set(['tm 1']) }, today).gone).toEqual([]);
  });

  it('does not call gone whoever left before', () => {
    expect(compare([{ ...person(), status: 'RELEASED_FOLLOW_UP' }, { ...person({ code: 'TM-2' }), status: 'CLOSED' }]).gone).toEqual([]);
  });

  it('says of a gone person whether a day of release has passed', () => {
    expect(compare([person({ endDate: today })]).gone[0]).toMatchObject({ releaseDayPassed: true });
    expect(compare([person({ endDate: '2026-11-23', commissionDate: '2026-01-01' })]).gone[0]).toMatchObject({ releaseDayPassed: false });
  });

  it('keeps for a look of their own what contradicts days recorded here, and lets nobody take what contradicts a decided one', () => {
    const decided = (kind: 'HEARING' | 'ACTUAL', date: string) => ({ id: newId(), kind, date, certainty: 'DECIDED' as const, source: 'act 1', setOn: today, setBy: actor });
    const heard: Person = { ...person(), releaseDates: [...person().releaseDates, decided('HEARING', '2030-01-01')] };
    const leaving: Person = { ...person({ code: 'TM-2' }), releaseDates: [decided('ACTUAL', '2026-12-01')] };
    const found = compare([heard, leaving], candidate({ endDate: '2029-01-01' }), candidate({ code: 'TM-2', endDate: '2033-09-14', admissionDate: '2027-01-01' }));
    expect(found.changed.map(({ code, caution, conflicts }) => [code, caution, conflicts?.map(({ rule, refused }) => `${rule} ${refused}`)])).toEqual([
      ['TM-1', 'DATES', ['DECIDED_BEFORE_END false']],
      ['TM-2', 'DATES', ['ADMISSION_FIRST true']],
    ]);
    expect(found.changed.map(isBlocked)).toEqual([false, true]);
    expect(acceptableTogether(found)).toEqual([]);
    expect(RegisterDifferences.safeParse(found).error).toBeUndefined();
  });

  it('keeps for a look of their own a number given to somebody else and a person who came back', () => {
    const [other, back, plain] = [person(), { ...person({ code: 'TM-2' }), status: 'CLOSED' as const }, person({ code: 'TM-3' })];
    const found = compare(
      [other, back, plain],
      candidate({ familyName: 'Rossi', birthDate: '1990-01-01' }),
      candidate({ code: 'TM-2' }),
      candidate({ code: 'TM-3', unit: 'Secția 1' }),
    );
    expect(found.changed.map(({ code, caution }) => [code, caution])).toEqual([['TM-1', 'OTHER_PERSON'], ['TM-2', 'RETURNED'], ['TM-3', undefined]]);
    expect(acceptableTogether(found).map(({ code }) => code)).toEqual(['TM-3']);
  });
});

describe('accepting a difference', () => {
  const changeOf = (before: Person, changes: Partial<Candidate>) => {
    const change = compare([before], candidate({ row: 9, ...changes })).changed[0];
    if (change === undefined) throw new Error('no difference');
    return change;
  };

  it('supersedes the old date and appends the new one', () => {
    const before = person();
    const after = applyDifference(before, changeOf(before, { endDate: '2029-09-30' }), later);
    expect(after.ok && after.value.releaseDates).toMatchObject([
      { date: '2033-09-14', supersededOn: '2026-12-06', source: 'registrul evidenta.csv, rândul 2' },
      { date: '2029-09-30', source: 'registrul evidenta2.csv, rândul 9', reasonForChange: 'registrul evidenta2.csv, rândul 9', setOn: '2026-12-06' },
    ]);
    expect(after.ok && Person.safeParse(after.value).error).toBeUndefined();
    expect(after.ok && after.value).toMatchObject({ updatedAt: later.now, updatedBy: actor, createdAt: by.now });
    expect(before.releaseDates).toHaveLength(1);
    expect(before.releaseDates[0]).not.toHaveProperty('supersededOn');
  });

  it('goes into a life sentence and back', () => {
    const before = person();
    const life = applyDifference(before, changeOf(before, { endDate: 'ENDLESS' }), later);
    expect(life.ok && life.value).toMatchObject({ endless: true, releaseDates: [{ supersededOn: '2026-12-06' }] });
    if (!life.ok) return;
    const back = applyDifference(life.value, changeOf(life.value, { endDate: '2040-01-01' }), later);
    expect(back.ok && back.value).not.toHaveProperty('endless');
    expect(back.ok && back.value.releaseDates.at(-1)).toMatchObject({ date: '2040-01-01' });
  });

  it('does not lose a life sentence when another date changes', () => {
    const before = person({ endDate: 'ENDLESS' });
    const after = applyDifference(before, changeOf(before, { endDate: 'ENDLESS', commissionDate: '2031-01-01' }), later);
    expect(after.ok && after.value).toMatchObject({ endless: true, releaseDates: [{ kind: 'COMMISSION' }] });
  });

  it('changes only the fields that were accepted', () => {
    const before = person();
    const change = changeOf(before, { unit: 'Secția 1', regime: 'deschis' });
    const after = applyDifference(before, change, later, ['regime']);
    expect(after.ok && after.value).toMatchObject({ unit: 'Secția 5', regime: 'deschis' });
  });

  it('leaves nothing to tell once all is accepted', () => {
    const before = person();
    const next = candidate({ row: 9, unit: 'Secția 1', endDate: '2029-09-30', legalPosition: 'SENTENCED', citizenships: ['Italia', 'Marocco'], givenName: 'Dan' });
    const after = applyDifference(before, changeOf(before, next), later);
    expect(after.ok && compare([after.value], next)).toMatchObject({ changed: [], unchanged: 1 });
  });

  it('refuses when the person was changed in the meantime, or is another one', () => {
    const before = person();
    const change = changeOf(before, { unit: 'Secția 1' });
    expect(applyDifference({ ...before, unit: 'Secția 9' }, change, later)).toEqual({ ok: false, refusal: { code: 'REGISTER_CHANGED_SINCE', params: { field: 'unit' } } });
    expect(applyDifference(person({ code: 'TM-2' }), change, later)).toMatchObject({ ok: false, refusal: { code: 'REGISTER_NOT_THIS_PERSON' } });
  });
});
