import { describe, expect, it } from 'vitest';
import { MergeField } from './merge.ts';
import { datesDiffering, fieldsDiffering, fieldsGiven, mayMerge, mergedPerson, partedPerson, TAKE_NOTHING } from './merge-rules.ts';
import { nameLikeness } from './name-likeness.ts';
import { Person, ReleaseDateKind, type ReleaseDate } from './people.ts';

const id = (n: number): string => `0193d4a0-7d1c-7c55-9a70-${String(n).padStart(12, '0')}`;
const today = '2026-11-22';
const date = (n: number, kind: ReleaseDateKind, day: string): ReleaseDate => ({ id: id(n), kind, date: day, certainty: 'CALCULATED', source: `act ${n}`, setOn: '2026-01-01', setBy: id(1) });
const person = (n: number, over: Partial<Person> = {}): Person =>
  Person.parse({
    id: id(n), v: 1, createdAt: '2026-01-01T10:00:00.000Z', createdBy: id(1), updatedAt: '2026-01-01T10:00:00.000Z', updatedBy: id(1),
    type: 'person', code: `C-${n}`, familyName: 'Mureșan', givenName: 'Ștefan', birthDate: '1980-01-05', releaseDates: [], decisions: [], status: 'ACTIVE', ...over,
  });
const none = { kept: { plans: 0, approved: 0 }, other: { plans: 0, approved: 0 } };
const on = (day: string, n: number) => ({ id: id(n), on: day, source: `act ${n}`, setBy: id(1) });

const kept = person(10, {
  unit: 'S2', readingSupport: 'LARGE_PRINT', custody: { status: 'SEMI_LIBERTY', since: '2026-05-01' },
  contactBans: [{ id: id(30), kind: 'NO_CONTACT', act: 'ordin 1' }],
  movements: [{ ...on('2026-03-01', 31), kind: 'COURT', before: 'ACTIVE' }, { ...on('2026-03-02', 32), kind: 'RETURN' }],
  releaseDates: [date(40, 'END_OF_SENTENCE', '2028-01-01'), { ...date(41, 'COMMISSION', '2026-06-01'), supersededOn: '2026-05-01' }],
} as Partial<Person>);
const other = person(11, {
  familyName: 'Muresan', unit: 'S4', regime: 'semideschis', education: 'gimnaziu', legalPosition: 'SENTENCED', readingSupport: 'LARGE_PRINT',
  otherCodes: ['OLD-3'], custody: { since: '2026-05-01', status: 'SEMI_LIBERTY' },
  contactBans: [{ id: id(33), kind: 'NO_CONTACT', act: 'ordin 2' }],
  movements: [{ ...on('2026-03-01', 34), kind: 'HOSPITAL', before: 'ACTIVE' }, { ...on('2026-04-02', 35), kind: 'RETURN' }],
  turns: [{ ...on('2025-01-01', 36), kind: 'ESCAPE', before: 'ACTIVE' }, { ...on('2025-01-09', 37), kind: 'RECAPTURE', before: 'ESCAPED' }],
  releaseDates: [date(42, 'END_OF_SENTENCE', '2029-01-01'), date(43, 'COMMISSION', '2026-12-01')],
  decisions: [{ id: id(44), state: 'PROPOSED', openedOn: '2026-06-01', history: [{ state: 'PROPOSED', on: '2026-06-01', by: id(1), source: 'PV 1' }] }],
} as Partial<Person>);

