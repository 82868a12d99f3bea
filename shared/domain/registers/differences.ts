import { dateConflicts, type DateConflict } from '../date-conflicts.ts';
import type { CivilDate } from '../dates.ts';
import { displayName, folded, type Person, type ReleaseDateKind } from '../people.ts';
import { nameSounds, soundsAlike } from '../name-sound.ts';
import { countsToRelease, currentDates } from '../release-dates.ts';
import { codeKey } from './rows.ts';
import { isRegisterSource } from './source.ts';
import type { Candidate, ChangedPerson, DifferenceField, FieldDifference, GonePerson, RegisterDifferences } from './schemas.ts';

/** What a comparison needs to know of a person. */
export type KnownPerson = Pick<
  Person,
  | 'id'
  | 'code'
  | 'otherCodes'
  | 'familyName'
  | 'givenName'
  | 'birthDate'
  | 'citizenships'
  | 'interpreterLanguage'
  | 'unit'
  | 'regime'
  | 'legalPosition'
  | 'education'
  | 'municipality'
  | 'admissionDate'
  | 'endless'
  | 'releaseDates'
  | 'decisions'
  | 'movements'
  | 'custody'
  | 'status'
>;

/** What was read of the later export; `ReadRows` fits. */
export interface LaterExport {
  readonly candidates: readonly Candidate[];
  /** every number in the file, also of refused rows: a person whose row was refused is not gone */
  readonly codes: ReadonlySet<string>;
}

export const dateFields = { commissionDate: 'COMMISSION', endDate: 'END_OF_SENTENCE' } as const satisfies Record<string, ReleaseDateKind>;

const IN_CUSTODY: ReadonlySet<Person['status']> = new Set(['ACTIVE', 'PRE_RELEASE', 'AWAY']);

/**
 * A later export against the people we hold, matched by the register's number.
 * A blank cell takes nothing away, except a date that was itself read from a register: what somebody added by hand
 * stays. Spelling that differs only in case or diacritics is no difference.
 */
export const registerDifferences = (
  current: readonly KnownPerson[],
  later: LaterExport,
  today: CivilDate,
): RegisterDifferences => {
  const known = new Map<string, KnownPerson>();
  for (const person of current) {
    for (const key of numbersOf(person)) {
      const other = known.get(key);
      if (other === undefined || (!IN_CUSTODY.has(other.status) && IN_CUSTODY.has(person.status))) known.set(key, person);
    }
  }
  const fresh: Candidate[] = [];
  const changed: ChangedPerson[] = [];
  let unchanged = 0;
  for (const candidate of later.candidates) {
    const person = known.get(codeKey(candidate.code));
    if (person === undefined) {
      fresh.push(candidate);
      continue;
    }
    // listed once more under a number that was merged into theirs
    if (codeKey(candidate.code) !== codeKey(person.code) && later.codes.has(codeKey(person.code))) {
      unchanged += 1;
      continue;
    }
    const fields = personDifferences(person, candidate);
    const conflicts = conflictsOf(person, fields, today);
    const caution = cautionFor(person, candidate) ?? (conflicts.length > 0 ? 'DATES' : undefined);
    if (fields.length === 0 && caution === undefined) unchanged += 1;
    else changed.push({ personId: person.id, code: person.code, name: displayName(person), row: candidate.row, fields, ...(caution === undefined ? {} : { caution }), ...(conflicts.length === 0 ? {} : { conflicts: [...conflicts] }) });
  }
  const gone = current
    .filter((person) => IN_CUSTODY.has(person.status) && !numbersOf(person).some((code) => later.codes.has(code)))
    .map((person): GonePerson => ({
      personId: person.id,
      code: person.code,
      name: displayName(person),
      status: person.status,
      releaseDayPassed: currentDates(person).some((entry) => countsToRelease(entry.kind) && entry.date <= today),
    }));
  return { new: fresh, changed, gone, unchanged, alike: alikeAmong(current, fresh) };
};

/** New people who may be somebody here under another number, by their number: born on one day, with names that sound alike. */
const alikeAmong = (current: readonly KnownPerson[], fresh: readonly Candidate[]): RegisterDifferences['alike'] => {
  const days = new Set(fresh.map(({ birthDate }) => birthDate));
  const known = current.filter(({ birthDate }) => days.has(birthDate)).map((person) => ({ person, sounds: nameSounds(person.familyName, person.givenName) }));
  return Object.fromEntries(
    fresh.flatMap(({ code, familyName, givenName, birthDate }) => {
      const sounds = nameSounds(familyName, givenName);
      const found = known.filter(({ person, sounds: others }) => person.birthDate === birthDate && soundsAlike(sounds, others));
      return found.length === 0 ? [] : [[code, found.slice(0, 5).map(({ person }) => ({ personId: person.id, code: person.code, name: displayName(person) }))]];
    }),
  );
};

