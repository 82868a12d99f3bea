import { describe, expect, it } from 'vitest';
import { emergencyPack, hasPack, hasPapers, isForPack, type PackFacts } from './pack-rules.ts';

const today = '2026-11-22';
const facts: PackFacts = {
  status: 'PRE_RELEASE',
  release: '2026-11-27',
  decision: undefined,
  postponed: false,
  handover: false,
  approved: true,
  openedOn: undefined,
  today,
  jurisdiction: { releaseWindow: { days: 90, source: 's' } },
};
const active: Partial<PackFacts> = { status: 'ACTIVE', release: undefined };

describe('the emergency pack lies ready', () => {
  it.each<[string, Partial<PackFacts>, ReturnType<typeof emergencyPack>]>([
    ['released this week', {}, 'NEAR'],
    ['released in thirty days, and nothing prepared', { ...active, release: '2026-12-22', approved: false }, 'NEAR'],
    ['released in thirty-one days, which is in the window', { ...active, release: '2026-12-23' }, 'PREPARING'],
    ['released in ninety days', { ...active, release: '2027-02-20' }, 'PREPARING'],
    ['released in ninety-one days', { ...active, release: '2027-02-21' }, undefined],
    ['day of release passed, and nobody recorded that they left', { ...active, release: '2026-11-20' }, 'NEAR'],
    ['a hearing in the window', { ...active, decision: '2027-01-20' }, 'PREPARING'],
    ['a hearing that was postponed', { ...active, decision: '2027-01-20', postponed: true }, undefined],
    ['prepared, and then postponed', { release: undefined, postponed: true }, undefined],
    ['no day known', active, undefined],
    ['no day known, opened today', { ...active, openedOn: today }, 'OPENED'],
    ['no day known, opened the day before yesterday', { ...active, openedOn: '2026-11-20' }, 'OPENED'],
    ['no day known, opened three days ago', { ...active, openedOn: '2026-11-19' }, undefined],
    ['in hospital, released this week', { status: 'AWAY' }, 'NEAR'],
    ['released last week', { status: 'RELEASED_FOLLOW_UP', release: '2026-11-15' }, 'GONE'],
    ['released three weeks ago', { status: 'RELEASED_FOLLOW_UP', release: '2026-11-01' }, undefined],
    ['left at once, opened the same day', { status: 'RELEASED_FOLLOW_UP', release: undefined, openedOn: today }, 'GONE'],
    ['escaped', { status: 'ESCAPED', openedOn: today }, undefined],
    ['dead', { status: 'DECEASED', openedOn: today }, undefined],
    ['closed', { status: 'CLOSED', openedOn: today }, undefined],
  ])('%s', (_who, given, expected) => expect(emergencyPack({ ...facts, ...given })).toBe(expected));
});

describe('the prepared papers lie beside it', () => {
  it.each<[string, Partial<PackFacts>, boolean]>([
    ['an approved plan, released this week', {}, true],
    ['an approved plan, released in thirty-one days', { release: '2026-12-23' }, false],
    ['an approved plan, no day known', { release: undefined }, false],
    ['an approved plan, no day known, opened', { release: undefined, openedOn: today }, true],
    ['no approved plan, released this week', { approved: false }, false],
    ['an authorised hand-over, no day known', { release: undefined, handover: true, approved: false }, true],
    ['an authorised hand-over of somebody in hospital', { status: 'AWAY', release: '2027-05-01', handover: true }, true],
    ['released last week', { status: 'RELEASED_FOLLOW_UP', release: '2026-11-15' }, true],
    ['released three weeks ago', { status: 'RELEASED_FOLLOW_UP', release: '2026-11-01', handover: true }, false],
    ['escaped', { status: 'ESCAPED', handover: true }, false],
    ['dead', { status: 'DECEASED', handover: true }, false],
    ['closed', { status: 'CLOSED', handover: true }, false],
  ])('%s', (_who, given, expected) => expect(hasPapers({ ...facts, ...given })).toBe(expected));
});

it('nobody is on the list without a pack or a paper, and whoever has one of them is', () => {
  expect(hasPack({ ...facts, ...active })).toBe(false);
  expect(hasPack({ ...facts, ...active, handover: true })).toBe(true);
  expect(hasPack({ ...facts, approved: false })).toBe(true);
});

it('no hand-over is handed out before a second person authorised it, none after it was revoked, and none of an exercise', () => {
  expect(isForPack({ status: 'AUTHORISED' }) && isForPack({ status: 'SEALED' })).toBe(true);
  expect((['DRAFT', 'CHECKED', 'REVOKED', 'SUPERSEDED', 'REJECTED', 'CLOSED'] as const).filter((status) => isForPack({ status }))).toEqual([]);
  expect(isForPack({ status: 'SEALED', practice: true })).toBe(false);
});
