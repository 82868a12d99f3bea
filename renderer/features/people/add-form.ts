import { z } from 'zod';
import type { NewPerson } from '../../../shared/contract/people.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { mayBeEntered } from '../../../shared/domain/person-rules.ts';
import { formMessage } from '../../design/form/message.ts';

const tooLong = 'common:form.tooLong';

/** The form of a new person. `today` is the civil date of the workplace; nobody under 18 is entered. */
export const addPersonForm = (today: CivilDate) =>
  z.object({
    familyName: z.string().trim().min(1, 'people:add.familyNameMissing').max(200, tooLong),
    givenName: z.string().trim().max(200, tooLong),
    code: z.string().trim().min(1, 'people:add.codeMissing').max(40, tooLong),
    birthDate: z.string().superRefine((date, check) => {
      if (!isCivilDate(date)) {
        check.addIssue({ code: 'custom', message: 'people:add.birthDateMissing' });
        return;
      }
      const entered = mayBeEntered(date, today);
      if (!entered.ok) check.addIssue({ code: 'custom', message: formMessage(`refusals:${entered.refusal.code}`, entered.refusal.params) });
    }),
    unit: z.string().trim().max(200, tooLong),
    endOfSentence: z.string(),
  });
export type AddPersonForm = z.infer<ReturnType<typeof addPersonForm>>;

/** What is sent: fields left empty are not known, and are left out. */
export const newPersonOf = ({ unit, endOfSentence, ...person }: AddPersonForm): z.infer<typeof NewPerson> => ({
  ...person,
  ...(unit === '' ? {} : { unit }),
  ...(endOfSentence === '' ? {} : { endOfSentence }),
});
