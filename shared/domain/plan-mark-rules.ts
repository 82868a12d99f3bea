import type { CivilDate } from './dates.ts';
import { commandsOf, step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Objective, PlanContent, PlanProgress, PlanStatus, PlanStep } from './plan.ts';
import { objectiveMachine, stepMachine, type ObjectiveCommand, type ObjectiveMark, type ObjectiveStatus, type RemovalReason, type StepCommand, type StepMark, type StepStatus } from './plan-marks.ts';

/** The version people work by: one that is only proposed, or was replaced, has no progress. */
const workedBy: ReadonlySet<PlanStatus> = new Set(['ACTIVE', 'UNDER_REVIEW', 'HANDED_OVER']);

export const isInForce = ({ status }: Pick<PlanProgress, 'status'>): boolean => workedBy.has(status);

/** The command that makes a step what it is to be. */
const leadsTo: { readonly [S in StepStatus]?: StepCommand } = { IN_PROGRESS: 'begin', DONE: 'finish', BLOCKED: 'block', NOT_NEEDED: 'drop', HANDED_OVER: 'handOver' };

/** What a step can be marked as: where it stands first, then where it can go. */
export const stepChoices = (from: StepStatus, { carriesOver }: Pick<PlanStep, 'carriesOver'>): readonly StepStatus[] => [
  from,
  ...commandsOf(stepMachine, from).flatMap((command) => {
    const to = stepMachine[from][command];
    return to === undefined || (command === 'handOver' && !carriesOver) ? [] : [to];
  }),
];

/** Whether leaving a step like this needs a word: why it cannot be done, is not needed, or was not done after all. */
export const needsNote = (from: StepStatus, to: StepStatus): boolean => to === 'BLOCKED' || to === 'NOT_NEEDED' || (from === 'DONE' && to !== 'DONE');

const stepIn = (content: PlanContent, stepId: string): PlanStep | undefined => content.objectives.flatMap(({ steps }) => steps).find(({ id }) => id === stepId);

const withMark = (progress: PlanProgress, stepId: string, mark: StepMark | undefined): PlanProgress => {
  const { [stepId]: _before, ...steps } = progress.steps;
  return { ...progress, steps: mark === undefined ? steps : { ...steps, [stepId]: mark } };
};

/** Marks a step of the version in force. The mark before is kept, so that a wrong one can be taken back. */
export const marked = (content: PlanContent, progress: PlanProgress, stepId: string, mark: Omit<StepMark, 'before'>): Outcome<PlanProgress> => {
  if (!isInForce(progress)) return refused('plan.notInForce');
  const planStep = stepIn(content, stepId);
  if (planStep === undefined) return refused('notFound', { type: 'step' });
  const was = progress.steps[stepId];
  const from = was?.status ?? 'NOT_STARTED';
  const command = leadsTo[mark.status];
  if (command === undefined) return refused('machine.step', { state: from, command: mark.status });
  const next = step('step', stepMachine, from, command);
  if (!next.ok) return next;
  if (command === 'handOver' && !planStep.carriesOver) return refused('plan.stepStays');
  if (needsNote(from, mark.status) && mark.note === undefined) return refused('plan.noteNeeded');
  const { before: _older, ...before } = was ?? { status: 'NOT_STARTED', on: mark.on };
  return allowed(withMark(progress, stepId, { ...mark, before: was === undefined ? null : before }));
};

/** Takes the last mark of a step back, once: what stood before stands again. */
export const unmarked = (progress: PlanProgress, stepId: string): Outcome<PlanProgress> => {
  if (!isInForce(progress)) return refused('plan.notInForce');
  const now = progress.steps[stepId];
  if (now?.before === undefined) return refused('plan.nothingToUndo');
  return allowed(withMark(progress, stepId, now.before ?? undefined));
};

type Marks = Pick<PlanProgress, 'steps' | 'objectives'>;

/** Where a goal stands: as it was marked; else planned for later, begun by its first step, or planned. */
export const objectiveStatus = (objective: Pick<Objective, 'id' | 'horizon' | 'targetDate' | 'steps'>, { steps, objectives }: Marks): ObjectiveStatus => {
  const mark = objectives?.[objective.id];
  if (mark !== undefined) return mark.status;
  if (objective.steps.some(({ id }) => (steps[id]?.status ?? 'NOT_STARTED') !== 'NOT_STARTED')) return 'ACTIVE';
  return objective.horizon === 'LATER' && objective.targetDate === undefined ? 'LATER' : 'PLANNED';
};

/** The day by which a goal is to be reached: as agreed, or as set when it was taken up. */
export const targetOf = ({ id, targetDate }: Pick<Objective, 'id' | 'targetDate'>, { objectives }: Pick<Marks, 'objectives'>): CivilDate | undefined => targetDate ?? objectives?.[id]?.targetDate;

const over: ReadonlySet<ObjectiveStatus> = new Set(['ACHIEVED', 'PARTLY_ACHIEVED', 'NOT_ACHIEVED', 'REMOVED']);

/** Whether a goal is over: nothing of it is due any more. */
export const isOver = (status: ObjectiveStatus): boolean => over.has(status);

/** Goals that are neither over nor handed on. */
export const openObjectives = (content: Pick<PlanContent, 'objectives'>, marks: Marks): readonly Objective[] =>
  content.objectives.filter((objective) => {
    const status = objectiveStatus(objective, marks);
    return !isOver(status) && status !== 'HANDED_OVER';
  });

