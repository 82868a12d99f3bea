import { describe, expect, it } from 'vitest';
import type { Handover, HandoverStatus } from './handover.ts';
import type { Enrolment, EnrolmentStatus, ProgrammeArea } from './learning.ts';
import type { Round } from './needs.ts';
import { consequencesOf, type PersonEvent } from './person-consequences.ts';
import type { PlanContent, PlanProgress, PlanStatus } from './plan.ts';

const act = { on: '2026-11-20', today: '2026-11-22', at: '2026-11-22T10:00:00Z', by: 'me' };
const handover = (status: HandoverStatus, over: Partial<Handover> = {}): Handover => ({ status, planContentId: 'plan', history: [], ...over }) as unknown as Handover;
const content = { id: 'plan', objectives: [] } as unknown as PlanContent;
const plan = (status: PlanStatus, over: Partial<PlanProgress> = {}): PlanProgress => ({ status, contentId: 'plan', steps: {}, ...over }) as PlanProgress;
const course = (status: EnrolmentStatus, area: ProgrammeArea = 'VOCATIONAL', over: Partial<Enrolment> = {}) => ({ enrolment: { status, ...over } as Enrolment, area });
const nothing = { plans: [], handovers: [], enrolments: [], rounds: [], others: [] };

describe('what follows for the plan', () => {
  const after = (event: PersonEvent, progress: PlanProgress, ...handovers: readonly Handover[]): string => {
    const [changed] = consequencesOf(event, { ...nothing, plans: [{ content, progress }], handovers }, act).plans;
    return changed === undefined ? 'stays' : [changed.status, ...(changed.closed === undefined ? [] : [changed.closed.reason])].join(' ');
  };
  it.each<[string, PersonEvent, PlanProgress, readonly Handover[], string]>([
    ['released, the service has accepted', 'RELEASE', plan('ACTIVE'), [handover('ACCEPTED')], 'HANDED_OVER'],
    ['released in the middle of a review, accepted', 'RELEASE', plan('UNDER_REVIEW'), [handover('ACCEPTED')], 'HANDED_OVER'],
    ['released, only received', 'RELEASE', plan('ACTIVE'), [handover('RECEIVED')], 'CLOSED RELEASED'],
    ['released, an exercise was accepted', 'RELEASE', plan('ACTIVE'), [handover('ACCEPTED', { practice: true })], 'CLOSED RELEASED'],
    ['released, another version was accepted', 'RELEASE', plan('ACTIVE'), [handover('ACCEPTED', { planContentId: 'other' })], 'CLOSED RELEASED'],
    ['released without a hand-over', 'RELEASE', plan('ACTIVE'), [], 'CLOSED RELEASED'],
    ['released with a draft', 'RELEASE', plan('DRAFT'), [handover('ACCEPTED')], 'CLOSED RELEASED'],
    ['released, handed over already', 'RELEASE', plan('HANDED_OVER'), [], 'stays'],
    ['died', 'DEATH', plan('UNDER_REVIEW'), [], 'CLOSED DECEASED'],
    ['died after the hand-over', 'DEATH', plan('HANDED_OVER'), [], 'CLOSED DECEASED'],
    ['escaped', 'ESCAPE', plan('ACTIVE'), [], 'stays'],
    ['transferred', 'TRANSFER', plan('ACTIVE'), [], 'stays'],
    ['a new stay after a release', 'NEW_ROUND', plan('HANDED_OVER'), [], 'CLOSED NEW_ROUND'],
    ['a new stay after what was given to the person', 'NEW_ROUND', plan('CLOSED', { closed: { reason: 'RELEASED', on: '2025-01-01', by: 'x' } }), [], 'CLOSED NEW_ROUND'],
    ['a version replaced long ago', 'DEATH', plan('SUPERSEDED'), [], 'stays'],
  ])('%s', (_name, event, progress, handovers, expected) => expect(after(event, progress, ...handovers)).toBe(expected));
});

