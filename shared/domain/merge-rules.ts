import type { Merged } from './merge.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { folded, type Person } from './people.ts';
import { isInCustody } from './person-machine.ts';
import { currentDates } from './release-dates.ts';

/** What of a record can stand in the way: its plans name the record they were made in, and what was agreed is never rewritten. */
export interface MergeFacts {
  readonly plans: number;
  /** versions that were approved: frozen, signed, perhaps sent under this record */
  readonly approved: number;
}

const sameStanding = (a: Person['status'], b: Person['status']): boolean => a === b || (isInCustody(a) && isInCustody(b));

/**
 * Whether two records may become one.
 * @returns merge.same, merge.status, merge.bothPlans; merge.keepThePlan when it works the other way round
 */
export const mayMerge = (kept: Person, other: Person, { kept: keptFacts, other: otherFacts }: { readonly kept: MergeFacts; readonly other: MergeFacts }): Outcome<void> => {
  if (kept.id === other.id) return refused('merge.same');
  if (!sameStanding(kept.status, other.status)) return refused('merge.status');
  if (keptFacts.plans > 0 && otherFacts.plans > 0) return refused('merge.bothPlans');
  return otherFacts.approved > 0 ? refused('merge.keepThePlan') : allowed(undefined);
};

/** What the kept record takes over where it knows nothing itself. */
const filled = [
  'citizenships', 'interpreterLanguage', 'copyLanguage', 'readingSupport', 'languages', 'permitUntil', 'custody', 'afterRelease', 'unit', 'regime', 'legalPosition', 'education',
  'municipality', 'admissionDate', 'caseManagerId', 'deputyId',
] as const satisfies readonly (keyof Person)[];

/** The fields the kept record would take over from the other one. */
export const fieldsGiven = (kept: Person, other: Person): readonly (keyof Person)[] => filled.filter((field) => kept[field] === undefined && other[field] !== undefined);

/** Dates of kinds the kept record does not have. */
export const datesGiven = (kept: Person, other: Person): Person['releaseDates'] => {
  const known = new Set(currentDates(kept).map(({ kind }) => kind));
  return currentDates(other).filter(({ kind }) => !known.has(kind));
};

const numbersOf = ({ code, otherCodes = [] }: Person): readonly string[] => [code, ...otherCodes];

/**
 * The kept record with what only the other one knows: details, dates of other kinds, the decision where there is none, every
 * prohibition of contact, and the other numbers. What both know stays as the kept one says; the rest is read in the merged record.
 */
export const mergedPerson = <P extends Person>(kept: P, other: Person): P => {
  const given = Object.fromEntries(fieldsGiven(kept, other).map((field) => [field, other[field]]));
  const bans = [...(kept.contactBans ?? []), ...(other.contactBans ?? [])];
  const numbers = [...(kept.otherCodes ?? []), ...numbersOf(other)].filter((code) => folded(code) !== folded(kept.code));
  return {
    ...kept,
    ...given,
    releaseDates: [...kept.releaseDates, ...datesGiven(kept, other)],
    decisions: kept.decisions.length === 0 ? other.decisions : kept.decisions,
    ...(bans.length === 0 ? {} : { contactBans: bans.slice(0, 20) }),
    ...(numbers.length === 0 ? {} : { otherCodes: [...new Set(numbers)] }),
  };
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const without = <T>(items: readonly T[] | undefined, gone: readonly T[] | undefined): T[] => (items ?? []).filter((item) => !(gone ?? []).some((other) => same(item, other)));

/**
 * The kept record without what the merge gave it. What was changed since is the kept record's own and stays.
 * @param now the kept record as it is
 */
export const partedPerson = <P extends Person>(now: P, { was, before }: { readonly was: Merged['was']; readonly before: Person }): P => {
  const dropped = new Set<string>(filled.filter((field) => before[field] === undefined && same(now[field], was[field])));
  const bans = without(now.contactBans, without(was.contactBans, before.contactBans));
  const numbers = without(now.otherCodes, without([...numbersOf(was)], before.otherCodes));
  const rest = Object.fromEntries(Object.entries(now).filter(([name]) => !dropped.has(name) && name !== 'contactBans' && name !== 'otherCodes')) as P;
  return {
    ...rest,
    releaseDates: without(now.releaseDates, without(was.releaseDates, before.releaseDates)),
    decisions: before.decisions.length === 0 && same(now.decisions, was.decisions) ? [] : now.decisions,
    ...(bans.length === 0 ? {} : { contactBans: bans }),
    ...(numbers.length === 0 ? {} : { otherCodes: numbers }),
  };
};
