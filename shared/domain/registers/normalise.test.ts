import { describe, expect, it } from 'vitest';
import { clean, isBlank, isFormula, safeCell } from './normalise.ts';

describe('a cell as we keep it', () => {
  it.each([
    ['cedilla becomes comma below', 'Ţîrlea Ştefan, Reşiţa', 'Țîrlea Ștefan, Reșița'],
    ['composed from letter and combining cedilla', 's\u0327 t\u0327', 'ș ț'],
    ['composed from letter and combining comma', 'S\u0326tefan', 'Ștefan'],
    ['spaces are trimmed and collapsed', ' Popescu  \t Ion\u00a0', 'Popescu Ion'],
    ['text cannot be turned round', 'abc\u202Edef\u200b', 'abcdef'],
    ['controls go', 'a\u0000b\u0007c', 'abc'],
    ['other letters stay', 'Šimić Székely Pellè', 'Šimić Székely Pellè'],
  ])('%s', (_, raw, kept) => {
    expect(clean(raw)).toBe(kept);
  });

  it.each(['', ' ', '-', '—', '/', '//', '...', 'n/a', 'N/A'])('"%s" is blank', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['0', '-5', 'na', 'a-'])('"%s" is not blank', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

const dangerous = ['=1+1', '=HYPERLINK("x")', '+40', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\tx', ' =1', '\u200b=1', '＝1', '＋1', '＠x'];

describe('cells that a spreadsheet would compute', () => {
  it.each(dangerous)('%j is seen', (text) => {
    expect(isFormula(text)).toBe(true);
  });

  it.each(['Secția 4', 'TM-2016-1000', 'a=b', '20000', '-', ''])('%j is text', (text) => {
    expect(isFormula(text)).toBe(false);
  });

  it.each(dangerous)('%j is never written as such', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
    expect(isFormula(safeCell(text))).toBe(false);
  });

  it('leaves ordinary text alone', () => {
    expect(safeCell('TM-2016-1000')).toBe('TM-2016-1000');
  });
});
