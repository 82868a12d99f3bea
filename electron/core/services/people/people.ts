import type { z } from 'zod';
import type { NewPerson, PeopleQuery, PersonRow, PersonView } from '../../../../shared/contract/people.ts';
import { NO_DATE } from '../../../../shared/domain/collections.ts';
import { ageOn, daysBetween, type CivilDate } from '../../../../shared/domain/dates.ts';
import { displayName, folded, type Person, type ReleaseDate } from '../../../../shared/domain/people.ts';
import { isInCustody, mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { mayHaveDate } from '../../../../shared/domain/person-details.ts';
import { mayBeEntered, withDate } from '../../../../shared/domain/person-rules.ts';
import { currentDates, nearestDate } from '../../../../shared/domain/release-dates.ts';
import { wholeVault, wouldSee } from '../../vault/scoped-vault.ts';
import { count, find } from '../query.ts';
import { changed, created, existing, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { agreeing, type Confirming } from './agreeing-dates.ts';

/** A day that has passed while the person is still here: what came of it has to be entered. */
const isOpen = ({ status }: Person, date: CivilDate, today: CivilDate): boolean => date < today && isInCustody(status);

const nearestView = (person: Person, today: CivilDate): PersonRow['nearest'] => {
  const nearest = nearestDate(person);
  if (nearest === undefined) return undefined;
  const { kind, date } = nearest;
  const time = currentDates(person).find((entry) => entry.kind === kind && entry.date === date)?.time;
  return { ...nearest, days: daysBetween(today, date), ...(time === undefined ? {} : { time }), ...(isOpen(person, date, today) ? { open: true } : {}) };
};

const rowOf = (person: Person, today: CivilDate): PersonRow => {
  const nearest = nearestView(person, today);
  return {
    id: person.id,
    code: person.code,
    name: displayName(person),
    status: person.status,
    endless: person.endless === true,
    ...(person.unit === undefined ? {} : { unit: person.unit }),
    ...(person.regime === undefined ? {} : { regime: person.regime }),
    ...(nearest === undefined ? {} : { nearest }),
  };
};

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const managerOf = (asked: string, me: string | undefined): string | null => (asked === 'nobody' ? null : asked === 'mine' ? (me ?? '') : asked);

/** What of the index a query asks for. `me`: who "mine" are the people of. */
export const selectorOf = (query: Omit<PeopleQuery, 'offset' | 'limit'>, me?: string): Record<string, unknown> => {
  const words = folded(query.search ?? '').split(' ').filter((word) => word !== '');
  return {
    type: 'person',
    ...(query.status === undefined ? {} : { 'ix.status': query.status }),
    ...(query.unit === undefined ? {} : { 'ix.unit': query.unit }),
    ...(query.withoutDate === true ? { 'ix.nearest': NO_DATE } : query.withDate === true ? { 'ix.nearest': { $ne: NO_DATE } } : {}),
    ...(query.nearestKind === undefined ? {} : { 'ix.nearestKind': query.nearestKind }),
    ...(query.caseManager === undefined ? {} : { 'ix.caseManager': managerOf(query.caseManager, me) }),
    ...(words.length === 0 ? {} : { $and: words.map((word) => ({ 'ix.search': { $regex: escapeRegex(word) } })) }),
  };
};

/** The order a query asks for; equal ones by name. */
export const sortOf = ({ sort, descending }: Pick<PeopleQuery, 'sort' | 'descending'>): Readonly<Record<string, 'asc' | 'desc'>>[] => [
  { [`ix.${sort}`]: descending === true ? 'desc' : 'asc' },
  ...(sort === 'name' ? [] : [{ 'ix.name': 'asc' as const }]),
  { id: 'asc' },
];

/** One page of people and how many match. Search ignores diacritics and case; every word must match. */
export const listPeople = async (work: Work, query: PeopleQuery): Promise<{ items: PersonRow[]; total: number; undated: number }> => {
  const me = work.vault.user.id;
  const selector = selectorOf(query, me);
  const [total, undated, page] = await Promise.all([
    count(work.vault, 'people', selector),
    count(work.vault, 'people', selectorOf({ ...query, withDate: false, withoutDate: true }, me)),
    find(work.vault, 'people', 'person', {
      selector,
      sort: sortOf(query),
      skip: query.offset,
      limit: query.limit,
    }),
  ]);
  return { items: page.map((person) => rowOf(person, work.today)), total, undated };
};

/** The units people live in, sorted; for the filter. Read from the index: nobody's file is opened for it. */
export const unitsOf = (work: Work): string[] =>
  work.vault
    .distinct('people', 'unit')
    .map(String)
    .toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));

