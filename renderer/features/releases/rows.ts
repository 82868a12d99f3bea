import type { ReleaseRow, ReleasesView } from '../../../shared/contract/home.ts';
import type { HandoverStatus } from '../../../shared/domain/handover.ts';
import type { ReleaseRisk } from '../../../shared/domain/release-risk.ts';
import type { Tone } from '../../design/tag.tsx';

/** A row with the risk of its day. */
export type Row = ReleaseRow & { readonly risk?: ReleaseRisk | undefined };

export type SortBy = 'day' | 'name' | 'plan' | 'handover' | 'missing' | 'copy';

/** How far a hand-over is, in the words of the week's list. */
export type HandoverStage = 'NONE' | 'TO_PREPARE' | 'AWAITING' | 'TO_WRITE' | 'WRITTEN' | 'RECEIVED' | 'OTHER';

const stages: Readonly<Partial<Record<HandoverStatus, HandoverStage>>> = {
  DRAFT: 'TO_PREPARE',
  REJECTED: 'TO_PREPARE',
  CHECKED: 'AWAITING',
  AUTHORISED: 'TO_WRITE',
  SEALED: 'WRITTEN',
  DISPATCHED: 'WRITTEN',
  EXPIRED: 'WRITTEN',
  RECEIVED: 'RECEIVED',
  ACCEPTED: 'RECEIVED',
  RETURNED: 'RECEIVED',
};

/** A hand-over needs a ground that only people know of: none prepared is said plainly, not as a fault. */
export const stageOf = (status: HandoverStatus | undefined): HandoverStage => (status === undefined ? 'NONE' : (stages[status] ?? 'OTHER'));

export const stageTone: Readonly<Record<HandoverStage, Tone>> = { NONE: 'plain', TO_PREPARE: 'warn', AWAITING: 'warn', TO_WRITE: 'warn', WRITTEN: 'accent', RECEIVED: 'done', OTHER: 'plain' };

const order: readonly HandoverStage[] = ['NONE', 'TO_PREPARE', 'AWAITING', 'TO_WRITE', 'WRITTEN', 'RECEIVED', 'OTHER'];

const compare = (a: string | number, b: string | number): number => (typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b));

const keys: Readonly<Record<SortBy, (row: Row) => string | number>> = {
  day: ({ on }) => on,
  name: ({ name }) => name,
  plan: ({ plan }) => plan ?? '',
  handover: ({ handover }) => order.indexOf(stageOf(handover)),
  // whoever misses most first
  missing: ({ missing }) => -missing.length,
  copy: ({ copyOn }) => copyOn ?? '',
};

/** The people of a week in one list, sorted; within equals by day and name. */
export const sortedRows = (view: Pick<ReleasesView, 'days'>, by: SortBy, descending: boolean): readonly Row[] => {
  const rows = view.days.flatMap(({ risk, people }) => people.map((row): Row => ({ ...row, risk })));
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(keys[by](a), keys[by](b)) || compare(a.on, b.on) || compare(a.name, b.name));
};

/** Sorted by day, the day is said once for all of its people: how many rows it stands for, 0 where it was said already. */
export const daySpans = (rows: readonly Row[], by: SortBy): readonly number[] =>
  rows.map((row, at) => {
    if (by !== 'day') return 1;
    return rows[at - 1]?.on === row.on ? 0 : rows.filter(({ on }) => on === row.on).length;
  });
