import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { ReviewExemptionReason } from '../../../shared/domain/review-schedule.ts';

/** Why a review is put off, and until when. How long is too long the core says. */
export const putOffForm = (today: CivilDate) =>
  z.object({
    reason: z.enum(ReviewExemptionReason.options, { error: 'plan:review.reasonMissing' }),
    until: z
      .string()
      .refine(isCivilDate, 'common:form.dateMissing')
      .refine((day) => day >= today, 'plan:review.untilPast'),
  });
export type PutOffForm = z.infer<ReturnType<typeof putOffForm>>;
