import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { ThirdPersonKind, ToldHow, type ThirdPerson, type ThirdPersonCommand, type ThirdPersonDetails } from '../../../shared/domain/third-person.ts';
import type { ThirdPersonAct } from '../../../shared/domain/third-person-rules.ts';

/** Who it is, as the fields hold it. */
export const DetailsForm = z.object({
  kind: ThirdPersonKind,
  name: z.string().trim().min(1, 'choices:third.form.nameMissing').max(200, 'common:form.tooLong'),
  relation: z.string().trim().max(80, 'common:form.tooLong'),
  phone: z.string().trim().max(60, 'common:form.tooLong'),
});
export type DetailsForm = z.infer<typeof DetailsForm>;

export const emptyDetails: DetailsForm = { kind: 'RELATIVE', name: '', relation: '', phone: '' };
export const detailsOf = ({ kind, name, relation, phone }: ThirdPerson): DetailsForm => ({ kind, name, relation: relation ?? '', phone: phone ?? '' });
export const detailsFrom = ({ kind, name, relation, phone }: DetailsForm): ThirdPersonDetails => ({ kind, name, ...(relation === '' ? {} : { relation }), ...(phone === '' ? {} : { phone }) });

/** Their answer: a yes or a no says what was told before; taking it back needs nothing. */
export const answerForm = (command: ThirdPersonCommand, today: CivilDate) =>
  z
    .object({
      on: z
        .string()
        .refine(isCivilDate, 'common:form.dateMissing')
        .refine((day) => day <= today, 'choices:third.form.inFuture'),
      validTo: z.string(),
      told: z.string().trim().max(200, 'common:form.tooLong'),
      how: ToldHow,
    })
    .superRefine(({ on, validTo, told }, check) => {
      if (command !== 'withdraw' && told === '') check.addIssue({ code: 'custom', path: ['told'], message: 'choices:third.form.toldMissing' });
      if (command === 'give' && validTo !== '' && !(isCivilDate(validTo) && validTo >= on)) check.addIssue({ code: 'custom', path: ['validTo'], message: 'choices:third.form.validToBefore' });
    });
export type AnswerForm = z.infer<ReturnType<typeof answerForm>>;

export const actFrom = (command: ThirdPersonCommand, { on, validTo, told, how }: AnswerForm): ThirdPersonAct => ({
  command,
  on,
  how,
  ...(command === 'give' && validTo !== '' ? { validTo } : {}),
  ...(command === 'withdraw' || told === '' ? {} : { told }),
});
