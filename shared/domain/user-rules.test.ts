import { describe, expect, it } from 'vitest';
import type { UserRole } from './roles.ts';
import { foundersRoles, keptStanding, mayAdmit, mayBeAway, mayChange, mayDismiss, rolesIn, type Colleague, type Office, type Standing } from './user-rules.ts';

const today = '2026-11-22';
const person = (id: string, roles: readonly UserRole[], over: Partial<Colleague> = {}): Colleague => ({ id, name: `${id} Exemplu`, roles: [...roles], ...over });
const ana = person('ana', ['EDUCATOR']);
const dan = person('dan', ['COORDINATOR']);
const vlad = person('vlad', ['ADMIN']);
const ofUnits = person('dan', ['COORDINATOR'], { scope: 'UNITS', units: ['E1', 'E2'] });
const office = (over: Partial<Office> = {}): Office => ({ kind: 'prison', today, actorId: 'dan', actorHoldsCases: true, users: [ana, dan, vlad], ...over });
const code = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'allowed' : outcome.refusal?.code);

describe('admitting', () => {
  it.each<readonly [string, string, Standing, Partial<Office>, string]>([
    ['a psychologist', 'Ilinca', { roles: ['PSYCHOLOGIST'] }, {}, 'allowed'],
    ['a name somebody has, written otherwise', 'ANA  exemplu', { roles: ['PSYCHOLOGIST'] }, {}, 'users.nameTaken'],
    ['the name of somebody dismissed', 'ana Exemplu', { roles: ['EDUCATOR'] }, { users: [{ ...ana, dismissedOn: today }, dan] }, 'allowed'],
    ['a probation officer in a prison', 'Ioana', { roles: ['PROBATION_OFFICER'] }, {}, 'users.roleNotHere'],
    ['an educator in a probation office', 'Ioana', { roles: ['EDUCATOR'] }, { kind: 'probation' }, 'users.roleNotHere'],
    ['a teacher in a probation office', 'Ioana', { roles: ['TEACHER'] }, { kind: 'probation' }, 'users.roleNotHere'],
    ['a guest without a last day', 'Elena', { roles: ['GUEST'] }, {}, 'users.guestUntil'],
    ['a guest for 90 days', 'Elena', { roles: ['GUEST'], until: '2027-02-20' }, {}, 'allowed'],
    ['a guest for 91 days', 'Elena', { roles: ['GUEST'], until: '2027-02-21' }, {}, 'users.guestTooLong'],
    ['a guest until yesterday', 'Elena', { roles: ['GUEST'], until: '2026-11-21' }, {}, 'users.untilPassed'],
    ['a guest who is an auditor as well', 'Elena', { roles: ['AUDITOR', 'GUEST'], until: today }, {}, 'users.alone.GUEST'],
    ['a teacher who is an educator as well', 'Irina', { roles: ['TEACHER', 'EDUCATOR'] }, {}, 'users.alone.TEACHER'],
    ['a duty officer who runs the computer: the case key would come with it', 'Radu', { roles: ['ADMIN', 'DUTY_OFFICER'] }, {}, 'users.alone.DUTY_OFFICER'],
    ['a teacher until the end of the contract', 'Irina', { roles: ['TEACHER'], until: '2027-06-30' }, {}, 'allowed'],
    ['own units, and none named', 'Ilinca', { roles: ['EDUCATOR'], scope: 'UNITS', units: [] }, {}, 'users.unitsMissing'],
    ['own units', 'Ilinca', { roles: ['EDUCATOR'], scope: 'UNITS', units: ['E1'] }, {}, 'allowed'],
    ['a second administrator, by one without the case key', 'Ilinca', { roles: ['ADMIN'] }, { actorHoldsCases: false }, 'allowed'],
    ['an educator, by one without the case key', 'Ilinca', { roles: ['EDUCATOR'] }, { actorHoldsCases: false }, 'users.caseKeyNeeded'],
    ['an educator of the whole house, by one who sees two units', 'Ilinca', { roles: ['EDUCATOR'] }, { users: [ana, ofUnits] }, 'users.widerThanOwn'],
    ['of another unit, by one who sees two', 'Ilinca', { roles: ['EDUCATOR'], scope: 'UNITS', units: ['E1', 'E3'] }, { users: [ana, ofUnits] }, 'users.widerThanOwn'],
    ['a duty officer, who prints the papers of all, by one who sees two units', 'Radu', { roles: ['DUTY_OFFICER'] }, { users: [ana, ofUnits] }, 'users.widerThanOwn'],
    ['of one of the two units', 'Ilinca', { roles: ['EDUCATOR'], scope: 'UNITS', units: ['E1'] }, { users: [ana, ofUnits] }, 'allowed'],
    ['with own cases only', 'Ilinca', { roles: ['EDUCATOR'], scope: 'OWN' }, { users: [ana, ofUnits] }, 'allowed'],
    ['an administrator, who sees none, by one who sees two units', 'Vlad', { roles: ['ADMIN'] }, { users: [ana, ofUnits] }, 'allowed'],
  ])('%s', (_name, name, standing, over, result) => {
    expect(code(mayAdmit(name, standing, office(over)))).toBe(result);
  });

  it('says by name who can admit to the cases', () => {
    const outcome = mayAdmit('Ilinca', { roles: ['EDUCATOR'] }, office({ actorId: 'vlad', actorHoldsCases: false, users: [ana, dan, vlad, person('old', ['DIRECTOR'], { dismissedOn: today })] }));
    expect(outcome).toMatchObject({ ok: false, refusal: { params: { who: 'dan Exemplu' } } });
  });
});

