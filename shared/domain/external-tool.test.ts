import { describe, expect, it } from 'vitest';
import { indexColumns, indexRow } from './collections.ts';
import { isShown, mayRecordTool } from './external-tool.ts';

const TODAY = '2026-11-22';
const born = '1990-01-01';
const code = (on: string, birthDate = born) => {
  const may = mayRecordTool(on, birthDate, TODAY);
  return may.ok ? 'allowed' : may.refusal.code;
};

describe('a tool used elsewhere', () => {
  it.each([
    [TODAY, TODAY, true],
    ['2025-11-23', TODAY, true],
    ['2025-11-22', TODAY, false],
    ['2024-02-29', '2025-02-27', true],
    ['2024-02-29', '2025-02-28', false],
  ])('of %s is shown on %s: %s', (on, today, shown) => expect(isShown({ on }, today)).toBe(shown));

  it.each([
    ['of today', TODAY, born, 'allowed'],
    ['of tomorrow', '2026-11-23', born, 'tool.inFuture'],
    ['of a year ago', '2025-11-22', born, 'tool.tooOld'],
    ['of somebody who becomes eighteen tomorrow', TODAY, '2008-11-23', 'tool.underAge'],
    ['of somebody who became eighteen today', TODAY, '2008-11-22', 'allowed'],
  ])('%s: %s', (_name, on, birthDate, expected) => expect(code(on, birthDate)).toBe(expected));

  it('stands in no index, so that no list, search, filter or order can have it', () => {
    expect(indexRow({ type: 'tool', tool: 'X', band: 'B', on: TODAY } as never)).toEqual({});
    expect(indexColumns.assessments.filter((column) => /tool|band/.test(column))).toEqual([]);
  });
});