/** The changes that may be accepted together: all but those that ask for a look at the person first. */
export const acceptableTogether = (differences: RegisterDifferences): ChangedPerson[] =>
  differences.changed.filter((entry) => entry.caution === undefined);

/** A difference that contradicts what is decided is taken over by nobody, also not one by one. */
export const isBlocked = ({ conflicts }: Pick<ChangedPerson, 'conflicts'>): boolean => conflicts?.some((conflict) => conflict.refused) === true;

/** What these fields would contradict. Dates of somebody who has left belong to a stay that is over: a new one is begun first. */
const conflictsOf = (person: KnownPerson, fields: readonly FieldDifference[], today: CivilDate): readonly DateConflict[] => {
  if (!IN_CUSTODY.has(person.status)) return [];
  const said = (field: DifferenceField): string | undefined => fields.find((difference) => difference.field === field)?.to ?? undefined;
  const replaced = (['commissionDate', 'endDate'] as const).filter((field) => fields.some((difference) => difference.field === field));
  const kept = person.releaseDates.filter(({ kind }) => !replaced.some((field) => dateFields[field] === kind));
  const entries = replaced.flatMap((field) => {
    const date = said(field);
    return date === undefined || date === 'ENDLESS' ? [] : [{ id: field, kind: dateFields[field], date, certainty: 'CALCULATED' as const, source: field, setOn: today, setBy: field }];
  });
  const admissionDate = said('admissionDate') ?? person.admissionDate;
  return dateConflicts(person, { ...person, birthDate: said('birthDate') ?? person.birthDate, ...(admissionDate === undefined ? {} : { admissionDate }), releaseDates: [...kept, ...entries] }, today);
};

/** The numbers under which a register may list somebody: their own, and those of records merged into theirs. */
const numbersOf = ({ code, otherCodes = [] }: KnownPerson): readonly string[] => [code, ...otherCodes].map(codeKey);

const cautionFor = (person: KnownPerson, candidate: Candidate): ChangedPerson['caution'] => {
  const renamed =
    folded(`${person.familyName} ${person.givenName}`) !== folded(`${candidate.familyName} ${candidate.givenName}`);
  if (renamed && person.birthDate !== candidate.birthDate) return 'OTHER_PERSON';
  return IN_CUSTODY.has(person.status) ? undefined : 'RETURNED';
};

/** What this person holds in a field, as the text a difference shows. */
export const heldValue = (person: KnownPerson, field: DifferenceField): string | null => {
  switch (field) {
    case 'citizenships':
      return person.citizenships === undefined || person.citizenships.length === 0 ? null : person.citizenships.join(', ');
    case 'endDate':
      return person.endless === true ? 'ENDLESS' : heldDate(person, 'END_OF_SENTENCE');
    case 'commissionDate':
      return heldDate(person, 'COMMISSION');
    default:
      return person[field] ?? null;
  }
};

const heldDate = (person: KnownPerson, kind: ReleaseDateKind): CivilDate | null =>
  currentDates(person).findLast((entry) => entry.kind === kind)?.date ?? null;

const FREE_TEXT = ['familyName', 'givenName', 'unit', 'regime', 'education', 'municipality', 'interpreterLanguage'] as const;
const EXACT = ['birthDate', 'legalPosition', 'admissionDate'] as const;

/** Field by field; empty when the register says nothing new of this person. */
export const personDifferences = (person: KnownPerson, candidate: Candidate): FieldDifference[] => {
  const fields: FieldDifference[] = [];
  const add = (field: DifferenceField, to: string | null): void => {
    fields.push({ field, from: heldValue(person, field), to });
  };
  for (const field of FREE_TEXT) {
    const to = candidate[field];
    if (to !== undefined && to !== null && to !== '' && folded(to) !== folded(person[field] ?? '')) add(field, to);
  }
  for (const field of EXACT) {
    const to = candidate[field];
    if (to !== undefined && to !== null && to !== person[field]) add(field, to);
  }
  const citizenships = candidate.citizenships?.join(', ');
  if (citizenships !== undefined && folded(citizenships) !== folded(person.citizenships?.join(', ') ?? '')) {
    add('citizenships', citizenships);
  }
  for (const field of ['commissionDate', 'endDate'] as const) {
    const to = candidate[field];
    if (to === undefined || to === heldValue(person, field)) continue;
    if (to !== null || fromRegister(person, dateFields[field])) add(field, to);
  }
  return fields;
};

const fromRegister = (person: KnownPerson, kind: ReleaseDateKind): boolean =>
  currentDates(person).some((entry) => entry.kind === kind && isRegisterSource(entry.source));
