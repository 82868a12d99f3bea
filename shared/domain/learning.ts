import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import { PackOrigin } from './pack-origin.ts';

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

export const ProgrammeTitle = z.strictObject({ en: shortText, it: shortText, ro: shortText });

export const Programme = z.strictObject({
  ...documentBase,
  type: z.literal('programme'),
  code: shortText,
  title: ProgrammeTitle,
  area: ProgrammeArea,
  provider: shortText,
  hours: z.number().min(0).max(5000),
  active: z.boolean(),
  /** the office whose catalogue it came with */
  from: PackOrigin.optional(),
});
export type Programme = z.infer<typeof Programme>;

/** Sessions of one course: one every working day of a year and a half. */
export const MAX_SESSIONS = 400;

export const Session = z.strictObject({
  id: Id,
  no: z.int().min(1),
  on: CivilDate,
  minutes: z.int().min(1).max(1440),
  /** why it was not held; a cancelled session counts for nobody */
  cancelled: shortText.optional(),
  /** the day it was first planned for */
  movedFrom: CivilDate.optional(),
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
  /** users of this workplace who lead it */
  leaders: z.array(Id).max(10),
  sessions: z.array(Session).max(MAX_SESSIONS),
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
export type EnrolmentStatus = z.infer<typeof EnrolmentStatus>;

/** What an enrolment is told to do; which state knows which command is the table of learning-machine.ts. */
export const EnrolmentCommand = z.enum([
  'findSuitable',
  'findNotReady',
  'findNotSuitable',
  'wait',
  'enrol',
  'start',
  'hold',
  'resume',
  'complete',
  'dropOut',
  'exclude',
  'stopEarly',
  'withdraw',
  'reopen',
]);
export type EnrolmentCommand = z.infer<typeof EnrolmentCommand>;

/** First level of a reason; the second is a few words. A reason never leaves the prison. */
export const EndReason = z.enum(['PERSONAL', 'MOTIVATION', 'BEHAVIOUR', 'ATTENDANCE', 'OPERATIONAL', 'HEALTH', 'SECURITY', 'TRANSFER', 'RELEASE', 'ADMIN']);
export type EndReason = z.infer<typeof EndReason>;

/** One step of an enrolment, newest last. */
export const EnrolmentStep = z.strictObject({
  command: EnrolmentCommand,
  status: EnrolmentStatus,
  on: CivilDate,
  by: Id,
  reason: EndReason.optional(),
  /** the second level of the reason, or the result of a completed course */
  note: shortText.optional(),
});
export type EnrolmentStep = z.infer<typeof EnrolmentStep>;

export const Enrolment = z.strictObject({
  ...documentBase,
  type: z.literal('enrolment'),
  personId: Id,
  runId: Id,
  programmeId: Id,
  status: EnrolmentStatus,
  enrolledOn: CivilDate,
  endedOn: CivilDate.optional(),
  history: z.array(EnrolmentStep).max(100).optional(),
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
