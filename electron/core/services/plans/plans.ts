import type { ObjectiveInput } from '../../../../shared/contract/casework.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import { commandsOf } from '../../../../shared/domain/machine.ts';
import type { Outcome } from '../../../../shared/domain/outcome.ts';
import { planMachine, type Objective, type PlanContent, type PlanProgress, type StepStatus } from '../../../../shared/domain/plan.ts';
import { answered, approved, frozenPart, mayApprove, mayWrite, propose, revised, type PlanAnswer } from '../../../../shared/domain/plan-rules.ts';
import { canonicalHash } from '../../canonical.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, existing, newId, orRefuse, RefusedError, save, signedBy, type Work } from '../work.ts';

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
  versions.find(({ progress }) => ['ACTIVE', 'UNDER_REVIEW', 'HANDED_OVER'].includes(progress.status));

const version = async (work: Work, contentId: string): Promise<PlanVersion> => {
  const content = await existing(work, 'plans', contentId, 'content');
  const progress = (await plansOf(work, content.personId)).find((candidate) => candidate.content.id === contentId)?.progress;
  if (progress === undefined) throw new RefusedError({ code: 'notFound', params: { type: 'progress' } });
  return { content, progress };
};

/** Opens a draft: version 1, or a copy of the newest version as n+1. One draft at a time. */
export const draftPlan = async (
  work: Work,
  input: { readonly personId: string; readonly kind: PlanContent['kind']; readonly lang: Language },
): Promise<{ contentId: string }> => {
  await existing(work, 'people', input.personId, 'person');
  const versions = await plansOf(work, input.personId);
  const open = versions.find(({ progress }) => commandsOf(planMachine, progress.status).some((c) => c === 'propose' || c === 'approve'));
  if (open !== undefined) throw new RefusedError({ code: 'plan.draftOpen', params: { version: open.content.versionNo } });
  const latest = versions[0]?.content;
  const content: PlanContent = {
    ...created(work),
    type: 'content',
    ...input,
    versionNo: (latest?.versionNo ?? 0) + 1,
    objectives: latest?.objectives ?? [],
    ...(latest?.personStatement === undefined ? {} : { personStatement: latest.personStatement }),
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
    steps: versions[0]?.progress.steps ?? {},
  };
  await save(
    work,
    [
      { op: 'put', collection: 'plans', doc: content },
      { op: 'put', collection: 'plans', doc: progress },
    ],
    { action: 'plans.draft', personId: input.personId, details: { version: content.versionNo } },
  );
  return { contentId: content.id };
};

const withIds = (objective: ObjectiveInput): Objective => ({
  ...objective,
  id: objective.id ?? newId(),
  steps: objective.steps.map((step) => ({ ...step, id: step.id ?? newId() })),
});

/** Replaces what a draft says; ids that were given stay, so that progress and hand-over follow the same goal. */
export const writePlan = async (
  work: Work,
  input: { readonly contentId: string; readonly personStatement?: string | undefined; readonly objectives: readonly ObjectiveInput[] },
): Promise<void> => {
  const { content, progress } = await version(work, input.contentId);
  orRefuse(mayWrite(progress));
  const { personStatement: _old, ...rest } = content;
  const next: Stored<PlanContent> = {
    ...rest,
    objectives: input.objectives.map(withIds),
    ...(input.personStatement === undefined ? {} : { personStatement: input.personStatement }),
  };
  await save(work, [{ op: 'put', collection: 'plans', doc: changed(work, next) }], { action: 'plans.write', personId: content.personId });
};

/** Applies a rule to the progress of a version and saves it. */
const progressTo = async (
  work: Work,
  contentId: string,
  action: string,
  rule: (version: PlanVersion) => Outcome<PlanProgress>,
): Promise<void> => {
  const found = await version(work, contentId);
  const next = orRefuse(rule(found));
  await save(work, [{ op: 'put', collection: 'plans', doc: changed(work, { ...next, _rev: found.progress._rev }) }], {
    action: `plans.${action}`,
    personId: found.content.personId,
    details: { version: found.content.versionNo },
  });
};

export const proposePlan = (work: Work, contentId: string): Promise<void> =>
  progressTo(work, contentId, 'propose', ({ content, progress }) => propose(content, progress));

/** Records the person's own answer. */
export const answerPlan = (work: Work, { contentId, reason, ...answer }: Omit<PlanAnswer, 'recordedBy' | 'reason'> & { readonly contentId: string; readonly reason?: string | undefined }): Promise<void> =>
  progressTo(work, contentId, 'answer', ({ progress }) =>
    answered(progress, { ...answer, ...(reason === undefined ? {} : { reason }), recordedBy: work.vault.user.id }),
  );

export const revisePlan = (work: Work, contentId: string): Promise<void> =>
  progressTo(work, contentId, 'revise', ({ progress }) => revised(progress));

/** What an approver signs. */
export const approvalStatement = (contentId: string, contentHash: string, on: string) => ({ act: 'plan.approve', contentId, contentHash, on });

/**
 * Approval by the second user, in one commit: content frozen and hashed, the approver's signature, the version
 * that was in force superseded.
 */
export const approvePlan = async (work: Work, contentId: string, reasonWithoutAgreement?: string): Promise<{ contentHash: string }> => {
  const { content, progress } = await version(work, contentId);
  orRefuse(mayApprove(content, progress, work.vault.user.id, reasonWithoutAgreement));
  const { _rev, ...bare } = content;
  const contentHash = canonicalHash(frozenPart(bare));
  const next = orRefuse(
    approved(content, progress, {
      by: work.vault.user.id,
      on: work.today,
      signature: signedBy(work, approvalStatement(contentId, contentHash, work.today)),
      ...(reasonWithoutAgreement === undefined ? {} : { reasonWithoutAgreement }),
    }),
  );
  const before = planInForce(await plansOf(work, content.personId));
  const changes: Change[] = [
    { op: 'put', collection: 'plans', doc: changed(work, { ...content, contentHash }) },
    { op: 'put', collection: 'plans', doc: changed(work, { ...next, _rev: progress._rev }) },
    ...(before === undefined
      ? []
      : [{ op: 'put' as const, collection: 'plans' as const, doc: changed(work, { ...before.progress, status: 'SUPERSEDED' as const }) }]),
  ];
  await save(work, changes, { action: 'plans.approve', personId: content.personId, details: { version: content.versionNo } });
  return { contentHash };
};

/** Progress of one step; the agreed content does not change. */
export const markStep = (
  work: Work,
  input: { readonly contentId: string; readonly stepId: string; readonly status: StepStatus; readonly note?: string | undefined },
): Promise<void> =>
  progressTo(work, input.contentId, 'markStep', ({ content, progress }) =>
    content.objectives.some((objective) => objective.steps.some((step) => step.id === input.stepId))
      ? {
          ok: true,
          value: {
            ...progress,
            steps: {
              ...progress.steps,
              [input.stepId]: { status: input.status, on: work.today, ...(input.note === undefined ? {} : { note: input.note }) },
            },
          },
        }
      : { ok: false, refusal: { code: 'notFound', params: { type: 'step' } } },
  );
