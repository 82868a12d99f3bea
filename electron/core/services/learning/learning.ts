import type { Participant, RunView } from '../../../../shared/contract/learning.ts';
import { attendanceSums, type AttendanceSums } from '../../../../shared/domain/attendance-sums.ts';
import type { Enrolment, Programme, Run } from '../../../../shared/domain/learning.ts';
import { packMarks } from '../../../../shared/domain/learning-marks.ts';
import { displayName, folded } from '../../../../shared/domain/people.ts';
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

/** One course with everybody on it, by name, and their marks packed. */
export const viewRun = async (work: Work, runId: string): Promise<RunView> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const programme = await existing(work, 'programmes', run.programmeId, 'programme');
  const people = await Promise.all((await enrolmentsOf(work, runId)).map((enrolment) => participantOf(work, run, enrolment)));
  return { run, programme, people: people.toSorted((a, b) => (folded(a.name) < folded(b.name) ? -1 : 1)) };
};
