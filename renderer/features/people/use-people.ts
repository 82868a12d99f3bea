import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { PersonRow } from '../../../shared/contract/people.ts';
import type { Problem } from '../../app/problem.ts';
import { useLive, type Live } from '../../app/use-live.ts';
import { queryOf, type ListFilter } from './list-query.ts';
import { placeOf, WINDOW, windowsAt } from './windows.ts';

interface Page {
  readonly window: number;
  readonly items: readonly z.infer<typeof PersonRow>[];
  readonly total: number;
  readonly undated: number;
}

/** Follows one window of the list; every value says which window it is. */
const useWindow = (filter: ListFilter, window: number): Live<Page> =>
  useLive<Page>(JSON.stringify([filter, window]), async (client, signal) => {
    const pages = await client.people.list({ ...queryOf(filter), offset: window * WINDOW, limit: WINDOW }, { signal });
    return (async function* () {
      for await (const page of pages) yield { ...page, window };
    })();
  });

export interface PeopleRows {
  /** undefined until the first answer */
  readonly total: number | undefined;
  /** how many of those the filter shows have no known date */
  readonly undated: number;
  readonly rowAt: (index: number) => PersonRow | undefined;
  readonly onRange: (first: number) => void;
  readonly problem: Problem | undefined;
}

/** The people a filter shows, read in windows around what is in sight, beginning at a row, and kept up to date. */
export const usePeople = (filter: ListFilter, startAt = 0): PeopleRows => {
  const [first, setFirst] = useState(startAt);
  const { even, odd } = windowsAt(first);
  const evenPage = useWindow(filter, even);
  const oddPage = useWindow(filter, odd);
  const pages = [evenPage, oddPage];
  const newest = pages.find((page) => page.value !== undefined && !page.stale) ?? pages.find((page) => page.value !== undefined);
  return {
    total: newest?.value?.total,
    undated: newest?.value?.undated ?? 0,
    rowAt: (index) => {
      const place = placeOf(index);
      return pages.find((page) => page.value?.window === place.window)?.value?.items[place.at];
    },
    onRange: useCallback((row: number) => setFirst(row), []),
    problem: evenPage.problem ?? oddPage.problem,
  };
};
