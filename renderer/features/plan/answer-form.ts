import { z } from 'zod';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { Answer, AnswerSupport, type PlanProgress } from '../../../shared/domain/plan.ts';

export const Signature = z.enum(['PAPER', 'TICK', 'REFUSED']);

/** The answers that may be recorded now (rules: `answered` in `plan-rules.ts`). */
export const answersNow = ({ status, answer }: Pick<PlanProgress, 'status' | 'answer'>): readonly Answer[] => {
  if (status === 'PROPOSED') return ['AGREES', 'DISAGREES', 'COULD_NOT_ANSWER'];
  const stands = status === 'AGREED' || status === 'ACTIVE' || status === 'UNDER_REVIEW' || status === 'HANDED_OVER';
  return stands && answer?.answer === 'AGREES' ? ['WITHDRAWN'] : [];
};

/**
 * The person's answer. A reason is never asked for: it may be given.
 * @param again the person could not answer before: this time it is said what helped
 */
export const answerForm = (today: CivilDate, again = false) =>
  z
    .object({
      answer: z.enum(Answer.options, { error: 'plan:answer.missing' }),
      on: z
        .string()
        .refine(isCivilDate, 'common:form.dateMissing')
        .refine((day) => day <= today, 'plan:answer.inFuture'),
      signature: Signature.optional(),
      support: AnswerSupport.optional(),
      reason: z.string().trim().max(LONG_TEXT, 'common:form.tooLong'),
    })
    .superRefine(({ answer, signature, support }, check) => {
      if (again && support === undefined && answer === 'COULD_NOT_ANSWER') check.addIssue({ code: 'custom', path: ['support'], message: 'plan:answer.supportMissing' });
      if (signature === undefined && answer !== 'COULD_NOT_ANSWER') check.addIssue({ code: 'custom', path: ['signature'], message: 'plan:answer.signatureMissing' });
    });
export type AnswerForm = z.infer<ReturnType<typeof answerForm>>;
