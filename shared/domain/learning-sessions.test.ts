import { describe, expect, it } from 'vitest';
import { attendanceSums, type MarksToSum } from './attendance-sums.ts';
import { AttendanceMark, type Session } from './learning.ts';
import { canBeMarked, isTooEarly, markLetters, markOfAnyLetter, mayMark, packMarks, unpackMark } from './learning-marks.ts';
import { daysOf, leads, runState, weekdayOf, withSessionAct, withSessions } from './learning-sessions.ts';

const session = (no: number, on: string, more: Partial<Session> = {}): Session => ({ id: `01930000-0000-7000-8000-00000000000${no}`, no, on, minutes: 120, ...more });
const run = { startsOn: '2026-09-01', endsOn: '2026-09-15', sessions: [session(1, '2026-09-01'), session(2, '2026-09-08'), session(3, '2026-09-15')] };
const free = { hasMarks: false, longest: 0 };
const idOf = (no: number) => session(no, '2026-09-01').id;
const daysIn = (result: ReturnType<typeof withSessionAct>) => (result.ok ? result.value.sessions.map(({ no, on }) => `${no} ${on}`) : result.refusal.code);

describe('days by weekdays', () => {
  it.each([
    ['every Tuesday and Thursday', '2026-11-23', '2026-12-06', [2, 4], [], ['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03']],
    ['without a feast', '2026-11-30', '2026-12-03', [1, 2], ['2026-12-01'], ['2026-11-30']],
    ['over a change of the clock', '2026-10-24', '2026-10-26', [6, 7, 1], [], ['2026-10-24', '2026-10-25', '2026-10-26']],
    ['over the end of a leap February', '2028-02-28', '2028-03-01', [1, 2, 3], [], ['2028-02-28', '2028-02-29', '2028-03-01']],
    ['one single day', '2026-11-24', '2026-11-24', [2], [], ['2026-11-24']],
    ['none when the end lies before the start', '2026-11-24', '2026-11-01', [1, 2, 3], [], []],
    ['none for a date that does not exist', '2026-02-30', '2026-11-01', [1], [], []],
  ])('%s', (_name, from, to, weekdays, without, expected) => expect(daysOf({ from, to, weekdays, without })).toEqual(expected));

  it('count Monday as the first', () => expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]));
  it('end a little after what a course can have, so that too many can be told', () => expect(daysOf({ from: '2026-01-01', to: '2030-01-01', weekdays: [1, 2, 3, 4, 5, 6, 7], without: [] })).toHaveLength(401));
});

describe('the sessions of a course', () => {
  it('are numbered by their days, and the course lasts from the first to the last', () => {
    const more = withSessions(run, [{ id: idOf(4), on: '2026-09-03', minutes: 60 }]);
    expect(daysIn(more)).toEqual(['1 2026-09-01', '2 2026-09-03', '3 2026-09-08', '4 2026-09-15']);
    expect(daysIn(withSessionAct(run, idOf(1), { act: 'move', on: '2026-09-30' }, free))).toEqual(['1 2026-09-08', '2 2026-09-15', '3 2026-09-30']);
    expect(withSessionAct(run, idOf(1), { act: 'move', on: '2026-09-30' }, free)).toMatchObject({ value: { startsOn: '2026-09-08', endsOn: '2026-09-30' } });
  });

  it('remember the day they were first planned for, until they are back on it', () => {
    const moved = withSessionAct(run, idOf(2), { act: 'move', on: '2026-09-09' }, free);
    if (!moved.ok) throw new Error('refused');
    expect(moved.value.sessions[1]?.movedFrom).toBe('2026-09-08');
    const again = withSessionAct(moved.value, idOf(2), { act: 'move', on: '2026-09-10' }, free);
    expect(again).toMatchObject({ value: { sessions: [{}, { movedFrom: '2026-09-08' }, {}] } });
    const back = withSessionAct(moved.value, idOf(2), { act: 'move', on: '2026-09-08' }, free);
    expect(back.ok && back.value.sessions[1]).not.toHaveProperty('movedFrom');
  });

  it('are cancelled with a reason and restored', () => {
    const cancelled = withSessionAct(run, idOf(2), { act: 'cancel', reason: 'profesor absent' }, { hasMarks: true, longest: 120 });
    if (!cancelled.ok) throw new Error('refused');
    expect(cancelled.value.sessions[1]?.cancelled).toBe('profesor absent');
    expect(withSessionAct(cancelled.value, idOf(2), { act: 'restore' }, free)).toEqual({ ok: true, value: run });
  });

  it.each([
    ['one with marks is not removed', { act: 'remove' }, { hasMarks: true, longest: 0 }, idOf(1), 'run.sessionHasMarks'],
    ['one is not shorter than somebody was there', { act: 'length', minutes: 60 }, { hasMarks: true, longest: 90 }, idOf(1), 'run.sessionTooShort'],
    ['one of another course is none', { act: 'restore' }, free, idOf(9), 'run.noSuchSession'],
  ] as const)('%s', (_name, act, marks, id, code) => expect(daysIn(withSessionAct(run, id, act, marks))).toBe(code));

  it('are never none, and at most 400', () => {
    expect(daysIn(withSessionAct({ ...run, sessions: [session(1, '2026-09-01')] }, idOf(1), { act: 'remove' }, free))).toBe('run.noSession');
    expect(withSessions(run, Array.from({ length: 398 }, () => ({ id: idOf(4), on: '2026-10-01', minutes: 60 })))).toMatchObject({ ok: false, refusal: { code: 'run.tooManySessions' } });
  });

  it('tell where the course stands', () => {
    expect(['2026-08-31', '2026-09-01', '2026-09-15', '2026-09-16'].map((day) => runState(run, day))).toEqual(['PLANNED', 'UNDER_WAY', 'UNDER_WAY', 'OVER']);
    expect(leads({ leaders: ['a'] }, 'a') && !leads({ leaders: [] }, 'a')).toBe(true);
  });
});

