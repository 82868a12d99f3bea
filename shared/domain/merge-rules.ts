import type { CivilDate } from './dates.ts';
import { MergeField, type Merged, type Taking } from './merge.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { folded, type Person, type ReleaseDate, type ReleaseDateKind } from './people.ts';
import { isInCustody } from './person-machine.ts';
import { mayHaveDate } from './person-details.ts';
import { currentDates } from './release-dates.ts';

/** What of a record can stand in the way: its plans name the record they were made in, and what was agreed is never rewritten. */
export interface MergeFacts {
  readonly plans: number;
  /** versions that were approved: frozen, signed, perhaps sent under this record */
  readonly approved: number;
}

/** Nothing of the other record goes before what the kept one says. */
export const TAKE_NOTHING: Taking = { fields: [], dates: [] };

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, inOrder(entry)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** Equal, in whatever order their parts were written. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

/** Whoever is away is so by a movement of their own record: both have to say it. */
const sameStanding = (a: Person['status'], b: Person['status']): boolean => a === b || (isInCustody(a) && isInCustody(b) && a !== 'AWAY' && b !== 'AWAY');

/** The most of each a record may hold. */
const most = { contactBans: 20, otherCodes: 20, movements: 400, turns: 100, stays: 20, releaseDates: 100 } as const;

const fits = (person: Person): boolean => Object.entries(most).every(([name, count]) => (person[name as keyof typeof most]?.length ?? 0) <= count);

/**
 * Whether two records may become one.
 * @returns merge.same, merge.status, merge.bothPlans, merge.endless, merge.tooMuch; merge.keepThePlan when it works the other way round
 */
export const mayMerge = (kept: Person, other: Person, { kept: keptFacts, other: otherFacts }: { readonly kept: MergeFacts; readonly other: MergeFacts }): Outcome<void> => {
  if (kept.id === other.id) return refused('merge.same');
  if (!sameStanding(kept.status, other.status)) return refused('merge.status');
  if (keptFacts.plans > 0 && otherFacts.plans > 0) return refused('merge.bothPlans');
  if (otherFacts.approved > 0) return refused('merge.keepThePlan');
  const endless = kept.endless === true || other.endless === true;
  if ([kept, other].some((person) => currentDates(person).some(({ kind }) => !mayHaveDate({ endless }, kind).ok))) return refused('merge.endless');
  return fits(mergedPerson(kept, other, TAKE_NOTHING, '')) ? allowed(undefined) : refused('merge.tooMuch');
};

/** The fields the kept record takes over from the other one, because it knows nothing itself. */
export const fieldsGiven = (kept: Person, other: Person): readonly MergeField[] => MergeField.options.filter((field) => kept[field] === undefined && other[field] !== undefined);

/** The fields about which both know something, and not the same. */
export const fieldsDiffering = (kept: Person, other: Person): readonly MergeField[] =>
  MergeField.options.filter((field) => kept[field] !== undefined && other[field] !== undefined && !same(kept[field], other[field]));

/** Dates of kinds the kept record does not have. */
export const datesGiven = (kept: Person, other: Person): Person['releaseDates'] => {
  const known = new Set(currentDates(kept).map(({ kind }) => kind));
  return currentDates(other).filter(({ kind }) => !known.has(kind));
};

const sameDay = (a: ReleaseDate, b: ReleaseDate): boolean => a.date === b.date && a.time === b.time;

/** Kinds of date that both have, on another day or hour. */
export const datesDiffering = (kept: Person, other: Person): readonly ReleaseDateKind[] =>
  currentDates(kept).flatMap((mine) => (currentDates(other).some((theirs) => theirs.kind === mine.kind && !sameDay(theirs, mine)) ? [mine.kind] : []));

const numbersOf = ({ code, otherCodes = [] }: Person): readonly string[] => [code, ...otherCodes];

const without = <T>(items: readonly T[] | undefined, gone: readonly T[] | undefined): T[] => (items ?? []).filter((item) => !(gone ?? []).some((other) => same(item, other)));

/** A field that is a list, or nothing where the list is empty. */
const listed = <K extends string, T>(name: K, items: readonly T[]): { readonly [N in K]?: T[] } => (items.length === 0 ? {} : ({ [name]: [...items] } as { readonly [N in K]: T[] }));

