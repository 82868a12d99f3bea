import { describe, expect, it } from 'vitest';
import { assigned } from './case-manager.ts';

const a = 'user-a';
const b = 'user-b';
const person = { status: 'ACTIVE' as const, caseManagerId: a, deputyId: b };

describe('who works with somebody', () => {
  it.each([
    [{ as: 'CASE_MANAGER', userId: 'user-c' }, { status: 'ACTIVE', caseManagerId: 'user-c', deputyId: b }],
    [{ as: 'DEPUTY', userId: 'user-c' }, { status: 'ACTIVE', caseManagerId: a, deputyId: 'user-c' }],
    [{ as: 'DEPUTY', userId: null }, { status: 'ACTIVE', caseManagerId: a }],
    [{ as: 'CASE_MANAGER', userId: null }, { status: 'ACTIVE', deputyId: b }],
  ] as const)('becomes %j', (assignment, after) => {
    expect(assigned(person, assignment)).toEqual({ ok: true, value: after });
  });

  it.each([
    ['caseload.alreadySo', person, { as: 'CASE_MANAGER', userId: a }],
    ['caseload.alreadySo', { status: 'ACTIVE' }, { as: 'DEPUTY', userId: null }],
    ['caseload.bothTheSame', person, { as: 'CASE_MANAGER', userId: b }],
    ['caseload.bothTheSame', person, { as: 'DEPUTY', userId: a }],
    ['caseload.over', { ...person, status: 'DECEASED' }, { as: 'DEPUTY', userId: 'user-c' }],
    ['caseload.over', { ...person, status: 'CLOSED' }, { as: 'CASE_MANAGER', userId: null }],
  ] as const)('is refused: %s', (code, before, assignment) => {
    expect(assigned(before, assignment)).toEqual({ ok: false, refusal: { code, params: undefined } });
  });
});