describe('one record of two', () => {
  it('says what only the other knows, what both say differently, and what happened to the person', () => {
    expect([fieldsGiven(kept, other), fieldsDiffering(kept, other), datesDiffering(kept, other)]).toEqual([['regime', 'legalPosition', 'education'], ['familyName', 'unit'], ['END_OF_SENTENCE']]);
    const merged = Person.parse(mergedPerson(kept, other, { fields: ['unit'], dates: [] }, today));
    expect(merged).toMatchObject({ familyName: 'Mureșan', unit: 'S4', regime: 'semideschis', otherCodes: ['C-11', 'OLD-3'], decisions: [{ state: 'PROPOSED' }] });
    expect(merged.contactBans?.map(({ act }) => act)).toEqual(['ordin 1', 'ordin 2']);
    expect(merged.movements?.map(({ kind }) => kind)).toEqual(['COURT', 'HOSPITAL', 'RETURN', 'RETURN']);
    expect(merged.turns?.map(({ kind }) => kind)).toEqual(['ESCAPE', 'RECAPTURE']);
    expect(merged.releaseDates.map(({ date: day, supersededOn }) => `${day} ${supersededOn ?? ''}`)).toEqual(['2028-01-01 ', '2026-06-01 2026-05-01', '2026-12-01 ']);
  });

  it('put apart is as it was before, whatever was chosen', () => {
    for (const fields of [[], ...MergeField.options.map((field) => [field]), [...MergeField.options]]) {
      for (const dates of [[], [...ReleaseDateKind.options]]) {
        for (const [one, two] of [[kept, other], [other, kept]] as const) {
          const taking = { fields, dates };
          expect(partedPerson(mergedPerson(one, two, taking, today), { before: one, was: two, on: today, taking })).toEqual(one);
        }
      }
    }
  });

  it('put apart, what was changed since stays, also where it now says what the other had said', () => {
    const now = { ...mergedPerson(kept, other, TAKE_NOTHING, today), unit: 'S4', regime: 'deschis', readingSupport: 'NONE' as const };
    expect(partedPerson(now, { before: kept, was: other, on: today, taking: TAKE_NOTHING })).toMatchObject({ unit: 'S4', regime: 'deschis', readingSupport: 'NONE' });
  });

  it('is prepared for release as the decision it took over says', () => {
    const granted = { ...other, status: 'PRE_RELEASE' as const };
    const merged = mergedPerson(kept, granted, TAKE_NOTHING, today);
    expect(merged.status).toBe('PRE_RELEASE');
    expect(partedPerson(merged, { before: kept, was: granted, on: today }).status).toBe('ACTIVE');
  });

  const bans = (from: number) => Array.from({ length: 12 }, (_, at) => ({ id: id(from + at), kind: 'NO_CONTACT', act: `ordin ${from + at}` })) as unknown as Person['contactBans'];
  it.each<[string, Person, Person, Parameters<typeof mayMerge>[2], string | undefined]>([
    ['two in custody', kept, other, none, undefined],
    ['the same', kept, kept, none, 'merge.same'],
    ['one is away, the other here', kept, { ...other, status: 'AWAY' }, none, 'merge.status'],
    ['both are away', { ...kept, status: 'AWAY' }, { ...other, status: 'AWAY' }, none, undefined],
    ['one died', kept, { ...other, status: 'DECEASED' }, none, 'merge.status'],
    ['both have plans', kept, other, { kept: { plans: 1, approved: 0 }, other: { plans: 1, approved: 0 } }, 'merge.bothPlans'],
    ['the other one has the approved plan', kept, other, { ...none, other: { plans: 1, approved: 1 } }, 'merge.keepThePlan'],
    ['for life here, with an end there', { ...kept, endless: true, releaseDates: [] }, other, none, 'merge.endless'],
    ['with an end here, for life there', kept, { ...other, endless: true, releaseDates: [] }, none, 'merge.endless'],
    ['for life in both', { ...kept, endless: true, releaseDates: [] }, { ...other, endless: true, releaseDates: [] }, none, undefined],
    ['more prohibitions of contact than a record holds', { ...kept, contactBans: bans(100) }, { ...other, contactBans: bans(200) }, none, 'merge.tooMuch'],
  ])('%s', (_name, one, two, facts, code) => {
    const may = mayMerge(one, two, facts);
    expect(may.ok ? undefined : may.refusal.code).toBe(code);
  });
});

describe('two names', () => {
  it.each([
    ['Mureșan', 'Ștefan', 'MURESAN', 'Stefan', 'SAME'],
    ['Mureșan', 'Ștefan', 'Stefan', 'Muresan', 'OTHER_ORDER'],
    ['Popa', 'Ion-Marius', 'Popa Marius', 'Ion', 'OTHER_ORDER'],
    ['Țîrlea', 'Gheorghe', 'Tzarlea', 'Ghiorghe', 'SOUND'],
  ] as const)('%s %s and %s %s: %4$s', (familyName, givenName, family, given, expected) => expect(nameLikeness({ familyName, givenName }, { familyName: family, givenName: given })).toBe(expected));
});
