import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { ObjectiveCommand, RemovalReason, type ObjectiveStatus } from '../../../shared/domain/plan-marks.ts';

/** How a goal goes on, with what the act needs (rules: `objectiveMarked`). */
export const goalForm = (status: ObjectiveStatus, today: CivilDate) =>
  z
    .object({
      command: z.enum(ObjectiveCommand.options, { error: 'plan:progress.whatMissing' }),
      reason: RemovalReason.optional(),
      targetDate: z.string(),
      note: z.string().trim().max(200, 'common:form.tooLong'),
    })
    .superRefine(({ command, reason, targetDate, note }, check) => {
      const wrong = (path: string, message: string): void => check.addIssue({ code: 'custom', path: [path], message });
      if (command === 'remove' && reason === undefined) wrong('reason', 'plan:progress.reasonMissing');
      if (command === 'readd' && note === '') wrong('note', 'plan:progress.whyMissing');
      if (command !== 'begin' || status !== 'LATER') return;
      if (!isCivilDate(targetDate)) wrong('targetDate', 'common:form.dateMissing');
      else if (targetDate < today) wrong('targetDate', 'plan:progress.datePast');
    });
export type GoalForm = z.infer<ReturnType<typeof goalForm>>;
