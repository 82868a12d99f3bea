import type { Appointment, AppointmentCommand, AppointmentContent, AppointmentTime } from '../../../../shared/domain/appointment.ts';
import { appointmentAfter, appointmentChanged, mayBeSet, mayPrepare, statusOfTime } from '../../../../shared/domain/appointment-rules.ts';
import type { Change } from '../../vault/types.ts';
import { contactOf } from '../contacts/contacts.ts';
import { jurisdictionOf, viewSettings } from '../settings/settings.ts';
import { changed, created, existing, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { releaseOf } from './facts.ts';

/** What the trail is told: when and of which kind, never with whom or where. */
const detailsOf = ({ at, domain, mandatory }: Pick<AppointmentContent, 'at' | 'domain' | 'mandatory'>) => ({ when: at.when, domain, mandatory, ...(at.when === 'EXACT' ? { on: at.date } : {}) });

const knownService = async (work: Work, { serviceId }: Pick<AppointmentContent, 'serviceId'>): Promise<void> => {
  if (serviceId !== undefined && (await contactOf(work, serviceId)) === undefined) throw new RefusedError({ code: 'contact.unknown' });
};

const fresh = async (work: Work, personId: string, content: AppointmentContent, id = newId()): Promise<Appointment> => ({
  ...created(work, id),
  type: 'appointment',
  personId,
  ...content,
  lang: (await viewSettings(work)).defaultDocumentLanguage,
  status: statusOfTime(content.at),
  history: [{ status: statusOfTime(content.at), at: work.now, by: work.vault.user.id }],
});

/** Writes an appointment down. @throws RefusedError notFound, firstDays.stopped, appointment.…, contact.unknown */
export const addAppointment = async (work: Work, personId: string, content: AppointmentContent): Promise<{ appointmentId: string }> => {
  const { status } = await existing(work, 'people', personId, 'person');
  orRefuse(mayPrepare(status));
  orRefuse(mayBeSet(content, work.today));
  await knownService(work, content);
  const doc = await fresh(work, personId, content);
  await save(work, [{ op: 'put', collection: 'release', doc }], { action: 'appointments.add', personId, details: detailsOf(content) });
  return { appointmentId: doc.id };
};

/** Puts right what is known of an open one. @throws RefusedError as above, and appointment.over */
export const changeAppointment = async (work: Work, appointmentId: string, content: AppointmentContent): Promise<void> => {
  const appointment = await existing(work, 'release', appointmentId, 'appointment');
  const { status } = await existing(work, 'people', appointment.personId, 'person');
  orRefuse(mayPrepare(status));
  await knownService(work, content);
  const next = orRefuse(appointmentChanged(appointment, content, { now: work.now, by: work.vault.user.id, today: work.today }));
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, next) }], { action: 'appointments.change', personId: appointment.personId, details: detailsOf(content) });
};

export interface AppointmentStepInput {
  readonly appointmentId: string;
  readonly command: AppointmentCommand;
  readonly reason?: string | undefined;
  readonly outcome?: string | undefined;
  readonly at?: AppointmentTime | undefined;
}

const contentOf = ({ organisation, serviceId, purpose, domain, place, howToGetThere, bring, phone, mandatory }: Appointment, at: AppointmentTime): AppointmentContent => ({
  organisation,
  ...(serviceId === undefined ? {} : { serviceId }),
  purpose,
  domain,
  at,
  ...(place === undefined ? {} : { place }),
  ...(howToGetThere === undefined ? {} : { howToGetThere }),
  bring: [...bring],
  ...(phone === undefined ? {} : { phone }),
  mandatory,
});

/**
 * One step of an appointment. Moved to another time it stays as it was, and a new one linked with it stands for it.
 * @throws RefusedError machine.appointment, appointment.…, firstDays.stopped, notFound
 */
export const stepAppointment = async (work: Work, { appointmentId, command, at, ...told }: AppointmentStepInput): Promise<{ appointmentId: string }> => {
  const appointment = await existing(work, 'release', appointmentId, 'appointment');
  const person = await existing(work, 'people', appointment.personId, 'person');
  if (command === 'fix' || command === 'reschedule') orRefuse(mayPrepare(person.status));
  const days = { today: work.today, release: releaseOf(person), holidays: (await jurisdictionOf(work)).holidays };
  const next = orRefuse(appointmentAfter(appointment, { command, at, ...told, now: work.now, by: work.vault.user.id }, days));
  const moved = command === 'reschedule' && at !== undefined ? { ...(await fresh(work, appointment.personId, contentOf(appointment, at))), follows: appointmentId } : undefined;
  const changes: Change[] = [
    { op: 'put', collection: 'release', doc: changed(work, moved === undefined ? next : { ...next, followedBy: moved.id }) },
    ...(moved === undefined ? [] : [{ op: 'put' as const, collection: 'release' as const, doc: moved }]),
  ];
  await save(work, changes, { action: 'appointments.step', personId: appointment.personId, details: { command, status: next.status, ...(at === undefined ? {} : { when: at.when }) } });
  return { appointmentId: moved?.id ?? appointmentId };
};
