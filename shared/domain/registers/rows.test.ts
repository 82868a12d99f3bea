import { describe, expect, it } from 'vitest';
import { legalPositionOf } from './legal-positions.ts';
import { readRow, type RegisterCell, type RegisterCells } from './row.ts';
import { readRows } from './rows.ts';
import type { RegisterTarget } from './schemas.ts';

const rules = { dateFormat: 'DMY', today: '2026-11-22' } as const;
const cells = (texts: Partial<Record<RegisterTarget, string>>): RegisterCells =>
  Object.fromEntries(Object.entries(texts).map(([target, text]): [string, RegisterCell] => [target, { text }]));
const good = { code: 'TM-1', familyName: 'POPESCU', givenName: 'Ion', birthDate: '01.02.1980', endDate: '01.02.2030' };
const read = (texts: Partial<Record<RegisterTarget, string>>) => readRow(7, cells({ ...good, ...texts }), rules);

describe('rows that are refused', () => {
  it.each([
    ['no number', { code: ' ' }, { row: 7, reason: 'NO_CODE', field: 'code' }],
    ['a dash for a number', { code: '-' }, { row: 7, reason: 'NO_CODE', field: 'code' }],
    ['a number of signs only', { code: '***' }, { row: 7, reason: 'NO_CODE', field: 'code' }],
    ['a number beyond measure', { code: 'x'.repeat(41) }, { row: 7, reason: 'TOO_LONG', field: 'code' }],
    ['a formula for a number', { code: '=HYPERLINK("x")' }, { row: 7, reason: 'FORMULA', field: 'code' }],
    ['a formula for a name', { givenName: '@SUM(A1)' }, { row: 7, code: 'TM-1', reason: 'FORMULA', field: 'givenName' }],
    ['a formula behind a quote', { familyName: '"=cmd()' }, { row: 7, code: 'TM-1', reason: 'FORMULA', field: 'familyName' }],
    ['a formula for a birth date', { birthDate: '=A1' }, { row: 7, code: 'TM-1', reason: 'FORMULA', field: 'birthDate' }],
    ['no name', { familyName: '' }, { row: 7, code: 'TM-1', reason: 'NO_NAME', field: 'familyName' }],
    ['a name without letters', { familyName: '123' }, { row: 7, code: 'TM-1', reason: 'NO_NAME', field: 'familyName' }],
    ['a name beyond measure', { familyName: 'x'.repeat(201) }, { row: 7, code: 'TM-1', reason: 'TOO_LONG', field: 'familyName' }],
    ['commas without end', { familyName: ','.repeat(5000) }, { row: 7, code: 'TM-1', reason: 'TOO_LONG', field: 'familyName' }],
    ['no birth date', { birthDate: '' }, { row: 7, code: 'TM-1', reason: 'NO_BIRTH_DATE', field: 'birthDate' }],
    ['only a year of birth', { birthDate: '1985' }, { row: 7, code: 'TM-1', reason: 'BIRTH_DATE_INVALID', field: 'birthDate', detail: 'YEAR_ONLY' }],
    ['a zero birth date', { birthDate: '00/00/1970' }, { row: 7, code: 'TM-1', reason: 'BIRTH_DATE_INVALID', field: 'birthDate', detail: 'ZERO_DATE' }],
    ['not yet born', { birthDate: '23.11.2026' }, { row: 7, code: 'TM-1', reason: 'BIRTH_IN_FUTURE', field: 'birthDate' }],
    ['admitted at thirteen', { admissionDate: '31.01.1994' }, { row: 7, code: 'TM-1', reason: 'DATES_CONTRADICT', field: 'admissionDate', rule: 'AGE_14' }],
    ['a hundred and twenty years old', { birthDate: '01.02.1906' }, { row: 7, code: 'TM-1', reason: 'DATES_CONTRADICT', field: 'birthDate', rule: 'AGE_110' }],
    ['eighteen tomorrow', { birthDate: '23.11.2008' }, { row: 7, code: 'TM-1', reason: 'UNDER_18', field: 'birthDate' }],
  ] as const)('%s', (_, texts, refusal) => {
    expect(read(texts)).toEqual({ refusal });
  });

  it('lets in whoever is eighteen today', () => {
    expect(read({ birthDate: '22.11.2008' })).toHaveProperty('candidate.birthDate', '2008-11-22');
  });
});

