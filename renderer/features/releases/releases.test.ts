import { describe, expect, it } from 'vitest';
import type { ReleaseRow } from '../../../shared/contract/home.ts';
import { HandoverStatus } from '../../../shared/domain/handover.ts';
import { daySpans, sortedRows, stageOf } from './rows.ts';

const row = (name: string, on: string, change: Partial<ReleaseRow> = {}): ReleaseRow => ({ personId: name, name, code: name, on, kind: 'END_OF_SENTENCE', missing: [], ...change });
const days = [
  { on: '2026-11-24', people: [row('Ana', '2026-11-24', { handover: 'SEALED' }), row('Șerban', '2026-11-24')] },
  { on: '2026-11-27', risk: 'FRIDAY' as const, people: [row('Bogdan', '2026-11-27', { missing: [{ what: 'BED', state: 'OPEN' }], copyOn: '2026-11-20' })] },
];
const names = (by: Parameters<typeof sortedRows>[1], descending = false): string[] => sortedRows({ days }, by, descending).map(({ name }) => name);

describe('the list of a week', () => {
  it.each([
    ['day', false, ['Ana', 'Șerban', 'Bogdan']],
    ['day', true, ['Bogdan', 'Ana', 'Șerban']],
    ['name', false, ['Ana', 'Bogdan', 'Șerban']],
    ['handover', false, ['Șerban', 'Bogdan', 'Ana']],
    ['missing', false, ['Bogdan', 'Ana', 'Șerban']],
    ['copy', true, ['Bogdan', 'Ana', 'Șerban']],
  ] as const)('by %s, backwards %s', (by, descending, expected) => expect(names(by, descending)).toEqual(expected));

  it('says a day once for all of its people, with its risk; sorted otherwise, each row says it', () => {
    const rows = sortedRows({ days }, 'day', false);
    expect(daySpans(rows, 'day')).toEqual([2, 0, 1]);
    expect(daySpans(rows, 'name')).toEqual([1, 1, 1]);
    expect(rows.map(({ risk }) => risk)).toEqual([undefined, undefined, 'FRIDAY']);
  });

  it('knows how far every hand-over is', () => {
    expect(stageOf(undefined)).toBe('NONE');
    expect(HandoverStatus.options.filter((status) => stageOf(status) === 'OTHER')).toEqual(['SUPERSEDED', 'REVOKED', 'LOST', 'CLOSED']);
  });
});
