import { describe, expect, it } from 'vitest';
import { MappingChoice, type RegisterColumn, type RegisterDifferences, type RegisterPreview } from '../../../shared/domain/registers/schemas.ts';
import { allSafe, toggled } from './chosen.ts';
import { mayGoOn, withDateFormat, withTarget } from './mapping-choice.ts';
import { valuesOf, wrongAt } from './repair-rules.ts';
import { rowWords } from './row-words.ts';

const column = (key: string, target: RegisterColumn['target']): RegisterColumn => ({ index: 0, key, header: key, target, skipped: target === null ? 'UNKNOWN' : null, choices: ['unit', 'regime'], samples: [] });
const preview = {
  dateFormat: 'DMY',
  columns: [column('secția', 'unit'), column('regim', 'regime'), column('altceva', null)],
  missing: [],
  counts: { rows: 2, accepted: 1, refused: 1, ignored: 0, warnings: 0 },
} as unknown as RegisterPreview;

describe('the mapping of columns', () => {
  it('moves a meaning to the column it is chosen for, and leaves the other unread', () => {
    const mapping = withTarget(preview, 'altceva', 'unit');
    expect(mapping.columns).toEqual({ secția: 'SKIP', regim: 'regime', altceva: 'unit' });
    expect(MappingChoice.parse(mapping)).toEqual(mapping);
  });

  it('leaves a column out, and takes nothing that is no meaning', () => {
    expect(withTarget(preview, 'regim', 'SKIP').columns).toEqual({ secția: 'unit', regim: 'SKIP', altceva: 'SKIP' });
    expect(withTarget(preview, 'regim', 'offence').columns['regim']).toBe('SKIP');
  });

  it('keeps the columns when dates are read in another order', () => {
    expect(withDateFormat(preview, 'MDY')).toEqual({ dateFormat: 'MDY', columns: { secția: 'unit', regim: 'regime', altceva: 'SKIP' } });
  });

  it('goes on only when everything needed was found and somebody can be read', () => {
    expect(mayGoOn(preview)).toBe(true);
    expect(mayGoOn({ ...preview, missing: ['code'] })).toBe(false);
    expect(mayGoOn({ ...preview, counts: { ...preview.counts, accepted: 0 } })).toBe(false);
  });
});

it('never takes over with the others what needs a person to look at it', () => {
  const differences = {
    new: [{ code: 'A1' }, { code: 'A2' }, { code: 'A3' }],
    alike: { A3: [{ personId: 'p9', code: 'B7', name: 'Pop Ion' }] },
    changed: [{ personId: 'p1' }, { personId: 'p2', caution: 'OTHER_PERSON' }, { personId: 'p3', caution: 'RETURNED' }],
  } as unknown as RegisterDifferences;
  const { add, change } = allSafe(differences);
  expect([...add]).toEqual(['A1', 'A2']);
  expect([...change]).toEqual(['p1']);
  expect([...toggled(change, 'p2', true)]).toEqual(['p1', 'p2']);
  expect([...toggled(change, 'p1', false)]).toEqual([]);
  expect([...change]).toEqual(['p1']);
});

it('tells a row in one sentence with its field, its value and the other rows', () => {
  const told = (key: string, values: Record<string, string>) => (key.includes('row') ? `${key} ${JSON.stringify(values)}` : key);
  expect(rowWords({ row: 3, reason: 'BIRTH_DATE_INVALID', detail: 'IMPOSSIBLE_DAY' }, told)).toContain('registers:dateProblems.IMPOSSIBLE_DAY');
  expect(rowWords({ row: 3, warning: 'DATE_INVALID', field: 'endDate', value: '31.02' }, told)).toContain('registers:targets.endDate');
  expect(rowWords({ row: 3, reason: 'NUMBER_TWICE', rows: [4, 9] }, told)).toContain('4, 9');
});

describe('putting a row right', () => {
  const cell = (key: string, target: 'code' | 'fullName' | 'birthDate', text: string) => ({ key, header: key, target, text, formula: false });
  const cells = [cell('nr', 'code', 'A1'), cell('detinut', 'fullName', 'Pop Ion'), cell('nascut', 'birthDate', '31.02.1990')];

  it('starts from what stands in the file', () => expect(valuesOf({ cells })).toEqual({ nr: 'A1', detinut: 'Pop Ion', nascut: '31.02.1990' }));

  it.each([
    ['a date', { row: 2, reason: 'BIRTH_DATE_INVALID', field: 'birthDate' }, 'nascut'],
    ['a name, whichever column it stands in', { row: 2, reason: 'NO_NAME', field: 'familyName' }, 'detinut'],
    ['a column the file does not have', { row: 2, reason: 'FORMULA', field: 'givenName' }, undefined],
    ['the whole row', { row: 2, reason: 'TOO_MANY_CELLS' }, undefined],
    ['nothing', undefined, undefined],
  ] as const)('shows the reason beside what is wrong: %s', (_name, refusal, key) => {
    expect(wrongAt({ cells, ...(refusal === undefined ? {} : { refusal }) })).toBe(key);
  });
});
