import { describe, expect, it } from 'vitest';
import { ConsentPurpose, type ConsentDecision } from './consents.ts';
import { choicesInForce, decisionToday, kindOf, mayRecord, nextDecisions, standing } from './consents-rules.ts';

const today = '2026-11-22';
let made = 0;
const record = (decision: ConsentDecision, over: { readonly purpose?: ConsentPurpose; readonly on?: string; readonly validTo?: string } = {}) => {
  made += 1;
  return { id: `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`, purpose: 'MENTOR' as ConsentPurpose, decision, on: '2026-11-01', ...over };
};
const code = (consents: Parameters<typeof mayRecord>[0], choice: Parameters<typeof mayRecord>[1]) => {
  const may = mayRecord(consents, choice, today);
  return may.ok ? 'allowed' : may.refusal.code;
};

describe('where a choice can go', () => {
  it.each([
    ['not asked', [], 'MENTOR', ['GIVEN', 'REFUSED', 'NOT_CAPABLE']],
    ['a yes is renewed or withdrawn', [record('GIVEN')], 'MENTOR', ['GIVEN', 'WITHDRAWN']],
    ['a no becomes a yes, and is not withdrawn', [record('REFUSED')], 'MENTOR', ['GIVEN']],
    ['a withdrawn yes can be given again', [record('WITHDRAWN')], 'MENTOR', ['GIVEN']],
    ['somebody who was not able can answer later', [record('NOT_CAPABLE')], 'MENTOR', ['GIVEN', 'REFUSED']],
    ['a yes past its last day is asked anew', [record('GIVEN', { validTo: '2026-11-21' })], 'MENTOR', ['GIVEN', 'REFUSED', 'NOT_CAPABLE']],
    ['on its last day it still counts', [record('GIVEN', { validTo: today })], 'MENTOR', ['GIVEN', 'WITHDRAWN']],
    ['statistics: one may only object', [], 'STATISTICS', ['REFUSED']],
    ['and take the objection back', [record('REFUSED', { purpose: 'STATISTICS' })], 'STATISTICS', ['WITHDRAWN']],
    ['another question says nothing of this one', [record('GIVEN', { purpose: 'PHOTO' })], 'MENTOR', ['GIVEN', 'REFUSED', 'NOT_CAPABLE']],
  ] as const)('%s', (_name, consents, purpose, expected) => {
    expect(nextDecisions(consents, purpose, today)).toEqual(expected);
    for (const decision of expected) expect(code(consents, { purpose, decision, on: today })).toBe('allowed');
  });
});

it.each([
  ['a withdrawal of what was never given', [], { decision: 'WITHDRAWN' }, 'machine.consent'],
  ['a second no', [record('REFUSED')], { decision: 'REFUSED' }, 'machine.consent'],
  ['asking for consent to statistics', [], { purpose: 'STATISTICS', decision: 'GIVEN' }, 'machine.consent'],
  ['"not asked" as an answer', [record('GIVEN')], { decision: 'NOT_ASKED' }, 'machine.consent'],
  ['an expiry by hand', [record('GIVEN')], { decision: 'EXPIRED' }, 'machine.consent'],
  ['tomorrow', [], { decision: 'GIVEN', on: '2026-11-23' }, 'choice.inFuture'],
  ['before the last answer', [record('GIVEN')], { decision: 'WITHDRAWN', on: '2026-10-31' }, 'choice.beforeLast'],
  ['a last day before the first', [], { decision: 'GIVEN', validTo: '2026-11-21' }, 'choice.validTo'],
  ['a last day of a no', [], { decision: 'REFUSED', validTo: '2027-01-01' }, 'choice.validTo'],
] as const)('%s is refused', (_name, consents, choice, expected) => {
  expect(code(consents, { purpose: 'MENTOR', on: today, ...choice })).toBe(expected);
});

it('takes the newest day as the choice in force, and of one day the record made last', () => {
  const late = record('GIVEN', { on: '2026-11-20' });
  const early = record('REFUSED', { on: '2026-11-10' });
  const sameDay = record('WITHDRAWN', { on: '2026-11-20' });
  expect(choicesInForce([late, early])).toEqual([late]);
  expect(choicesInForce([sameDay, late, early])).toEqual([sameDay]);
  expect(standing([late, early], 'MENTOR', today)).toBe('GIVEN');
  expect(decisionToday({ decision: 'REFUSED', validTo: '2020-01-01' }, today)).toBe('REFUSED');
});

it('every purpose is a consent or an objection, and only what is done by law can be objected to', () => {
  expect(ConsentPurpose.options.filter((purpose) => kindOf(purpose) === 'OBJECTION')).toEqual(['STATISTICS']);
});
