import type { CaseFile } from './casefile.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person, ReleaseDate } from './people.ts';
import type { PlanContent } from './plan.ts';
import { currentDates } from './release-dates.ts';

/** Fields of the person that a case file carries. */
const carried = ['code', 'familyName', 'givenName', 'birthDate', 'citizenships', 'interpreterLanguage', 'copyLanguage', 'readingSupport', 'education', 'municipality', 'admissionDate', 'endless', 'legalPosition', 'permitUntil', 'afterRelease', 'languages', 'custody'] as const;

/** What is told of a person, by a case file or by a transfer. */
export interface ToldCase extends Pick<CaseFile, 'person' | 'dates' | 'sender' | 'dataAsOf'> {
  /** ids under which others know them */
  readonly wasIds?: readonly string[] | undefined;
}

/** One field in which the person here and the case file differ, each as text: codes and days as they are stored. */
export interface Difference {
  /** name of the field, or `dates.` with a kind of date */
  readonly field: string;
  readonly here?: string;
  readonly there: string;
}

const DATES = 'dates.';

const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  // of a spoken language its name, of custody what it is and since when
  const { language, status, since } = value as { readonly language?: string; readonly status?: string; readonly since?: string };
  return [language, status, since].filter((part) => part !== undefined).join(' ');
};

/** Every field in which they differ; what the file does not say differs in nothing. */
export const differencesOf = (person: Person, caseFile: ToldCase): Difference[] => {
  const fields = carried.flatMap((field): Difference[] => {
    const [here, there] = [person[field], caseFile.person[field]];
    if (there === undefined || JSON.stringify(here) === JSON.stringify(there)) return [];
    return [{ field, ...(here === undefined ? {} : { here: asText(here) }), there: asText(there) }];
  });
  const current = currentDates(person);
  const kinds = [...new Set(caseFile.dates.map(({ kind }) => kind))].flatMap((kind): Difference[] => {
    const here = current.filter((date) => date.kind === kind).map(({ date }) => date);
    const there = caseFile.dates.filter((date) => date.kind === kind).map(({ date }) => date);
    if (there.every((date) => here.includes(date))) return [];
    return [{ field: `${DATES}${kind}`, ...(here.length === 0 ? {} : { here: here.join(', ') }), there: there.join(', ') }];
  });
  return [...fields, ...kinds];
};

/** What is taken over from a file: all of it, or the fields named, as `Difference.field` names them. */
export type Taken = 'ALL' | ReadonlySet<string>;

/** Whether everything in which they differ was decided, and only that. @param take what somebody chose */
export const mayTake = (differences: readonly Difference[], take: Taken | undefined): Outcome<Taken> => {
  if (take === undefined) return differences.length === 0 ? allowed('ALL') : refused('import.decideDifferences');
  const known = new Set(differences.map(({ field }) => field));
  return take === 'ALL' || [...take].every((field) => known.has(field)) ? allowed(take) : refused('import.decideDifferences');
};

type Stamp = Pick<Person, 'id' | 'v' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>;

/**
 * The person as the case file tells: new, or the one already here with the fields taken over; a field that is the same, or
 * not here yet and not among what was decided, follows the file only where it was taken. Dates of the file come in as
 * current; an earlier date of the same kind becomes superseded and stays readable.
 */
export const personFromCase = (caseFile: ToldCase, known: Person | undefined, stamp: Stamp, newId: () => string, take: Taken = 'ALL'): Person => {
  const takes = (field: string): boolean => known === undefined || take === 'ALL' || take.has(field);
  const { id: _id, ...fields } = caseFile.person;
  const given = Object.fromEntries(Object.entries(fields).filter(([field, value]) => value !== undefined && takes(field))) as Omit<CaseFile['person'], 'id'>;
  const incoming = caseFile.dates
    .filter(({ kind }) => takes(`${DATES}${kind}`))
    .map((date): ReleaseDate => ({ id: newId(), setBy: stamp.updatedBy, ...date, reasonForChange: caseFile.sender.name }));
  const kept = (known?.releaseDates ?? []).filter((old) => !incoming.some((date) => sameDate(old, date)));
  const releaseDates = [
    ...kept.map((old) =>
      old.supersededOn === undefined && incoming.some((date) => date.kind === old.kind) ? { ...old, supersededOn: caseFile.dataAsOf } : old,
    ),
    ...incoming,
  ];
  const base = known ?? { ...stamp, type: 'person' as const, decisions: [], status: 'ACTIVE' as const };
  return { ...base, ...given, releaseDates };
};

const sameDate = (a: ReleaseDate, b: ReleaseDate): boolean => a.kind === b.kind && a.date === b.date && a.supersededOn === undefined;

/**
 * The plan content a case file carries, in the form that was frozen and hashed at approval: its hash must come out
 * the same, or the plan is not the approved one.
 */
export const planFromCase = (caseFile: CaseFile): PlanContent => {
  const { plan } = caseFile;
  return {
    id: plan.contentId,
    v: plan.schemaVersion,
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    updatedBy: '',
    type: 'content',
    personId: caseFile.person.id,
    versionNo: plan.versionNo,
    kind: plan.kind,
    lang: plan.lang,
    ...(plan.personStatement === undefined ? {} : { personStatement: plan.personStatement }),
    objectives: plan.objectives.map((objective) => ({
      ...objective,
      steps: objective.steps.map(({ status: _status, ...step }) => step),
    })),
  };
};
