import { z } from 'zod';
import { ApplicationCommand, ApplicationKind, PaidBy, StoredWith, type Application, type ApplicationContent } from '../../../shared/domain/application.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';

/** The value of a choice that is not made. */
export const NONE = 'none';

const words = z.string().trim().max(200, 'common:form.tooLong');
const dayOrNothing = z.string().refine((text) => text === '' || isCivilDate(text), 'common:form.dateMissing');
const choice = <T extends string>(options: readonly T[]) => z.enum([NONE, ...options]);

/** What is known of one application. */
export const applicationForm = z
  .object({
    kind: z.enum(ApplicationKind.options, { error: 'firstDays:application.kindMissing' }),
    what: words,
    to: words,
    cost: z.string().trim().max(40, 'common:form.tooLong'),
    paidBy: choice(PaidBy.options),
    reference: z.string().trim().max(80, 'common:form.tooLong'),
    expectedBy: dayOrNothing,
    storedWith: choice(StoredWith.options),
  })
  .refine(({ kind, what }) => kind !== 'OTHER' || what !== '', { path: ['what'], message: 'firstDays:application.whatMissing' });
export type ApplicationForm = z.infer<typeof applicationForm>;

const given = <T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined | '' | typeof NONE> } =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== '' && entry !== NONE)) as never;

export const contentOfForm = ({ kind, ...rest }: ApplicationForm): ApplicationContent => ({ kind, ...given(rest) });

export const formOfContent = (application: ApplicationContent | undefined) => ({
  ...(application === undefined ? {} : { kind: application.kind }),
  what: application?.what ?? '',
  to: application?.to ?? '',
  cost: application?.cost ?? '',
  paidBy: application?.paidBy ?? NONE,
  reference: application?.reference ?? '',
  expectedBy: application?.expectedBy ?? '',
  storedWith: application?.storedWith ?? NONE,
});

const asksNote: ReadonlySet<string> = new Set(['refuse', 'reopen', 'askMore']);

/** One step: what happened, on which day, and what that asks for. */
export const applicationStepForm = (today: CivilDate) =>
  z
    .object({
      command: z.enum(ApplicationCommand.options, { error: 'firstDays:step.missing' }),
      on: z
        .string()
        .refine(isCivilDate, 'common:form.dateMissing')
        .refine((day) => day <= today, 'firstDays:step.toCome'),
      note: words,
      expectedBy: dayOrNothing,
      reference: z.string().trim().max(80, 'common:form.tooLong'),
      storedWith: z.union([StoredWith, z.literal('')]),
    })
    .superRefine(({ command, note, storedWith }, check) => {
      if (asksNote.has(command) && note === '') check.addIssue({ code: 'custom', path: ['note'], message: 'firstDays:step.reasonMissing' });
      if (command === 'receive' && storedWith === '') check.addIssue({ code: 'custom', path: ['storedWith'], message: 'firstDays:application.storedMissing' });
    });

/** Whether an application was handed in already, and so what may be typed of it. */
export const wasHandedIn = ({ status }: Pick<Application, 'status'>): boolean => status !== 'TO_SUBMIT';
