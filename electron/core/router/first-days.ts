import { addApplication, changeApplication, stepApplication } from '../services/first-days/applications.ts';
import { addAppointment, changeAppointment, stepAppointment } from '../services/first-days/appointments.ts';
import { setDeparture } from '../services/first-days/departure.ts';
import { FIRST_DAYS_COLLECTIONS, firstDaysView } from '../services/first-days/first-days.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';
import { followed } from './followed.ts';

export const firstDaysRouter = {
  ofPerson: os.firstDays.ofPerson.handler(({ input, context: { session }, signal }) => followed(session, FIRST_DAYS_COLLECTIONS, signal, (work) => firstDaysView(work, input.personId))),
  setDeparture: os.firstDays.setDeparture.handler(({ input, context }) => alone(context, (work) => setDeparture(work, input))),
};

export const appointmentsRouter = {
  add: os.appointments.add.handler(({ input, context }) => addAppointment(context.session.work(), input.personId, input.content)),
  change: os.appointments.change.handler(({ input, context }) => changeAppointment(context.session.work(), input.appointmentId, input.content)),
  step: os.appointments.step.handler(({ input, context }) => stepAppointment(context.session.work(), input)),
};

export const applicationsRouter = {
  add: os.applications.add.handler(({ input, context }) => addApplication(context.session.work(), input.personId, input.content)),
  change: os.applications.change.handler(({ input, context }) => changeApplication(context.session.work(), input.applicationId, input.content)),
  step: os.applications.step.handler(({ input, context }) => stepApplication(context.session.work(), input)),
};
