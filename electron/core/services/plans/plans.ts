import type { ObjectiveInput } from '../../../../shared/contract/casework.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { commandsOf } from '../../../../shared/domain/machine.ts';
import type { PartsSeen } from '../../../../shared/domain/plan-lines.ts';
import { linesTakenOver, partsOf, written } from '../../../../shared/domain/plan-line-rules.ts';
import { isInForce, marked, marksCarried, objectiveStatus, unmarked } from '../../../../shared/domain/plan-mark-rules.ts';
import type { Outcome } from '../../../../shared/domain/outcome.ts';
import { planMachine, type AnswerSupport, type Objective, type PlanContent, type PlanProgress, type ReviewOutcome, type StepStatus, type TeamMeeting } from '../../../../shared/domain/plan.ts';
import { activated, answered, approved, frozenPart, mayApprove, propose, reviewBegun, reviewEnded, revised, superseded, type PlanAnswer } from '../../../../shared/domain/plan-rules.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { wasGivenAtRelease } from '../../../../shared/domain/plan-ending.ts';
import { canonicalHash } from '../../canonical.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { typedFrom } from '../papers/scan-sets.ts';
import { find } from '../query.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { changed, created, existing, newId, orRefuse, RefusedError, save, signedBy, type Work } from '../work.ts';
import { ownLinesSigned, signaturesHold } from './line-signatures.ts';

export interface PlanVersion {
  readonly content: Stored<PlanContent>;
  readonly progress: Stored<PlanProgress>;
}

/** Every version of a person's plan, newest first. */
export const plansOf = async (work: Work, personId: string): Promise<PlanVersion[]> => {
  const query = { selector: { personId }, sort: [{ 'ix.versionNo': 'desc' as const }] };
  const [contents, progresses] = await Promise.all([
    find(work.vault, 'plans', 'content', query),
    find(work.vault, 'plans', 'progress', query),
  ]);
  return contents.flatMap((content) => {
    const progress = progresses.find((candidate) => candidate.contentId === content.id);
    return progress === undefined ? [] : [{ content, progress }];
  });
};

/** The version in force: ACTIVE, under review, or handed over. */
export const planInForce = (versions: readonly PlanVersion[]): PlanVersion | undefined =>
  versions.find(({ progress }) => isInForce(progress));

/** The version of which may be told: the one in force, or the one that was given to the person at release. */
export const planToTell = (versions: readonly PlanVersion[]): PlanVersion | undefined =>
  planInForce(versions) ?? versions.find(({ progress }) => wasGivenAtRelease(progress));

/** One version. @throws RefusedError notFound */
export const planVersion = async (work: Work, contentId: string): Promise<PlanVersion> => {
  const content = await existing(work, 'plans', contentId, 'content');
  const progress = (await plansOf(work, content.personId)).find((candidate) => candidate.content.id === contentId)?.progress;
  if (progress === undefined) throw new RefusedError({ code: 'notFound', params: { type: 'progress' } });
  return { content, progress };
};

interface NewDraft {
  readonly personId: string;
  readonly kind: PlanContent['kind'];
  readonly lang: Language;
}

/** A draft to be saved: version 1, or a copy of the newest version as n+1. One draft at a time. */
const newDraft = async (work: Work, input: NewDraft): Promise<{ readonly content: PlanContent; readonly changes: Change[] }> => {
  const versions = await plansOf(work, input.personId);
  const open = versions.find(({ progress }) => commandsOf(planMachine, progress.status).some((c) => c === 'propose' || c === 'approve'));
  if (open !== undefined) throw new RefusedError({ code: 'plan.draftOpen', params: { version: open.content.versionNo } });
  const [newest] = versions;
  // of an earlier stay nothing counts: the first version after it begins empty
  const latest = newest?.progress.closed?.reason === 'NEW_ROUND' ? undefined : newest;
  // a goal that was removed is not proposed again; everything else goes on
  const goals = latest === undefined ? [] : latest.content.objectives.filter((goal) => objectiveStatus(goal, latest.progress) !== 'REMOVED');
  const content: PlanContent = {
    ...created(work),
    type: 'content',
    ...input,
    versionNo: (newest?.content.versionNo ?? 0) + 1,
    objectives: goals,
    ...(latest?.content.personStatement === undefined ? {} : { personStatement: latest.content.personStatement }),
  };
  const progress: PlanProgress = {
    ...created(work),
    type: 'progress',
    personId: input.personId,
    contentId: content.id,
    versionNo: content.versionNo,
    status: 'DRAFT',
    author: work.vault.user.id,
    approvals: [],
    writers: [work.vault.user.id],
    ...(latest === undefined ? {} : { lines: linesTakenOver(content, latest.progress) }),
    ...marksCarried(content, latest?.progress ?? { steps: {} }, undefined),
  };
  return {
    content,
    changes: [
      { op: 'put', collection: 'plans', doc: content },
      { op: 'put', collection: 'plans', doc: progress },
    ],
  };
};

