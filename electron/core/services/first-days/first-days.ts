import type { FirstDaysView } from '../../../../shared/contract/first-days.ts';
import { isUnanswered } from '../../../../shared/domain/application-rules.ts';
import { appointmentWarnings, dayOf, isOpenAppointment, timeOf } from '../../../../shared/domain/appointment-rules.ts';
import { packMissing } from '../../../../shared/domain/first-days.ts';
import { itineraryView } from '../../../../shared/domain/itinerary-lines.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { HOME_COLLECTIONS } from '../home/kept-facts.ts';
import { packWhyOf } from '../packs/who.ts';
import { viewSettings } from '../settings/settings.ts';
import type { Work } from '../work.ts';
import { firstDaysSources } from './facts.ts';

/** What the first days are put together from, and so what their view follows. */
export const FIRST_DAYS_COLLECTIONS = HOME_COLLECTIONS;

/** Open ones by their day, those without a day after them, what is over last. */
const order = (over: boolean, day: string | undefined, time: string | undefined): string => `${over ? 1 : 0} ${day ?? '9'} ${time ?? '99'}`;

/** Everything that is arranged for somebody's first days, worked out for today. @throws RefusedError notFound */
export const firstDaysView = async (work: Work, personId: string): Promise<FirstDaysView> => {
  const { person, appointments, applications, departure, facts } = await firstDaysSources(work, personId);
  const warned = appointmentWarnings(facts.appointments, facts);
  const why = await packWhyOf(work, personId);
  return {
    ...(facts.release === undefined ? {} : { release: { date: facts.release.date, ...(facts.release.time === undefined ? {} : { time: facts.release.time }) } }),
    appointments: appointments
      .map((appointment) => {
        const day = dayOf(appointment.at, facts);
        return { appointment, ...(day === undefined ? {} : { day }), warnings: warned.filter(({ id }) => id === appointment.id).map(({ warning }) => warning) };
      })
      .toSorted((a, b) => (order(!isOpenAppointment(a.appointment), a.day, timeOf(a.appointment.at)) < order(!isOpenAppointment(b.appointment), b.day, timeOf(b.appointment.at)) ? -1 : 1)),
    applications: applications.map((application) => ({ application, late: isUnanswered(application) && application.expectedBy !== undefined && application.expectedBy < work.today })),
    departure: { ...departure?.things },
    itinerary: itineraryView(facts),
    pack: { ...(why === undefined ? {} : { why }), openable: isInCustody(person.status), language: person.copyLanguage ?? (await viewSettings(work)).defaultDocumentLanguage, missing: [...packMissing(facts)] },
  };
};
