import type { CivilDate } from './dates.ts';
import type { AttendanceMark, Session } from './learning.ts';

/** Marks by the session they were put in. */
export type MarksToSum = Readonly<Record<string, { readonly mark: AttendanceMark; readonly minutes?: number | undefined }>>;

/** Sums of one enrolment. Minutes of presence use the mark's own minutes, else the session's length. */
export interface AttendanceSums {
  /** sessions that took place: not cancelled, and their day has come or somebody was marked */
  readonly held: number;
  readonly marked: number;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly minutes: number;
  /** present ÷ (present + absent + refused), percent rounded; undefined when nothing counts yet */
  readonly percent?: number | undefined;
}

/**
 * Sums the marks of one person in one course. Only an absence without excuse and a refusal count against somebody;
 * excuses, health, work and court do not (indicator L02). An empty mark is no mark.
 */
export const attendanceSums = (sessions: readonly Session[], marks: MarksToSum, today: CivilDate): AttendanceSums => {
  const held = sessions.filter(({ id, on, cancelled }) => cancelled === undefined && (on <= today || marks[id] !== undefined));
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
