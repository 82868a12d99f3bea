import type { Application } from '../../../../shared/domain/application.ts';
import type { Appointment } from '../../../../shared/domain/appointment.ts';
import type { Departure } from '../../../../shared/domain/departure.ts';
import type { FirstDaysFacts } from '../../../../shared/domain/first-days.ts';
import type { Jurisdiction } from '../../../../shared/domain/jurisdiction.ts';
import type { Person } from '../../../../shared/domain/people.ts';
import { releaseDay } from '../../../../shared/domain/road-dates.ts';
import { standing } from '../../../../shared/domain/round-rules.ts';
import type { Stored } from '../../vault/types.ts';
import { roundsOf } from '../needs/needs.ts';
import { planInForce, plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { existing, type Work } from '../work.ts';
import { releaseRoad } from './release-road.ts';
import { usefulServices } from './useful-services.ts';

/** Day and hour of release as they are known today; undefined while nobody decided a day. */
export const releaseOf = (person: Person): FirstDaysFacts['release'] => {
  const day = releaseDay(person);
  if (day === undefined) return undefined;
  const time = person.releaseDates.find(({ kind, date, supersededOn }) => supersededOn === undefined && kind === day.kind && date === day.date)?.time;
  return { date: day.date, ...(time === undefined ? {} : { time }) };
};

/** What is kept about appointments and applications of somebody, oldest first. */
export const appointmentsOf = (work: Work, personId: string): Promise<Stored<Appointment>[]> => find(work.vault, 'release', 'appointment', { selector: { personId }, sort: [{ id: 'asc' }] });
export const applicationsOf = (work: Work, personId: string): Promise<Stored<Application>[]> => find(work.vault, 'release', 'application', { selector: { personId }, sort: [{ id: 'asc' }] });
export const departureOf = async (work: Work, personId: string): Promise<Stored<Departure> | undefined> => (await find(work.vault, 'release', 'departure', { selector: { personId } })).find(({ past }) => past !== true);

/** Everything the first days are put together from. */
export interface FirstDaysSources {
  readonly person: Stored<Person>;
  readonly jurisdiction: Jurisdiction;
  readonly appointments: readonly Stored<Appointment>[];
  readonly applications: readonly Stored<Application>[];
  readonly departure: Stored<Departure> | undefined;
  readonly services: Awaited<ReturnType<typeof usefulServices>>;
  readonly facts: FirstDaysFacts;
}

/** Reads what is known of somebody's first days now: nothing of it is ever kept ready, so nothing of it gets old. @throws RefusedError notFound */
export const firstDaysSources = async (work: Work, personId: string): Promise<FirstDaysSources> => {
  const person = await existing(work, 'people', personId, 'person');
  const [jurisdiction, appointments, applications, departure, versions, rounds, road, services] = await Promise.all([
    jurisdictionOf(work),
    appointmentsOf(work, personId),
    applicationsOf(work, personId),
    departureOf(work, personId),
    plansOf(work, personId),
    roundsOf(work, personId),
    releaseRoad(work, personId),
    usefulServices(work, person.municipality),
  ]);
  const { holidays } = jurisdiction;
  const facts = { today: work.today, holidays, release: releaseOf(person), appointments: appointments.filter(({ past }) => past !== true), applications, departure, plan: planInForce(versions), round: standing(rounds), ...road, services: services.length };
  return { person, jurisdiction, appointments, applications, departure, services, facts };
};
