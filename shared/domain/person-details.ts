import type { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { Person, type ReleaseDateKind } from './people.ts';
import { currentDates } from './release-dates.ts';

/** What is told about a person beside names and dates. All of it may be unknown; nothing here is a judgement. */
export const PersonDetails = Person.pick({
  unit: true,
  regime: true,
  legalPosition: true,
  admissionDate: true,
  endless: true,
  caseManagerId: true,
  deputyId: true,
  copyLanguage: true,
  readingSupport: true,
  interpreterLanguage: true,
  languages: true,
  contactBans: true,
  permitUntil: true,
  custody: true,
  afterRelease: true,
});
export type PersonDetails = z.infer<typeof PersonDetails>;

const fields = Object.keys(PersonDetails.shape) as readonly (keyof PersonDetails)[];

/** Of an act its number is recorded: words without any digit would be a description, or a name. */
export const isActNumber = (act: string): boolean => /\d/.test(act);

/** Whether a date of this kind fits the sentence: a life sentence has no end. */
export const mayHaveDate = (person: Pick<Person, 'endless'>, kind: ReleaseDateKind): Outcome<void> =>
  person.endless === true && (kind === 'END_OF_SENTENCE' || kind === 'END_WITH_DEDUCTIONS') ? refused('person.endlessWithEnd') : allowed(undefined);

/** The person with these details in the place of the ones before; what is absent is no longer known. */
export const withDetails = <P extends Person>(person: P, details: PersonDetails, today: CivilDate): Outcome<P> => {
  if (details.contactBans?.some(({ act }) => !isActNumber(act)) === true) return refused('person.actNumber');
  if (details.custody !== undefined && details.custody.since > today) return refused('person.custodyInFuture');
  if (details.admissionDate !== undefined && details.admissionDate > today) return refused('person.admissionInFuture');
  for (const { kind } of currentDates(person)) {
    const fits = mayHaveDate(details, kind);
    if (!fits.ok) return fits;
  }
  const rest = Object.fromEntries(Object.entries(person).filter(([name]) => !fields.some((field) => field === name)));
  const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)));
  return allowed({ ...rest, ...given } as P);
};
