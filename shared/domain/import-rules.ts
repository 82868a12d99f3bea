import type { CaseFile } from './casefile.ts';
import type { Person, ReleaseDate } from './people.ts';
import type { PlanContent } from './plan.ts';
import { currentDates } from './release-dates.ts';

/** Fields of the person that a case file carries. */
const carried = ['code', 'familyName', 'givenName', 'birthDate', 'citizenships', 'interpreterLanguage', 'copyLanguage', 'readingSupport', 'education', 'municipality', 'admissionDate', 'endless'] as const;

/** The names of the fields in which the person here and the case file differ; `dates` when any date does. */
export const differencesOf = (person: Person, caseFile: CaseFile): string[] => {
  const fields = carried.filter(
    (field) => caseFile.person[field] !== undefined && JSON.stringify(person[field]) !== JSON.stringify(caseFile.person[field]),
  );
  const key = (date: { readonly kind: string; readonly date: string }): string => `${date.kind} ${date.date}`;
  const here = new Set(currentDates(person).map(key));
  return caseFile.dates.every((date) => here.has(key(date))) ? fields : [...fields, 'dates'];
};

type Stamp = Pick<Person, 'id' | 'v' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>;

/**
 * The person as the case file tells: new, or the one already here with the file's fields taken over.
 * Dates of the file come in as current; an earlier date of the same kind becomes superseded and stays readable.
 */
export const personFromCase = (caseFile: CaseFile, known: Person | undefined, stamp: Stamp, newId: () => string): Person => {
  const { id: _id, ...fields } = caseFile.person;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Omit<CaseFile['person'], 'id'>;
  const incoming = caseFile.dates.map(
    (date): ReleaseDate => ({ id: newId(), setBy: stamp.updatedBy, ...date, reasonForChange: caseFile.sender.name }),
  );
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
