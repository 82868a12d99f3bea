import type { Client } from '../../app/connection.ts';

export type AuditEntry = Awaited<ReturnType<Client['audit']['read']>>[number];

/** Entries read at once. */
export const PAGE = 100;

/** The key of the words for an act of the trail. */
export const actionName = (action: string): string => `office:audit.action.${action}`;

/** Where the next older page starts: below the oldest entry known. */
export const olderThan = (entries: readonly Pick<AuditEntry, 'seq'>[]): number | undefined =>
  entries.length === 0 ? undefined : Math.min(...entries.map((entry) => entry.seq));
