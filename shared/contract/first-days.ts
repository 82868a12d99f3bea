import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, shortText } from '../domain/base.ts';
import { Application, ApplicationCommand, ApplicationContent, StoredWith } from '../domain/application.ts';
import { Appointment, AppointmentCommand, AppointmentContent, AppointmentTime } from '../domain/appointment.ts';
import { AppointmentWarning } from '../domain/appointment-rules.ts';
import { Time } from '../domain/custody.ts';
import { CivilDate } from '../domain/dates.ts';
import { Departure, DepartureState, DepartureThing } from '../domain/departure.ts';
import { PackThing } from '../domain/first-days.ts';
import { ItineraryView } from '../domain/itinerary-lines.ts';
import { PackWhy } from '../domain/pack-rules.ts';
import { procedure } from './base.ts';

const stored = { _rev: z.string() };

/** An appointment, the day it falls on as release is known today, and what contradicts it. */
export const AppointmentView = z.object({ appointment: Appointment.extend(stored), day: CivilDate.optional(), warnings: z.array(AppointmentWarning) });
export type AppointmentView = z.infer<typeof AppointmentView>;

export const ApplicationView = z.object({
  application: Application.extend(stored),
  /** an answer was expected, its day has passed */
  late: z.boolean(),
});
export type ApplicationView = z.infer<typeof ApplicationView>;

/** Everything arranged for somebody's first days outside. */
export const FirstDaysView = z.object({
  release: z.object({ date: CivilDate, time: Time.optional() }).optional(),
  /** earliest first; what is over comes last */
  appointments: z.array(AppointmentView),
  applications: z.array(ApplicationView),
  departure: Departure.shape.things,
  itinerary: ItineraryView,
  /** the emergency pack: why it lies ready, and what it would leave open */
  pack: z.object({ why: PackWhy.optional(), openable: z.boolean(), language: Language, missing: z.array(PackThing) }),
});
export type FirstDaysView = z.infer<typeof FirstDaysView>;

export const firstDays = {
  /** Live, also over midnight: days follow the day of release, and are never kept. */
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(FirstDaysView)),
  /** One line of how somebody leaves; without a state it is not known any more. */
  setDeparture: procedure
    .input(
      z.object({
        personId: Id,
        thing: DepartureThing,
        state: DepartureState.optional(),
        words: shortText.optional(),
        phone: z.string().trim().min(1).max(60).optional(),
        days: z.int().min(1).max(90).optional(),
      }),
    )
    .output(z.void()),
};

export const appointments = {
  add: procedure.input(z.object({ personId: Id, content: AppointmentContent })).output(z.object({ appointmentId: Id })),
  /** Puts right what is known of an open appointment. */
  change: procedure.input(z.object({ appointmentId: Id, content: AppointmentContent })).output(z.void()),
  /** One step; `reschedule` answers with the appointment that stands for it. */
  step: procedure
    .input(z.object({ appointmentId: Id, command: AppointmentCommand, reason: shortText.optional(), outcome: shortText.optional(), at: AppointmentTime.optional() }))
    .output(z.object({ appointmentId: Id })),
};

export const applications = {
  add: procedure.input(z.object({ personId: Id, content: ApplicationContent })).output(z.object({ applicationId: Id })),
  change: procedure.input(z.object({ applicationId: Id, content: ApplicationContent })).output(z.void()),
  step: procedure
    .input(
      z.object({
        applicationId: Id,
        command: ApplicationCommand,
        on: CivilDate,
        note: shortText.optional(),
        expectedBy: CivilDate.optional(),
        reference: z.string().trim().min(1).max(80).optional(),
        storedWith: StoredWith.optional(),
      }),
    )
    .output(z.void()),
};
