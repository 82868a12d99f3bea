import { describe, expect, it } from 'vitest';
import { HandoverCommand, handoverMachine, HandoverStatus, type Handover } from './handover.ts';
import { mayAuthorise, mayLeave, mayShare, moved, receiptCommand } from './handover-rules.ts';
import { commandsOf } from './machine.ts';

const me = '01900000-0000-7000-8000-00000000000a';
const colleague = '01900000-0000-7000-8000-00000000000b';
const handover = (over: Partial<Handover>): Handover => ({ status: 'DRAFT', preparedBy: me, history: [], ...over }) as Handover;
const receipt = (decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED') => ({ envelopeId: me, decision, at: '2026-12-01T08:00:00Z', importedAt: '2026-12-01T08:00:00Z' });

it('every way the table does not name is refused, for every state and command', () => {
  for (const status of HandoverStatus.options) {
    for (const command of HandoverCommand.options) {
      const next = moved(handover({ status }), command, '2026-12-01T08:00:00Z', me);
      expect(next.ok).toBe(commandsOf(handoverMachine, status).includes(command));
    }
  }
});

it('nothing reaches SEALED but from AUTHORISED, and nothing AUTHORISED but from CHECKED or a medium that failed', () => {
  const into = (target: HandoverStatus) => HandoverStatus.options.filter((status) => status !== target && Object.values(handoverMachine[status]).includes(target));
  expect(into('SEALED')).toEqual(['AUTHORISED']);
  expect(into('AUTHORISED')).toEqual(['CHECKED', 'SEALED']);
});

it('writes who moved it and when', () => {
  expect(moved(handover({}), 'check', '2026-12-01T08:00:00Z', me)).toMatchObject({
    ok: true,
    value: { status: 'CHECKED', history: [{ status: 'CHECKED', at: '2026-12-01T08:00:00Z', by: me }] },
  });
});

it('the one who prepared it does not authorise it', () => {
  expect(mayAuthorise(handover({}), me)).toMatchObject({ ok: false, refusal: { code: 'handover.secondPersonNeeded' } });
  expect(mayAuthorise(handover({}), colleague).ok).toBe(true);
});

it.each([
  ['ACTIVE', true],
  ['UNDER_REVIEW', true],
  ['HANDED_OVER', true],
  ['DRAFT', false],
  ['AGREED', false],
  ['CLOSED', false],
] as const)('a plan that is %s may leave: %s', (status, ok) => {
  expect(mayLeave({ status }).ok).toBe(ok);
});

describe('receipts', () => {
  it.each([
    ['the first', undefined, 'ACCEPTED', 'accept'],
    ['a repeat', 'ACCEPTED', 'ACCEPTED', undefined],
    ['received, then accepted', 'RECEIVED', 'ACCEPTED', 'accept'],
    ['accepted, then an older letter arrives', 'ACCEPTED', 'RECEIVED', undefined],
    ['rejected', undefined, 'REJECTED', 'reject'],
  ] as const)('%s', (_name, before, decision, command) => {
    const state = handover(before === undefined ? { status: 'SEALED' } : { status: before, receipt: receipt(before) });
    expect(receiptCommand(state, decision)).toBe(command);
  });

  it('a receipt that comes after the deadline still counts', () => {
    expect(moved(handover({ status: 'EXPIRED' }), 'accept', '2027-01-01T08:00:00Z', me).ok).toBe(true);
  });
});

describe('a person who does not want the plan shared', () => {
  it.each([
    ['VOLUNTARY_AFTERCARE', 'REFUSED', false],
    ['VOLUNTARY_AFTERCARE', 'WITHDRAWN', false],
    ['VOLUNTARY_AFTERCARE', 'GIVEN', true],
    ['SUPERVISION', 'REFUSED', true],
    ['LEGAL_NOTICE', 'WITHDRAWN', true],
  ] as const)('%s after %s: %s', (kind, decision, ok) => {
    expect(mayShare({ kind }, [{ purpose: 'PLAN_SHARING', decision }]).ok).toBe(ok);
  });

  it('other choices have nothing to do with it', () => {
    expect(mayShare({ kind: 'VOLUNTARY_AFTERCARE' }, [{ purpose: 'FAMILY_CONTACT', decision: 'REFUSED' }]).ok).toBe(true);
  });
});
