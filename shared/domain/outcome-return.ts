import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';
import { EnvelopeRef } from './envelope.ts';
import { ObjectiveStatus } from './plan-marks.ts';

export const RETURN_VERSION = 1;

/** When after release it is looked at how things are. */
export const Checkpoint = z.enum(['DAY_1', 'DAY_30', 'MONTH_3', 'MONTH_6', 'MONTH_12', 'MONTH_24']);
export type Checkpoint = z.infer<typeof Checkpoint>;

export const OutcomeAccommodation = z.enum(['SETTLED', 'TEMPORARY', 'PROBATION_HOUSING', 'HOMELESS_SHELTERED', 'ROUGH_SLEEPING', 'CUSTODY', 'UNKNOWN']);
export const OutcomeOccupation = z.enum(['EMPLOYED', 'SELF_EMPLOYED', 'TRAINING', 'LOOKING', 'UNAVAILABLE', 'CUSTODY', 'UNKNOWN']);
export const OutcomeCompliance = z.enum(['COMPLIES', 'PARTLY', 'DOES_NOT', 'NOT_SUPERVISED', 'UNKNOWN']);
/** That help goes on or not, never which: nothing of health beyond it leaves. */
export const OutcomeTreatment = z.enum(['CONTINUES', 'INTERRUPTED', 'NOT_PLANNED', 'UNKNOWN']);
export const OutcomeFamily = z.enum(['KEPT', 'NOT_KEPT', 'NOT_WANTED', 'UNKNOWN']);
export const OutcomeCustody = z.enum(['NO', 'YES', 'UNKNOWN']);

/** Why something is not known. */
export const UnknownReason = z.enum(['NO_CONTACT', 'NOT_ASKED', 'PREFERS_NOT', 'MOVED_AWAY', 'CASE_ENDED']);
export type UnknownReason = z.infer<typeof UnknownReason>;

/** What is asked at a checkpoint, in this order. */
export const outcomeQuestions = {
  accommodation: OutcomeAccommodation,
  occupation: OutcomeOccupation,
  compliance: OutcomeCompliance,
  treatment: OutcomeTreatment,
  family: OutcomeFamily,
  custody: OutcomeCustody,
} as const;
export type OutcomeQuestion = keyof typeof outcomeQuestions;
export const OutcomeQuestions = Object.keys(outcomeQuestions) as readonly OutcomeQuestion[];

export const OutcomeAnswers = z
  .strictObject({ ...outcomeQuestions, unknownReason: UnknownReason.optional() })
  .refine(({ unknownReason, ...answers }) => unknownReason !== undefined || !Object.values(answers).includes('UNKNOWN'), { error: 'what is unknown says why', path: ['unknownReason'] });
export type OutcomeAnswers = z.infer<typeof OutcomeAnswers>;

/** How the goals that went on stand, with the ids they were agreed under. */
export const OutcomeGoal = z.strictObject({ objectiveId: Id, status: ObjectiveStatus, on: CivilDate });
export type OutcomeGoal = z.infer<typeof OutcomeGoal>;

/** On what ground a name may be told: the person said so, or is in custody again. Otherwise only counts leave. */
export const ReturnGround = z.enum(['FOLLOW_UP', 'RETURN_TO_CUSTODY']);
export type ReturnGround = z.infer<typeof ReturnGround>;

/** How somebody was doing at a checkpoint: seen here, typed in from paper, or told by another service. */
export const OutcomeReport = z.strictObject({
  ...documentBase,
  type: z.literal('outcomeReport'),
  personId: Id,
  checkpoint: Checkpoint,
  observedOn: CivilDate,
  answers: OutcomeAnswers,
  goals: z.array(OutcomeGoal).max(40),
  /** the first appointment with the service */
  firstAppointment: z.enum(['KEPT', 'NOT_KEPT', 'UNKNOWN']).optional(),
  /** typed in from a signed paper: whose it is, and its day */
  paper: z.strictObject({ signedBy: shortText, on: CivilDate }).optional(),
  /** told by name to the service the case came from */
  told: z.strictObject({ envelopeId: Id, at: Instant, ground: ReturnGround, fileName: shortText }).optional(),
  /** told to us: by which service, in which envelope */
  from: z.strictObject({ serviceId: Id, name: shortText, envelopeId: Id, ground: ReturnGround }).optional(),
});
export type OutcomeReport = z.infer<typeof OutcomeReport>;

/** How many people gave an answer; fewer than five are never told. */
export const SMALLEST_COUNT = 5;

const Counted = z.record(z.string().max(40), z.int().min(SMALLEST_COUNT));

/** Of one checkpoint: how many were looked at, and how many gave each answer. */
export const CheckpointCounts = z.strictObject({
  checkpoint: Checkpoint,
  people: z.int().min(SMALLEST_COUNT),
  answers: z.partialRecord(z.enum(Object.keys(outcomeQuestions) as [OutcomeQuestion, ...OutcomeQuestion[]]), Counted),
});
export type CheckpointCounts = z.infer<typeof CheckpointCounts>;

/** Of each checkpoint once, and never more answers than people. */
const areOneOfEach = (counts: readonly CheckpointCounts[]): boolean =>
  new Set(counts.map(({ checkpoint }) => checkpoint)).size === counts.length &&
  counts.every(({ people, answers }) => Object.values(answers).every((given) => Object.values(given).reduce((sum, count) => sum + count, 0) <= people));

/** Counts that another service told us, about nobody. */
export const OutcomeCounts = z.strictObject({
  ...documentBase,
  type: z.literal('outcomeCounts'),
  from: z.strictObject({ serviceId: Id, name: shortText, envelopeId: Id }),
  dataAsOf: CivilDate,
  counts: z.array(CheckpointCounts).max(Checkpoint.options.length),
});
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

const frame = { format: z.literal('varco-return'), version: z.literal(RETURN_VERSION), dataAsOf: CivilDate } as const;

/** Payload `data/return.json`: what became of a plan, by name where there is a ground, otherwise counts about nobody. */
export const ReturnPayload = z.discriminatedUnion('named', [
  z.looseObject({
    ...frame,
    named: z.literal(true),
    /** the hand-over it is about */
    answers: EnvelopeRef,
    ground: ReturnGround,
    reports: z
      .array(z.looseObject({ id: Id, checkpoint: Checkpoint, observedOn: CivilDate, answers: OutcomeAnswers, goals: z.array(OutcomeGoal).max(40), firstAppointment: z.enum(['KEPT', 'NOT_KEPT', 'UNKNOWN']).optional() }))
      .min(1)
      .max(60)
      .refine((reports) => new Set(reports.map(({ id }) => id)).size === reports.length, { error: 'a report twice' }),
  }).refine(({ dataAsOf, reports }) => reports.every(({ observedOn }) => observedOn <= dataAsOf), { error: 'seen after the day of the data' }),
  z.looseObject({ ...frame, named: z.literal(false), counts: z.array(CheckpointCounts).max(Checkpoint.options.length).refine(areOneOfEach, { error: 'counts that contradict each other' }) }),
]);
export type ReturnPayload = z.infer<typeof ReturnPayload>;
