import { describe, expect, it } from 'vitest';
import { BreachCommand, breachMachine, BreachStatus, type Breach, type BreachDecision, type BreachFacts } from './breach.ts';
import { assessed, closed, correctedBreach, deadlineOf, decided, instantAt, mayBe, newestOf, personsTold, reopened, suggestedRisk, tellBy } from './breach-rules.ts';
import type { Outcome } from './outcome.ts';

const id = '01900000-0000-7000-8000-000000000001';
const noticedAt = '2026-11-20T13:20:00.000Z';
const facts: BreachFacts = { kind: 'LOST_MEDIUM', noticedAt, data: ['PLAN'], people: 1, personIds: [], sealed: 'NO', what: 'Stick-ul nu mai este în plic.' };
const breach: Breach = { id, v: 1, createdAt: noticedAt, createdBy: id, updatedAt: noticedAt, updatedBy: id, type: 'breach', status: 'REPORTED', facts, history: [{ act: 'REPORTED', at: noticedAt, by: id }] };
const actor = { id, now: '2026-11-22T10:00:00.000Z', today: '2026-11-22' };
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'allowed' : outcome.refusal.code);
const withRisk = (risk: 'LOW' | 'RISK' | 'HIGH'): Breach => value(assessed(breach, { risk, reason: 'pentru că' }, actor));
const left: BreachDecision = { told: false, reason: 'era sigilat' };
const told: BreachDecision = { told: true, at: '2026-11-22T09:00:00.000Z' };

describe('72 hours', () => {
  it('run from noticing, through a weekend', () => expect(tellBy(noticedAt)).toBe('2026-11-23T13:20:00.000Z'));

  it.each([
    ['2026-11-20T13:20:00.000Z', 'OPEN'],
    ['2026-11-22T13:19:00.000Z', 'OPEN'],
    ['2026-11-22T13:20:00.000Z', 'NEAR'],
    ['2026-11-23T13:20:00.000Z', 'NEAR'],
    ['2026-11-23T13:20:01.000Z', 'OVER'],
  ])('at %s the deadline is %s', (now, expected) => expect(deadlineOf(breach, now)).toBe(expected));

  it('end with the decision', () => expect(deadlineOf(value(decided(withRisk('LOW'), left, actor)), actor.now)).toBeUndefined());

  it.each([
    ['2026-11-20', '15:20', 'Europe/Bucharest', '2026-11-20T13:20:00.000Z'],
    ['2026-07-20', '15:20', 'Europe/Bucharest', '2026-07-20T12:20:00.000Z'],
    ['2026-11-20', '9.05', 'Europe/Rome', '2026-11-20T08:05:00.000Z'],
    ['2026-11-20', '24:00', 'Europe/Rome', undefined],
    ['2026-11-20', '12:60', 'Europe/Rome', undefined],
    ['2026-11-20', 'noon', 'Europe/Rome', undefined],
    ['2026-02-30', '12:00', 'Europe/Rome', undefined],
  ])('%s %s in %s', (on, time, zone, expected) => expect(instantAt(on, time, zone)).toBe(expected));
});

