import type { PeopleFind, PeopleFound, PersonName } from '../../../../shared/contract/people-find.ts';
import type { PeopleQuery } from '../../../../shared/contract/people.ts';
import { indexRow } from '../../../../shared/domain/collections.ts';
import { displayName, folded, type Person } from '../../../../shared/domain/people.ts';
import type { Stored } from '../../vault/types.ts';
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
