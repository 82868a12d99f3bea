import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { EndReason, EnrolmentCommand, type EnrolmentStatus, type ProgrammeArea } from '../../../shared/domain/learning.ts';
import { enrolmentCommands, reasonFor } from '../../../shared/domain/learning-machine.ts';

/** The steps open to every one of several enrolments. */
export const commonCommands = (enrolments: readonly { readonly status: EnrolmentStatus; readonly area: ProgrammeArea }[]): readonly EnrolmentCommand[] => {
  const [first, ...others] = enrolments.map(({ status, area }) => enrolmentCommands(status, area));
  return (first ?? []).filter((command) => others.every((commands) => commands.includes(command)));
};

/** The form of a step: which, when, and why where the rule asks for it. */
export const stepForm = (today: CivilDate) =>
  z
    .object({
      command: z.enum(EnrolmentCommand.options, 'learning:step.commandMissing'),
      on: z.string().refine(isCivilDate, 'common:form.dateMissing'),
      reason: z.union([EndReason, z.literal('')]),
      note: z.string().trim().max(200, 'common:form.tooLong'),
    })
    .superRefine(({ command, on, reason }, check) => {
      if (isCivilDate(on) && on > today) check.addIssue({ code: 'custom', path: ['on'], message: 'refusals:enrolment.toCome' });
      if (reasonFor[command] === 'must' && reason === '') check.addIssue({ code: 'custom', path: ['reason'], message: 'refusals:enrolment.reasonNeeded' });
    });
export type StepForm = z.infer<ReturnType<typeof stepForm>>;