describe('marks', () => {
  const enrolment = { status: 'ON_PROGRAMME' } as const;
  const area = 'VOCATIONAL';
  it.each([
    ['in a cancelled session', { session: session(1, '2026-09-01', { cancelled: 'x' }), enrolment, area }, 'ABSENT', undefined, 'mark.cancelled'],
    ['of somebody who waits', { session: session(1, '2026-09-01'), enrolment: { status: 'WAITING' }, area }, 'PRESENT', undefined, 'mark.notStarted'],
    ['after somebody left', { session: session(1, '2026-09-08'), enrolment: { status: 'DROPPED_OUT', endedOn: '2026-09-07' }, area }, 'PRESENT', undefined, 'mark.afterEnd'],
    ['of more minutes than the session has', { session: session(1, '2026-09-01'), enrolment, area }, 'PRESENT', 121, 'mark.tooManyMinutes'],
    ['of a refusal in a restorative programme', { session: session(1, '2026-09-01'), enrolment, area: 'RESTORATIVE' }, 'REFUSED', undefined, 'mark.restorative'],
  ] as const)('%s are refused', (_name, place, mark, minutes, code) => expect(mayMark(place, mark, minutes)).toMatchObject({ ok: false, refusal: { code } }));

  it('may be put late, on the last day, and taken back', () => {
    expect(canBeMarked({ session: session(1, '2026-09-07'), enrolment: { status: 'COMPLETED', endedOn: '2026-09-07' } }).ok).toBe(true);
    expect(mayMark({ session: session(1, '2026-09-01'), enrolment, area: 'RESTORATIVE' }, null).ok).toBe(true);
  });

  it('of a day to come are only absences that can be known', () => {
    expect(AttendanceMark.options.filter((mark) => isTooEarly({ on: '2026-09-02' }, mark, '2026-09-01'))).toEqual(['PRESENT', 'ABSENT', 'REFUSED']);
    expect(isTooEarly({ on: '2026-09-02' }, null, '2026-09-01') || isTooEarly({ on: '2026-09-01' }, 'PRESENT', '2026-09-01')).toBe(false);
  });

  it('have one letter each in every language, and a letter means the same mark in all of them', () => {
    for (const letters of Object.values(markLetters)) {
      expect(new Set(Object.values(letters)).size).toBe(AttendanceMark.options.length);
      for (const mark of AttendanceMark.options) expect([letters[mark], markOfAnyLetter(letters[mark].toLowerCase())]).toEqual([letters[mark], mark]);
    }
  });

  it('are packed one sign a session, and read back as they were', () => {
    const by = idOf(8);
    const marks = Object.fromEntries(AttendanceMark.options.slice(0, 2).map((mark, at) => [idOf(at + 1), { mark, by, on: '2026-09-01' }]));
    const packed = packMarks(run.sessions, marks);
    expect(packed).toBe('PA.');
    expect([0, 1, 2, 3].map((at) => unpackMark(packed, at))).toEqual(['PRESENT', 'ABSENT', undefined, undefined]);
  });
});

describe('sums of attendance', () => {
  const marked = (marks: readonly (AttendanceMark | undefined)[], minutes?: number): MarksToSum =>
    Object.fromEntries(marks.flatMap((mark, at) => (mark === undefined ? [] : [[idOf(at + 1), { mark, minutes }]])));
  const sessions = Array.from({ length: 6 }, (_, at) => session(at + 1, `2026-09-0${at + 1}`));
  const today = '2026-09-30';

  it.each([
    ['only an absence without excuse and a refusal count against somebody', ['PRESENT', 'ABSENT', 'REFUSED', 'PRESENT'], { present: 2, absent: 2, excused: 0, percent: 50, minutes: 240 }],
    ['excuses, health, work and court do not', ['PRESENT', 'EXCUSED', 'HEALTH', 'WORK_OR_COURT'], { present: 1, absent: 0, excused: 3, percent: 100, minutes: 120 }],
    ['a session cancelled for somebody is none of theirs', ['PRESENT', 'CANCELLED'], { present: 1, marked: 1, percent: 100 }],
    ['without anything that counts there is no percentage', ['EXCUSED'], { present: 0, excused: 1, percent: undefined }],
    ['two of three are 67 %', ['PRESENT', 'PRESENT', 'ABSENT'], { percent: 67 }],
  ] as const)('%s', (_name, marks, sums) => {
    const got = attendanceSums(sessions, marked(marks), today);
    for (const [key, value] of Object.entries(sums)) expect([key, got[key as keyof typeof got]]).toEqual([key, value]);
  });

  it('count what was held: no cancelled session, none to come, and minutes of a part presence', () => {
    const some = [session(1, '2026-09-01', { cancelled: 'x' }), session(2, '2026-09-02'), session(3, '2026-09-03'), session(4, '2026-10-01'), session(5, '2026-10-02')];
    const marks = { [idOf(1)]: { mark: 'ABSENT' }, [idOf(2)]: { mark: 'PRESENT', minutes: 45 }, [idOf(5)]: { mark: 'HEALTH' } } as const;
    expect(attendanceSums(some, marks, today)).toEqual({ held: 3, marked: 2, present: 1, excused: 1, absent: 0, minutes: 45, percent: 100 });
  });
});
