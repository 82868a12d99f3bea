import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { Checkpoint, CheckpointCounts, OutcomeAnswers, OutcomeReport, ReturnGround } from '../domain/outcome-return.ts';
import { ReceivedCourse } from '../domain/received.ts';
import { FileToken, procedure } from './base.ts';

/** What came of somebody's case from another service, newest first. */
export const ReceivedCase = z.object({
  importId: Id,
  sender: z.string(),
  senderServiceId: Id,
  reference: z.string(),
  dataAsOf: CivilDate,
  decidedAt: z.string(),
  superseded: z.boolean(),
  revoked: z.object({ on: CivilDate, reason: z.string().optional(), deletedOn: CivilDate.optional() }).optional(),
  /** fields that stayed as they are here */
  keptHere: z.array(z.string()),
});
export type ReceivedCase = z.infer<typeof ReceivedCase>;

/** How somebody goes on: what came with the case, and how it was at each checkpoint. */
export const FollowUpView = z.object({
  cases: z.array(ReceivedCase),
  courses: z.array(ReceivedCourse),
  /** newest first */
  reports: z.array(OutcomeReport.extend({ _rev: z.string() })),
  /** the checkpoint that is due */
  due: z.object({ checkpoint: Checkpoint, on: CivilDate }).optional(),
  /** on what ground it may be told by name, and how many reports were not told yet */
  tell: z.object({ ground: ReturnGround.optional(), untold: z.int().min(0), to: z.string().optional() }),
});
export type FollowUpView = z.infer<typeof FollowUpView>;

/** What became of the plans, about nobody: fewer than five people are not shown. */
export const OutcomesView = z.object({
  counts: z.array(CheckpointCounts),
  /** who told us counts, and up to which day they are true */
  services: z.array(z.object({ name: z.string(), dataAsOf: CivilDate })),
  /** what could be told to a service as counts now */
  ready: z.array(z.object({ serviceId: Id, name: z.string(), counts: z.array(CheckpointCounts) })),
});
export type OutcomesView = z.infer<typeof OutcomesView>;

export const outcomes = {
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(FollowUpView)),
  /** How somebody is doing at a checkpoint, as it was seen or as a signed paper says. */
  record: procedure
    .input(
      z.object({
        personId: Id,
        checkpoint: Checkpoint,
        observedOn: CivilDate,
        answers: OutcomeAnswers,
        paper: z.object({ signedBy: shortText, on: CivilDate }).optional(),
      }),
    )
    .output(z.object({ reportId: Id })),
  /** Seals what was not told yet to the service the case came from: by name, and so only on a ground. */
  tell: procedure.input(z.object({ personId: Id, folder: FileToken })).output(z.object({ fileName: z.string(), reports: z.int() })),
  /** Seals counts about nobody to a service. */
  tellCounts: procedure.input(z.object({ serviceId: Id, folder: FileToken })).output(z.object({ fileName: z.string() })),
  /** Takes in what another service told us. */
  take: procedure.input(z.object({ file: FileToken })).output(z.object({ sender: z.string(), named: z.boolean(), reports: z.int(), repeated: z.boolean(), personId: Id.optional() })),
  page: procedure.output(eventIterator(OutcomesView)),
};
