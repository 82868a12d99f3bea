/** Documents of an invented prison, the same for every run: forty per person, about one kilobyte each. */
import type { Change } from '../../electron/core/vault/types.ts';
import type { DocumentOf } from '../../shared/domain/collections.ts';

/** Documents about one person; the rest of forty are enrolments. */
export const PER_PERSON = 40;
/** Enrolments of one course: what an attendance sheet shows. */
export const PER_RUN = 40;

const AT = '2026-01-15T08:00:00.000Z';
const BY = '0192a000-0000-7000-8000-000000000001';
const families = ['Mureșan', 'Țîrlea', 'Ionescu', 'Dumitrașcu', 'Rossi', 'D’Angelo', 'Bianchi', 'Popa', 'Stănescu', 'Ferrari'];
const givens = ['Ștefan', 'Ioana', 'Marco', 'Giulia', 'Andrei', 'Luca', 'Elena', 'Vasile'];

export const uuid = (kind: number, at: number): string => `0192${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
export const personId = (at: number): string => uuid(1, at);
export const runId = (at: number): string => uuid(2, at);
export const enrolmentId = (at: number): string => uuid(3, at);

export const base = (id: string) => ({ id, v: 1, createdAt: AT, createdBy: BY, updatedAt: AT, updatedBy: BY });
const day = (at: number): string => `2026-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`;

export const person = (at: number): DocumentOf<'people'> => ({
  ...base(personId(at)),
  type: 'person',
  code: `PG-${at}`,
  familyName: `${families[at % families.length]} ${at}`,
  givenName: givens[at % givens.length] ?? '',
  birthDate: `19${70 + (at % 30)}-05-17`,
  unit: `Secția ${at % 9}`,
  status: at % 4 === 0 ? 'CLOSED' : 'ACTIVE',
  releaseDates: [{ id: uuid(4, at), kind: 'END_OF_SENTENCE', date: `20${27 + (at % 9)}-09-01`, certainty: 'DECIDED', source: 'mandat de executare', setOn: day(at), setBy: BY }],
  decisions: [],
});

export const enrolment = (at: number, of: number, runs: number, note = 'PRESENT'): DocumentOf<'learning'> => ({
  ...base(enrolmentId(at)),
  type: 'enrolment',
  personId: personId(of),
  runId: runId(at % runs),
  programmeId: uuid(6, at % 20),
  status: 'ON_PROGRAMME',
  enrolledOn: day(at),
  marks: Object.fromEntries(
    Array.from({ length: 5 }, (_, no) => [uuid(7, (at % runs) * 5 + no), { mark: no === 4 ? (note as 'PRESENT') : 'PRESENT', minutes: 90, by: BY, on: day(at + no) }]),
  ),
});

/** How many courses there are when `documents` are made. */
export const runsOf = (documents: number): number => Math.max(1, Math.floor(enrolmentsOf(documents) / PER_RUN));
export const personsOf = (documents: number): number => Math.max(1, Math.floor(documents / PER_PERSON));
export const enrolmentsOf = (documents: number): number => personsOf(documents) * (PER_PERSON - 1);

/** All documents, in the order an office would make them: person by person. */
export function* allDocuments(documents: number): Generator<{ readonly collection: 'people' | 'learning'; readonly doc: DocumentOf<'people'> | DocumentOf<'learning'> }> {
  const runs = runsOf(documents);
  for (let at = 0; at < personsOf(documents); at += 1) {
    yield { collection: 'people', doc: person(at) };
    for (let no = 0; no < PER_PERSON - 1; no += 1) yield { collection: 'learning', doc: enrolment(at * (PER_PERSON - 1) + no, at, runs) };
  }
}

export const asChange = ({ collection, doc }: { readonly collection: Change['collection']; readonly doc: object }): Change => ({ op: 'put', collection, doc }) as Change;
