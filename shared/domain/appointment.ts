import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { Time } from './custody.ts';
import { CivilDate, Instant } from './dates.ts';
import type { Machine } from './machine.ts';
import { NeedDomain } from './needs.ts';

/** When somebody has to be there. Most first appointments are set before the day of release is known. */
export const AppointmentWhen = z.enum(['IMMEDIATE_ON_RELEASE', 'NEXT_WORKING_DAY', 'EXACT', 'TO_BE_FIXED', 'NONE_NEEDED']);
export type AppointmentWhen = z.infer<typeof AppointmentWhen>;

export const AppointmentTime = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('IMMEDIATE_ON_RELEASE') }),
  z.strictObject({ when: z.literal('NEXT_WORKING_DAY'), time: Time.optional() }),
  z.strictObject({ when: z.literal('EXACT'), date: CivilDate, time: Time.optional() }),
  z.strictObject({ when: z.literal('TO_BE_FIXED') }),
  z.strictObject({ when: z.literal('NONE_NEEDED') }),
]);
export type AppointmentTime = z.infer<typeof AppointmentTime>;

export const AppointmentStatus = z.enum(['TO_BE_FIXED', 'FIXED', 'ATTENDED', 'NOT_ATTENDED', 'CANCELLED', 'RESCHEDULED']);
export type AppointmentStatus = z.infer<typeof AppointmentStatus>;

export const AppointmentCommand = z.enum(['fix', 'attend', 'miss', 'cancel', 'reschedule', 'correct']);
export type AppointmentCommand = z.infer<typeof AppointmentCommand>;

/** Not coming is told without a reason if there is none to tell; what was entered by mistake is corrected with one. */
export const appointmentMachine: Machine<AppointmentStatus, AppointmentCommand> = {
  TO_BE_FIXED: { fix: 'FIXED', cancel: 'CANCELLED' },
  FIXED: { attend: 'ATTENDED', miss: 'NOT_ATTENDED', cancel: 'CANCELLED', reschedule: 'RESCHEDULED' },
  ATTENDED: { correct: 'FIXED' },
  NOT_ATTENDED: { correct: 'FIXED' },
  CANCELLED: {},
  RESCHEDULED: {},
};

/** What is known of an appointment: the part that can be put right while it is open. */
export const AppointmentContent = z.strictObject({
  /** the service, as it is called */
  organisation: shortText,
  /** its card in the address book */
  serviceId: Id.optional(),
  purpose: shortText,
  domain: NeedDomain,
  at: AppointmentTime,
  /** street and number: printed on the person's paper also where the name of the service is not */
  place: shortText.optional(),
  howToGetThere: shortText.optional(),
  bring: z.array(z.string().trim().min(1).max(80)).max(12),
  phone: z.string().trim().min(1).max(60).optional(),
  mandatory: z.boolean(),
});
export type AppointmentContent = z.infer<typeof AppointmentContent>;

export const AppointmentEntry = z.strictObject({ status: AppointmentStatus, at: Instant, by: Id, reason: shortText.optional() });

/** The longest way of one appointment: nobody corrects it more often. */
export const MAX_APPOINTMENT_HISTORY = 40;

/** One appointment with a service, mostly after release. */
export const Appointment = z.strictObject({
  ...documentBase,
  type: z.literal('appointment'),
  personId: Id,
  ...AppointmentContent.shape,
  /** in which its texts are written */
  lang: Language,
  status: AppointmentStatus,
  /** newest last */
  history: z.array(AppointmentEntry).max(MAX_APPOINTMENT_HISTORY),
  /** what came of it, in a sentence */
  outcome: shortText.optional(),
  /** the one it stands for, and the one that stands for it */
  /** of an earlier stay: kept, and no longer counted */
  past: z.literal(true).optional(),
  follows: Id.optional(),
  followedBy: Id.optional(),
});
export type Appointment = z.infer<typeof Appointment>;
