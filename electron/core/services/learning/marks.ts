import type { AttendanceMark, Enrolment, Run, Session } from '../../../../shared/domain/learning.ts';
import { mayMark } from '../../../../shared/domain/learning-marks.ts';
import { leads } from '../../../../shared/domain/learning-sessions.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import { mustSee, NotYoursError } from '../../vault/scoped-vault.ts';
import { changed, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { enrolmentsOf, puts } from './enrolments.ts';
import { asLeader } from './learning.ts';

export interface MarkInput {
  readonly personId: string;
  readonly sessionId: string;
  /** null takes a mark back: not recorded, which is not the same as absent */
  readonly mark: AttendanceMark | null;
  readonly minutes?: number | undefined;
}

/** An enrolment with one mark set or taken back. Minutes that are all of the session's are not written apart. */
export const withMark = <E extends Enrolment>(work: Work, enrolment: E, session: Session, { mark, minutes }: Pick<MarkInput, 'mark' | 'minutes'>): E => {
  const { [session.id]: _old, ...others } = enrolment.marks;
  if (mark === null) return { ...enrolment, marks: others };
  const part = mark === 'PRESENT' && minutes !== undefined && minutes < session.minutes ? { minutes } : {};
  return { ...enrolment, marks: { ...others, [session.id]: { mark, by: work.vault.user.id, on: work.today, ...part } } };
};

/** Who only marks (a teacher) marks the courses they lead; everybody else the people they see, and on a course they lead all. */
const markerOf = (work: Work, run: Run, marks: readonly MarkInput[]): Work => {
  const { id, roles } = work.vault.user;
  if (leads(run, id)) return asLeader(work, run);
  if (!may(roles, 'learning.read')) throw new NotYoursError();
  mustSee(work.vault, marks.map(({ personId }) => personId));
  return work;
};

/**
 * Marks of one course in one commit. @throws NotYoursError for somebody else's course or people; RefusedError when one of them may not be put
 * there; then none is saved
 */
export const mark = async (given: Work, runId: string, marks: readonly MarkInput[]): Promise<{ saved: number }> => {
  const run = await existing(given, 'programmes', runId, 'run');
  const work = markerOf(given, run, marks);
  const { area } = await existing(work, 'programmes', run.programmeId, 'programme');
  const sessions = new Map(run.sessions.map((session) => [session.id, session]));
  const enrolments = new Map((await enrolmentsOf(work, runId)).map((enrolment) => [enrolment.personId, enrolment]));
  const touched = new Set<string>();
  for (const entry of marks) {
    const enrolment = enrolments.get(entry.personId);
    const session = sessions.get(entry.sessionId);
    if (enrolment === undefined) throw new RefusedError({ code: 'mark.notEnrolled' });
    if (session === undefined) throw new RefusedError({ code: 'mark.noSession' });
    orRefuse(mayMark({ session, enrolment, area }, entry.mark, entry.minutes));
    enrolments.set(entry.personId, withMark(work, enrolment, session, entry));
    touched.add(entry.personId);
  }
  const docs = [...touched].flatMap((id) => enrolments.get(id) ?? []).map((doc) => changed(work, doc));
  await save(work, puts(docs), { action: 'learning.mark', details: { run: runId, marks: marks.length } });
  return { saved: marks.length };
};
