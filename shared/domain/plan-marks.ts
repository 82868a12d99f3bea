import { z } from 'zod';
import { Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import type { Machine } from './machine.ts';

export const StepStatus = z.enum(['NOT_STARTED', 'IN_PROGRESS', 'DONE', 'BLOCKED', 'NOT_NEEDED', 'HANDED_OVER']);
export type StepStatus = z.infer<typeof StepStatus>;

export const StepCommand = z.enum(['begin', 'finish', 'block', 'drop', 'handOver']);
export type StepCommand = z.infer<typeof StepCommand>;

/** A step may be ticked off at once. What was handed over goes on where it arrived, or here when the person comes back. */
export const stepMachine: Machine<StepStatus, StepCommand> = {
  NOT_STARTED: { begin: 'IN_PROGRESS', finish: 'DONE', block: 'BLOCKED', drop: 'NOT_NEEDED', handOver: 'HANDED_OVER' },
  IN_PROGRESS: { finish: 'DONE', block: 'BLOCKED', drop: 'NOT_NEEDED', handOver: 'HANDED_OVER' },
  DONE: { begin: 'IN_PROGRESS' },
  BLOCKED: { begin: 'IN_PROGRESS', finish: 'DONE', drop: 'NOT_NEEDED', handOver: 'HANDED_OVER' },
  NOT_NEEDED: { begin: 'IN_PROGRESS' },
  HANDED_OVER: { begin: 'IN_PROGRESS', finish: 'DONE', block: 'BLOCKED', drop: 'NOT_NEEDED' },
};

/** How far a step is: since when, marked by whom, and in `note` why it cannot be done yet, is not needed, or was not done after all. */
const mark = { status: StepStatus, on: CivilDate, by: Id.optional(), note: shortText.optional() };

export const StepMark = z.strictObject({
  ...mark,
  /** the mark before this one, to take a wrong tick back; null when there was none */
  before: z.strictObject(mark).nullable().optional(),
});
export type StepMark = z.infer<typeof StepMark>;

export const ObjectiveStatus = z.enum(['PLANNED', 'LATER', 'ACTIVE', 'ACHIEVED', 'PARTLY_ACHIEVED', 'NOT_ACHIEVED', 'REMOVED', 'HANDED_OVER']);
export type ObjectiveStatus = z.infer<typeof ObjectiveStatus>;

export const ObjectiveCommand = z.enum(['begin', 'achieve', 'achievePartly', 'miss', 'remove', 'readd', 'handOver', 'resume']);
export type ObjectiveCommand = z.infer<typeof ObjectiveCommand>;

/** How a goal goes; its words stay as they were agreed. */
export const objectiveMachine: Machine<ObjectiveStatus, ObjectiveCommand> = {
  PLANNED: { begin: 'ACTIVE', remove: 'REMOVED', handOver: 'HANDED_OVER' },
  LATER: { begin: 'ACTIVE', remove: 'REMOVED', handOver: 'HANDED_OVER' },
  ACTIVE: { achieve: 'ACHIEVED', achievePartly: 'PARTLY_ACHIEVED', miss: 'NOT_ACHIEVED', remove: 'REMOVED', handOver: 'HANDED_OVER' },
  ACHIEVED: {},
  PARTLY_ACHIEVED: {},
  NOT_ACHIEVED: {},
  REMOVED: { readd: 'ACTIVE' },
  HANDED_OVER: { resume: 'ACTIVE' },
};

/** Why a goal is not pursued any more. */
export const RemovalReason = z.enum(['NO_LONGER_WANTED', 'CHANGED_CIRCUMSTANCES', 'IN_ANOTHER_GOAL', 'NOT_POSSIBLE_HERE', 'BY_MISTAKE']);
export type RemovalReason = z.infer<typeof RemovalReason>;

const objectiveMark = {
  status: ObjectiveStatus,
  on: CivilDate,
  by: Id.optional(),
  /** a closing note, or why it is taken up again */
  note: shortText.optional(),
  reason: RemovalReason.optional(),
  /** by when, for a goal that had no day */
  targetDate: CivilDate.optional(),
  /** its steps, which rest when it is over */
  rests: z.array(Id).max(20).optional(),
};

export const ObjectiveMark = z.strictObject({
  ...objectiveMark,
  /** the mark before this one, to take a wrong one back; null when there was none */
  before: z.strictObject(objectiveMark).nullable().optional(),
});
export type ObjectiveMark = z.infer<typeof ObjectiveMark>;
