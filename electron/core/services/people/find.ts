import type { PeopleFind, PeopleFound, PersonName } from '../../../../shared/contract/people-find.ts';
import type { PeopleQuery } from '../../../../shared/contract/people.ts';
import { displayName, folded, type Person } from '../../../../shared/domain/people.ts';
import type { Stored } from '../../vault/types.ts';
import { count, find } from '../query.ts';
import type { Work } from '../work.ts';
import { findByCode, selectorOf } from './people.ts';

const nameOf = (person: Person): PersonName => ({
  id: person.id,
  code: person.code,
  familyName: person.familyName,
  name: displayName(person),
  ...(person.unit === undefined ? {} : { unit: person.unit }),
});

/** Those whose name or number begins as the first word typed come before those who only hold it. */
const bySearch = async (work: Work, search: string, limit: number): Promise<Stored<Person>[]> => {
  const [first] = folded(search).split(' ');
  if (first === undefined || first === '') return [];
  const selector = selectorOf({ search, sort: 'name' });
  const sort = [{ 'ix.name': 'asc' as const }, { id: 'asc' as const }];
  const begins = await find(work.vault, 'people', 'person', { selector: { $and: [selector, { $or: [{ 'ix.name': { $regex: `^${first}` } }, { 'ix.code': { $regex: `^${first}` } }] }] }, sort, limit });
  if (begins.length === limit) return begins;
  const known = new Set(begins.map(({ id }) => id));
  const holds = await find(work.vault, 'people', 'person', { selector, sort, limit });
  return [...begins, ...holds.filter(({ id }) => !known.has(id))].slice(0, limit);
};

/** Finds people for a choice, in the order asked; by search the nearest first. Opens only those it names. */
export const findPeople = async (work: Work, query: PeopleFind): Promise<PeopleFound> => {
  if ('search' in query) return { people: (await bySearch(work, query.search, query.limit)).map(nameOf), unknown: [] };
  const people: PersonName[] = [];
  const unknown: string[] = [];
  for (const asked of 'codes' in query ? query.codes : query.ids) {
    const person = 'codes' in query ? await findByCode(work, asked) : await work.vault.get('people', asked);
    if (person?.type !== 'person') unknown.push(asked);
    else if (people.every(({ id }) => id !== person.id)) people.push(nameOf(person));
  }
  return { people, unknown };
};

/**
 * The row of a list sorted by name at which names beginning with `begins` stand, counted from 0.
 * @returns undefined when nobody in the list has such a name
 */
export const rowOfName = async (work: Work, query: Omit<PeopleQuery, 'offset' | 'limit'>, begins: string): Promise<number | undefined> => {
  const prefix = folded(begins);
  if (prefix === '' || query.sort !== 'name') return undefined;
  const selector = selectorOf(query, work.vault.user.id);
  const matching = { $and: [selector, { 'ix.name': { $regex: `^${prefix}` } }] };
  if ((await count(work.vault, 'people', matching)) === 0) return undefined;
  const beyond = `${prefix}\u{10FFFF}`;
  return count(work.vault, 'people', { $and: [selector, { 'ix.name': query.descending === true ? { $gt: beyond } : { $lt: prefix } }] });
};
