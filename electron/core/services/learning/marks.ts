import type { AttendanceMark, Enrolment, Session } from '../../../../shared/domain/learning.ts';
import { mayMark } from '../../../../shared/domain/learning-marks.ts';
import { changed, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { enrolmentsOf, puts } from './enrolments.ts';

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

/** Marks of one course in one commit. @throws RefusedError when one of them may not be put there; then none is saved */
export const mark = async (work: Work, runId: string, marks: readonly MarkInput[]): Promise<{ saved: number }> => {
  const run = await existing(work, 'programmes', runId, 'run');
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
