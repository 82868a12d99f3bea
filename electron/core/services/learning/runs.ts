import type { Run } from '../../../../shared/domain/learning.ts';
import { leads, withSessionAct, withSessions, type SessionAct } from '../../../../shared/domain/learning-sessions.ts';
import { mustSee, wholeVault } from '../../vault/scoped-vault.ts';
import { changed, created, existing, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { enrolmentsOf } from './enrolments.ts';

export interface Planned {
  readonly on: string;
  readonly minutes: number;
}

export interface NewRun {
  readonly programmeId: string;
  readonly label: string;
  /** users who lead it; the one who opens it unless said */
  readonly leaders?: readonly string[] | undefined;
  readonly sessions: readonly Planned[];
}

/** Planned sessions with the ids they will keep. */
export const withIds = (sessions: readonly Planned[]) => sessions.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map((session) => ({ id: newId(), ...session }));

/** Opens a course with its planned sessions, numbered by date. @throws RefusedError for a retired programme or no session */
export const addRun = async (work: Work, input: NewRun): Promise<{ runId: string; sessionIds: string[] }> => {
  const programme = await existing(work, 'programmes', input.programmeId, 'programme');
  if (!programme.active) throw new RefusedError({ code: 'run.programmeRetired' });
  const planned = withIds(input.sessions);
  const [first] = planned;
  if (first === undefined) throw new RefusedError({ code: 'run.noSession' });
  const run: Run = {
    ...created(work),
    type: 'run',
    programmeId: input.programmeId,
    label: input.label,
    leaders: [...(input.leaders ?? [work.vault.user.id])],
    ...orRefuse(withSessions({ sessions: [], startsOn: first.on }, planned)),
  };
  await save(work, [{ op: 'put', collection: 'programmes', doc: run }], { action: 'learning.addRun', details: { run: run.id } });
  return { runId: run.id, sessionIds: planned.map(({ id }) => id) };
};

/**
 * What a course is called and who leads it. Whoever leads it sees everybody on it: nobody makes themselves the leader of
 * people they do not see. @throws NotYoursError
 */
export const editRun = async (work: Work, { runId, label, leaders }: { readonly runId: string; readonly label: string; readonly leaders: string[] }): Promise<void> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const { id } = work.vault.user;
  if (leaders.includes(id) && !leads(run, id)) {
    mustSee(work.vault, (await enrolmentsOf({ ...work, vault: wholeVault(work.vault) }, runId)).map(({ personId }) => personId));
  }
  await save(work, [{ op: 'put', collection: 'programmes', doc: changed(work, { ...run, label, leaders }) }], { action: 'learning.editRun', details: { run: runId } });
};

export const addSessions = async (work: Work, runId: string, sessions: readonly Planned[]): Promise<{ sessionIds: string[] }> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const planned = withIds(sessions);
  const next = orRefuse(withSessions(run, planned));
  await save(work, [{ op: 'put', collection: 'programmes', doc: changed(work, { ...run, ...next }) }], {
    action: 'learning.addSessions',
    details: { run: runId, sessions: planned.length },
  });
  return { sessionIds: planned.map(({ id }) => id) };
};

/** Moves, cancels, restores, lengthens or removes one session; see `withSessionAct`. */
export const changeSession = async (work: Work, runId: string, sessionId: string, act: SessionAct): Promise<void> => {
  const run = await existing(work, 'programmes', runId, 'run');
  // marks of people whom this user does not see count as well
  const marks = (await enrolmentsOf({ ...work, vault: wholeVault(work.vault) }, runId)).flatMap((enrolment) => enrolment.marks[sessionId] ?? []);
  const longest = Math.max(0, ...marks.map(({ minutes }) => minutes ?? 0));
  const next = orRefuse(withSessionAct(run, sessionId, act, { hasMarks: marks.length > 0, longest }));
  await save(work, [{ op: 'put', collection: 'programmes', doc: changed(work, { ...run, ...next }) }], {
    action: 'learning.changeSession',
    details: { run: runId, session: sessionId, change: act.act },
  });
};
