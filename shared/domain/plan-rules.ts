import type { CivilDate } from './dates.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { planMachine, type Answer, type Objective, type PlanContent, type PlanProgress, type PlanReview, type PlanStatus, type TeamMeeting, type StepMark, type StepStatus } from './plan.ts';

/** The part of a plan that is frozen and hashed at approval: what the person agreed to. */
export const frozenPart = (content: PlanContent): Omit<PlanContent, 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy' | 'contentHash'> => {
  const { createdAt: _1, createdBy: _2, updatedAt: _3, updatedBy: _4, contentHash: _5, ...frozen } = content;
  return frozen;
};

/** Content may be written only while it is a draft. */
export const mayWrite = (progress: PlanProgress): Outcome<void> =>
  progress.status === 'DRAFT' ? allowed(undefined) : refused('plan.notDraft', { status: progress.status });

/** A plan is proposed with at least one objective, and every objective with at least one step. */
export const propose = (content: PlanContent, progress: PlanProgress): Outcome<PlanProgress> => {
  if (content.objectives.length === 0) return refused('plan.noObjective');
  const bare = content.objectives.findIndex((objective) => objective.steps.length === 0);
  if (bare !== -1) return refused('plan.objectiveWithoutStep', { number: bare + 1 });
  const next = step('plan', planMachine, progress.status, 'propose');
  return next.ok ? allowed({ ...progress, status: next.value }) : next;
};

export interface PlanAnswer {
  readonly answer: Answer;
  readonly on: CivilDate;
  /** how it was given; somebody who could not answer signed nothing */
  readonly signature?: 'PAPER' | 'TICK' | 'REFUSED';
  readonly reason?: string;
  readonly recordedBy: string;
}

/**
 * The person's answer. "Could not answer" keeps the plan proposed, for another attempt with support;
 * a withdrawal is recorded at any later time and the plan stays an offer.
 */
export const answered = (progress: PlanProgress, answer: PlanAnswer): Outcome<PlanProgress> => {
  if (answer.answer !== 'COULD_NOT_ANSWER' && answer.signature === undefined) return refused('plan.signatureNeeded');
  if (answer.answer === 'WITHDRAWN') {
    return progress.answer?.answer === 'AGREES'
      ? allowed({ ...progress, answer })
      : refused('plan.nothingToWithdraw');
  }
  if (answer.answer === 'COULD_NOT_ANSWER') {
    return progress.status === 'PROPOSED' ? allowed({ ...progress, answer }) : refused('machine.plan', { state: progress.status, command: 'answer' });
  }
  const next = step('plan', planMachine, progress.status, answer.answer === 'AGREES' ? 'agree' : 'disagree');
  return next.ok ? allowed({ ...progress, status: next.value, answer }) : next;
};

/** Back to draft to change it: the answer given to the earlier text does not count for the new one. */
export const revised = (progress: PlanProgress): Outcome<PlanProgress> => {
  const next = step('plan', planMachine, progress.status, 'revise');
  if (!next.ok) return next;
  const { answer: _answer, ...rest } = progress;
  return allowed({ ...rest, status: next.value });
};

export interface Approval {
  readonly by: string;
  readonly on: CivilDate;
  readonly signature: string;
  readonly reasonWithoutAgreement?: string;
  readonly meeting?: TeamMeeting;
}

/** A meeting that can have been held, with different professions at the table: one alone is no team. */
const meetingFits = ({ on, present }: TeamMeeting, today: CivilDate): Outcome<void> => {
  if (on > today) return refused('plan.meetingInFuture');
  return new Set(present).size < 2 ? refused('plan.meetingAlone') : allowed(undefined);
};

/**
 * Approval by a second user: never by who opened the draft, nor by who wrote it last. Unless the person agrees, now and
 * to this text, it needs a reason, because the duty to plan exists without it and the plan remains an offer.
 */
export const mayApprove = (content: PlanContent, progress: PlanProgress, by: string, reasonWithoutAgreement?: string): Outcome<void> => {
  const next = step('plan', planMachine, progress.status, 'approve');
  if (!next.ok) return next;
  if (by === progress.author || by === content.updatedBy) return refused('plan.secondPersonNeeded');
  if (progress.status === 'PROPOSED' && progress.answer?.answer !== 'COULD_NOT_ANSWER') return refused('plan.answerFirst');
  if (progress.answer?.answer !== 'AGREES' && reasonWithoutAgreement === undefined) return refused('plan.reasonWithoutAgreement');
  return allowed(undefined);
};

