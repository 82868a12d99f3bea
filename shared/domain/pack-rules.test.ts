import { describe, expect, it } from 'vitest';
import { hasPack, isForPack, type PackFacts } from './pack-rules.ts';

const today = '2026-11-22';
const facts: PackFacts = { status: 'PRE_RELEASE', release: '2026-11-27', handover: false, approved: true, today };

describe('the papers of somebody lie ready', () => {
  it.each<[string, Partial<PackFacts>, boolean]>([
    ['an approved plan, released this week', {}, true],
    ['an approved plan, released in fifteen days', { release: '2026-12-07' }, false],
    ['an approved plan, no day known', { release: undefined }, false],
    ['no approved plan, released this week', { approved: false }, false],
    ['an authorised hand-over, no day known', { release: undefined, handover: true, approved: false }, true],
    ['an authorised hand-over of somebody in hospital', { status: 'AWAY', release: '2027-05-01', handover: true }, true],
    ['released last week', { status: 'RELEASED_FOLLOW_UP', release: '2026-11-15' }, true],
    ['released three weeks ago', { status: 'RELEASED_FOLLOW_UP', release: '2026-11-01', handover: true }, false],
    ['escaped', { status: 'ESCAPED', handover: true }, false],
    ['dead', { status: 'DECEASED', handover: true }, false],
    ['closed', { status: 'CLOSED', handover: true }, false],
  ])('%s', (_who, given, expected) => expect(hasPack({ ...facts, ...given })).toBe(expected));
});

it('no hand-over is handed out before a second person authorised it, none after it was revoked, and none of an exercise', () => {
  expect(isForPack({ status: 'AUTHORISED' }) && isForPack({ status: 'SEALED' })).toBe(true);
  expect((['DRAFT', 'CHECKED', 'REVOKED', 'SUPERSEDED', 'REJECTED', 'CLOSED'] as const).filter((status) => isForPack({ status }))).toEqual([]);
  expect(isForPack({ status: 'SEALED', practice: true })).toBe(false);
});
