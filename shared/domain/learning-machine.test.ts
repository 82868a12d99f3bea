import { describe, expect, it } from 'vitest';
import { EnrolmentCommand, EnrolmentStatus, type Enrolment } from './learning.ts';
import { enrolmentAfter, enrolmentCommands, enrolmentMachine, hasBegun, hasEnded, mayEnrol, mayTakeOff, reasonFor } from './learning-machine.ts';
import { PersonStatus } from './people.ts';

const today = '2026-11-22';
const by = '01930000-0000-7000-8000-000000000001';
const enrolment = (status: EnrolmentStatus, more: Partial<Enrolment> = {}): Enrolment => ({
  id: '01930000-0000-7000-8000-000000000002',
  v: 1,
  createdAt: '2026-11-01T08:00:00Z',
  createdBy: by,
  updatedAt: '2026-11-01T08:00:00Z',
  updatedBy: by,
  type: 'enrolment',
  personId: '01930000-0000-7000-8000-000000000003',
  runId: '01930000-0000-7000-8000-000000000004',
  programmeId: '01930000-0000-7000-8000-000000000005',
  status,
  enrolledOn: '2026-11-01',
  marks: {},
  ...more,
});
const done = (from: EnrolmentStatus, command: EnrolmentCommand, more: object = {}) => enrolmentAfter(enrolment(from), 'VOCATIONAL', { command, on: today, by, reason: 'PERSONAL', ...more }, today);

describe('the way of an enrolment', () => {
  it.each([
    ['REFERRED', 'findSuitable', 'SUITABLE'],
    ['REFERRED', 'wait', 'WAITING'],
    ['SUITABLE', 'wait', 'WAITING'],
    ['SUITABLE', 'enrol', 'ENROLLED'],
    ['SUITABLE_NOT_READY', 'findSuitable', 'SUITABLE'],
    ['SUITABLE_NOT_READY', 'findNotSuitable', 'NOT_SUITABLE'],
    ['WAITING', 'enrol', 'ENROLLED'],
    ['WAITING', 'withdraw', 'WITHDRAWN_BEFORE_START'],
    ['ENROLLED', 'start', 'ON_PROGRAMME'],
    ['ENROLLED', 'stopEarly', 'NOT_COMPLETED'],
    ['ON_PROGRAMME', 'hold', 'ON_HOLD'],
    ['ON_HOLD', 'resume', 'ON_PROGRAMME'],
    ['ON_PROGRAMME', 'complete', 'COMPLETED'],
    ['ON_PROGRAMME', 'dropOut', 'DROPPED_OUT'],
    ['COMPLETED', 'reopen', 'ON_PROGRAMME'],
  ] as const)('%s, %s: %s', (from, command, to) => expect(done(from, command)).toMatchObject({ ok: true, value: { status: to } }));

  it.each([
    ['COMPLETED', 'hold'],
    ['WAITING', 'complete'],
    ['ON_PROGRAMME', 'withdraw'],
    ['NOT_SUITABLE', 'enrol'],
  ] as const)('from %s nobody can %s', (from, command) => expect(done(from, command)).toMatchObject({ ok: false, refusal: { code: 'machine.enrolment', params: { state: from } } }));

  it('leads out of every state, and somewhere into every one but the first', () => {
    const reached = new Set(EnrolmentStatus.options.flatMap((status) => Object.values(enrolmentMachine[status])));
    expect(EnrolmentStatus.options.filter((status) => Object.keys(enrolmentMachine[status]).length === 0)).toEqual([]);
    expect(EnrolmentStatus.options.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('remembers who, when and why, and the day of the end until it is taken back', () => {
    const end = done('ON_PROGRAMME', 'exclude', { reason: 'ATTENDANCE', note: 'opt absențe', on: '2026-11-20' });
    if (!end.ok) throw new Error('refused');
    expect(end.value).toMatchObject({ endedOn: '2026-11-20', history: [{ command: 'exclude', status: 'EXCLUDED', on: '2026-11-20', by, reason: 'ATTENDANCE', note: 'opt absențe' }] });
    const back = enrolmentAfter(end.value, 'VOCATIONAL', { command: 'reopen', on: today, by, reason: 'ADMIN' }, today);
    expect(back.ok && back.value.endedOn).toBeUndefined();
    expect(back.ok && back.value.history).toHaveLength(2);
  });

  it.each(EnrolmentCommand.options.filter((command) => reasonFor[command] === 'must'))('%s is not done without a reason', (command) => {
    const from = EnrolmentStatus.options.find((status) => enrolmentMachine[status][command] !== undefined) ?? 'REFERRED';
    expect(done(from, command, { reason: undefined })).toEqual({ ok: false, refusal: { code: 'enrolment.reasonNeeded' } });
  });

  it.each(['dropOut', 'withdraw'] as const)('%s, the choice of the person, is never asked for a reason', (command) => {
    expect(done(command === 'dropOut' ? 'ON_PROGRAMME' : 'WAITING', command, { reason: undefined }).ok).toBe(true);
  });

  it('happens today or before', () => expect(done('ON_PROGRAMME', 'complete', { on: '2026-11-23' })).toMatchObject({ refusal: { code: 'enrolment.toCome' } }));
});

describe('a restorative programme', () => {
  it('knows taking part and completing, and no other end', () => {
    const offered = new Set(EnrolmentStatus.options.flatMap((status) => enrolmentCommands(status, 'RESTORATIVE')));
    expect([...offered].toSorted()).toEqual(['complete', 'enrol', 'findSuitable', 'reopen', 'resume', 'start', 'wait']);
    const left = enrolmentAfter(enrolment('ON_PROGRAMME'), 'RESTORATIVE', { command: 'dropOut', on: today, by }, today);
    expect(left).toEqual({ ok: false, refusal: { code: 'enrolment.restorative' } });
  });

  it('lets somebody be taken off at any time, as if never on it', () => {
    const marked = enrolment('ON_PROGRAMME', { marks: { [by]: { mark: 'PRESENT', by, on: today } } });
    expect(mayTakeOff(marked, 'RESTORATIVE').ok).toBe(true);
    expect(mayTakeOff(marked, 'VOCATIONAL')).toEqual({ ok: false, refusal: { code: 'enrolment.hasMarks' } });
    expect(mayTakeOff(enrolment('WAITING'), 'VOCATIONAL').ok).toBe(true);
  });
});

it('only people who are here are enrolled', () => {
  expect(PersonStatus.options.filter((status) => mayEnrol(status).ok)).toEqual(['ACTIVE', 'PRE_RELEASE', 'AWAY']);
});

it('whoever completed has begun and ended; whoever waits neither', () => {
  expect([hasBegun('COMPLETED'), hasEnded('COMPLETED'), hasBegun('WAITING'), hasEnded('WAITING'), hasEnded('ON_HOLD')]).toEqual([true, true, false, false, false]);
});
