import { z } from 'zod';
import { Language, LONG_TEXT } from '../../../shared/domain/base.ts';
import { ChoiceBy, ExplainedHow } from '../../../shared/domain/consents.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';

/** One choice as it is recorded. Words are never asked for; a last day only of a yes. */
export const choiceForm = (today: CivilDate) =>
  z
    .object({
      on: z
        .string()
        .refine(isCivilDate, 'common:form.dateMissing')
        .refine((day) => day <= today, 'choices:form.inFuture'),
      lang: Language,
      explainedHow: ExplainedHow,
      givenBy: ChoiceBy,
      validTo: z.string(),
      words: z.string().trim().max(LONG_TEXT, 'common:form.tooLong'),
    })
    .superRefine(({ on, validTo }, check) => {
      if (validTo !== '' && !(isCivilDate(validTo) && validTo >= on)) check.addIssue({ code: 'custom', path: ['validTo'], message: 'choices:form.validToBefore' });
    });
export type ChoiceForm = z.infer<ReturnType<typeof choiceForm>>;