describe('changing somebody', () => {
  it.each<readonly [string, Colleague, Standing, Partial<Office>, string]>([
    ['an educator becomes a psychologist', ana, { roles: ['PSYCHOLOGIST'] }, {}, 'allowed'],
    ['oneself, even to fewer roles', dan, { roles: ['EDUCATOR'] }, {}, 'users.ownRoles'],
    ['oneself, only the cases', ana, { roles: ['EDUCATOR'], scope: 'FACILITY' }, { actorId: 'ana' }, 'users.ownRoles'],
    ['somebody dismissed', { ...ana, dismissedOn: today }, { roles: ['PSYCHOLOGIST'] }, {}, 'users.dismissed'],
    ['the last who manages users and admits to cases', dan, { roles: ['EDUCATOR'] }, { actorId: 'vlad' }, 'users.lastAdmitter'],
    ['the last who manages users', dan, { roles: ['EDUCATOR'] }, { actorId: 'ana', users: [ana, dan] }, 'users.lastManager'],
    ['the last who approves gets a last day', dan, { roles: ['COORDINATOR'], until: '2026-12-31' }, { actorId: 'ana', users: [person('ana', ['EDUCATOR', 'ADMIN']), dan] }, 'users.lastApprover'],
    ['the last who approves, with another one who only stays until summer', dan, { roles: ['EDUCATOR', 'ADMIN'] }, { actorId: 'vlad', users: [ana, dan, person('sorin', ['DIRECTOR'], { until: '2027-06-30' })] }, 'users.lastApprover'],
    ['a coordinator while there is a director', dan, { roles: ['EDUCATOR'] }, { actorId: 'vlad', users: [ana, dan, person('sorin', ['DIRECTOR'])] }, 'allowed'],
    ['an administrator becomes an educator, by one without the case key', vlad, { roles: ['EDUCATOR'] }, { actorId: 'x', actorHoldsCases: false, users: [ana, dan, vlad] }, 'users.caseKeyNeeded'],
    ['an educator becomes a coordinator, by one without the case key: no key changes hands', ana, { roles: ['COORDINATOR'] }, { actorId: 'vlad', actorHoldsCases: false }, 'allowed'],
    ['a last day that passed meanwhile stays', person('ana', ['EDUCATOR'], { until: '2026-11-01' }), { roles: ['PSYCHOLOGIST'], until: '2026-11-01' }, {}, 'allowed'],
    ['a guest whose day passed is not prolonged by silence', person('ana', ['GUEST'], { until: '2026-11-01' }), { roles: ['GUEST'], until: '2026-11-01' }, {}, 'users.untilPassed'],
  ])('%s', (_name, target, standing, over, result) => {
    const users = over.users ?? [ana, dan, vlad];
    expect(code(mayChange(target, standing, office({ ...over, users: users.some(({ id }) => id === target.id) ? users.map((user) => (user.id === target.id ? target : user)) : [...users, target] })))).toBe(result);
  });
});

it.each<readonly [string, Standing, string]>([
  ['the whole house', { roles: ['EDUCATOR'] }, 'users.widerThanOwn'],
  ['another role in the same units', { roles: ['PSYCHOLOGIST'], scope: 'UNITS', units: ['E3'] }, 'users.widerThanOwn'],
  ['the same cases until a day', { roles: ['EDUCATOR'], scope: 'UNITS', units: ['E3'], until: '2027-01-01' }, 'allowed'],
])('who sees two units gives a colleague of another unit %s', (_name, standing, result) => {
  const target = person('ilinca', ['EDUCATOR'], { scope: 'UNITS', units: ['E3'] });
  expect(code(mayChange(target, standing, office({ users: [ana, ofUnits, target] })))).toBe(result);
});

it.each<readonly [string, string, string]>([
  ['themselves', 'dan', 'users.widerThanOwn'],
  ['somebody else', 'ana', 'allowed'],
])('who sees two units names as deputy of a colleague %s', (_name, deputyId, result) => {
  const sorin = person('sorin', ['DIRECTOR']);
  expect(code(mayBeAway(sorin, [{ deputyId, from: today, to: today }], { today, users: [ana, ofUnits, sorin], actorId: 'dan' }))).toBe(result);
});

