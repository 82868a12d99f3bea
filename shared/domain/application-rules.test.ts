import { describe, expect, it } from 'vitest';
import { ApplicationStatus, type Application, type ApplicationContent } from './application.ts';
import { applicationAfter, applicationChanged, isApplicationOver, isUnanswered, type ApplicationAct } from './application-rules.ts';

const id = (at: number): string => `01a20000-0000-7000-8000-00000000000${at}`;
const today = '2026-11-22';
const content: ApplicationContent = { kind: 'ID_CARD', to: 'SPCLEP Lugoj' };
const application = (over: Partial<Application> = {}): Application => ({
  id: id(1), v: 1, createdAt: 'x', createdBy: id(8), updatedAt: 'x', updatedBy: id(8), type: 'application', personId: id(9), ...content, lang: 'ro', status: 'TO_SUBMIT', log: [], ...over,
});
const act = (over: Partial<ApplicationAct>): ApplicationAct => ({ command: 'submit', on: today, now: '2026-11-22T09:00:00Z', by: id(8), ...over });
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }): string => (outcome.ok ? 'allowed' : (outcome.refusal?.code ?? ''));
const sent: Partial<Application> = { status: 'SUBMITTED', submittedOn: '2026-11-10', log: [{ status: 'SUBMITTED', on: '2026-11-10', at: 'x', by: id(8) }] };

describe('a step of an application', () => {
  it.each<[string, Partial<Application>, Partial<ApplicationAct>, string]>([
    ['handed in today', {}, { expectedBy: '2026-12-22' }, 'allowed'],
    ['handed in nowhere', { to: undefined as never }, {}, 'application.officeNeeded'],
    ['handed in tomorrow', {}, { on: '2026-11-23' }, 'application.toCome'],
    ['expected before it was asked for', {}, { expectedBy: '2026-11-21' }, 'application.expectedBefore'],
    ['granted before it was handed in', sent, { command: 'grant', on: '2026-11-09' }, 'application.beforeLast'],
    ['more asked for, and not what', sent, { command: 'askMore' }, 'application.reasonNeeded'],
    ['refused without a reason', sent, { command: 'refuse' }, 'application.reasonNeeded'],
    ['refused', sent, { command: 'refuse', note: 'lipsește dovada adresei' }, 'allowed'],
    ['the person does not want it any more, no reason asked', sent, { command: 'withdraw' }, 'allowed'],
    ['received, and nobody knows where it lies', sent, { command: 'receive' }, 'application.whereNeeded'],
    ['received without a word before', sent, { command: 'receive', storedWith: 'PERSONAL_ITEMS' }, 'allowed'],
    ['received before it was handed in', {}, { command: 'receive', storedWith: 'PERSONAL_ITEMS' }, 'machine.application'],
    ['changed for ever', { ...sent, log: Array.from({ length: 60 }, () => ({ status: 'WAITING' as const, on: '2026-11-10', at: 'x', by: id(8) })) }, { command: 'withdraw' }, 'application.tooOften'],
  ])('%s', (_what, over, what, code) => expect(codeOf(applicationAfter(application(over), act(what), today))).toBe(code));

  it('asked for again begins anew: the old days are in the log alone', () => {
    const refused = application({ ...sent, status: 'REFUSED', expectedBy: '2026-11-20' });
    const again = applicationAfter(refused, act({ command: 'submit' }), today);
    expect(again).toMatchObject({ ok: true, value: { status: 'SUBMITTED', submittedOn: today, log: [{ on: '2026-11-10' }, { on: today }] } });
    expect(again.ok && 'expectedBy' in again.value).toBe(false);
  });

  it('received by mistake: taken back, it lies nowhere', () => {
    const received = application({ ...sent, status: 'RECEIVED', receivedOn: '2026-11-12', storedWith: 'PERSONAL_ITEMS' });
    const back = applicationAfter(received, act({ command: 'reopen', note: 'altă carte de identitate' }), today);
    expect(back.ok && [back.value.status, back.value.receivedOn, back.value.storedWith, back.value.submittedOn]).toEqual(['GRANTED', undefined, undefined, '2026-11-10']);
  });
});

describe('put right', () => {
  it.each<[string, Partial<Application>, ApplicationContent, string]>([
    ['cost and number', sent, { ...content, cost: '7 lei', paidBy: 'PRISON', reference: '4411/2026' }, 'allowed'],
    ['another thing without a name', {}, { kind: 'OTHER' }, 'application.whatNeeded'],
    ['another thing with a name', {}, { kind: 'OTHER', what: 'permis de pescuit' }, 'allowed'],
    ['where it lies before it came', sent, { ...content, storedWith: 'PERSONAL_ITEMS' }, 'application.notHereYet'],
    ['where it lies now', { ...sent, status: 'RECEIVED' }, { ...content, storedWith: 'HANDED_TO_PERSON' }, 'allowed'],
    ['expected before it was asked for', sent, { ...content, expectedBy: '2026-11-09' }, 'application.expectedBefore'],
    ['handed in, and the office taken away', sent, { kind: 'ID_CARD' }, 'application.officeNeeded'],
  ])('%s', (_what, over, next, code) => expect(codeOf(applicationChanged(application(over), next))).toBe(code));

  it('what is left out is gone', () => {
    const changed = applicationChanged(application({ ...sent, cost: '7 lei' }), content);
    expect(changed.ok && 'cost' in changed.value).toBe(false);
  });
});

it('an office still has to answer only while it was asked; nothing waits for what is over', () => {
  expect(ApplicationStatus.options.filter((status) => isUnanswered({ status }))).toEqual(['SUBMITTED', 'WAITING', 'MORE_NEEDED']);
  expect(ApplicationStatus.options.filter((status) => isApplicationOver({ status }))).toEqual(['RECEIVED', 'REFUSED', 'WITHDRAWN']);
});