/** Opens a draft: version 1, or a copy of the newest version as n+1. */
export const draftPlan = async (work: Work, input: NewDraft): Promise<{ contentId: string }> => {
  orRefuse(mayBePrepared(await existing(work, 'people', input.personId, 'person')));
  const { content, changes } = await newDraft(work, input);
  await save(work, changes, { action: 'plans.draft', personId: input.personId, details: { version: content.versionNo } });
  return { contentId: content.id };
};

const withIds = (objective: ObjectiveInput): Objective => ({
  ...objective,
  id: objective.id ?? newId(),
  steps: objective.steps.map((step) => ({ ...step, id: step.id ?? newId() })),
});

interface DraftWords {
  readonly contentId: string;
  readonly personStatement?: string | undefined;
  readonly objectives: readonly ObjectiveInput[];
  readonly seen?: PartsSeen | undefined;
}

/**
 * Writes what a draft says, or with `seen` the parts named there; ids that were given stay, so that progress and hand-over
 * follow the same goal.
 * @returns how often each part has been written now
 */
export const writePlan = async (work: Work, { contentId, objectives, ...input }: DraftWords): Promise<{ seen: PartsSeen }> => {
  const { content, progress } = await planVersion(work, contentId);
  const next = orRefuse(written({ content, progress }, { ...input, objectives: objectives.map(withIds) }, work.vault.user));
  if (next.progress !== progress) {
    const changes: Change[] = [
      { op: 'put', collection: 'plans', doc: changed(work, { ...next.content, _rev: content._rev }) },
      { op: 'put', collection: 'plans', doc: changed(work, { ...next.progress, _rev: progress._rev }) },
    ];
    await save(work, changes, { action: 'plans.write', personId: content.personId, details: { goals: next.content.objectives.length } });
  }
  return { seen: partsOf(next.progress) };
};

/** Applies a rule to the progress of a version and saves it. @throws RefusedError what the rule refuses, and notFound */
export const progressTo = async (
  work: Work,
  contentId: string,
  action: string,
  rule: (version: PlanVersion) => Outcome<PlanProgress> | Promise<Outcome<PlanProgress>>,
  also: readonly Change[] = [],
): Promise<void> => {
  const found = await planVersion(work, contentId);
  const next = orRefuse(await rule(found));
  await save(work, [{ op: 'put', collection: 'plans', doc: changed(work, { ...next, _rev: found.progress._rev }) }, ...also], {
    action: `plans.${action}`,
    personId: found.content.personId,
    details: { version: found.content.versionNo },
  });
};

/** Shares a draft with the person; who proposes it signs the lines they wrote. */
export const proposePlan = (work: Work, contentId: string): Promise<void> =>
  progressTo(work, contentId, 'propose', (found) => propose(found.content, ownLinesSigned(work, found)));

/** Records the person's own answer. */
export const answerPlan = async (
  work: Work,
  { contentId, reason, signature, support, fromPaper, ...answer }: Omit<PlanAnswer, 'recordedBy' | 'reason' | 'signature' | 'support' | 'fromPaper'> & {
    readonly contentId: string;
    readonly reason?: string | undefined;
    readonly signature?: PlanAnswer['signature'] | undefined;
    readonly support?: AnswerSupport | undefined;
    /** a page of the signed paper it is typed from */
    readonly fromPaper?: string | undefined;
  },
): Promise<void> => {
  const paper = await typedFrom(work, (await planVersion(work, contentId)).content.personId, fromPaper, ['PLAN_ANSWER']);
  await progressTo(
    work,
    contentId,
    'answer',
    ({ progress }) =>
      answered(progress, { ...answer, ...(signature === undefined ? {} : { signature }), ...(reason === undefined ? {} : { reason }), ...(support === undefined ? {} : { support }), ...paper.from, recordedBy: work.vault.user.id }),
    paper.changes,
  );
};

export const revisePlan = (work: Work, contentId: string): Promise<void> =>
  progressTo(work, contentId, 'revise', ({ progress }) => revised(progress));

