import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditEntryView, AuditFilter } from '../../../shared/contract/audit.ts';
import type { Client } from '../../app/connection.ts';
import { useClient } from '../../app/session-context.tsx';
import { isStopped, toProblem, type Problem } from '../../app/problem.ts';

/** Entries shown more at once. */
const PAGE = 50;

export interface Trail {
  readonly entries: readonly AuditEntryView[];
  /** entries in the whole trail, and how many of them were looked at */
  readonly total: number;
  readonly looked: number;
  readonly searching: boolean;
  readonly atEnd: boolean;
  readonly problem: Problem | undefined;
}

const nothing: Trail = { entries: [], total: 0, looked: 0, searching: true, atEnd: false, problem: undefined };

interface Search {
  readonly filter: AuditFilter;
  readonly signal: AbortSignal;
  readonly tell: (change: (known: Trail) => Trail) => void;
}

/** Looks on below `before` until a page is full, the trail ends or somebody stops it. @returns where to go on */
const fillPage = async (client: Client, before: number | undefined, { filter, signal, tell }: Search): Promise<number | undefined> => {
  let next = before;
  let wanted = PAGE;
  do {
    const asked: { filter: AuditFilter; limit: number; before?: number } = { filter, limit: wanted, ...(next === undefined ? {} : { before: next }) };
    const answer = await client.audit.read(asked, { signal });
    if (signal.aborted) return next;
    next = answer.next;
    wanted -= answer.entries.length;
    tell((known) => ({ ...known, entries: [...known.entries, ...answer.entries], total: answer.total, looked: next === undefined ? answer.total : answer.total - next + 1 }));
  } while (next !== undefined && wanted > 0);
  return next;
};

/** The entries a filter finds, page by page; a long search tells how far it is and can be stopped. */
export const useTrail = (filter: AuditFilter): Trail & { readonly more: () => void; readonly stop: () => void } => {
  const client = useClient();
  const key = JSON.stringify(filter);
  const [trail, setTrail] = useState<Trail>(nothing);
  const place = useRef<{ next: number | undefined; stop: AbortController }>({ next: undefined, stop: new AbortController() });
  const search = useCallback(
    (before: number | undefined): void => {
      const stop = new AbortController();
      place.current.stop.abort();
      place.current.stop = stop;
      const tell: Search['tell'] = (change) => {
        if (!stop.signal.aborted) setTrail(change);
      };
      tell((known) => (before === undefined ? nothing : { ...known, searching: true }));
      void fillPage(client, before, { filter: JSON.parse(key) as AuditFilter, signal: stop.signal, tell }).then(
        (next) => {
          place.current.next = next;
          tell((known) => ({ ...known, searching: false, atEnd: next === undefined }));
        },
        (error: unknown) => tell((known) => ({ ...known, searching: false, ...(isStopped(error) ? {} : { problem: toProblem(error) }) })),
      );
    },
    [client, key],
  );
  useEffect(() => {
    search(undefined);
    const here = place;
    return () => here.current.stop.abort();
  }, [search]);
  const stop = useCallback(() => {
    place.current.stop.abort();
    setTrail((known) => {
      place.current.next = known.total - known.looked + 1;
      return { ...known, searching: false };
    });
  }, []);
  return { ...trail, more: () => search(place.current.next), stop };
};
