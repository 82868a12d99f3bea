import type { ObjectiveCommand, RemovalReason } from '../../../../shared/domain/plan-marks.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { lineWithout } from '../../../../shared/domain/plan-line-rules.ts';
import type { LineAbsence, PlanLine } from '../../../../shared/domain/plan-lines.ts';
import { objectiveMarked, objectiveUnmarked } from '../../../../shared/domain/plan-mark-rules.ts';
import { closed, externallyApproved } from '../../../../shared/domain/plan-rules.ts';
import type { PlanCloseReason } from '../../../../shared/domain/plan.ts';
import { allowed } from '../../../../shared/domain/outcome.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import type { Work } from '../work.ts';
import { signLineOf } from './line-signatures.ts';
import { progressTo } from './plans.ts';

/** A profession signs its line. @throws RefusedError */
export const signLine = (work: Work, { contentId, line }: { readonly contentId: string; readonly line: PlanLine }): Promise<void> =>
  progressTo(work, contentId, 'signLine', (found) => allowed(signLineOf(work, found, line)));

interface Without {
  readonly contentId: string;
  readonly line: PlanLine;
  /** none: it is taken back */
  readonly reason?: LineAbsence | undefined;
  readonly note?: string | undefined;
}

/** Says that nobody answers for a line, or takes that back. The trail keeps that it was said, never why. @throws RefusedError */
export const lineUnavailable = (work: Work, { contentId, line, reason, note }: Without): Promise<void> =>
  progressTo(work, contentId, 'lineUnavailable', ({ progress }) => lineWithout(progress, line, reason === undefined ? undefined : { reason, note, on: work.today }, work.vault.user));

interface ObjectiveEntry {
  readonly contentId: string;
  readonly objectiveId: string;
  readonly command: ObjectiveCommand;
  readonly note?: string | undefined;
  readonly reason?: RemovalReason | undefined;
  readonly targetDate?: CivilDate | undefined;
}

/** How a goal of the version in force goes on. @throws RefusedError */
export const markObjective = (work: Work, { contentId, objectiveId, ...act }: ObjectiveEntry): Promise<void> =>
  progressTo(work, contentId, 'markObjective', ({ content, progress }) => objectiveMarked(content, progress, objectiveId, { ...act, on: work.today, by: work.vault.user.id }));

/** Takes the last mark of a goal back. @throws RefusedError */
export const unmarkObjective = (work: Work, { contentId, objectiveId }: { readonly contentId: string; readonly objectiveId: string }): Promise<void> =>
  progressTo(work, contentId, 'unmarkObjective', ({ progress }) => objectiveUnmarked(progress, objectiveId));

interface Closing {
  readonly contentId: string;
  readonly reason: PlanCloseReason;
  readonly note?: string | undefined;
}

/** A version goes no further. @throws RefusedError */
export const closePlan = (work: Work, { contentId, ...closing }: Closing): Promise<void> =>
  progressTo(work, contentId, 'close', ({ progress }) => closed(progress, { ...closing, on: work.today, by: work.vault.user.id }));

interface External {
  readonly contentId: string;
  readonly body: string;
  readonly on: CivilDate;
  readonly act: string;
}

/** Records from its act that another authority approved the version in force. @throws RefusedError */
export const recordExternalApproval = (work: Work, { contentId, ...approval }: External): Promise<void> =>
  progressTo(work, contentId, 'recordApproval', async ({ progress }) => {
    const { approvedBy } = (await jurisdictionOf(work)).plan;
    const bodies = approvedBy.flatMap(({ code, external }) => (external === undefined ? [] : [code]));
    return externallyApproved(progress, { ...approval, recordedBy: work.vault.user.id, recordedOn: work.today }, bodies, work.today);
  });
