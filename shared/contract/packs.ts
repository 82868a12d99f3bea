import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { PackReason } from '../domain/departure.ts';
import { PackThing } from '../domain/first-days.ts';
import { PackWhy } from '../domain/pack-rules.ts';
import { Preview } from './documents.ts';
import { procedure } from './base.ts';

/** What a pack holds: the emergency sheets, the person's own copy, and the plan for the officer once its hand-over was authorised. */
export const PackDocument = z.enum(['emergency-pack', 'person-copy', 'plan']);
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
  /** why the emergency pack lies ready; absent where only prepared papers do */
  why: PackWhy.optional(),
  /** what the emergency pack would leave open; not looked up for those whose release is only being prepared */
  missing: z.array(PackThing).optional(),
  /** the languages in which the papers were prepared */
  documents: z.array(z.object({ document: PackDocument, language: Language })),
});
export type PackRow = z.infer<typeof PackRow>;

/** Somebody in custody for whom no pack lies ready: enough to know that it is the right person. */
export const PackCandidate = z.object({ personId: Id, name: z.string(), code: z.string(), unit: z.string().optional() });
export type PackCandidate = z.infer<typeof PackCandidate>;

/** Prepared packs: what somebody on duty may print at any hour. */
export const packs = {
  /** Live, also over midnight: people whose papers are ready, the next release first. */
  list: procedure.output(eventIterator(z.array(PackRow))),
  /** People in custody without a pack, by number or name: for a release nobody expected. */
  find: procedure.input(z.object({ text: z.string().trim().min(2).max(100) })).output(z.array(PackCandidate)),
  /** Opens the emergency pack of somebody for three days, with a reason that stays in the case and in the trail. */
  open: procedure.input(z.object({ personId: Id, reason: PackReason, words: shortText })).output(z.void()),
  /** One paper of a pack, as it was prepared; audited as reading. */
  preview: procedure.input(z.object({ personId: Id, document: PackDocument })).output(Preview),
  /** As `documents.print`, for a paper of a pack. */
  print: procedure.input(z.object({ previewId: Id, pages: z.int().min(1).max(2000) })).output(z.object({ ticket: z.uuid() })),
};