/** Where both say something else, and somebody chose the other's: only of what really differs. */
const takenFields = (kept: Person, other: Person, taking: Taking): readonly MergeField[] => fieldsDiffering(kept, other).filter((field) => taking.fields.includes(field));

/**
 * The kept record with what only the other one knows: details, dates of other kinds, the decision where there is none, what
 * happened to the person, every prohibition of contact, and the other numbers. What both know stays as the kept one says,
 * unless the other's was chosen; a date that gives way stays readable as replaced.
 */
export const mergedPerson = <P extends Person>(kept: P, other: Person, taking: Taking, today: CivilDate): P => {
  const given = Object.fromEntries([...fieldsGiven(kept, other), ...takenFields(kept, other, taking)].map((field) => [field, other[field]]));
  const kinds = new Set(datesDiffering(kept, other).filter((kind) => taking.dates.includes(kind)));
  const numbers = [...(kept.otherCodes ?? []), ...numbersOf(other)].filter((code) => folded(code) !== folded(kept.code));
  const decided = kept.decisions.length === 0 && other.decisions.length > 0;
  const both = <T>(mine: readonly T[] | undefined, theirs: readonly T[] | undefined): T[] => [...(mine ?? []), ...without(theirs, mine)];
  const byDay = (a: { readonly on: CivilDate }, b: { readonly on: CivilDate }): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
  return {
    ...kept,
    ...given,
    releaseDates: [
      ...kept.releaseDates.map((entry) => (entry.supersededOn === undefined && kinds.has(entry.kind) ? { ...entry, supersededOn: today } : entry)),
      ...datesGiven(kept, other),
      ...currentDates(other).filter(({ kind }) => kinds.has(kind)),
    ],
    // where a decision stands decides whether release is prepared
    ...(decided ? { decisions: other.decisions, status: other.status } : {}),
    ...listed('contactBans', both(kept.contactBans, other.contactBans)),
    ...listed('movements', both(kept.movements, other.movements).toSorted(byDay)),
    ...listed('turns', both(kept.turns, other.turns).toSorted(byDay)),
    ...listed('stays', both(kept.stays, other.stays).toSorted((a, b) => (a.until < b.until ? -1 : 1))),
    ...listed('otherCodes', [...new Set(numbers)]),
  };
};

const lists = ['contactBans', 'movements', 'turns', 'stays'] as const;

type Apart = Pick<Merged, 'was' | 'before' | 'on' | 'taking'>;

/** Dates of the kept record: what came goes, and what gave way to it on that day is in force again. */
const datesApart = (now: Person, { was, before, on }: Apart): ReleaseDate[] => {
  const came = without(currentDates(was), before.releaseDates);
  const left = new Set(came.filter((entry) => now.releaseDates.some((held) => same(held, entry))).map(({ kind }) => kind));
  return without(now.releaseDates, came).map((entry) => {
    const old = before.releaseDates.find(({ id }) => id === entry.id);
    return old !== undefined && left.has(entry.kind) && same(entry, { ...old, supersededOn: on }) ? old : entry;
  });
};

/**
 * The kept record without what the merge gave it. What was changed since is the kept record's own and stays.
 * @param now the kept record as it is
 */
export const partedPerson = <P extends Person>(now: P, record: Apart): P => {
  const { was, before, taking = TAKE_NOTHING } = record;
  const came = [...fieldsGiven(before, was), ...takenFields(before, was, taking)].filter((field) => same(now[field], was[field]));
  const undecided = before.decisions.length === 0 && same(now.decisions, was.decisions) ? { decisions: [], status: now.status === was.status ? before.status : now.status } : {};
  const own = Object.fromEntries(lists.map((name) => [name, without<unknown>(now[name], without<unknown>(was[name], before[name]))] as const).filter(([, items]) => items.length > 0));
  const numbers = without(now.otherCodes, without([...numbersOf(was)], before.otherCodes));
  const gone = new Set<string>([...came, ...lists, 'otherCodes']);
  const rest = Object.fromEntries(Object.entries(now).filter(([name]) => !gone.has(name))) as P;
  const back = Object.fromEntries(came.filter((field) => before[field] !== undefined).map((field) => [field, before[field]]));
  return { ...rest, ...back, ...own, ...undecided, ...listed('otherCodes', numbers), releaseDates: datesApart(now, record) };
};
