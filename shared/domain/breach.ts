import { z } from 'zod';
import { documentBase, Id, longText, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';
import type { Machine } from './machine.ts';

/** What happened: a stick or another medium lost, words in the wrong file, somebody saw what they should not, paper left behind, a password known to others. */
export const BreachKind = z.enum(['LOST_MEDIUM', 'WRONG_FILE', 'SEEN', 'PAPER', 'PASSWORD', 'OTHER']);
export type BreachKind = z.infer<typeof BreachKind>;

/** Which data it concerns, in words that say nothing of anybody. */
export const BreachData = z.enum(['IDENTITY', 'CONTACT', 'SENTENCE', 'NEEDS', 'PLAN', 'LEARNING', 'NOTES', 'HEALTH', 'ACCESS']);
export type BreachData = z.infer<typeof BreachData>;

/** Whether what got lost was sealed: nobody without the recipient's key can read it. */
export const BreachSealed = z.enum(['YES', 'NO', 'UNKNOWN']);
export type BreachSealed = z.infer<typeof BreachSealed>;

/** For the people concerned: unlikely, likely, high (GDPR art. 33 and 34, Directive (EU) 2016/680 art. 30 and 31). */
export const BreachRisk = z.enum(['LOW', 'RISK', 'HIGH']);
export type BreachRisk = z.infer<typeof BreachRisk>;

export const BreachStatus = z.enum(['REPORTED', 'ASSESSED', 'NOTIFIED', 'NOT_NOTIFIED', 'CLOSED']);
export type BreachStatus = z.infer<typeof BreachStatus>;

export const BreachCommand = z.enum(['assess', 'notify', 'leave', 'tellPersons', 'close', 'reopen']);
export type BreachCommand = z.infer<typeof BreachCommand>;

/** A risk may turn out greater at any time: assessed again, it is decided again. What was told cannot be untold. */
export const breachMachine: Machine<BreachStatus, BreachCommand> = {
  REPORTED: { assess: 'ASSESSED' },
  ASSESSED: { assess: 'ASSESSED', notify: 'NOTIFIED', leave: 'NOT_NOTIFIED', tellPersons: 'ASSESSED' },
  NOTIFIED: { tellPersons: 'NOTIFIED', close: 'CLOSED' },
  NOT_NOTIFIED: { assess: 'ASSESSED', tellPersons: 'NOT_NOTIFIED', close: 'CLOSED' },
  CLOSED: { reopen: 'ASSESSED' },
};

/** How many people may be named by their ids; a whole house is told by its number. */
export const MAX_NAMED = 200;

/** What is known of it: the part that can be corrected. */
export const BreachFacts = z.strictObject({
  kind: BreachKind,
  noticedAt: Instant,
  /** the day it happened, if that is known */
  happenedOn: CivilDate.optional(),
  data: z.array(BreachData).min(1).max(BreachData.options.length),
  /** about how many people */
  people: z.int().min(0).max(100_000),
  /** which ones, by their ids: names are looked up by who may read cases */
  personIds: z.array(Id).max(MAX_NAMED),
  sealed: BreachSealed,
  /** no names */
  what: longText,
  /** what was done at once */
  measures: longText.optional(),
});
export type BreachFacts = z.infer<typeof BreachFacts>;

export const BreachAct = z.enum(['REPORTED', 'CORRECTED', 'ASSESSED', 'NOTIFIED', 'NOT_NOTIFIED', 'PERSONS', 'CLOSED', 'REOPENED']);
export type BreachAct = z.infer<typeof BreachAct>;

export const BreachAssessment = z.strictObject({ risk: BreachRisk, reason: longText });
export type BreachAssessment = z.infer<typeof BreachAssessment>;

/** Told to the authority: when and under which number; later than the deadline with the reason. Not told: why. */
export const BreachDecision = z.discriminatedUnion('told', [
  z.strictObject({ told: z.literal(true), at: Instant, reference: shortText.optional(), lateBecause: longText.optional() }),
  z.strictObject({ told: z.literal(false), reason: longText }),
]);
export type BreachDecision = z.infer<typeof BreachDecision>;

/** The persons concerned were told on a day and how, or were not and why. */
export const BreachPersons = z.strictObject({ told: z.boolean(), on: CivilDate, how: longText });
export type BreachPersons = z.infer<typeof BreachPersons>;

/** One act, as it was then. Nothing of it is ever changed. */
export const BreachStep = z.strictObject({
  act: BreachAct,
  at: Instant,
  by: Id,
  /** of a correction and of opening it again */
  reason: longText.optional(),
  /** the facts before a correction */
  before: BreachFacts.optional(),
  assessment: BreachAssessment.optional(),
  decision: BreachDecision.optional(),
  persons: BreachPersons.optional(),
});
export type BreachStep = z.infer<typeof BreachStep>;

export const MAX_STEPS = 200;

/**
 * One breach of personal data. Kept with the office, not with cases: who decides about it need not be able to read them.
 * What stands now can be read off the history.
 */
export const Breach = z.strictObject({
  ...documentBase,
  type: z.literal('breach'),
  status: BreachStatus,
  facts: BreachFacts,
  /** the hand-over whose medium was lost */
  handoverId: Id.optional(),
  history: z.array(BreachStep).min(1).max(MAX_STEPS),
});
export type Breach = z.infer<typeof Breach>;
