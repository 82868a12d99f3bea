import { getSortComparator, type FilledMangoQuery, type RxDocumentData, type RxJsonSchema } from 'rxdb';
import type { IndexValue } from '../../../../shared/domain/collections.ts';
import { matcherOf, plan, type Selector } from './selector.ts';
import type { StoredDocument } from './spec.ts';
import type { SealedStore } from './store.ts';
import type { Table } from './table.ts';

export type Schema = RxJsonSchema<RxDocumentData<unknown>>;
export type Query = FilledMangoQuery<unknown>;

interface Match {
  readonly table: Table;
  readonly row: number;
}

/** The documents a query asks for, opened: only those of the page, when the columns can answer the rest. */
export const runQuery = (store: SealedStore, collection: number, schema: Schema, query: Query): StoredDocument[] => {
  const skip = query.skip;
  const end = typeof query.limit === 'number' ? skip + query.limit : Infinity;
  const { matches, openBodies } = select(store, collection, schema, query.selector as Selector);
  const open = ({ table, row }: Match): StoredDocument => store.open(collection, table, row);
  if (!openBodies) {
    const sorted = sortByColumns(schema, query, matches);
    if (sorted !== undefined) return sorted.slice(skip, end).map(open);
  }
  const matched = openBodies ? matches.map(open).filter(matcherOf(schema, query.selector as Selector)) : matches.map(open);
  return matched.toSorted(comparator(schema, query.sort)).slice(skip, end);
};

/** How many documents `runQuery` would return. */
export const runCount = (store: SealedStore, collection: number, schema: Schema, query: Query): number => {
  const { matches, openBodies } = select(store, collection, schema, query.selector as Selector);
  const matching = openBodies
    ? matches.filter(({ table, row }) => matcherOf(schema, query.selector as Selector)(store.open(collection, table, row))).length
    : matches.length;
  const from = Math.min(query.skip, matching);
  return typeof query.limit === 'number' ? Math.min(matching - from, query.limit) : matching - from;
};

/** Rows that the columns do not rule out. */
const select = (store: SealedStore, collection: number, schema: Schema, selector: Selector): { readonly matches: Match[]; readonly openBodies: boolean } => {
  const matches: Match[] = [];
  let openBodies = false;
  for (const { table } of store.tables(collection)) {
    const { equal, tests, openBodies: open, never } = plan(schema, selector, table);
    openBodies ||= open;
    if (never) continue;
    for (const row of rowsWhere(table, equal)) if (tests.every((test) => test(row))) matches.push({ table, row });
  }
  return { matches, openBodies };
};

/** The rows that hold every one of these codes: the first pass runs over one array of numbers. */
const rowsWhere = (table: Table, equal: readonly { readonly codes: Uint32Array; readonly code: number }[]): number[] => {
  const rows: number[] = [];
  // what few rows share first: `_deleted` is the same for nearly all
  const [first, ...rest] = equal.toSorted((a, b) => b.code - a.code);
  const count = table.count;
  if (first === undefined) {
    for (let row = 0; row < count; row += 1) rows.push(row);
    return rows;
  }
  const { codes, code } = first;
  const take = (row: number): void => {
    if (rest.every((other) => other.codes[row] === other.code)) rows.push(row);
  };
  // the engine's own search is five times faster than a loop, as long as there is little to find
  let row = codes.indexOf(code);
  let hits = 0;
  for (; row >= 0 && row < count; row = codes.indexOf(code, row + 1)) {
    take(row);
    hits += 1;
    if (hits > 64 && hits * 16 > row) break;
  }
  if (row >= 0) for (row += 1; row < count; row += 1) if (codes[row] === code) take(row);
  return rows;
};

/** Sorted as RxDB would; undefined when a sort field is no column. */
const sortByColumns = (schema: Schema, query: Query, matches: Match[]): Match[] | undefined => {
  const parts = query.sort.map((part): [string, string] => (Object.entries(part)[0] as [string, string] | undefined) ?? ['id', 'asc']);
  if (parts.some(([field]) => matches.some(({ table }) => field === '_deleted' || table.codes(field) === undefined))) return undefined;
  if (matches.length < 2) return matches;
  const keyed = matches.map((match) => ({ match, values: parts.map(([field]) => valueOf(match, field)) }));
  const orders = parts.map(([, direction]) => valueOrder(schema, direction === 'desc' ? 'desc' : 'asc'));
  keyed.sort((a, b) => {
    for (let at = 0; at < orders.length; at += 1) {
      const order = orders[at]?.(a.values[at], b.values[at]) ?? 0;
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ match }) => match);
};

const valueOf = ({ table, row }: Match, field: string): IndexValue | undefined => table.value(table.codes(field)?.[row] ?? 0);

type Value = IndexValue | undefined;

/** RxDB's order of two values: its short cut for texts and numbers, its comparator for everything else. */
const valueOrder = (schema: Schema, direction: 'asc' | 'desc'): ((a: Value, b: Value) => number) => {
  const sign = direction === 'asc' ? 1 : -1;
  const compare = comparator(schema, [{ value: direction }] as unknown as Query['sort']);
  return (a, b) => {
    if (a === b) return 0;
    if ((typeof a === 'string' && typeof b === 'string') || (typeof a === 'number' && typeof b === 'number')) return a < b ? -sign : sign;
    return compare({ value: a }, { value: b });
  };
};

const comparator = (schema: Schema, sort: Query['sort']): ((a: object, b: object) => number) => {
  const compare = getSortComparator(schema, { selector: {}, sort, skip: 0 } as Query);
  // RxDB's comparator says nothing of equals
  return (a, b) => (compare(a as never, b as never) as number | undefined) ?? 0;
};
