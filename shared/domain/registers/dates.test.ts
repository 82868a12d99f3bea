import { describe, expect, it } from 'vitest';
import { isCivilDate } from '../dates.ts';
import { detectDateFormat, isEndless, readDate } from './dates.ts';

describe('the order of day, month and year', () => {
  it.each([
    ['a day over twelve tells', ['01.02.2027', '25.03.2027'], 'DMY', 'CLEAR'],
    ['month first', ['01/02/2027', '03/25/2027'], 'MDY', 'CLEAR'],
    ['year first', ['2027-02-01', '2027/03/25'], 'YMD', 'CLEAR'],
    ['nothing tells', ['01.02.2027', '03.04.2027'], 'DMY', 'AMBIGUOUS'],
    ['one of each tells nothing', ['25.02.2027', '02.25.2027'], 'DMY', 'AMBIGUOUS'],
    ['several contradict', ['25.02.2027', '26.02.2027', '27.02.2027', '02.25.2027'], 'DMY', 'MIXED'],
    ['one slip in many is no doubt', [...Array<string>(30).fill('25.02.2027'), '12.13.2024'], 'DMY', 'CLEAR'],
    ['spreadsheet dates beside open ones', ['2027-02-01', '03.04.2027'], 'DMY', 'AMBIGUOUS'],
    ['no dates at all', ['', 'pe viață'], 'DMY', 'CLEAR'],
  ])('%s', (_, texts, format, certainty) => {
    expect(detectDateFormat(texts)).toEqual({ format, certainty });
  });
});

describe('reading a date', () => {
  it.each([
    ['02.08.1989', 'DMY', '1989-08-02'],
    ['2/8/1989', 'DMY', '1989-08-02'],
    ['08-02-1989', 'MDY', '1989-08-02'],
    ['1989.08.02', 'YMD', '1989-08-02'],
    ['1989-08-02', 'DMY', '1989-08-02'],
    ['29.02.2028', 'DMY', '2028-02-29'],
    ['02.08.1989 00:00:00', 'DMY', '1989-08-02'],
    ['1989-08-02T00:00:00.000Z', 'MDY', '1989-08-02'],
    ['02. 08. 1989.', 'DMY', '1989-08-02'],
  ] as const)('%s as %s', (text, format, date) => {
    expect(readDate(text, format)).toEqual({ ok: true, date });
  });

  it.each([
    ['31.02.2027', 'IMPOSSIBLE_DAY'],
    ['30/02/2028', 'IMPOSSIBLE_DAY'],
    ['29.02.2027', 'IMPOSSIBLE_DAY'],
    ['32.01.2027', 'IMPOSSIBLE_DAY'],
    ['12.13.2024', 'IMPOSSIBLE_MONTH'],
    ['00/00/1970', 'ZERO_DATE'],
    ['01.00.1970', 'ZERO_DATE'],
    ['1985', 'YEAR_ONLY'],
    ['01.02.85', 'SHORT_YEAR'],
    ['01.02.1899', 'OUT_OF_RANGE'],
    ['01.02.9999', 'OUT_OF_RANGE'],
    ['32874', 'NOT_A_DATE'],
    ['mâine', 'NOT_A_DATE'],
    ['01.02', 'NOT_A_DATE'],
    ['01.02.2027.03', 'NOT_A_DATE'],
    ['01.2027.02', 'NOT_A_DATE'],
    ['=A1', 'NOT_A_DATE'],
  ] as const)('%s is named %s', (text, problem) => {
    expect(readDate(text, 'DMY')).toEqual({ ok: false, problem });
  });
});

describe('sentences without an end', () => {
  it.each(['pe viaţă', 'pe viață', 'PE VIATA', 'detențiune pe viață', 'fine pena mai', 'ergastolo', 'Ergastolo', 'life', '31/12/9999', '9999-12-31'])('%s', (text) => {
    expect(isEndless(text)).toBe(true);
  });

  it.each(['31 mai 2027', '12.05.2030', '', 'mâine', '31.12.2099'])('but not "%s"', (text) => {
    expect(isEndless(text)).toBe(false);
  });
});

it('gives only dates of the calendar', () => {
  for (const year of [1900, 1999, 2000, 2027, 2028, 2100, 2200]) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= 31; day += 1) {
        const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(readDate(`${day}.${month}.${year}`, 'DMY').ok).toBe(isCivilDate(written));
      }
    }
  }
});
