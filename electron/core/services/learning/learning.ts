import type { Participant, RunView } from '../../../../shared/contract/learning.ts';
import { attendanceSums, type AttendanceSums } from '../../../../shared/domain/attendance-sums.ts';
import type { Enrolment, Programme, Run } from '../../../../shared/domain/learning.ts';
import { packMarks } from '../../../../shared/domain/learning-marks.ts';
import { leads } from '../../../../shared/domain/learning-sessions.ts';
import { displayName, folded } from '../../../../shared/domain/people.ts';
import { NotYoursError, wholeVault } from '../../vault/scoped-vault.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { existing, type Work } from '../work.ts';
import { enrolmentsOf } from './enrolments.ts';

export interface Course {
  readonly enrolment: Stored<Enrolment>;
  readonly run: Stored<Run>;
  readonly programme: Stored<Programme>;
  readonly sums: AttendanceSums;
}

/** The courses of a person with their sums, newest first. */
export const coursesOf = async (work: Work, personId: string): Promise<Course[]> => {
  const enrolments = await find(work.vault, 'learning', 'enrolment', { selector: { personId }, sort: [{ id: 'desc' }] });
  return Promise.all(
    enrolments.map(async (enrolment) => {
      const [run, programme] = await Promise.all([existing(work, 'programmes', enrolment.runId, 'run'), existing(work, 'programmes', enrolment.programmeId, 'programme')]);
      return { enrolment, run, programme, sums: attendanceSums(run.sessions, enrolment.marks, work.today) };
    }),
  );
};

const participantOf = async (work: Work, run: Run, enrolment: Enrolment): Promise<Participant> => {
  const person = await existing(work, 'people', enrolment.personId, 'person');
  const minutes = Object.entries(enrolment.marks).flatMap(([id, mark]) => (mark.minutes === undefined ? [] : [[id, mark.minutes] as const]));
  return {
    enrolmentId: enrolment.id,
    personId: person.id,
    name: displayName(person),
    code: person.code,
    status: enrolment.status,
    enrolledOn: enrolment.enrolledOn,
    ...(enrolment.endedOn === undefined ? {} : { endedOn: enrolment.endedOn }),
    marks: packMarks(run.sessions, enrolment.marks),
    minutes: Object.fromEntries(minutes),
  };
};

/** Whoever leads a course sees who is on it, whosever cases they are. */
export const asLeader = (work: Work, run: Pick<Run, 'leaders'>): Work => (leads(run, work.vault.user.id) ? { ...work, vault: wholeVault(work.vault) } : work);

/** One course that this user leads. @throws NotYoursError for a course that others lead */
export const ownRun = async (work: Work, runId: string): Promise<Stored<Run>> => {
  const run = await existing(work, 'programmes', runId, 'run');
  if (!leads(run, work.vault.user.id)) throw new NotYoursError();
  return run;
};

/** As `viewRun`, for a teacher: of the people their names and marks, and nothing about what else is done here. */
export const viewOwnRun = async (work: Work, runId: string): Promise<RunView> => {
  await ownRun(work, runId);
  return viewRun(work, runId);
};

/** One course with everybody on it that the user sees, by name, and their marks packed. */
export const viewRun = async (work: Work, runId: string): Promise<RunView> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const programme = await existing(work, 'programmes', run.programmeId, 'programme');
  const seen = asLeader(work, run);
  const people = await Promise.all((await enrolmentsOf(seen, runId)).map((enrolment) => participantOf(seen, run, enrolment)));
  return { run, programme, people: people.toSorted((a, b) => (folded(a.name) < folded(b.name) ? -1 : 1)) };
};
