import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { Preview } from './documents.ts';
import { procedure } from './base.ts';

/** What a pack holds: the person's own copy, and the plan for the officer once its hand-over was authorised. */
export const PackDocument = z.enum(['person-copy', 'plan']);
export type PackDocument = z.infer<typeof PackDocument>;

/** Papers that are ready for somebody who leaves: enough to hand them to the right person, nothing of the case. */
export const PackRow = z.object({
  personId: Id,
  name: z.string(),
  code: z.string(),
  unit: z.string().optional(),
  /** the day of release, where one is known */
  releasedOn: CivilDate.optional(),
  /** the person has left already */
  gone: z.boolean(),
  /** the languages in which the papers were prepared */
  documents: z.array(z.object({ document: PackDocument, language: Language })),
});
export type PackRow = z.infer<typeof PackRow>;

/** Prepared packs: what somebody on duty may print at any hour. */
export const packs = {
  /** Live, also over midnight: people whose papers are ready, the next release first. */
  list: procedure.output(eventIterator(z.array(PackRow))),
  /** One paper of a pack, as it was prepared; audited as reading. */
  preview: procedure.input(z.object({ personId: Id, document: PackDocument })).output(Preview),
  /** As `documents.print`, for a paper of a pack. */
  print: procedure.input(z.object({ previewId: Id, pages: z.int().min(1).max(2000) })).output(z.object({ ticket: z.uuid() })),
};
