import { z } from 'zod';
import { PeopleQuery } from '../../../shared/contract/people.ts';
import { PersonStatus } from '../../../shared/domain/people.ts';

/** What of the list one looks at: kept in the address of the screen, so that sort, reload and going back keep it. */
export type ListFilter = Omit<PeopleQuery, 'offset' | 'limit'>;

const Sort = PeopleQuery.shape.sort;

/** Reads a filter from the address; what makes no sense is left out. */
export const filterFrom = (params: URLSearchParams): ListFilter => {
  const status = PersonStatus.safeParse(params.get('status'));
  const sort = Sort.safeParse(params.get('sort'));
  const search = (params.get('q') ?? '').slice(0, 100);
  const unit = z.string().min(1).max(200).safeParse(params.get('unit'));
  return {
    sort: sort.success ? sort.data : 'name',
    ...(search.trim() === '' ? {} : { search }),
    ...(status.success ? { status: status.data } : {}),
    ...(unit.success ? { unit: unit.data } : {}),
    ...(params.get('undated') === '1' ? { withoutDate: true } : {}),
    ...(params.get('desc') === '1' ? { descending: true } : {}),
  };
};

/** Writes one change of the filter into the address; `undefined` takes it out. */
export const withParam = (params: URLSearchParams, name: 'status' | 'unit' | 'undated' | 'q', value: string | undefined): URLSearchParams => {
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
  filter.search !== undefined || filter.status !== undefined || filter.unit !== undefined || filter.withoutDate === true;
