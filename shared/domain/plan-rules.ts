import type { CivilDate } from './dates.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { planMachine, type Answer, type AnswerSupport, type ExternalApproval, type Objective, type PlanCloseReason, type PlanContent, type PlanProgress, type PlanReview, type PlanStatus, type TeamMeeting } from './plan.ts';
import { unsignedLines, writersOf } from './plan-line-rules.ts';
import { handedOn, isInForce, takenBack } from './plan-mark-rules.ts';

/** The part of a plan that is frozen and hashed at approval: what the person agreed to. */
export const frozenPart = (content: PlanContent): Omit<PlanContent, 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy' | 'contentHash'> => {
  const { createdAt: _1, createdBy: _2, updatedAt: _3, updatedBy: _4, contentHash: _5, ...frozen } = content;
  return frozen;
};

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
  /** what helped, where the person could not answer */
  readonly support?: AnswerSupport;
  readonly recordedBy: string;
  /** a page of the signed paper it was typed from */
  readonly fromPaper?: string;
}

/** After how many attempts, the last one with support, a plan may be approved although the person could not answer. */
const ATTEMPTS_NEEDED = 2;

const couldNotAnswer = (progress: PlanProgress, { support, ...answer }: PlanAnswer): Outcome<PlanProgress> => {
  const next = step('plan', planMachine, progress.status, 'couldNotAnswer');
  if (!next.ok) return next;
  const attempts = attemptsOf(progress);
  if (attempts.length >= ATTEMPTS_NEEDED - 1 && support === undefined) return refused('plan.supportNeeded');
  return allowed({ ...progress, status: next.value, answer, attempts: [...attempts, { on: answer.on, by: answer.recordedBy, ...(support === undefined ? {} : { support }) }] });
};

/** Times the person was asked and could not answer; an earlier version of the program kept only the last one. */
export const attemptsOf = ({ attempts, answer }: Pick<PlanProgress, 'attempts' | 'answer'>): NonNullable<PlanProgress['attempts']> =>
  attempts ?? (answer?.answer === 'COULD_NOT_ANSWER' ? [{ on: answer.on, by: answer.recordedBy }] : []);

/** Whether everything was done for an answer: asked twice, the second time with support. */
const askedEnough = (progress: PlanProgress): boolean => progress.answer?.answer === 'COULD_NOT_ANSWER' && attemptsOf(progress).length >= ATTEMPTS_NEEDED;

/**
 * The person's answer. "Could not answer" keeps the plan proposed, for another attempt with support;
 * a withdrawal is recorded at any later time and the plan stays an offer.
 */
export const answered = (progress: PlanProgress, entry: PlanAnswer): Outcome<PlanProgress> => {
  if (entry.answer === 'COULD_NOT_ANSWER') return couldNotAnswer(progress, entry);
  const { support: _none, ...answer } = entry;
  const command = answer.answer === 'WITHDRAWN' ? 'withdraw' : answer.answer === 'AGREES' ? 'agree' : 'disagree';
  const next = step('plan', planMachine, progress.status, command);
  if (!next.ok) return next;
  if (answer.signature === undefined) return refused('plan.signatureNeeded');
  if (command === 'withdraw' && progress.answer?.answer !== 'AGREES') return refused('plan.nothingToWithdraw');
  return allowed({ ...progress, status: next.value, answer });
};

/** Back to draft to change it: the answer given to the earlier text does not count for the new one. */
export const revised = (progress: PlanProgress): Outcome<PlanProgress> => {
  const next = step('plan', planMachine, progress.status, 'revise');
  if (!next.ok) return next;
  const { answer: _answer, attempts: _attempts, ...rest } = progress;
  return allowed({ ...rest, status: next.value });
};

export interface Approval {
  readonly by: string;
  readonly on: CivilDate;
  readonly signature: string;
  readonly reasonWithoutAgreement?: string;
  readonly meeting?: TeamMeeting;
  /** the body in whose name it is approved */
  readonly body?: string;
}

/** A meeting that can have been held, with different professions at the table: one alone is no team. */
const meetingFits = ({ on, present }: TeamMeeting, today: CivilDate): Outcome<void> => {
  if (on > today) return refused('plan.meetingInFuture');
  return new Set(present).size < 2 ? refused('plan.meetingAlone') : allowed(undefined);
};

/**
 * Approval by a second user: never by anybody whose words stand in it. Unless the person agrees, now and to this text, it needs
 * a reason, because the duty to plan exists without it and the plan remains an offer. Every line with goals is signed by its
 * profession, or nobody of it is available; what a team agreed in a meeting is signed by its chair.
 */
