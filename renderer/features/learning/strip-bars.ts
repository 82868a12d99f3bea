import type { AttendanceMark, Enrolment, Session } from '../../../shared/domain/learning.ts';

export type BarKind = 'present' | 'excused' | 'absent';

export interface Bar {
  readonly id: string;
  readonly kind: BarKind;
}

/** Bars of a strip: enough to see a habit, few enough to fit beside each other. */
export const STRIP = 24;

const kinds: Readonly<Partial<Record<AttendanceMark, BarKind>>> = { PRESENT: 'present', ABSENT: 'absent', REFUSED: 'absent', EXCUSED: 'excused', WORK_OR_COURT: 'excused', HEALTH: 'excused' };

/** The last recorded sessions in their order. A session without a mark, or cancelled, is no bar. */
export const stripOf = (sessions: readonly Session[], marks: Enrolment['marks']): readonly Bar[] =>
  sessions
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.no - b.no))
    .flatMap(({ id, cancelled }) => {
      const mark = marks[id]?.mark;
      const kind = mark === undefined || cancelled !== undefined ? undefined : kinds[mark];
      return kind === undefined ? [] : [{ id, kind }];
    })
    .slice(-STRIP);
