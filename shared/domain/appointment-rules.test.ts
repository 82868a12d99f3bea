import { describe, expect, it } from 'vitest';
import type { Appointment, AppointmentTime } from './appointment.ts';
import { appointmentAfter, appointmentChanged, appointmentWarnings, dayOf, mayPrepare, type AppointmentAct, type AppointmentDays } from './appointment-rules.ts';
import { PersonStatus } from './people.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

const id = (at: number): string => `01a20000-0000-7000-8000-00000000000${at}`;
/** Romania's days off around the turn of the year, and its Easter. */
const holidays = { source: 's', fixed: ['01-01', '01-02', '01-24', '12-01', '12-25', '12-26'], easter: { calendar: 'ORTHODOX', offsets: [-2, 0, 1] } } as const;
const days: AppointmentDays = { today: '2026-11-22', release: { date: '2026-11-27', time: '14:00' }, holidays: holidays as never };
const at = (date: string, time?: string): AppointmentTime => ({ when: 'EXACT', date, ...(time === undefined ? {} : { time }) });
const appointment = (over: Partial<Appointment> = {}): Appointment => ({
  id: id(1), v: 1, createdAt: '2026-11-01T08:00:00Z', createdBy: id(8), updatedAt: '2026-11-01T08:00:00Z', updatedBy: id(8),
  type: 'appointment', personId: id(9), organisation: 'AJOFM Timiș', purpose: 'Înscriere', domain: 'EMPLOYMENT', at: at('2026-11-30', '09:00'), place: 'Bd. Republicii 21', bring: [], mandatory: true, lang: 'ro', status: 'FIXED', history: [], ...over,
});
const act = (over: Partial<AppointmentAct>): AppointmentAct => ({ command: 'attend', now: '2026-11-22T09:00:00Z', by: id(8), ...over });
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }): string => (outcome.ok ? 'allowed' : (outcome.refusal?.code ?? ''));

describe('the next working day', () => {
  it.each([
    ['a Thursday', '2026-11-26', '2026-11-27'],
    ['a Friday', '2026-11-27', '2026-11-30'],
    ['before the national day', '2026-11-30', '2026-12-02'],
    ['the last day of the year, then two days off and a weekend', '2026-12-31', '2027-01-04'],
    ['Thursday before the Orthodox Easter', '2027-04-29', '2027-05-04'],
    ['29 February', '2028-02-28', '2028-02-29'],
  ])('after %s', (_what, date, next) => {
    expect(nextWorkingDay(date, holidays as never)).toBe(next);
    expect(isWorkingDay(next, holidays as never)).toBe(true);
  });

  it('a file that closes every day of a month is not believed', () => {
    const closed = { source: 's', fixed: Array.from({ length: 60 }, (_, n) => `${n < 30 ? '04' : '05'}-${String((n % 30) + 1).padStart(2, '0')}`) };
    expect(nextWorkingDay('2026-04-02', closed)).toBe('2026-04-03');
  });
});

describe('the day of an appointment', () => {
  it.each<[string, AppointmentTime, AppointmentDays['release'], string | undefined]>([
    ['an exact one', at('2026-12-01'), undefined, '2026-12-01'],
    ['straight from the gate', { when: 'IMMEDIATE_ON_RELEASE' }, days.release, '2026-11-27'],
    ['straight from the gate, no release known', { when: 'IMMEDIATE_ON_RELEASE' }, undefined, undefined],
    ['the next working day after a Friday', { when: 'NEXT_WORKING_DAY', time: '09:00' }, days.release, '2026-11-30'],
    ['to be fixed', { when: 'TO_BE_FIXED' }, days.release, undefined],
    ['none needed', { when: 'NONE_NEEDED' }, days.release, undefined],
  ])('%s', (_what, time, release, expected) => expect(dayOf(time, { ...days, release })).toBe(expected));

  it('follows the release when its day changes: it is never stored', () => {
    const next: AppointmentTime = { when: 'NEXT_WORKING_DAY' };
    expect([dayOf(next, days), dayOf(next, { ...days, release: { date: '2026-12-23' } })]).toEqual(['2026-11-30', '2026-12-24']);
  });
});