describe('rows that are accepted with a word', () => {
  it.each([
    ['an impossible date is left out', { commissionDate: '31.02.2027' }, [{ warning: 'DATE_INVALID', field: 'commissionDate', detail: 'IMPOSSIBLE_DAY', value: '31.02.2027' }]],
    ['no end of sentence', { endDate: '' }, [{ warning: 'NO_END_DATE', field: 'endDate' }]],
    ['no end before a first judgment', { endDate: '', legalPosition: 'imputato' }, []],
    ['end before commission', { commissionDate: '02.02.2030' }, [{ warning: 'END_BEFORE_COMMISSION', field: 'endDate' }]],
    ['both on one day', { commissionDate: '01.02.2030' }, []],
    ['end already passed', { endDate: '21.11.2026' }, [{ warning: 'DATE_PASSED', field: 'endDate' }]],
    ['commission already passed', { commissionDate: '21.11.2026' }, [{ warning: 'DATE_PASSED', field: 'commissionDate' }]],
    ['admitted tomorrow', { admissionDate: '23.11.2026' }, [{ warning: 'ADMISSION_IN_FUTURE', field: 'admissionDate' }]],
    ['the end before the admission', { admissionDate: '03.03.2025', endDate: '02.03.2025', commissionDate: '' }, [{ warning: 'DATES_DOUBTFUL', field: 'endDate', rule: 'ADMISSION_FIRST' }, { warning: 'DATE_PASSED', field: 'endDate' }]],
    ['an unknown position', { legalPosition: 'in volo' }, [{ warning: 'UNKNOWN_LEGAL_POSITION', field: 'legalPosition', value: 'in volo' }]],
    ['a formula in a text', { unit: '=1+1' }, [{ warning: 'FORMULA_LEFT_OUT', field: 'unit' }]],
    ['a text beyond measure', { unit: 'x'.repeat(201) }, [{ warning: 'TOO_LONG_LEFT_OUT', field: 'unit' }]],
    ['a stray quote', { familyName: '"Popescu' }, [{ warning: 'NAME_CLEANED', field: 'familyName' }]],
    ['one name only', { givenName: '' }, [{ warning: 'NAME_INCOMPLETE', field: 'familyName' }]],
  ] as const)('%s', (_, texts, warnings) => {
    const row = read(texts);
    expect('warnings' in row && row.warnings).toEqual(warnings.map((warning) => ({ row: 7, code: 'TM-1', ...warning })));
  });

  it('leaves a wrong date out, so that it changes nothing', () => {
    expect(read({ commissionDate: '31.02.2027' })).not.toHaveProperty('candidate.commissionDate');
    expect(read({ commissionDate: '' })).toHaveProperty('candidate.commissionDate', null);
    expect(read({ unit: '=1+1' })).not.toHaveProperty('candidate.unit');
  });

  it('knows a life sentence', () => {
    const row = read({ endDate: 'pe viaţă', commissionDate: '12.08.2031' });
    expect(row).toMatchObject({ candidate: { endDate: 'ENDLESS', commissionDate: '2031-08-12' }, warnings: [] });
  });

  it('takes the last result of a spreadsheet formula for a date, but never for who somebody is', () => {
    const computed = (field: RegisterTarget, text: string): RegisterCells => ({ ...cells(good), [field]: { text, computed: true } });
    expect(readRow(7, computed('endDate', '2031-01-01'), rules)).toMatchObject({
      candidate: { endDate: '2031-01-01' },
      warnings: [{ warning: 'FORMULA_VALUE', field: 'endDate' }],
    });
    expect(readRow(7, computed('familyName', 'Rossi'), rules)).toMatchObject({ refusal: { reason: 'FORMULA', field: 'familyName' } });
    expect(readRow(7, computed('code', '20000'), rules)).toEqual({ refusal: { row: 7, code: '20000', reason: 'FORMULA', field: 'code' } });
  });
});

