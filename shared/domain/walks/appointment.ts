import type { Appointment, AppointmentCommand, AppointmentStatus } from '../appointment.ts';
import { appointmentAfter } from '../appointment-rules.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

const days = { today: MADE_UP.today, release: undefined, holidays: { source: 's', fixed: [] } };

export const walkAppointment: Walk<AppointmentStatus, AppointmentCommand> = (status, command) =>
  reached(
    appointmentAfter(
      { status, at: status === 'TO_BE_FIXED' ? { when: 'TO_BE_FIXED' } : { when: 'EXACT', date: MADE_UP.today }, history: [] } as unknown as Appointment,
      { command, now: MADE_UP.now, by: MADE_UP.me, reason: 'the service closed', at: { when: 'NONE_NEEDED' } },
      days,
    ),
    (appointment) => appointment.status,
  );
