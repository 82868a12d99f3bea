import type { Language } from '../base.ts';
import type { CivilDate } from '../dates.ts';
import { allowed, refused, type Outcome } from '../outcome.ts';
import { LegalPosition, type Person, type ReleaseDate, type ReleaseDateKind } from '../people.ts';
import { dateFields, heldValue } from './differences.ts';
import { registerSource } from './source.ts';
import type { Candidate, ChangedPerson, DifferenceField, FieldDifference } from './schemas.ts';

/** Who accepts, when and from which file. */
export interface Acceptance {
  /** a new UUIDv7 at every call */
  readonly newId: () => string;
  /** instant, ISO 8601 in UTC */
  readonly now: string;
  readonly today: CivilDate;
  /** id of the user */
  readonly actor: string;
  /** how the file is cited; no personal data */
  readonly label: string;
  /** of the workplace: in which the file is cited */
  readonly lang: Language;
  /** rows of which a cell was put right by hand: their dates say so */
  readonly repaired?: ReadonlySet<number>;
}

const cited = (row: number, by: Acceptance): string => registerSource(by.label, row, by.lang, by.repaired?.has(row));

/** Dates of a register are worked out by the registry office; none of them is a decision. */
const date = (kind: ReleaseDateKind, on: CivilDate, row: number, by: Acceptance): ReleaseDate => ({
  id: by.newId(),
  kind,
  date: on,
  certainty: 'CALCULATED',
  source: cited(row, by),
  setOn: by.today,
  setBy: by.actor,
});

/** A new person from an accepted row. Status ACTIVE; no decision is opened. */
export const personFromCandidate = (candidate: Candidate, by: Acceptance): Person => {
  const id = by.newId();
  const releaseDates: ReleaseDate[] = [];
  if (candidate.commissionDate) releaseDates.push(date('COMMISSION', candidate.commissionDate, candidate.row, by));
  if (candidate.endDate && candidate.endDate !== 'ENDLESS') releaseDates.push(date('END_OF_SENTENCE', candidate.endDate, candidate.row, by));
  const { unit, regime, education, municipality, interpreterLanguage, citizenships, legalPosition, admissionDate } = candidate;
  return {
    id,
    type: 'person',
    v: 1,
    createdAt: by.now,
    createdBy: by.actor,
    updatedAt: by.now,
    updatedBy: by.actor,
    code: candidate.code,
    familyName: candidate.familyName,
    givenName: candidate.givenName,
    birthDate: candidate.birthDate,
    ...(unit ? { unit } : {}),
    ...(regime ? { regime } : {}),
    ...(education ? { education } : {}),
    ...(municipality ? { municipality } : {}),
    ...(interpreterLanguage ? { interpreterLanguage } : {}),
    ...(citizenships && citizenships.length > 0 ? { citizenships: [...citizenships] } : {}),
    ...(legalPosition ? { legalPosition } : {}),
    ...(admissionDate ? { admissionDate } : {}),
    ...(candidate.endDate === 'ENDLESS' ? { endless: true } : {}),
    releaseDates,
    decisions: [],
    status: 'ACTIVE',
  };
};

/**
 * The person after accepting a difference, or only the named fields of it.
 * A changed date supersedes the old one and is appended: the history stays readable.
 * Refuses with REGISTER_CHANGED_SINCE when a field no longer holds what the difference was shown against,
 * and with REGISTER_NOT_THIS_PERSON when it belongs to somebody else.
 */
export const applyDifference = (
  person: Person,
  change: ChangedPerson,
  by: Acceptance,
  only?: readonly DifferenceField[],
): Outcome<Person> => {
  if (person.id !== change.personId) return refused('REGISTER_NOT_THIS_PERSON');
  let next: Person = person;
  for (const difference of change.fields) {
    if (only !== undefined && !only.includes(difference.field)) continue;
    if (heldValue(next, difference.field) !== difference.from) return refused('REGISTER_CHANGED_SINCE', { field: difference.field });
    next = withField(next, difference, change.row, by);
  }
  return allowed(next === person ? person : { ...next, updatedAt: by.now, updatedBy: by.actor });
};

const withField = (person: Person, { field, to }: FieldDifference, row: number, by: Acceptance): Person => {
  switch (field) {
    case 'endDate':
    case 'commissionDate':
      return withDate(person, field, to, row, by);
    case 'citizenships':
      return to === null ? person : { ...person, citizenships: to.split(', ') };
    case 'legalPosition':
      return to === null ? person : { ...person, legalPosition: LegalPosition.parse(to) };
    default:
      return to === null ? person : { ...person, [field]: to };
  }
};

const withDate = (person: Person, field: keyof typeof dateFields, to: string | null, row: number, by: Acceptance): Person => {
  const kind = dateFields[field];
  const isDate = to !== null && to !== 'ENDLESS';
  const replaces = person.releaseDates.some((entry) => entry.kind === kind && entry.supersededOn === undefined);
  const kept = person.releaseDates.map((entry) =>
    entry.kind === kind && entry.supersededOn === undefined ? { ...entry, supersededOn: by.today } : entry,
  );
  const added = isDate
    ? [{ ...date(kind, to, row, by), ...(replaces ? { reasonForChange: cited(row, by) } : {}) }]
    : [];
  const { endless, ...rest } = person;
  const lifelong = field === 'endDate' ? to === 'ENDLESS' : endless === true;
  return { ...rest, ...(lifelong ? { endless: true } : {}), releaseDates: [...kept, ...added] };
};
