import type { Appointment } from './appointment.ts';
import { isOpenAppointment } from './appointment-rules.ts';
import type { CaseFile } from './casefile.ts';
import type { Obligation } from './obligations.ts';

type Stamp = Pick<Appointment, 'id' | 'v' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>;

/** For whom, and what a health appointment is called: the file names neither place nor purpose of it. */
export interface RoadArrival {
  readonly personId: string;
  readonly lang: Appointment['lang'];
  readonly healthWords: string;
}

/**
 * An appointment as a case tells it, with the sender's id: what came of it is entered here. Its day is set where the sender could work
 * it out.
 */
export const appointmentFromCase = (told: NonNullable<CaseFile['appointments']>[number], { personId, lang, healthWords }: RoadArrival, stamp: Stamp): Appointment => ({
  ...stamp,
  type: 'appointment',
  personId,
  organisation: told.organisation ?? healthWords,
  purpose: told.purpose ?? healthWords,
  domain: told.health === true ? 'HEALTH' : 'COMMUNITY',
  at: told.on === undefined || told.at.when === 'EXACT' ? told.at : { when: 'EXACT', date: told.on, ...('time' in told.at && told.at.time !== undefined ? { time: told.at.time } : {}) },
  ...(told.place === undefined ? {} : { place: told.place }),
  bring: [],
  ...(told.phone === undefined ? {} : { phone: told.phone }),
  mandatory: told.mandatory,
  lang: told.lang ?? lang,
  status: told.status,
  history: [{ status: told.status, at: stamp.createdAt, by: stamp.createdBy }],
});

/** Whether an appointment that is here may follow what a newer case says: nobody entered here what came of it. */
export const mayFollow = (here: Pick<Appointment, 'status' | 'past' | 'history'>): boolean => isOpenAppointment(here) && here.history.length === 1;

/** An obligation as a case tells it, with the sender's id; the act prevails. */
export const obligationFromCase = ({ readAloudOn: _read, ...told }: NonNullable<CaseFile['obligations']>['lines'][number], personId: string, stamp: Stamp): Obligation => ({ ...stamp, ...told, type: 'obligation', personId });
