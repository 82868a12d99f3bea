import { z } from 'zod';
import { PeopleQuery } from '../../../shared/contract/people.ts';
import { PersonStatus, ReleaseDateKind } from '../../../shared/domain/people.ts';

/** What of the list one looks at: kept in the address of the screen, so that sort, reload and going back keep it. */
export type ListFilter = Omit<PeopleQuery, 'offset' | 'limit' | 'withDate'>;

const Sort = PeopleQuery.shape.sort;
const Manager = PeopleQuery.shape.caseManager.unwrap();

/** What narrows the list, by its name in the address. */
export type FilterParam = 'status' | 'unit' | 'kind' | 'manager' | 'undated' | 'q';

/** Reads a filter from the address; what makes no sense is left out. */
export const filterFrom = (params: URLSearchParams): ListFilter => {
  const status = PersonStatus.safeParse(params.get('status'));
  const sort = Sort.safeParse(params.get('sort'));
  const kind = ReleaseDateKind.safeParse(params.get('kind'));
  const manager = Manager.safeParse(params.get('manager'));
  const search = (params.get('q') ?? '').slice(0, 100);
  const unit = z.string().min(1).max(200).safeParse(params.get('unit'));
  return {
    sort: sort.success ? sort.data : 'name',
    ...(search.trim() === '' ? {} : { search }),
    ...(status.success ? { status: status.data } : {}),
    ...(unit.success ? { unit: unit.data } : {}),
    ...(kind.success ? { nearestKind: kind.data } : {}),
    ...(manager.success ? { caseManager: manager.data } : {}),
    ...(params.get('undated') === '1' ? { withoutDate: true } : {}),
    ...(params.get('desc') === '1' ? { descending: true } : {}),
  };
};

/** What is asked of the core. By date only those with one: the others stand apart, not behind. */
export const queryOf = (filter: ListFilter): Omit<PeopleQuery, 'offset' | 'limit'> => ({ ...filter, ...(partsUndated(filter) ? { withDate: true } : {}) });

/** Whether people without a known date stand apart from this list. */
export const partsUndated = (filter: ListFilter): boolean => filter.sort === 'nearest' && filter.withoutDate !== true;

/** Writes one change of the filter into the address; `undefined` takes it out. */
export const withParam = (params: URLSearchParams, name: FilterParam, value: string | undefined): URLSearchParams => {
  const next = new URLSearchParams(params);
  if (value === undefined) next.delete(name);
  else next.set(name, value);
  return next;
};

/** A press on a column: sorts by it, and by it backwards when it already did. */
export const withSort = (params: URLSearchParams, by: string): URLSearchParams => {
  const { sort, descending = false } = filterFrom(params);
  const next = new URLSearchParams(params);
  next.set('sort', by);
  if (sort === by && !descending) next.set('desc', '1');
  else next.delete('desc');
  return next;
};

/** Whether anything hides people from the list. */
export const isNarrowed = (filter: ListFilter): boolean =>
  [filter.search, filter.status, filter.unit, filter.nearestKind, filter.caseManager].some((part) => part !== undefined) || filter.withoutDate === true;

/** What of an address is kept until the next unlock: filters and sort, in one order. What was searched for is over with the day. */
export const keptPart = (params: URLSearchParams): string => {
  const { sort, status, unit, nearestKind, caseManager, withoutDate, descending } = filterFrom(params);
  const kept = new URLSearchParams();
  if (status !== undefined) kept.set('status', status);
  if (unit !== undefined) kept.set('unit', unit);
  if (nearestKind !== undefined) kept.set('kind', nearestKind);
  if (caseManager !== undefined) kept.set('manager', caseManager);
  if (withoutDate === true) kept.set('undated', '1');
  if (sort !== 'name' || descending === true) kept.set('sort', sort);
  if (descending === true) kept.set('desc', '1');
  return kept.toString();
};
