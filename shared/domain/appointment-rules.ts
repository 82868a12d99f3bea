import { z } from 'zod';
import type { Appointment, AppointmentCommand, AppointmentContent, AppointmentStatus, AppointmentTime } from './appointment.ts';
import { appointmentMachine, MAX_APPOINTMENT_HISTORY } from './appointment.ts';
import type { CivilDate } from './dates.ts';
import type { Holidays } from './jurisdiction.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { PersonStatus } from './people.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

/** Release as it is known today, and the days on which services are closed. */
export interface AppointmentDays {
  readonly today: CivilDate;
  /** day and hour of release; undefined while nobody decided one */
  readonly release: { readonly date: CivilDate; readonly time?: string | undefined } | undefined;
  readonly holidays: Holidays;
}

/** The day of an appointment; undefined where it has none, or follows a day of release that is not known. */
export const dayOf = (at: AppointmentTime, { release, holidays }: Pick<AppointmentDays, 'release' | 'holidays'>): CivilDate | undefined => {
  if (at.when === 'EXACT') return at.date;
  if (release === undefined) return undefined;
  if (at.when === 'IMMEDIATE_ON_RELEASE') return release.date;
  return at.when === 'NEXT_WORKING_DAY' ? nextWorkingDay(release.date, holidays) : undefined;
};

/** The hour of an appointment, where one is set. */
export const timeOf = (at: AppointmentTime): string | undefined => ('time' in at ? at.time : undefined);

const open: ReadonlySet<AppointmentStatus> = new Set(['TO_BE_FIXED', 'FIXED']);
/** Whether it is still to come. */
export const isOpenAppointment = ({ status, past }: Pick<Appointment, 'status' | 'past'>): boolean => past !== true && open.has(status);

/** Who is prepared for appointments outside, or kept in touch with; death, escape and the end of the case stop them. */
const followed: ReadonlySet<PersonStatus> = new Set(['ACTIVE', 'PRE_RELEASE', 'AWAY', 'RELEASED_FOLLOW_UP']);
/** @returns refusal `firstDays.stopped` for whoever died, escaped or has no case any more */
export const mayPrepare = (status: PersonStatus): Outcome<void> => (followed.has(status) ? allowed(undefined) : refused('firstDays.stopped'));

/** The state in which an appointment begins, or comes to when its time is put right. */
export const statusOfTime = ({ when }: AppointmentTime): 'TO_BE_FIXED' | 'FIXED' => (when === 'TO_BE_FIXED' ? 'TO_BE_FIXED' : 'FIXED');

/** Whether this may be written down at all: an exact day of a new appointment is not long gone. */
export const mayBeSet = ({ at }: Pick<AppointmentContent, 'at'>, today: CivilDate): Outcome<void> =>
  at.when === 'EXACT' && at.date < today ? refused('appointment.dayGone') : allowed(undefined);

/** What is known of an open appointment put right. A day that was set keeps it fixed; one taken away has to be found again. */
export const appointmentChanged = <A extends Appointment>(appointment: A, content: AppointmentContent, act: { readonly now: string; readonly by: string; readonly today: CivilDate }): Outcome<A> => {
  if (!isOpenAppointment(appointment)) return refused('appointment.over');
  const moved = JSON.stringify(content.at) !== JSON.stringify(appointment.at);
  if (moved) {
    const may = mayBeSet(content, act.today);
    if (!may.ok) return may;
  }
  const status = statusOfTime(content.at);
  const history = status === appointment.status ? appointment.history : [...appointment.history, { status, at: act.now, by: act.by }];
  if (history.length > MAX_APPOINTMENT_HISTORY) return refused('appointment.tooOften');
  const { serviceId: _service, place: _place, howToGetThere: _way, phone: _phone, ...rest } = appointment;
  return allowed({ ...rest, ...content, status, history } as unknown as A);
};

export interface AppointmentAct {
  readonly command: AppointmentCommand;
  readonly now: string;
  readonly by: string;
  /** why: needed to cancel and to correct, never for not having come */
  readonly reason?: string | undefined;
  /** what came of it */
  readonly outcome?: string | undefined;
  /** the time it is set to; needed to fix and to move */
  readonly at?: AppointmentTime | undefined;
}

