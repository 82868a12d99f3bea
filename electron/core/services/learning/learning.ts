import { attendanceSums, type AttendanceMark, type AttendanceSums, type Enrolment, type Programme, type Run } from '../../../../shared/domain/learning.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, existing, newId, RefusedError, save, type Work } from '../work.ts';

/** Every programme, by code. */
export const programmes = (work: Work): Promise<Stored<Programme>[]> =>
  find(work.vault, 'programmes', 'programme', { selector: {}, sort: [{ 'ix.code': 'asc' }] });

export type NewProgramme = Pick<Programme, 'code' | 'title' | 'area' | 'provider' | 'hours'>;

export const addProgramme = async (work: Work, input: NewProgramme): Promise<{ programmeId: string }> => {
  const programme: Programme = { ...created(work), type: 'programme', ...input, active: true };
  await save(work, [{ op: 'put', collection: 'programmes', doc: programme }], { action: 'learning.addProgramme', details: { programme: programme.id } });
  return { programmeId: programme.id };
};

export interface NewRun {
  readonly programmeId: string;
  readonly label: string;
  readonly sessions: readonly { readonly on: string; readonly minutes: number }[];
}

/** Opens a course with its planned sessions, numbered by date. */
export const addRun = async (work: Work, input: NewRun): Promise<{ runId: string; sessionIds: string[] }> => {
  await existing(work, 'programmes', input.programmeId, 'programme');
  const sessions = input.sessions
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((session, index) => ({ ...session, id: newId(), no: index + 1 }));
  const first = sessions[0];
  const last = sessions.at(-1);
  if (first === undefined || last === undefined) throw new RefusedError({ code: 'run.noSession' });
  const run: Run = {
    ...created(work),
    type: 'run',
    programmeId: input.programmeId,
    label: input.label,
    startsOn: first.on,
    endsOn: last.on,
    leaders: [work.vault.user.id],
    sessions,
  };
  await save(work, [{ op: 'put', collection: 'programmes', doc: run }], { action: 'learning.addRun', details: { run: run.id } });
  return { runId: run.id, sessionIds: sessions.map((session) => session.id) };
};

/** The enrolments of a course. */
export const enrolmentsOf = (work: Work, runId: string): Promise<Stored<Enrolment>[]> =>
  find(work.vault, 'learning', 'enrolment', { selector: { 'ix.runId': runId }, sort: [{ id: 'asc' }] });

/** Puts people on a course; who is on it already stays as they are. */
export const enrol = async (work: Work, runId: string, personIds: readonly string[]): Promise<{ enrolled: number; already: number }> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const there = new Set((await enrolmentsOf(work, runId)).map((enrolment) => enrolment.personId));
  const fresh = [...new Set(personIds)].filter((id) => !there.has(id));
  for (const id of fresh) await existing(work, 'people', id, 'person');
  const docs = fresh.map(
    (personId): Enrolment => ({
      ...created(work),
      type: 'enrolment',
      personId,
      runId,
      programmeId: run.programmeId,
      status: 'ON_PROGRAMME',
      enrolledOn: work.today,
      marks: {},
    }),
  );
  if (docs.length > 0) {
    await save(work, docs.map((doc) => ({ op: 'put' as const, collection: 'learning' as const, doc })), {
      action: 'learning.enrol',
      details: { run: runId, people: docs.length },
    });
  }
  return { enrolled: docs.length, already: personIds.length - fresh.length };
};

export interface MarkInput {
  readonly personId: string;
  readonly sessionId: string;
  /** null takes a mark back: not recorded, which is not the same as absent */
  readonly mark: AttendanceMark | null;
  readonly minutes?: number | undefined;
}

/** Marks of one course in one commit. @throws RefusedError when a person or session is not of this course */
export const mark = async (work: Work, runId: string, marks: readonly MarkInput[]): Promise<{ saved: number }> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const sessions = new Map(run.sessions.map((session) => [session.id, session]));
  const enrolments = new Map((await enrolmentsOf(work, runId)).map((enrolment) => [enrolment.personId, enrolment]));
  const touched = new Set<string>();
  for (const entry of marks) {
    const enrolment = enrolments.get(entry.personId);
    const session = sessions.get(entry.sessionId);
    if (enrolment === undefined) throw new RefusedError({ code: 'mark.notEnrolled' });
    if (session === undefined) throw new RefusedError({ code: 'mark.noSession' });
    if ((entry.minutes ?? 0) > session.minutes) throw new RefusedError({ code: 'mark.tooManyMinutes', params: { minutes: session.minutes } });
    const { [entry.sessionId]: _old, ...others } = enrolment.marks;
    enrolments.set(entry.personId, {
      ...enrolment,
      marks:
        entry.mark === null
          ? others
          : {
              ...others,
              [entry.sessionId]: {
                mark: entry.mark,
                by: work.vault.user.id,
                on: work.today,
                ...(entry.minutes === undefined ? {} : { minutes: entry.minutes }),
              },
            },
    });
    touched.add(entry.personId);
  }
  const docs = [...touched].flatMap((id) => enrolments.get(id) ?? []);
  await save(work, docs.map((doc) => ({ op: 'put' as const, collection: 'learning' as const, doc: changed(work, doc) })), {
    action: 'learning.mark',
    details: { run: runId, marks: marks.length },
  });
  return { saved: marks.length };
};

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
      const run = await existing(work, 'programmes', enrolment.runId, 'run');
      const programme = await existing(work, 'programmes', enrolment.programmeId, 'programme');
      return { enrolment, run, programme, sums: attendanceSums(run.sessions, enrolment.marks) };
    }),
  );
};

/** One course with everybody on it. */
export const viewRun = async (work: Work, runId: string) => {
  const run = await existing(work, 'programmes', runId, 'run');
  const programme = await existing(work, 'programmes', run.programmeId, 'programme');
  const items = await enrolmentsOf(work, runId);
  return { run, programme, enrolments: { items, total: items.length } };
};
