import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { AuditKind, PersonMark, TrailFault } from '../domain/audit.ts';
import { Id } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { FileToken, procedure } from './base.ts';

/** What is looked for; everything named must hold. Days are civil days of the service, both ends count. */
export const AuditFilter = z.object({
  who: Id.optional(),
  kind: AuditKind.optional(),
  /** only for who may read cases */
  personId: Id.optional(),
  /** the keyed mark that an entry shows: it tells entries of one person apart without a name */
  mark: PersonMark.optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const AuditEntryView = z.object({
  seq: z.int(),
  /** empty for an entry that does not open */
  at: z.string(),
  actorId: z.string(),
  action: z.string(),
  kind: AuditKind,
  subject: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const AuditVerdictView = z.object({ entries: z.int(), intact: z.boolean(), brokenAt: z.int().optional(), reason: TrailFault.optional() });
export type AuditVerdictView = z.infer<typeof AuditVerdictView>;

/** How far a count is, and what it has found of each kind so far. */
export const AuditCount = z.object({ looked: z.int(), of: z.int(), found: z.int(), kinds: z.partialRecord(AuditKind, z.int()) });
export type AuditCount = z.infer<typeof AuditCount>;

export const audit = {
  /**
   * Newest first. Every answer comes within a moment, also when little or nothing was found: `next` is the `before` to go on
   * with, absent at the beginning of the trail.
   */
  read: procedure
    .input(z.object({ filter: AuditFilter.optional(), limit: z.int().min(1).max(200), before: z.int().min(1).optional() }))
    .output(z.object({ entries: z.array(AuditEntryView), next: z.int().optional(), total: z.int() })),
  /** Counts what the filter finds, through the whole trail; ends with `looked` = `of`. */
  count: procedure.input(z.object({ filter: AuditFilter.optional() })).output(eventIterator(AuditCount)),
  /** Follows the chain to its end; the last answer holds the verdict, and the check is recorded. */
  verify: procedure.output(eventIterator(z.object({ checked: z.int(), of: z.int(), verdict: AuditVerdictView.optional() }))),
  /**
   * Writes what the filter finds as signed JSON lines. People are keyed marks; with `numbers`, who may read cases gets
   * their register numbers beside them. Recorded before it is written.
   */
  export: procedure
    .input(z.object({ file: FileToken, filter: AuditFilter.optional(), numbers: z.boolean() }))
    .output(z.object({ name: z.string(), entries: z.int(), from: z.int(), to: z.int(), signer: z.string() })),
};