export interface ObjectiveAct {
  readonly command: ObjectiveCommand;
  readonly on: CivilDate;
  readonly by: string;
  readonly note?: string | undefined;
  readonly reason?: RemovalReason | undefined;
  readonly targetDate?: CivilDate | undefined;
}

const withObjective = (progress: PlanProgress, id: string, mark: ObjectiveMark | undefined): PlanProgress => {
  const { [id]: _before, ...objectives } = progress.objectives ?? {};
  return { ...progress, objectives: mark === undefined ? objectives : { ...objectives, [id]: mark } };
};

/** What a goal is marked as needs to say: why it is removed, why it is taken up again, by when one without a day is to be reached. */
const saysEnough = (from: ObjectiveStatus, { command, note, reason, targetDate, on }: ObjectiveAct): Outcome<void> => {
  if (command === 'remove' && reason === undefined) return refused('plan.removalReasonNeeded');
  if (command === 'readd' && note === undefined) return refused('plan.readdNoteNeeded');
  if (from === 'LATER' && command === 'begin' && targetDate === undefined) return refused('plan.targetDateNeeded');
  return targetDate !== undefined && targetDate < on ? refused('plan.targetDatePast') : allowed(undefined);
};

/** A goal of the version in force goes on. Its words stay as they were agreed; the mark before is kept. */
export const objectiveMarked = (content: PlanContent, progress: PlanProgress, objectiveId: string, act: ObjectiveAct): Outcome<PlanProgress> => {
  if (!isInForce(progress)) return refused('plan.notInForce');
  const objective = content.objectives.find(({ id }) => id === objectiveId);
  if (objective === undefined) return refused('notFound', { type: 'objective' });
  const from = objectiveStatus(objective, progress);
  const next = step('objective', objectiveMachine, from, act.command);
  if (!next.ok) return next;
  const says = saysEnough(from, act);
  if (!says.ok) return says;
  const was = progress.objectives?.[objectiveId];
  const { before: _older, ...before } = was ?? { status: from, on: act.on };
  const targetDate = act.targetDate ?? was?.targetDate;
  return allowed(
    withObjective(progress, objectiveId, {
      status: next.value,
      on: act.on,
      by: act.by,
      ...(act.note === undefined ? {} : { note: act.note }),
      ...(act.command === 'remove' && act.reason !== undefined ? { reason: act.reason } : {}),
      ...(targetDate === undefined ? {} : { targetDate }),
      ...(isOver(next.value) ? { rests: objective.steps.map(({ id }) => id) } : {}),
      before: was === undefined ? null : before,
    }),
  );
};

/** Takes the last mark of a goal back, once. */
export const objectiveUnmarked = (progress: PlanProgress, objectiveId: string): Outcome<PlanProgress> => {
  if (!isInForce(progress)) return refused('plan.notInForce');
  const now = progress.objectives?.[objectiveId];
  if (now?.before === undefined) return refused('plan.nothingToUndo');
  return allowed(withObjective(progress, objectiveId, now.before ?? undefined));
};

/** Marks of goals and steps that both versions have. */
export interface CarriedMarks {
  readonly steps: PlanProgress['steps'];
  readonly objectives: NonNullable<PlanProgress['objectives']>;
}

/**
 * The marks of the version in force go with the goals and steps both have. They win whole: a draft is never marked, its own are
 * a copy from when it was opened, and a tick taken back since then stays taken back.
 */
export const marksCarried = (content: PlanContent, draft: Marks, inForce: Marks | undefined): CarriedMarks => {
  const { steps, objectives = {} } = inForce ?? draft;
  const kept = new Set(content.objectives.map(({ id }) => id));
  return {
    steps: Object.fromEntries(Object.entries(steps).filter(([id]) => stepIn(content, id) !== undefined)),
    objectives: Object.fromEntries(Object.entries(objectives).filter(([id]) => kept.has(id))),
  };
};

const openSteps: ReadonlySet<StepStatus> = new Set(['NOT_STARTED', 'IN_PROGRESS', 'BLOCKED']);

/** What goes on outside is marked so: every open goal, and its open steps that carry over. */
export const handedOn = (content: PlanContent, progress: PlanProgress, by: { readonly on: CivilDate; readonly by: string }): PlanProgress => {
  let next = progress;
  for (const objective of openObjectives(content, progress)) {
    for (const { id, carriesOver } of objective.steps) {
      const was = progress.steps[id];
      if (!carriesOver || !openSteps.has(was?.status ?? 'NOT_STARTED')) continue;
      next = withMark(next, id, { ...by, status: 'HANDED_OVER' });
    }
    const target = progress.objectives?.[objective.id]?.targetDate;
    next = withObjective(next, objective.id, { ...by, status: 'HANDED_OVER', ...(target === undefined ? {} : { targetDate: target }) });
  }
  return next;
};

/** Back in custody: what was handed on is work here again. */
export const takenBack = (progress: PlanProgress, by: { readonly on: CivilDate; readonly by: string }): PlanProgress => {
  let next = progress;
  for (const [id, mark] of Object.entries(progress.steps)) if (mark.status === 'HANDED_OVER') next = withMark(next, id, { ...by, status: 'IN_PROGRESS' });
  for (const [id, { status, targetDate }] of Object.entries(progress.objectives ?? {})) {
    if (status === 'HANDED_OVER') next = withObjective(next, id, { ...by, status: 'ACTIVE', ...(targetDate === undefined ? {} : { targetDate }) });
  }
  return next;
};