describe('dismissing', () => {
  const officer = person('ioana', ['PROBATION_OFFICER', 'ADMIN']);
  it.each<readonly [string, Colleague, Partial<Office>, string]>([
    ['an educator while a coordinator stays', ana, {}, 'allowed'],
    ['oneself', dan, {}, 'users.dismissSelf'],
    ['twice', { ...ana, dismissedOn: today }, {}, 'users.dismissed'],
    ['the last who manages users', dan, { actorId: 'ana', users: [ana, dan] }, 'users.lastManager'],
    ['the last who holds the case key', dan, { actorId: 'vlad', users: [dan, vlad] }, 'users.lastCaseKey'],
    ['the last who admits to cases: a duty officer and a guest do not count', dan, { actorId: 'vlad', users: [dan, vlad, ana, person('radu', ['DUTY_OFFICER']), person('elena', ['GUEST'], { until: today })] }, 'users.lastAdmitter'],
    ['the last who approves, beside an educator who runs the office', dan, { actorId: 'ana', users: [person('ana', ['EDUCATOR', 'ADMIN']), dan] }, 'users.lastApprover'],
    ['the last officer of a probation office', officer, { kind: 'probation', actorId: 'sorin', users: [officer, person('sorin', ['DIRECTOR'])] }, 'users.lastDecider'],
    ['an officer beside another', officer, { kind: 'probation', actorId: 'x', users: [officer, person('x', ['PROBATION_OFFICER', 'ADMIN'])] }, 'allowed'],
    ['an administrator while a coordinator manages users too', vlad, {}, 'allowed'],
  ])('%s', (_name, target, over, result) => {
    expect(code(mayDismiss(target, office(over)))).toBe(result);
  });
});

describe('being away', () => {
  const days = { deputyId: 'dan', from: '2026-12-01', to: '2026-12-14' };
  it.each<readonly [string, Colleague, readonly (typeof days)[], string]>([
    ['with a colleague who works with cases', ana, [days], 'allowed'],
    ['nobody any more', { ...ana, absences: [days] }, [], 'allowed'],
    ['with oneself', ana, [{ ...days, deputyId: 'ana' }], 'users.ownDeputy'],
    ['with the administrator', ana, [{ ...days, deputyId: 'vlad' }], 'users.deputyCannot'],
    ['with a guest', ana, [{ ...days, deputyId: 'elena' }], 'users.deputyCannot'],
    ['with somebody dismissed', ana, [{ ...days, deputyId: 'old' }], 'users.deputyCannot'],
    ['an administrator has no cases to leave', vlad, [days], 'users.noCases'],
    ['backwards', ana, [{ ...days, to: '2026-11-30' }], 'users.awayBackwards'],
    ['last week', ana, [{ ...days, from: '2026-11-10', to: '2026-11-21' }], 'users.awayPassed'],
    ['until today, which still counts', ana, [{ ...days, from: '2026-11-10', to: today }], 'allowed'],
    ['twice on the same day', ana, [days, { deputyId: 'sorin', from: '2026-12-14', to: '2026-12-20' }], 'users.awayTwice'],
    ['a deputy who left since is not judged again', { ...ana, absences: [{ ...days, deputyId: 'old' }] }, [{ ...days, deputyId: 'old' }], 'allowed'],
  ])('%s', (_name, target, absences, result) => {
    const users = [ana, dan, vlad, person('sorin', ['DIRECTOR']), person('elena', ['GUEST'], { until: today }), person('old', ['EDUCATOR'], { dismissedOn: today })];
    expect(code(mayBeAway(target, absences, { today, users, actorId: 'dan' }))).toBe(result);
  });
});

describe('the founders', () => {
  it.each<readonly [string, readonly UserRole[], readonly (readonly UserRole[])[]]>([
    ['educator and coordinator: nothing is added', ['EDUCATOR', 'COORDINATOR'], [['EDUCATOR'], ['COORDINATOR']]],
    ['two officers: the first runs the office, too', ['PROBATION_OFFICER', 'PROBATION_OFFICER'], [['PROBATION_OFFICER', 'ADMIN'], ['PROBATION_OFFICER']]],
    ['administrator and officer: only the officer could hand on the case key', ['ADMIN', 'PROBATION_OFFICER'], [['ADMIN'], ['PROBATION_OFFICER', 'ADMIN']]],
  ])('%s', (_name, roles, result) => {
    expect(foundersRoles(roles)).toEqual(result);
  });
});

it('keeps whose cases somebody sees only of those who read cases', () => {
  expect(keptStanding({ roles: ['ADMIN'], scope: 'UNITS', units: ['E1'] })).toEqual({ roles: ['ADMIN'] });
  expect(keptStanding({ roles: ['EDUCATOR', 'EDUCATOR'], scope: 'UNITS', units: ['E1', 'E1'] })).toEqual({ roles: ['EDUCATOR'], scope: 'UNITS', units: ['E1'] });
  expect(keptStanding({ roles: ['EDUCATOR'], scope: 'FACILITY', units: ['E1'] })).toEqual({ roles: ['EDUCATOR'] });
});

it('every kind of workplace offers the roles that can run it', () => {
  expect(rolesIn.prison).toEqual(expect.arrayContaining(['EDUCATOR', 'COORDINATOR', 'TEACHER', 'DUTY_OFFICER', 'GUEST']));
  expect(rolesIn.probation).toEqual(expect.arrayContaining(['PROBATION_OFFICER', 'COORDINATOR', 'GUEST']));
});
