import { z } from 'zod';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { ReviewOutcome } from '../../../shared/domain/plan.ts';

/** What came of a review. While a new version is being written, another is not opened. */
export const reviewForm = (today: CivilDate, drafting: boolean) =>
  z
    .object({
      outcome: z.enum(ReviewOutcome.options, { error: 'plan:review.outcomeMissing' }),
      on: z
        .string()
        .refine(isCivilDate, 'common:form.dateMissing')
        .refine((day) => day <= today, 'plan:review.inFuture'),
      note: z.string().trim().max(LONG_TEXT, 'common:form.tooLong'),
    })
    .superRefine(({ outcome }, check) => {
      if (drafting && outcome === 'AMEND') check.addIssue({ code: 'custom', path: ['outcome'], message: 'plan:review.draftOpen' });
    });
export type ReviewForm = z.infer<ReturnType<typeof reviewForm>>;