/** @throws RefusedError notFound */
export const viewPerson = async (work: Work, id: string): Promise<PersonView> => {
  const person = await existing(work, 'people', id, 'person');
  const nearest = nearestView(person, work.today);
  return { person, age: ageOn(person.birthDate, work.today), ...(nearest === undefined ? {} : { nearest }) };
};

/** Somebody with this number, or with a record of this number merged into theirs, among the people the user sees. */
export const findByCode = async (work: Work, code: string): Promise<Person | undefined> =>
  (await find(work.vault, 'people', 'person', { selector: { 'ix.code': folded(code) }, limit: 1 }))[0] ??
  (await find(work.vault, 'people', 'person', { selector: { 'ix.otherCodes': { $regex: escapeRegex(`|${folded(code)}|`) } }, limit: 1 }))[0];

/** Whoever would not see the person they enter manages their case: nobody enters somebody and loses sight of them. */
export const keeperOf = ({ vault }: Work, { unit }: { readonly unit?: string | undefined }): Pick<Person, 'caseManagerId'> =>
  wouldSee(vault, { unit, caseManager: undefined, deputy: undefined }) ? {} : { caseManagerId: vault.user.id };

/** Enters a person by hand. Refused under 18, when the number is taken and when days contradict each other (`datesAgree`). */
export const addPerson = async (work: Work, input: z.infer<typeof NewPerson>): Promise<{ id: string }> => {
  orRefuse(mayBeEntered(input.birthDate, work.today));
  // the number is taken also by somebody whom this user does not see
  if ((await findByCode({ ...work, vault: wholeVault(work.vault) }, input.code)) !== undefined) throw new RefusedError({ code: 'person.codeTaken' });
  const { endOfSentence, despite, ...fields } = input;
  const person: Person = {
    ...created(work),
    type: 'person',
    ...fields,
    ...keeperOf(work, input),
    releaseDates:
      endOfSentence === undefined ? [] : [dateEntry(work, { kind: 'END_OF_SENTENCE', date: endOfSentence, certainty: 'CALCULATED', source: input.code })],
    decisions: [],
    status: 'ACTIVE',
  };
  const confirmed = agreeing(work, undefined, person, { despite });
  await save(work, [{ op: 'put', collection: 'people', doc: person }], { action: 'people.add', personId: person.id, details: confirmed });
  return { id: person.id };
};

const dateEntry = (work: Work, entry: Pick<ReleaseDate, 'kind' | 'date' | 'time' | 'certainty' | 'source' | 'reasonForChange'>): ReleaseDate => ({
  id: newId(),
  setOn: work.today,
  setBy: work.vault.user.id,
  ...entry,
});

export interface DateInput extends Pick<ReleaseDate, 'kind' | 'date' | 'time' | 'certainty' | 'source' | 'reasonForChange'>, Confirming {
  readonly personId: string;
}

/** Adds a date on the road to release; see `withDate` and `datesAgree`. */
export const setDate = async (work: Work, { personId, despite, ...entry }: DateInput): Promise<void> => {
  const person = await existing(work, 'people', personId, 'person');
  orRefuse(mayBePrepared(person));
  orRefuse(mayHaveDate(person, entry.kind));
  const releaseDates = orRefuse(withDate(person.releaseDates, dateEntry(work, entry)));
  const next = { ...person, releaseDates };
  const confirmed = agreeing(work, person, next, { despite });
  await save(work, [{ op: 'put', collection: 'people', doc: changed(work, next) }], {
    action: 'people.setDate',
    personId,
    details: { kind: entry.kind, ...confirmed },
  });
};