describe('legal positions', () => {
  it.each([
    ['in attesa di primo giudizio', 'ON_REMAND'],
    ['imputato', 'ON_REMAND'],
    ['appellante', 'CONVICTED_NOT_FINAL'],
    ['ricorrente', 'CONVICTED_NOT_FINAL'],
    ['condannato non definitivo', 'CONVICTED_NOT_FINAL'],
    ['misto', 'MIXED'],
    ['Misto con definitivo', 'MIXED'],
    ['definitivo', 'SENTENCED'],
    ['internato', 'SECURITY_MEASURE'],
    ['internat', 'EDUCATIVE_MEASURE'],
    ['internat medical', 'SECURITY_MEASURE'],
    ['Arestat preventiv', 'ON_REMAND'],
    ['Condamnat în primă instanţă', 'CONVICTED_NOT_FINAL'],
    ['condamnat definitiv', 'SENTENCED'],
    ['affidamento in prova', 'ALTERNATIVE_MEASURE'],
    ['dimesso', 'RELEASED'],
    ['boh', undefined],
  ])('%s', (word, position) => {
    expect(legalPositionOf(word)).toBe(position);
  });
});

describe('rows against each other', () => {
  const row = (n: number, texts: Partial<Record<RegisterTarget, string>>) => ({ row: n, cells: cells({ ...good, ...texts }) });

  it('reads a repeated row once, and says so', () => {
    const all = readRows([row(2, {}), row(3, {}), row(4, { code: ' TM-1 ' })], rules);
    expect(all.candidates.map((entry) => entry.row)).toEqual([2]);
    expect(all.ignored).toEqual([
      { row: 3, code: 'TM-1', sameAs: 2 },
      { row: 4, code: 'TM-1', sameAs: 2 },
    ]);
    expect(all.counts).toEqual({ rows: 3, accepted: 1, refused: 0, ignored: 2, warnings: 0 });
  });

  it('refuses every row of a number that stands for different people', () => {
    const all = readRows([row(2, {}), row(3, { familyName: 'Alta' }), row(4, { code: 'TM-2' })], rules);
    expect(all.candidates.map((entry) => entry.row)).toEqual([4]);
    expect(all.refused).toEqual([
      { row: 2, code: 'TM-1', reason: 'NUMBER_TWICE', field: 'code', rows: [3] },
      { row: 3, code: 'TM-1', reason: 'NUMBER_TWICE', field: 'code', rows: [2] },
    ]);
  });

  it('does not choose between two rows of one person', () => {
    const all = readRows([row(2, {}), row(3, { endDate: '01.02.2031' })], rules);
    expect(all.refused.map(({ reason }) => reason)).toEqual(['SAME_PERSON_TWICE', 'SAME_PERSON_TWICE']);
  });

  it('refuses a row whose values may be shifted, and still knows its number is in the register', () => {
    const all = readRows([{ ...row(2, {}), overflow: true }], rules);
    expect(all.refused).toEqual([{ row: 2, code: 'TM-1', reason: 'TOO_MANY_CELLS' }]);
    expect([...all.codes]).toEqual(['tm 1']);
  });

  it('does not take two missing numbers for one', () => {
    const all = readRows([row(2, { code: '' }), row(3, { code: '' })], rules);
    expect(all.refused.map(({ reason }) => reason)).toEqual(['NO_CODE', 'NO_CODE']);
  });
});
