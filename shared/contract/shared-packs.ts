import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { ReceiptDecision } from '../domain/envelope.ts';
import { MOST_LINES, SharedPackKind, SharedPackState } from '../domain/shared-pack.ts';
import { FileToken, procedure } from './base.ts';

const Hash = z.string().max(64);

/** A line that could leave: what it says, and why it may not, where it may not. */
export const OfferedLine = z.object({
  lineId: Id,
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), there: z.string() })),
  /** code of the refusal */
  refused: z.string().optional(),
});
export type OfferedLine = z.infer<typeof OfferedLine>;

/** A line of a pack beside what is here; see `ReviewedLine`. */
export const SharedLine = z.object({
  lineId: Id,
  standing: z.enum(['NEW', 'CHANGED', 'SAME', 'GONE', 'UNKNOWN']),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), here: z.string().optional(), there: z.string().optional() })),
  edited: z.literal(true).optional(),
  /** whose it is that looks like it; empty: our own */
  alike: z.string().optional(),
  docId: Id.optional(),
});
export type SharedLine = z.infer<typeof SharedLine>;

export const SharedReview = z.object({
  kind: SharedPackKind,
  sender: z.string(),
  dataAsOf: CivilDate,
  /** what was looked at; whoever accepts says it */
  seen: Hash,
  lines: z.array(SharedLine),
});
export type SharedReview = z.infer<typeof SharedReview>;

export const SharedPacksView = z.object({
  came: z.array(z.object({ id: Id, kind: SharedPackKind, state: SharedPackState, sender: z.string(), reference: z.string(), dataAsOf: CivilDate, on: CivilDate, lines: z.int(), taken: z.int() })),
  sent: z.array(z.object({ id: Id, kind: SharedPackKind, to: z.string(), reference: z.string(), on: CivilDate, answer: ReceiptDecision.optional() })),
  /** services whose card is trusted, and since when each may send us packs */
  services: z.array(z.object({ contactId: Id, serviceId: Id, name: z.string(), since: CivilDate.optional() })),
});
export type SharedPacksView = z.infer<typeof SharedPacksView>;

/** Directories, catalogues and templates that offices pass on to each other. */
export const sharedPacks = {
  list: procedure.output(eventIterator(SharedPacksView)),
  /** Says that a service may send us packs, or may not any more. */
  allow: procedure.input(z.object({ contactId: Id, allowed: z.boolean() })).output(z.void()),
  /** What this office could pass on of its own. */
  offer: procedure.input(z.object({ kind: SharedPackKind })).output(z.object({ lines: z.array(OfferedLine), contentHash: Hash })),
  /** Seals the lines that were looked at and chosen into the folder. */
  seal: procedure
    .input(z.object({ kind: SharedPackKind, to: Id, lineIds: z.array(Id).max(2 * MOST_LINES), contentHash: Hash, folder: FileToken }))
    .output(z.object({ fileName: z.string(), lines: z.int() })),
  /** Every line of a pack in quarantine beside what is here. */
  review: procedure.input(z.object({ arrivalId: Id })).output(SharedReview),
  /** One commit: the lines that were accepted, and what stood there before. */
  apply: procedure
    .input(z.object({ arrivalId: Id, take: z.union([z.literal('ALL_NEW'), z.array(Id).max(2 * MOST_LINES)]), seen: Hash }))
    .output(z.object({ packId: Id, lines: z.int() })),
  refuse: procedure.input(z.object({ arrivalId: Id })).output(z.void()),
  /** Takes back what a pack brought, as long as nothing depends on it. */
  undo: procedure.input(z.object({ packId: Id })).output(z.void()),
};