describe('a step of an appointment', () => {
  it.each<[string, Partial<Appointment>, Partial<AppointmentAct>, string]>([
    ['attended today', { at: at('2026-11-22') }, {}, 'allowed'],
    ['attended before its day', {}, {}, 'appointment.notYet'],
    ['missed, no reason asked', { at: at('2026-11-20') }, { command: 'miss' }, 'allowed'],
    ['attended where none was needed', { at: { when: 'NONE_NEEDED' } }, {}, 'allowed'],
    ['attended straight from a gate nobody has left', { at: { when: 'IMMEDIATE_ON_RELEASE' } }, {}, 'appointment.notYet'],
    ['cancelled without a reason', {}, { command: 'cancel' }, 'appointment.reasonNeeded'],
    ['cancelled, the service closed', {}, { command: 'cancel', reason: 'serviciul s-a închis' }, 'allowed'],
    ['moved without a new time', {}, { command: 'reschedule' }, 'appointment.timeNeeded'],
    ['moved to the same time', {}, { command: 'reschedule', at: at('2026-11-30', '09:00') }, 'appointment.sameTime'],
    ['moved into the past', {}, { command: 'reschedule', at: at('2026-11-02') }, 'appointment.dayGone'],
    ['moved to a day not known yet', {}, { command: 'reschedule', at: { when: 'TO_BE_FIXED' } }, 'allowed'],
    ['fixed to a day', { status: 'TO_BE_FIXED', at: { when: 'TO_BE_FIXED' } }, { command: 'fix', at: at('2026-12-02') }, 'allowed'],
    ['fixed to nothing', { status: 'TO_BE_FIXED', at: { when: 'TO_BE_FIXED' } }, { command: 'fix', at: { when: 'TO_BE_FIXED' } }, 'appointment.timeNeeded'],
    ['attended, corrected without a reason', { status: 'ATTENDED' }, { command: 'correct' }, 'appointment.reasonNeeded'],
    ['cancelled, and then attended', { status: 'CANCELLED', at: at('2026-11-20') }, {}, 'machine.appointment'],
    ['corrected for ever', { status: 'ATTENDED', history: Array.from({ length: 40 }, () => ({ status: 'FIXED' as const, at: 'x', by: id(8) })) }, { command: 'correct', reason: 'x' }, 'appointment.tooOften'],
  ])('%s', (_what, over, what, code) => expect(codeOf(appointmentAfter(appointment(over), act(what), days))).toBe(code));

  it('keeps who did what and when, and a correction takes back what came of it', () => {
    const attended = appointmentAfter(appointment({ at: at('2026-11-20') }), act({ outcome: 'înscris' }), days);
    expect(attended).toMatchObject({ ok: true, value: { status: 'ATTENDED', outcome: 'înscris', history: [{ status: 'ATTENDED', by: id(8) }] } });
    const corrected = attended.ok ? appointmentAfter(attended.value, act({ command: 'correct', reason: 'altă persoană' }), days) : attended;
    expect(corrected.ok && [corrected.value.status, corrected.value.outcome, corrected.value.history.at(-1)?.reason]).toEqual(['FIXED', undefined, 'altă persoană']);
  });

  it('put right: what is left out is gone, a day taken away has to be found again, what is over stays', () => {
    const { id: _id, personId: _p, status: _s, history: _h, lang: _l, type: _t, v: _v, createdAt: _c, createdBy: _cb, updatedAt: _u, updatedBy: _ub, place: _place, ...content } = appointment();
    const changed = appointmentChanged(appointment(), { ...content, at: { when: 'TO_BE_FIXED' } }, { now: 'n', by: id(8), today: days.today });
    expect(changed.ok && [changed.value.status, 'place' in changed.value, changed.value.history]).toEqual(['TO_BE_FIXED', false, [{ status: 'TO_BE_FIXED', at: 'n', by: id(8) }]]);
    expect(codeOf(appointmentChanged(appointment({ status: 'ATTENDED' }), content, { now: 'n', by: id(8), today: days.today }))).toBe('appointment.over');
    expect(codeOf(appointmentChanged(appointment(), { ...content, at: at('2026-11-01') }, { now: 'n', by: id(8), today: days.today }))).toBe('appointment.dayGone');
    // a past day that nobody touches does not stand in the way of a phone number
    expect(codeOf(appointmentChanged(appointment({ at: at('2026-11-01') }), { ...content, at: at('2026-11-01'), phone: '0256 1' }, { now: 'n', by: id(8), today: days.today }))).toBe('allowed');
  });
});

describe('contradictions in words', () => {
  const warned = (list: readonly Appointment[], over: Partial<AppointmentDays> = {}) => appointmentWarnings(list, { ...days, ...over }).map(({ id: which, warning }) => `${which.at(-1)} ${warning}`);
  it.each<[string, readonly Partial<Appointment>[], readonly string[]]>([
    ['nothing to say', [{}], []],
    ['two at one time', [{}, { id: id(2) }], ['1 SAME_TIME', '2 SAME_TIME']],
    ['two on one day, one without an hour', [{}, { id: id(2), at: at('2026-11-30') }], []],
    ['the next working day meets an exact one', [{}, { id: id(2), at: { when: 'NEXT_WORKING_DAY', time: '09:00' } }], ['1 SAME_TIME', '2 SAME_TIME']],
    ['on the national day', [{ at: at('2026-12-01') }], ['1 CLOSED']],
    ['on a Saturday', [{ at: at('2026-11-28') }], ['1 CLOSED']],
    ['before release', [{ at: at('2026-11-26') }], ['1 BEFORE_RELEASE']],
    ['on the day of release, before its hour', [{ at: at('2026-11-27', '10:00') }], ['1 BEFORE_RELEASE']],
    ['on the day of release, after its hour', [{ at: at('2026-11-27', '15:00') }], []],
    ['passed, and nobody said what came of it', [{ at: at('2026-11-20') }], ['1 PASSED']],
    ['must go, and nobody wrote where', [{ place: undefined }], ['1 NO_PLACE']],
    ['cancelled ones contradict nobody', [{}, { id: id(2), status: 'CANCELLED' }], []],
  ])('%s', (_what, list, expected) => {
    const made = list.map((over) => appointment(over as Partial<Appointment>));
    expect(warned(made)).toEqual(expected);
  });

  it('before release says nothing while nobody knows the day', () => expect(warned([appointment({ at: at('2026-11-26') })], { release: undefined })).toEqual([]));
});

it('death, escape and the end of a case stop every appointment', () => {
  expect(PersonStatus.options.filter((status) => !mayPrepare(status).ok)).toEqual(['CLOSED', 'DECEASED', 'ESCAPED', 'TRANSFERRED']);
});
