import { z } from 'zod';
import { Time } from '../../../shared/domain/custody.ts';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import { Certainty, ReleaseDateKind, type Person } from '../../../shared/domain/people.ts';
import { currentDates } from '../../../shared/domain/release-dates.ts';

/** Whether a date of this kind is in force and would be replaced: then a reason is asked. */
export const replaces = (person: Pick<Person, 'releaseDates'>, kind: string): boolean => currentDates(person).some((entry) => entry.kind === kind);

export const civilDateField = z.string().refine(isCivilDate, 'common:form.dateMissing');
/** The hour of a release, or nothing. */
export const timeField = z
  .string()
  .trim()
  .refine((text) => text === '' || Time.safeParse(text).success, 'people:dates.timeWrong');
export const sourceField = z.string().trim().min(1, 'common:form.sourceMissing').max(200, 'common:form.tooLong');

/** A date on the road of this person. */
export const dateForm = (person: Pick<Person, 'releaseDates'>) =>
  z
    .object({
      kind: z.enum(ReleaseDateKind.options, { error: 'people:dates.kindMissing' }),
      date: civilDateField,
      time: timeField,
      certainty: z.enum(Certainty.options, { error: 'people:dates.certaintyMissing' }),
      source: sourceField,
      reasonForChange: z.string().trim().max(200, 'common:form.tooLong'),
    })
    .superRefine((entry, check) => {
      if (entry.reasonForChange === '' && replaces(person, entry.kind)) {
        check.addIssue({ code: 'custom', path: ['reasonForChange'], message: 'people:dates.reasonMissing' });
      }
    });
export type DateForm = z.infer<ReturnType<typeof dateForm>>;
