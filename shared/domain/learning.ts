import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';

export const ProgrammeArea = z.enum([
  'EDUCATION',
  'PSYCHOLOGICAL',
  'SOCIAL',
  'VOCATIONAL',
  'WORK',
  'SPORT',
  'CULTURE',
  'SPIRITUAL',
  'RESTORATIVE',
  'PRE_RELEASE',
  'LANGUAGE',
  'DIGITAL',
]);
export type ProgrammeArea = z.infer<typeof ProgrammeArea>;

export const Programme = z.strictObject({
  ...documentBase,
  type: z.literal('programme'),
  code: shortText,
  title: z.strictObject({ en: shortText, it: shortText, ro: shortText }),
  area: ProgrammeArea,
  provider: shortText,
  hours: z.number().min(0).max(5000),
  active: z.boolean(),
});
export type Programme = z.infer<typeof Programme>;

export const Session = z.strictObject({
  id: Id,
  no: z.int().min(1),
  on: CivilDate,
  minutes: z.int().min(1).max(1440),
  cancelled: shortText.optional(),
});
export type Session = z.infer<typeof Session>;

/** One course: a programme held from a date to a date, with its sessions. No names of participants. */
export const Run = z.strictObject({
  ...documentBase,
  type: z.literal('run'),
  programmeId: Id,
  label: shortText,
  startsOn: CivilDate,
  endsOn: CivilDate.optional(),
  leaders: z.array(Id).max(10),
  sessions: z.array(Session).max(400),
});
export type Run = z.infer<typeof Run>;

/** An empty mark is no mark: the session was not recorded for this person, and does not count. */
export const AttendanceMark = z.enum(['PRESENT', 'ABSENT', 'EXCUSED', 'REFUSED', 'WORK_OR_COURT', 'HEALTH', 'CANCELLED']);
export type AttendanceMark = z.infer<typeof AttendanceMark>;

export const EnrolmentStatus = z.enum([
  'REFERRED',
  'SUITABLE',
  'SUITABLE_NOT_READY',
  'NOT_SUITABLE',
  'WAITING',
  'ENROLLED',
  'ON_PROGRAMME',
  'ON_HOLD',
  'COMPLETED',
  'DROPPED_OUT',
  'EXCLUDED',
  'NOT_COMPLETED',
  'WITHDRAWN_BEFORE_START',
]);

export const Enrolment = z.strictObject({
  ...documentBase,
  type: z.literal('enrolment'),
  personId: Id,
  runId: Id,
  programmeId: Id,
  status: EnrolmentStatus,
  enrolledOn: CivilDate,
  endedOn: CivilDate.optional(),
  marks: z.record(
    Id,
    z.strictObject({
      mark: AttendanceMark,
      minutes: z.int().min(0).max(1440).optional(),
      by: Id,
      on: CivilDate,
    }),
  ),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** Sums of one enrolment. Minutes of presence use the mark's own minutes, else the session's length. */
export interface AttendanceSums {
  readonly held: number;
  readonly marked: number;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly minutes: number;
  /** present ÷ (present + absent + refused), percent rounded; undefined when nothing counts yet */
  readonly percent?: number;
}

export const attendanceSums = (sessions: readonly Session[], marks: Enrolment['marks']): AttendanceSums => {
  const held = sessions.filter((session) => session.cancelled === undefined);
  let marked = 0;
  let present = 0;
  let excused = 0;
  let absent = 0;
  let minutes = 0;
  for (const session of held) {
    const entry = marks[session.id];
    if (entry === undefined || entry.mark === 'CANCELLED') continue;
    marked += 1;
    if (entry.mark === 'PRESENT') {
      present += 1;
      minutes += entry.minutes ?? session.minutes;
    } else if (entry.mark === 'ABSENT' || entry.mark === 'REFUSED') absent += 1;
    else excused += 1;
  }
  const counted = present + absent;
  return {
    held: held.length,
    marked,
    present,
    excused,
    absent,
    minutes,
    ...(counted === 0 ? {} : { percent: Math.round((present / counted) * 100) }),
  };
};
