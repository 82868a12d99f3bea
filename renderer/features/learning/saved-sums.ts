import type { Participant } from '../../../shared/contract/learning.ts';
import { attendanceSums, type AttendanceSums, type MarksToSum } from '../../../shared/domain/attendance-sums.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Session } from '../../../shared/domain/learning.ts';
import { unpackMark } from '../../../shared/domain/learning-marks.ts';

/** Sums of somebody on a course from their packed marks. */
export const savedSums = (sessions: readonly Session[], person: Pick<Participant, 'marks' | 'minutes'>, today: CivilDate): AttendanceSums => {
  const marks: Record<string, MarksToSum[string]> = {};
  for (const [at, { id }] of sessions.entries()) {
    const mark = unpackMark(person.marks, at);
    if (mark !== undefined) marks[id] = { mark, minutes: person.minutes[id] };
  }
  return attendanceSums(sessions, marks, today);
};
