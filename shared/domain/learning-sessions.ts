import { parseDate } from '@internationalized/date';
import { addDays, daysBetween, isCivilDate, type CivilDate } from './dates.ts';
import { MAX_SESSIONS, type Run, type Session } from './learning.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export const weekdayOf = (date: CivilDate): number => ((parseDate(date).toDate('UTC').getUTCDay() + 6) % 7) + 1;

export interface WeekdayPattern {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** 1 Monday to 7 Sunday */
  readonly weekdays: readonly number[];
  /** days left out: feasts, days without a teacher */
  readonly without: readonly CivilDate[];
}

/** The days of a pattern, in order; at most one more than a course can have, so that too many can be told. */
export const daysOf = ({ from, to, weekdays, without }: WeekdayPattern): readonly CivilDate[] => {
  if (!isCivilDate(from) || !isCivilDate(to)) return [];
  const left = new Set(without);
  const days: CivilDate[] = [];
  const span = Math.min(daysBetween(from, to), 3660);
  for (let at = 0; at <= span && days.length <= MAX_SESSIONS; at += 1) {
    const day = addDays(from, at);
    if (weekdays.includes(weekdayOf(day)) && !left.has(day)) days.push(day);
  }
  return days;
};

export interface PlannedSession {
  readonly id: string;
  readonly on: CivilDate;
  readonly minutes: number;
}

type Sessions = Pick<Run, 'sessions' | 'startsOn' | 'endsOn'>;

/** Sessions in the order of their days, numbered from 1; the course lasts from the first to the last. */
const inOrder = (sessions: readonly Session[], before: Sessions): Sessions => {
  const sorted = sessions.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.no - b.no)).map((session, at) => ({ ...session, no: at + 1 }));
  const last = sorted.at(-1)?.on ?? before.endsOn;
  return { sessions: sorted, startsOn: sorted[0]?.on ?? before.startsOn, ...(last === undefined ? {} : { endsOn: last }) };
};

/** A course with more sessions. */
export const withSessions = (run: Sessions, planned: readonly PlannedSession[]): Outcome<Sessions> => {
  if (run.sessions.length + planned.length > MAX_SESSIONS) return refused('run.tooManySessions', { most: MAX_SESSIONS });
  return allowed(inOrder([...run.sessions, ...planned.map((session, at) => ({ ...session, no: run.sessions.length + at + 1 }))], run));
};

/** What can happen to one session. */
export type SessionAct =
  | { readonly act: 'move'; readonly on: CivilDate }
  | { readonly act: 'length'; readonly minutes: number }
  | { readonly act: 'cancel'; readonly reason: string }
  | { readonly act: 'restore' }
  | { readonly act: 'remove' };

/**
 * A course after something happened to one of its sessions. A cancelled one keeps its marks, which do not count, and can
 * be restored; only one without marks, planned by mistake, is removed.
 * @param hasMarks whether anybody has a mark in it
 * @param longest minutes of the longest presence marked in it, 0 for none
 */
export const withSessionAct = (run: Sessions, sessionId: string, act: SessionAct, { hasMarks, longest }: { readonly hasMarks: boolean; readonly longest: number }): Outcome<Sessions> => {
  const session = run.sessions.find(({ id }) => id === sessionId);
  if (session === undefined) return refused('run.noSuchSession');
  const others = run.sessions.filter(({ id }) => id !== sessionId);
  if (act.act === 'remove') return hasMarks ? refused('run.sessionHasMarks') : others.length === 0 ? refused('run.noSession') : allowed(inOrder(others, run));
  if (act.act === 'length' && longest > act.minutes) return refused('run.sessionTooShort', { minutes: longest });
  return allowed(inOrder([...others, changedSession(session, act)], run));
};

const changedSession = (session: Session, act: Exclude<SessionAct, { readonly act: 'remove' }>): Session => {
  if (act.act === 'length') return { ...session, minutes: act.minutes };
  if (act.act === 'cancel') return { ...session, cancelled: act.reason };
  if (act.act === 'restore') {
    const { cancelled: _reason, ...held } = session;
    return held;
  }
  const { movedFrom, ...rest } = session;
  const first = movedFrom ?? session.on;
  return { ...rest, on: act.on, ...(first === act.on ? {} : { movedFrom: first }) };
};

/** Where a course stands on a day. */
export const runState = (run: Pick<Run, 'startsOn' | 'endsOn'>, today: CivilDate): 'PLANNED' | 'UNDER_WAY' | 'OVER' => {
  if (run.startsOn > today) return 'PLANNED';
  return run.endsOn !== undefined && run.endsOn < today ? 'OVER' : 'UNDER_WAY';
};

/** Whether this user leads the course. */
export const leads = (run: Pick<Run, 'leaders'>, userId: string): boolean => run.leaders.includes(userId);