describe('what may be done when', () => {
  const allowedIn: Readonly<Record<BreachStatus, readonly BreachCommand[]>> = {
    REPORTED: ['assess'],
    ASSESSED: ['assess', 'notify', 'leave', 'tellPersons'],
    NOTIFIED: ['tellPersons', 'close'],
    NOT_NOTIFIED: ['assess', 'tellPersons', 'close'],
    CLOSED: ['reopen'],
  };
  it.each(BreachStatus.options)('%s', (status) => expect(BreachCommand.options.filter((command) => breachMachine[status][command] !== undefined)).toEqual(allowedIn[status]));

  it.each<[string, () => Outcome<unknown>, string]>([
    ['deciding before assessing', () => decided(breach, left, actor), 'machine.breach'],
    ['leaving an unlikely risk', () => decided(withRisk('LOW'), left, actor), 'allowed'],
    ['leaving a risk', () => decided(withRisk('RISK'), left, actor), 'breach.riskMustBeTold'],
    ['leaving a high risk', () => decided(withRisk('HIGH'), left, actor), 'breach.riskMustBeTold'],
    ['telling in time', () => decided(withRisk('RISK'), told, actor), 'allowed'],
    ['telling that will happen', () => decided(withRisk('RISK'), { told: true, at: '2026-11-22T10:00:01.000Z' }, actor), 'breach.toldInFuture'],
    ['telling before anybody noticed', () => decided(withRisk('RISK'), { told: true, at: '2026-11-20T13:00:00.000Z' }, actor), 'breach.toldBeforeNoticed'],
    ['telling too late without a reason', () => decided(withRisk('RISK'), { told: true, at: '2026-11-24T08:00:00.000Z' }, { ...actor, now: '2026-11-24T09:00:00.000Z' }), 'breach.lateNeedsReason'],
    ['telling too late with one', () => decided(withRisk('RISK'), { told: true, at: '2026-11-24T08:00:00.000Z', lateBecause: 'a fost sâmbătă' }, { ...actor, now: '2026-11-24T09:00:00.000Z' }), 'allowed'],
    ['closing what nobody decided', () => closed(withRisk('LOW'), actor), 'machine.breach'],
    ['closing a high risk without a word to the persons', () => closed(value(decided(withRisk('HIGH'), told, actor)), actor), 'breach.personsFirst'],
    ['closing it with that word', () => closed(value(personsTold(value(decided(withRisk('HIGH'), told, actor)), { told: true, on: '2026-11-22', how: 'scris' }, actor)), actor), 'allowed'],
    ['telling the persons tomorrow', () => personsTold(withRisk('HIGH'), { told: true, on: '2026-11-23', how: 'scris' }, actor), 'breach.toldInFuture'],
    ['noticed in the future', () => mayBe({ ...facts, noticedAt: '2026-11-22T10:00:01.000Z' }, actor), 'breach.noticedInFuture'],
    ['happened tomorrow', () => mayBe({ ...facts, happenedOn: '2026-11-23' }, actor), 'breach.happenedInFuture'],
    ['more named than concerned', () => mayBe({ ...facts, people: 0, personIds: [id] }, actor), 'breach.fewerThanNamed'],
    ['a correction of nothing', () => correctedBreach(breach, facts, 'greșit', actor), 'breach.sameFacts'],
  ])('%s: %s', (_what, act, expected) => expect(codeOf(act())).toBe(expected));
});

it('a correction keeps what stood before, with its reason and its day', () => {
  const next = value(correctedBreach(breach, { ...facts, people: 3 }, 'erau trei', actor));
  expect(next.facts.people).toBe(3);
  expect(next.history.at(-1)).toEqual({ act: 'CORRECTED', at: actor.now, by: id, reason: 'erau trei', before: facts });
});

it('opened again it is decided again, and nothing of before is lost', () => {
  const done = value(closed(value(decided(withRisk('LOW'), left, actor)), actor));
  const again = value(decided(value(assessed(value(reopened(done, 'stick-ul a fost citit', actor)), { risk: 'RISK', reason: 'citit' }, actor)), told, actor));
  expect(again.history.map(({ act }) => act)).toEqual(['REPORTED', 'ASSESSED', 'NOT_NOTIFIED', 'CLOSED', 'REOPENED', 'ASSESSED', 'NOTIFIED']);
  expect(newestOf(again, 'decision')).toEqual(told);
});

it('a lost sealed medium suggests a low risk, nothing else does', () => {
  expect(suggestedRisk({ kind: 'LOST_MEDIUM', sealed: 'YES' })).toBe('LOW');
  for (const other of [{ kind: 'LOST_MEDIUM', sealed: 'UNKNOWN' }, { kind: 'LOST_MEDIUM', sealed: 'NO' }, { kind: 'PAPER', sealed: 'YES' }] as const) expect(suggestedRisk(other)).toBeUndefined();
});
