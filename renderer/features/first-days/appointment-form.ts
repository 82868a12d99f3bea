import { z } from 'zod';
import { AppointmentCommand, AppointmentWhen, type AppointmentContent, type AppointmentTime } from '../../../shared/domain/appointment.ts';
import { Time } from '../../../shared/domain/custody.ts';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';

/** The value of a choice that is not made. */
export const NOBODY = 'none';

const words = z.string().trim().max(200, 'common:form.tooLong');
const phone = z.string().trim().max(60, 'common:form.tooLong');
const time = z
  .string()
  .trim()
  .refine((text) => text === '' || Time.safeParse(text).success, 'people:dates.timeWrong');

const timing = { when: z.enum(AppointmentWhen.options, { error: 'firstDays:appointment.whenMissing' }), date: z.string(), time };

interface TimeForm {
  readonly when: AppointmentWhen;
  readonly date: string;
  readonly time: string;
}

/** What a form says of the time. */
export const timeOfForm = ({ when, date, time: hour }: TimeForm): AppointmentTime => {
  const at = hour === '' ? {} : { time: hour };
  if (when === 'EXACT') return { when, date, ...at };
  return when === 'NEXT_WORKING_DAY' ? { when, ...at } : { when };
};

export const timeToForm = (at: AppointmentTime | undefined): { readonly when?: AppointmentWhen; readonly date: string; readonly time: string } =>
  at === undefined ? { date: '', time: '' } : { when: at.when, date: at.when === 'EXACT' ? at.date : '', time: 'time' in at ? (at.time ?? '') : '' };

const dated = (form: Pick<TimeForm, 'when' | 'date'>): boolean => form.when !== 'EXACT' || isCivilDate(form.date);

/** What is known of one appointment. */
export const appointmentForm = z
  .object({
    organisation: words.min(1, 'firstDays:appointment.organisationMissing'),
    serviceId: z.string(),
    purpose: words.min(1, 'firstDays:appointment.purposeMissing'),
    domain: z.enum(NeedDomain.options, { error: 'firstDays:appointment.domainMissing' }),
    ...timing,
    place: words,
    way: words,
    bring: words,
    phone,
    mandatory: z.enum(['YES', 'NO']),
  })
  .refine(dated, { path: ['date'], message: 'common:form.dateMissing' });
export type AppointmentForm = z.infer<typeof appointmentForm>;

const listed = (text: string): string[] => [...new Set(text.split(',').map((word) => word.trim()))].filter((word) => word !== '').slice(0, 12);

export const contentOfForm = ({ organisation, serviceId, purpose, domain, place, way, bring, phone: number, mandatory, ...at }: AppointmentForm): AppointmentContent => ({
  organisation,
  ...(serviceId === NOBODY ? {} : { serviceId }),
  purpose,
  domain,
  at: timeOfForm(at),
  ...(place === '' ? {} : { place }),
  ...(way === '' ? {} : { howToGetThere: way }),
  bring: listed(bring),
  ...(number === '' ? {} : { phone: number }),
  mandatory: mandatory === 'YES',
});

export const formOfContent = (content: AppointmentContent | undefined) => ({
  organisation: content?.organisation ?? '',
  serviceId: content?.serviceId ?? NOBODY,
  purpose: content?.purpose ?? '',
  ...(content === undefined ? {} : { domain: content.domain }),
  ...timeToForm(content?.at),
  place: content?.place ?? '',
  way: content?.howToGetThere ?? '',
  bring: content?.bring.join(', ') ?? '',
  phone: content?.phone ?? '',
  mandatory: content?.mandatory === true ? ('YES' as const) : ('NO' as const),
});

/** One step: what happened, and what that asks for. */
export const appointmentStepForm = z
  .object({ command: z.enum(AppointmentCommand.options, { error: 'firstDays:step.missing' }), reason: words, outcome: words, ...timing, when: z.enum([...AppointmentWhen.options, '']) })
  .superRefine(({ command, reason, when, date }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
    if ((command === 'cancel' || command === 'correct') && reason === '') wrong('reason', 'firstDays:step.reasonMissing');
    if (command !== 'fix' && command !== 'reschedule') return;
    if (when === '') wrong('when', 'firstDays:appointment.whenMissing');
    else if (!dated({ when, date })) wrong('date', 'common:form.dateMissing');
  });
export type AppointmentStepForm = z.infer<typeof appointmentStepForm>;
