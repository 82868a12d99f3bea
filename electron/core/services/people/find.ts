import type { PeopleFind, PeopleFound, PersonName } from '../../../../shared/contract/people-find.ts';
import type { PeopleQuery } from '../../../../shared/contract/people.ts';
import { indexRow } from '../../../../shared/domain/collections.ts';
import { displayName, folded, type Person } from '../../../../shared/domain/people.ts';
import { count, find } from '../query.ts';
import type { Work } from '../work.ts';
import { findByCode, selectorOf, sortOf } from './people.ts';

const nameOf = (person: Person): PersonName => ({
  id: person.id,
  code: person.code,
  familyName: person.familyName,
  name: displayName(person),
  ...(person.unit === undefined ? {} : { unit: person.unit }),
});

/** How near an entry of the index is to what was typed: it begins so, one of its words does, or it holds it somewhere. */
const nearness = (entry: string, first: string): number => (entry.startsWith(first) ? 0 : entry.includes(` ${first}`) ? 1 : 2);

/**
 * The nearest first, then by name. Read off the index, which lies in memory: a query would have to be thought through for
 * every name there is, and this is asked at every key.
 */
const bySearch = async (work: Work, search: string, limit: number): Promise<Person[]> => {
  const words = folded(search).split(' ').filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return [];
  const nearest = work.vault
    .rows('people', 'person', ['search'])
    .map((row) => ({ id: row.id, entry: String(row.search) }))
    .filter(({ entry }) => words.every((word) => entry.includes(word)))
    .map((row) => ({ ...row, far: nearness(row.entry, first) }))
    .toSorted((a, b) => a.far - b.far || (a.entry < b.entry ? -1 : 1))
    .slice(0, limit);
  const people = await Promise.all(nearest.map(({ id }) => work.vault.get('people', id)));
  return people.flatMap((person) => (person === undefined ? [] : [person]));
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
 * The row, counted from 0, at which the first name beginning with `begins` stands in a list in its own order.
 * @returns undefined when nobody in the list has such a name
 */
export const rowOfName = async (work: Work, query: Omit<PeopleQuery, 'offset' | 'limit'>, begins: string): Promise<number | undefined> => {
  const prefix = folded(begins);
  if (prefix === '') return undefined;
  const selector = selectorOf(query, work.vault.user.id);
  const [first] = await find(work.vault, 'people', 'person', {
    selector: { $and: [selector, { 'ix.name': { $regex: `^${prefix}` } }] },
    sort: sortOf(query),
    limit: 1,
  });
  if (first === undefined) return undefined;
  const row = indexRow(first);
  const value = row[query.sort] ?? null;
  const before = query.descending === true ? '$gt' : '$lt';
  const column = `ix.${query.sort}`;
  // people without the value stand before all others, or behind them when sorted backwards
  const nulls = query.descending === true ? (value === null ? [{ [column]: { $ne: null } }] : []) : value === null ? [] : [{ [column]: null }];
  const parts = [
    ...nulls,
    ...(value === null ? [] : [{ [column]: { [before]: value } }]),
    ...(query.sort === 'name' ? [] : [{ [column]: value, 'ix.name': { $lt: row['name'] ?? '' } }]),
    { [column]: value, 'ix.name': row['name'] ?? '', id: { $lt: first.id } },
  ];
  const counts = await Promise.all(parts.map((part) => count(work.vault, 'people', { $and: [selector, part] })));
  return counts.reduce((sum, found) => sum + found, 0);
};
