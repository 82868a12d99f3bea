import { describe, expect, it } from 'vitest';
import type { Person } from './people.ts';
import { isActNumber, mayHaveDate, withDetails, type PersonDetails } from './person-details.ts';

const TODAY = '2026-11-22';
const ID = '01900000-0000-7000-8000-000000000001';
const person: Person = {
  id: ID,
  v: 1,
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: ID,
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: ID,
  type: 'person',
  code: 'X-1',
  familyName: 'Exemplu',
  givenName: 'Om',
  birthDate: '1980-01-01',
  unit: 'S1',
  permitUntil: '2027-01-01',
  releaseDates: [{ id: ID, kind: 'END_OF_SENTENCE', date: '2027-05-01', certainty: 'DECIDED', source: 'MEPI 1', setOn: '2026-01-01', setBy: ID }],
  decisions: [],
  status: 'ACTIVE',
};
const after = (details: PersonDetails) => {
  const result = withDetails(person, details, TODAY);
  return result.ok ? result.value : result.refusal.code;
};

describe('details', () => {
  it('replace those before; what is absent or empty is no longer known, and nothing else changes', () => {
    const next = after({ regime: 'deschis', contactBans: [], endless: false });
    expect(next).toMatchObject({ regime: 'deschis', familyName: 'Exemplu', releaseDates: person.releaseDates });
    for (const gone of ['unit', 'permitUntil', 'contactBans', 'endless']) expect(next).not.toHaveProperty(gone);
  });

  it.each<[string, PersonDetails, string]>([
    ['a life sentence beside an end of the sentence', { endless: true }, 'person.endlessWithEnd'],
    ['a prohibition without the number of its act', { contactBans: [{ id: ID, kind: 'NO_CONTACT', act: 'Popescu Maria' }] }, 'person.actNumber'],
    ['semi-liberty that begins tomorrow', { custody: { status: 'SEMI_LIBERTY', since: '2026-11-23' } }, 'person.custodyInFuture'],
    ['an admission tomorrow', { admissionDate: '2026-11-23' }, 'person.admissionInFuture'],
  ])('refuse %s', (_name, details, code) => expect(after(details)).toBe(code));

  it.each([
    ['Sentința nr. 412/2023', true],
    ['the neighbour', false],
    ['', false],
  ])('takes %j for the number of an act: %s', (act, is) => expect(isActNumber(act)).toBe(is));

  it('lets no end of the sentence stand beside a life sentence, but a hearing', () => {
    expect(mayHaveDate({ endless: true }, 'END_OF_SENTENCE').ok).toBe(false);
    expect(mayHaveDate({ endless: true }, 'HEARING').ok).toBe(true);
    expect(mayHaveDate({}, 'END_OF_SENTENCE').ok).toBe(true);
  });
});
