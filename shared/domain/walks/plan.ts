import { objectiveMarked, marked } from '../plan-mark-rules.ts';
import type { ObjectiveCommand, ObjectiveStatus, StepCommand, StepStatus } from '../plan-marks.ts';
import { activated, answered, approved, closed, handedOver, propose, reopened, reviewBegun, reviewEnded, revised, superseded } from '../plan-rules.ts';
import type { Outcome } from '../outcome.ts';
import type { PlanCommand, PlanProgress, PlanStatus } from '../plan.ts';
import { madeContent, madeGoal, madeProgress, madeStep } from './made-plan.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

const { me, other, today } = MADE_UP;
const act = { on: today, by: me };
const said = { on: today, signature: 'PAPER', recordedBy: me } as const;
const unable = { on: today, by: me, support: 'INTERPRETER' } as const;

/** Every command by the rule its service calls, with everything else in order. */
const rules: { readonly [C in PlanCommand]: (progress: PlanProgress) => Outcome<PlanProgress> } = {
  propose: (progress) => propose(madeContent(), progress),
  agree: (progress) => answered(progress, { ...said, answer: 'AGREES' }),
  disagree: (progress) => answered(progress, { ...said, answer: 'DISAGREES' }),
  couldNotAnswer: (progress) => answered(progress, { ...said, answer: 'COULD_NOT_ANSWER', support: 'INTERPRETER' }),
  withdraw: (progress) => answered({ ...progress, answer: { ...said, answer: 'AGREES' } }, { ...said, answer: 'WITHDRAWN' }),
  revise: revised,
  approve: (progress) => approved(madeContent(), { ...progress, answer: { ...said, answer: 'COULD_NOT_ANSWER' }, attempts: [unable, unable] }, { ...act, by: other, signature: 'c2ln', reasonWithoutAgreement: 'duty to plan' }),
  activate: activated,
  review: reviewBegun,
  continue: (progress) => reviewEnded(progress, { ...act, outcome: 'CONTINUE' }, today),
  supersede: superseded,
  handOver: (progress) => handedOver(madeContent(), progress, act),
  close: (progress) => closed(progress, { ...act, reason: 'BY_MISTAKE' }),
  reopen: (progress) => reopened(progress, act),
};

export const walkPlan: Walk<PlanStatus, PlanCommand> = (status, command) => reached(rules[command](madeProgress({ status })), (progress) => progress.status);

const inForce = { status: 'ACTIVE' } as const;

export const walkObjective: Walk<ObjectiveStatus, ObjectiveCommand> = (status, command) =>
  reached(
    objectiveMarked(madeContent(), madeProgress({ ...inForce, objectives: { [madeGoal.id]: { status, on: today } } }), madeGoal.id, {
      ...act,
      command,
      note: 'said so',
      reason: 'NO_LONGER_WANTED',
      targetDate: '2027-01-01',
    }),
    ({ objectives }) => objectives?.[madeGoal.id]?.status ?? status,
  );

const target: { readonly [C in StepCommand]: StepStatus } = { begin: 'IN_PROGRESS', finish: 'DONE', block: 'BLOCKED', drop: 'NOT_NEEDED', handOver: 'HANDED_OVER' };

export const walkStep: Walk<StepStatus, StepCommand> = (status, command) =>
  reached(marked(madeContent(), madeProgress({ ...inForce, steps: { [madeStep.id]: { status, on: today } } }), madeStep.id, { ...act, status: target[command], note: 'said so' }), ({ steps }) => steps[madeStep.id]?.status ?? status);