/** What an approver signs: this text, on this day, for which body, and the meeting it was agreed in as its paper says. */
export const approvalStatement = (contentId: string, contentHash: string, on: string, meeting?: TeamMeeting, body?: string): Readonly<Record<string, string>> => ({
  act: 'plan.approve',
  contentId,
  contentHash,
  on,
  ...(body === undefined ? {} : { body }),
  ...(meeting === undefined ? {} : { meetingOn: meeting.on, meetingReference: meeting.reference, meetingPresent: meeting.present.join(' ') }),
});

interface PlanApproval {
  readonly contentId: string;
  readonly reasonWithoutAgreement?: string | undefined;
  readonly meeting?: TeamMeeting | undefined;
}

/**
 * Approval by the second user, in one commit: content frozen and hashed, the approver's signature, the version
 * that was in force superseded.
 */
export const approvePlan = async (work: Work, { contentId, reasonWithoutAgreement, meeting }: PlanApproval): Promise<{ contentHash: string }> => {
  const { content, progress } = await planVersion(work, contentId);
  const given = { ...(reasonWithoutAgreement === undefined ? {} : { reasonWithoutAgreement }), ...(meeting === undefined ? {} : { meeting }) };
  orRefuse(mayApprove(content, progress, work.vault.user.id, given));
  signaturesHold(work, content, progress);
  const body = (await jurisdictionOf(work)).plan.approvedBy.find(({ external }) => external === undefined)?.code;
  const { _rev, ...bare } = content;
  const contentHash = canonicalHash(frozenPart(bare));
  const signature = signedBy(work, approvalStatement(contentId, contentHash, work.today, meeting, body));
  const next = orRefuse(approved(content, progress, { by: work.vault.user.id, on: work.today, signature, ...(body === undefined ? {} : { body }), ...given }));
  const before = planInForce(await plansOf(work, content.personId));
  const inForce = { ...orRefuse(activated(next)), ...marksCarried(content, next, before?.progress) };
  const changes: Change[] = [
    { op: 'put', collection: 'plans', doc: changed(work, { ...content, contentHash }) },
    { op: 'put', collection: 'plans', doc: changed(work, { ...inForce, _rev: progress._rev }) },
    ...(before === undefined
      ? []
      : [{ op: 'put' as const, collection: 'plans' as const, doc: changed(work, { ...orRefuse(superseded(before.progress)), _rev: before.progress._rev }) }]),
  ];
  await save(work, changes, { action: 'plans.approve', personId: content.personId, details: { version: content.versionNo, ...(meeting === undefined ? {} : { meeting: true }) } });
  return { contentHash };
};

/** Progress of one step of the version in force; the agreed content does not change. */
export const markStep = (
  work: Work,
  { contentId, stepId, status, note }: { readonly contentId: string; readonly stepId: string; readonly status: StepStatus; readonly note?: string | undefined },
): Promise<void> =>
  progressTo(work, contentId, 'markStep', ({ content, progress }) =>
    marked(content, progress, stepId, { status, on: work.today, by: work.vault.user.id, ...(note === undefined ? {} : { note }) }),
  );

/** Takes the last mark of a step back. */
export const unmarkStep = (work: Work, { contentId, stepId }: { readonly contentId: string; readonly stepId: string }): Promise<void> =>
  progressTo(work, contentId, 'unmarkStep', ({ progress }) => unmarked(progress, stepId));

export const startReview = (work: Work, contentId: string): Promise<void> => progressTo(work, contentId, 'startReview', ({ progress }) => reviewBegun(progress));

export interface EndedReview {
  readonly contentId: string;
  readonly outcome: ReviewOutcome;
  /** the day it was held */
  readonly on: CivilDate;
  readonly note?: string | undefined;
}

/** Ends a review; with AMEND the next version is opened as a draft in the same commit. */
export const endReview = async (work: Work, { contentId, outcome, on, note }: EndedReview): Promise<{ draftId?: string }> => {
  const { content, progress } = await planVersion(work, contentId);
  const next = orRefuse(reviewEnded(progress, { on, by: work.vault.user.id, outcome, ...(note === undefined ? {} : { note }) }, work.today));
  const draft = outcome === 'AMEND' ? await newDraft(work, { personId: content.personId, kind: 'REVIEW', lang: content.lang }) : undefined;
  await save(work, [{ op: 'put', collection: 'plans', doc: changed(work, { ...next, _rev: progress._rev }) }, ...(draft?.changes ?? [])], {
    action: 'plans.endReview',
    personId: content.personId,
    details: { version: content.versionNo, outcome },
  });
  return draft === undefined ? {} : { draftId: draft.content.id };
};
