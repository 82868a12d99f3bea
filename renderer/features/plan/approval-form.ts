import { z } from 'zod';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { TeamProfession, type TeamMeeting } from '../../../shared/domain/plan.ts';

/** How it was decided: at the table of the team, or by the approver alone. */
export const ApprovalHow = ['MEETING', 'ALONE'] as const;

/** Approval needs a reason only where the person did not agree, and what the minutes say where a team decided. */
export const approvalForm = (agreed: boolean, today: CivilDate) => {
  const reason = z.string().trim().max(LONG_TEXT, 'common:form.tooLong');
  return z
    .object({
      how: z.enum(ApprovalHow, { error: 'plan:approve.howMissing' }),
      meetingOn: z.string(),
      reference: z.string().trim().max(200, 'common:form.tooLong'),
      present: z.array(TeamProfession),
      reason: agreed ? reason : reason.min(1, 'plan:approve.reasonMissing'),
    })
    .superRefine(({ how, meetingOn, reference, present }, check) => {
      if (how === 'ALONE') return;
      const wrong = (path: string, message: string): void => check.addIssue({ code: 'custom', path: [path], message });
      if (!isCivilDate(meetingOn)) wrong('meetingOn', 'common:form.dateMissing');
      else if (meetingOn > today) wrong('meetingOn', 'plan:approve.meetingInFuture');
      if (reference === '') wrong('reference', 'plan:approve.referenceMissing');
      if (present.length < 2) wrong('present', 'plan:approve.presentMissing');
    });
};
export type ApprovalForm = z.infer<ReturnType<typeof approvalForm>>;

/** The meeting as it is recorded; undefined when the approver decided alone. */
export const meetingOf = ({ how, meetingOn, reference, present }: ApprovalForm): TeamMeeting | undefined => (how === 'ALONE' ? undefined : { on: meetingOn, reference, present });