describe('what follows for a hand-over', () => {
  const after = (event: PersonEvent, before: Handover): string => {
    const [changed] = consequencesOf(event, { ...nothing, handovers: [before] }, act).handovers;
    return changed === undefined ? 'stays' : [changed.status, ...(changed.stopped === undefined ? [] : ['stopped']), ...(changed.past === true ? ['past'] : [])].join(' ');
  };
  it.each<[PersonEvent, HandoverStatus, string]>([
    ['DEATH', 'DRAFT', 'CLOSED'],
    ['DEATH', 'CHECKED', 'CLOSED'],
    ['ESCAPE', 'AUTHORISED', 'CLOSED'],
    ['DEATH', 'SEALED', 'SEALED stopped'],
    ['ESCAPE', 'DISPATCHED', 'DISPATCHED stopped'],
    ['DEATH', 'ACCEPTED', 'stays'],
    ['DEATH', 'REVOKED', 'stays'],
    ['RELEASE', 'AUTHORISED', 'stays'],
    ['TRANSFER', 'AUTHORISED', 'stays'],
    ['NEW_ROUND', 'AUTHORISED', 'CLOSED past'],
    ['NEW_ROUND', 'ACCEPTED', 'CLOSED past'],
    ['NEW_ROUND', 'SEALED', 'SEALED past'],
    ['NEW_ROUND', 'SUPERSEDED', 'SUPERSEDED past'],
  ])('%s, %s: %s', (event, status, expected) => expect(after(event, handover(status))).toBe(expected));
});

describe('what follows for a course', () => {
  const held = { history: [{ command: 'hold', status: 'ON_HOLD', on: '2026-11-01', by: 'x', reason: 'TRANSFER' }] } as Partial<Enrolment>;
  const heldForHealth = { history: [{ command: 'hold', status: 'ON_HOLD', on: '2026-11-01', by: 'x', reason: 'HEALTH' }] } as Partial<Enrolment>;
  it.each<[string, PersonEvent, ReturnType<typeof course>, string]>([
    ['released on a course', 'RELEASE', course('ON_PROGRAMME'), 'NOT_COMPLETED RELEASE'],
    ['released from a waiting list', 'RELEASE', course('WAITING'), 'NOT_COMPLETED RELEASE'],
    ['released after the end of it', 'RELEASE', course('COMPLETED'), 'stays'],
    ['transferred', 'TRANSFER', course('ON_PROGRAMME'), 'NOT_COMPLETED TRANSFER'],
    ['transferred for a while', 'TEMPORARY_TRANSFER', course('ON_PROGRAMME'), 'ON_HOLD TRANSFER'],
    ['back from there', 'RETURN', course('ON_HOLD', 'VOCATIONAL', held), 'ON_PROGRAMME'],
    ['back, and held for another reason', 'RETURN', course('ON_HOLD', 'VOCATIONAL', heldForHealth), 'stays'],
    ['escaped', 'ESCAPE', course('ON_PROGRAMME'), 'ON_HOLD ADMIN'],
    ['died', 'DEATH', course('ENROLLED'), 'NOT_COMPLETED ADMIN'],
    ['released from a restorative programme: that it ended is not recorded', 'RELEASE', course('ON_PROGRAMME', 'RESTORATIVE'), 'stays'],
    ['a new stay', 'NEW_ROUND', course('ON_PROGRAMME'), 'stays'],
  ])('%s', (_name, event, before, expected) => {
    const [changed] = consequencesOf(event, { ...nothing, enrolments: [before] }, act).enrolments;
    const reason = changed?.history?.at(-1)?.reason;
    expect(changed === undefined ? 'stays' : [changed.status, ...(reason === undefined ? [] : [reason])].join(' ')).toBe(expected);
  });
});

it('a new stay ends every round of needs, and an open one is closed on its day', () => {
  const rounds = [{ id: 'a' }, { id: 'b', closedOn: '2025-01-01' }, { id: 'c', closedOn: '2020-01-01', past: true }] as Round[];
  expect(consequencesOf('NEW_ROUND', { ...nothing, rounds }, act).rounds).toEqual([
    { id: 'a', past: true, closedOn: act.on },
    { id: 'b', past: true, closedOn: '2025-01-01' },
  ]);
});
