import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { HandoverStatus } from '../domain/handover.ts';
import { BATCH_LIMIT, MediumResult, MediumWay } from '../domain/medium.ts';
import { FileToken, procedure } from './base.ts';
import { Preview } from './documents.ts';
import { SealStep } from './exchange.ts';

/** A hand-over that is authorised and can be written. */
export const ReadyHandover = z.object({ handoverId: Id, personId: Id, person: z.string(), code: z.string(), releasedOn: CivilDate, /** to another prison: the day is that of the order */ transfer: z.literal(true).optional() });
export type ReadyHandover = z.infer<typeof ReadyHandover>;

/** Envelopes that were written together, to one service. */
export const BatchView = z.object({
  batch: Id,
  sealedAt: z.string(),
  way: MediumWay,
  items: z.array(
    z.object({
      handoverId: Id,
      personId: Id,
      person: z.string(),
      reference: z.string(),
      fileName: z.string(),
      numberOut: z.string().optional(),
      status: HandoverStatus,
      /** what the newest look at the medium found */
      checked: z.object({ result: MediumResult, at: z.string() }).optional(),
    }),
  ),
});
export type BatchView = z.infer<typeof BatchView>;

/** A week's releases for one service: what can be written, and what was written together. */
export const ServiceWeek = z.object({ serviceId: Id, name: z.string(), practice: z.literal(true).optional(), ready: z.array(ReadyHandover), batches: z.array(BatchView) });
export type ServiceWeek = z.infer<typeof ServiceWeek>;

/** How far a batch is: the step of the envelope after `done` of `of`. */
export const BatchStep = SealStep.extend({ done: z.int(), of: z.int() });
export type BatchStep = z.infer<typeof BatchStep>;

/** What came of a batch. Each hand-over that was not written is as it was, or says why not. */
export const BatchOutcome = z.object({
  batch: Id,
  written: z.array(z.object({ handoverId: Id, reference: z.string(), fileName: z.string() })),
  /** refused by themselves: the others were written nevertheless */
  refused: z.array(z.object({ handoverId: Id, code: z.string() })),
  /** authorised still: the medium failed before their turn */
  left: z.array(Id),
  /** what the medium failed with */
  failed: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).optional(),
});
export type BatchOutcome = z.infer<typeof BatchOutcome>;

/** The papers that go with a medium of several envelopes. */
export const BatchPaper = z.enum(['custody-slip', 'covering-letter']);
export type BatchPaper = z.infer<typeof BatchPaper>;

const Papers = z.object({ batch: Id, paper: BatchPaper, language: Language });

export const batches = {
  /** Live: the people released in the week of `day`, by the service their hand-over goes to. */
  week: procedure.input(z.object({ day: CivilDate.optional() })).output(eventIterator(z.array(ServiceWeek))),
  /** Seals authorised hand-overs to one service one after the other, each recorded before it is written, onto one medium. */
  seal: procedure.input(z.object({ handoverIds: z.array(Id).min(1).max(BATCH_LIMIT), folder: FileToken, way: MediumWay })).output(BatchOutcome),
  /** Follows a batch to a service for as long as it is under way. */
  sealing: procedure.input(z.object({ serviceId: Id })).output(eventIterator(BatchStep)),
  /** Outgoing numbers of the register, given in one go. */
  number: procedure.input(z.object({ numbers: z.array(z.object({ handoverId: Id, number: shortText })).min(1).max(BATCH_LIMIT) })).output(z.void()),
  /** A paper of a batch to be looked at; audited as reading. */
  preview: procedure.input(Papers).output(Preview),
  /** As `documents.save`, with a record for each person whose envelope it names. */
  save: procedure.input(Papers.extend({ file: FileToken })).output(z.object({ name: z.string(), pages: z.int() })),
  /** As `documents.print`, for a paper of a batch. */
  print: procedure.input(z.object({ previewId: Id, pages: z.int().min(1).max(2000) })).output(z.object({ ticket: z.uuid() })),
};