/** Approved and in force at once: APPROVED → ACTIVE sets the plan working. */
export const approved = (content: PlanContent, progress: PlanProgress, approval: Approval): Outcome<PlanProgress> => {
  const may = mayApprove(content, progress, approval.by, approval.reasonWithoutAgreement);
  if (!may.ok) return may;
  const met = approval.meeting === undefined ? allowed(undefined) : meetingFits(approval.meeting, approval.on);
  if (!met.ok) return met;
  return allowed({ ...progress, status: 'ACTIVE', approvals: [...progress.approvals, approval] });
};

/** The version people work by: one that is only proposed, or was replaced, has no progress. */
const workedBy: ReadonlySet<PlanStatus> = new Set(['ACTIVE', 'UNDER_REVIEW', 'HANDED_OVER']);

export const isInForce = ({ status }: Pick<PlanProgress, 'status'>): boolean => workedBy.has(status);

const inTheMaking: ReadonlySet<PlanStatus> = new Set(['DRAFT', 'PROPOSED', 'AGREED', 'NOT_AGREED', 'APPROVED']);

/** A version somebody works on, or that the person declined: not in force, and not missing either. */
export const isInTheMaking = ({ status }: Pick<PlanProgress, 'status'>): boolean => inTheMaking.has(status);

/** Whether leaving a step like this needs a word: why it cannot be done, is not needed, or was not done after all. */
export const needsNote = (from: StepStatus, to: StepStatus): boolean => to === 'BLOCKED' || to === 'NOT_NEEDED' || (from === 'DONE' && to !== 'DONE');

const hasStep = (content: PlanContent, stepId: string): boolean => content.objectives.some((objective) => objective.steps.some((planStep) => planStep.id === stepId));

const withMark = (progress: PlanProgress, stepId: string, mark: StepMark | undefined): PlanProgress => {
  const { [stepId]: _before, ...steps } = progress.steps;
  return { ...progress, steps: mark === undefined ? steps : { ...steps, [stepId]: mark } };
};

/** Marks a step of the version in force. The mark before is kept, so that a wrong one can be taken back. */
export const marked = (content: PlanContent, progress: PlanProgress, stepId: string, mark: Omit<StepMark, 'before'>): Outcome<PlanProgress> => {
  if (!isInForce(progress)) return refused('plan.notInForce');
  if (!hasStep(content, stepId)) return refused('notFound', { type: 'step' });
  const was = progress.steps[stepId];
  if (needsNote(was?.status ?? 'NOT_STARTED', mark.status) && mark.note === undefined) return refused('plan.noteNeeded');
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

/**
 * The marks of the version in force go with the steps both have. They win whole: a draft is never marked, its own are a copy
 * from when it was opened, and a tick taken back since then stays taken back.
 */
export const marksCarried = (content: PlanContent, draft: PlanProgress, inForce: PlanProgress | undefined): PlanProgress['steps'] => {
  const marks = inForce?.steps ?? draft.steps;
  return Object.fromEntries(Object.entries(marks).filter(([id]) => hasStep(content, id)));
};

/** Opens the review of the version in force; it stays in force meanwhile. */
export const reviewBegun = (progress: PlanProgress): Outcome<PlanProgress> => {
  const next = step('plan', planMachine, progress.status, 'review');
  return next.ok ? allowed({ ...progress, status: next.value }) : next;
};

/** Ends a review. Either way this version goes on being in force; with AMEND until the next one, opened now, is approved. */
export const reviewEnded = (progress: PlanProgress, review: PlanReview, today: CivilDate): Outcome<PlanProgress> => {
  const next = step('plan', planMachine, progress.status, 'continue');
  if (!next.ok) return next;
  if (review.on > today) return refused('plan.reviewInFuture');
  return allowed({ ...progress, status: next.value, reviews: [...(progress.reviews ?? []), review] });
};

/** A goal that says how and when it is reached. Only ever a hint: it never blocks a person's own words. */
export const isMeasurable = (objective: Objective): boolean =>
  objective.measure !== undefined && objective.targetDate !== undefined && objective.steps.length > 0;