const needsReason: ReadonlySet<AppointmentCommand> = new Set(['cancel', 'correct']);
const needsTime: ReadonlySet<AppointmentCommand> = new Set(['fix', 'reschedule']);

const guard = ({ at }: Appointment, { command, reason, at: next }: AppointmentAct, days: AppointmentDays): Outcome<void> => {
  if (needsReason.has(command) && reason === undefined) return refused('appointment.reasonNeeded');
  if (needsTime.has(command)) {
    if (next === undefined || (command === 'fix' && next.when === 'TO_BE_FIXED')) return refused('appointment.timeNeeded');
    if (command === 'reschedule' && JSON.stringify(next) === JSON.stringify(at)) return refused('appointment.sameTime');
    return mayBeSet({ at: next }, days.today);
  }
  if (command !== 'attend' && command !== 'miss') return allowed(undefined);
  const day = dayOf(at, days);
  if (day === undefined && at.when !== 'NONE_NEEDED') return refused('appointment.noDayYet');
  return day !== undefined && day > days.today ? refused('appointment.notYet') : allowed(undefined);
};

/**
 * One step of an appointment, kept in its history. Refuses what the table does not know, a reason that is missing, and an
 * outcome before its day has come. Moving it to another time is two documents: see `appointmentMoved`.
 */
export const appointmentAfter = <A extends Appointment>(appointment: A, act: AppointmentAct, days: AppointmentDays): Outcome<A> => {
  const next = step('appointment', appointmentMachine, appointment.status, act.command);
  if (!next.ok) return next;
  if (appointment.past === true) return refused('appointment.over');
  const may = guard(appointment, act, days);
  if (!may.ok) return may;
  if (appointment.history.length >= MAX_APPOINTMENT_HISTORY) return refused('appointment.tooOften');
  const entry = { status: next.value, at: act.now, by: act.by, ...(act.reason === undefined ? {} : { reason: act.reason }) };
  const { outcome: before, ...rest } = appointment;
  const outcome = act.command === 'correct' ? undefined : (act.outcome ?? before);
  const at = act.command === 'fix' && act.at !== undefined ? act.at : appointment.at;
  return allowed({ ...rest, at, status: next.value, history: [...appointment.history, entry], ...(outcome === undefined ? {} : { outcome }) } as unknown as A);
};

/** What stands in words beside an appointment that cannot be as it is. */
export const AppointmentWarning = z.enum(['SAME_TIME', 'CLOSED', 'BEFORE_RELEASE', 'PASSED', 'NO_PLACE']);
export type AppointmentWarning = z.infer<typeof AppointmentWarning>;

export interface WarnedAppointment {
  readonly id: string;
  readonly warning: AppointmentWarning;
}

const key = (day: CivilDate | undefined, time: string | undefined): string | undefined => (day === undefined || time === undefined ? undefined : `${day} ${time}`);

/**
 * Contradictions of what is set, never corrected by the program: two at one time, on a day services are closed, before the
 * person is free, passed without a word of what came of it, must go and nobody wrote where.
 */
export const appointmentWarnings = (appointments: readonly Pick<Appointment, 'id' | 'status' | 'at' | 'place' | 'mandatory'>[], days: AppointmentDays): readonly WarnedAppointment[] => {
  const fixed = appointments.filter(({ status }) => status === 'FIXED');
  const times = fixed.map(({ at }) => key(dayOf(at, days), timeOf(at)));
  return fixed.flatMap(({ id, at, place, mandatory }): WarnedAppointment[] => {
    const day = dayOf(at, days);
    const time = timeOf(at);
    const moment = key(day, time);
    const { release, today, holidays } = days;
    const tooEarly = release !== undefined && day !== undefined && (day < release.date || (day === release.date && time !== undefined && release.time !== undefined && time < release.time));
    const found: [AppointmentWarning, boolean][] = [
      ['SAME_TIME', moment !== undefined && times.filter((other) => other === moment).length > 1],
      ['CLOSED', day !== undefined && day >= today && !isWorkingDay(day, holidays)],
      ['BEFORE_RELEASE', tooEarly && day >= today],
      ['PASSED', day !== undefined && day < today],
      ['NO_PLACE', mandatory && place === undefined && (day === undefined || day >= today)],
    ];
    return found.flatMap(([warning, is]) => (is ? [{ id, warning }] : []));
  });
};