export const mayApprove = (content: PlanContent, progress: PlanProgress, by: string, { reasonWithoutAgreement, meeting }: Pick<Approval, 'reasonWithoutAgreement' | 'meeting'>): Outcome<void> => {
  const next = step('plan', planMachine, progress.status, 'approve');
  if (!next.ok) return next;
  if (writersOf(content, progress).has(by)) return refused('plan.secondPersonNeeded');
  if (progress.status === 'PROPOSED' && !askedEnough(progress)) return refused(progress.answer === undefined ? 'plan.answerFirst' : 'plan.secondAttemptFirst');
  const [unsigned] = meeting === undefined ? unsignedLines(content, progress) : [];
  if (unsigned !== undefined) return refused('plan.lineNotSigned', { line: unsigned });
  if (progress.answer?.answer !== 'AGREES' && reasonWithoutAgreement === undefined) return refused('plan.reasonWithoutAgreement');
  return allowed(undefined);
};

/** Approves a version; `activated` sets it working. */
export const approved = (content: PlanContent, progress: PlanProgress, approval: Approval): Outcome<PlanProgress> => {
  const may = mayApprove(content, progress, approval.by, approval);
  if (!may.ok) return may;
  const met = approval.meeting === undefined ? allowed(undefined) : meetingFits(approval.meeting, approval.on);
  if (!met.ok) return met;
  const next = step('plan', planMachine, progress.status, 'approve');
  return next.ok ? allowed({ ...progress, status: next.value, approvals: [...progress.approvals, approval] }) : next;
};

const moved = (progress: PlanProgress, command: 'activate' | 'supersede' | 'handOver' | 'reopen' | 'close'): Outcome<PlanProgress> => {
  const next = step('plan', planMachine, progress.status, command);
  return next.ok ? allowed({ ...progress, status: next.value }) : next;
};

/** An approved version is in force from now on. */
export const activated = (progress: PlanProgress): Outcome<PlanProgress> => moved(progress, 'activate');

/** The version before gives way to the next one, once that is in force. */
export const superseded = (progress: PlanProgress): Outcome<PlanProgress> => moved(progress, 'supersede');

interface Act {
  readonly on: CivilDate;
  readonly by: string;
}

/** A hand-over of this version was accepted: what is open goes on outside. */
export const handedOver = (content: PlanContent, progress: PlanProgress, act: Act): Outcome<PlanProgress> => {
  const next = moved(progress, 'handOver');
  return next.ok ? allowed(handedOn(content, next.value, act)) : next;
};

/** The person is back in custody: the plan works here again. */
export const reopened = (progress: PlanProgress, act: Act): Outcome<PlanProgress> => {
  const next = moved(progress, 'reopen');
  return next.ok ? allowed(takenBack(next.value, act)) : next;
};

export interface Closing extends Act {
  readonly reason: PlanCloseReason;
  readonly note?: string | undefined;
}

/** A version goes no further; it stays readable. */
export const closed = (progress: PlanProgress, { note, ...closing }: Closing): Outcome<PlanProgress> => {
  const next = moved(progress, 'close');
  if (!next.ok) return next;
  if (closing.reason === 'OTHER' && note === undefined) return refused('plan.closeNoteNeeded');
  return allowed({ ...next.value, closed: { ...closing, ...(note === undefined ? {} : { note }) } });
};

/**
 * What release does to a version of the plan: with an accepted hand-over it goes on outside; otherwise the person alone has it,
 * and it is closed here. One that is over already stays as it is.
 */
export const afterRelease = (content: PlanContent, progress: PlanProgress, accepted: boolean, act: Act): Outcome<PlanProgress> => {
  if (['SUPERSEDED', 'HANDED_OVER', 'CLOSED'].includes(progress.status)) return allowed(progress);
  return accepted && isInForce(progress) ? handedOver(content, progress, act) : closed(progress, { ...act, reason: 'RELEASED' });
};

/** An approval that another authority gave to the version in force, recorded from its act. */
export const externallyApproved = (progress: PlanProgress, approval: ExternalApproval, bodies: readonly string[], today: CivilDate): Outcome<PlanProgress> => {
  if (!isInForce(progress)) return refused('plan.externalNotInForce');
  if (!bodies.includes(approval.body)) return refused('plan.notExternalBody');
  if (approval.on > today) return refused('plan.externalInFuture');
  const own = progress.approvals.at(-1)?.on;
  if (own !== undefined && approval.on < own) return refused('plan.externalBeforeOwn');
  const before = progress.externalApprovals ?? [];
  if (before.some(({ body, act }) => body === approval.body && act === approval.act)) return refused('plan.externalTwice');
  return allowed({ ...progress, externalApprovals: [...before, approval] });
};

const inTheMaking: ReadonlySet<PlanStatus> = new Set(['DRAFT', 'PROPOSED', 'AGREED', 'NOT_AGREED', 'APPROVED']);

/** A version somebody works on, or that the person declined: not in force, and not missing either. */
export const isInTheMaking = ({ status }: Pick<PlanProgress, 'status'>): boolean => inTheMaking.has(status);

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
