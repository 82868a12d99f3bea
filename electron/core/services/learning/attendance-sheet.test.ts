import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAttendanceSheet } from './attendance-sheet.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../../../tests/fixtures/${name}`, import.meta.url));
const sheet = (text: string, near?: string) => readAttendanceSheet(new TextEncoder().encode(text), near);

describe('an attendance sheet', () => {
  it('of a Romanian prison has whole dates and letters', async () => {
    const read = await readAttendanceSheet(fixture('ro-attendance-register.csv'));
    expect(read.sessions).toHaveLength(12);
    expect([read.sessions[0], read.sessions[11]]).toEqual(['2026-09-01', '2026-11-17']);
    expect(read.rows).toHaveLength(15);
    expect(read.rows[0]).toMatchObject({ row: 3, code: 'TM-2024-1133', marks: ['REFUSED', null, 'ABSENT', null, null, 'EXCUSED', null, 'PRESENT', 'EXCUSED', 'PRESENT', 'PRESENT', 'PRESENT'] });
    expect(read.refused).toEqual([]);
  });

  it('of an Italian school has days without a year, names, hours and sums', async () => {
    const read = await readAttendanceSheet(fixture('it-attendance-register.csv'), '2026-11-22');
    expect(read.sessions).toEqual(['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']);
    expect(read.rows[0]).toMatchObject({ code: '20260', name: 'Rossi, Arben', minutes: [120, 120, 90, 90, 120, 120, 120, null] });
    expect(read.rows[0]?.marks.at(-1)).toBe('ABSENT');
    expect(read.rows[1]?.marks.slice(6)).toEqual(['EXCUSED', 'EXCUSED']);
    expect(read.rows.map(({ code }) => code)).toContain('=HYPERLINK("x")');
  });

  it('keeps every mark under its own day when a column has none, and names that column', async () => {
    const read = await sheet('Nr;01.09.2026;;15.09.2026\nTM-1;P;A;R\n');
    expect(read.sessions).toEqual(['2026-09-01', '2026-09-15']);
    expect(read.rows[0]?.marks).toEqual(['PRESENT', 'REFUSED']);
    expect(read.columnsWithoutDay).toEqual([3]);
  });

  it.each([
    ['over the turn of the year', '01/12;15/12;12/01', '2027-01-20', ['2026-12-01', '2026-12-15', '2027-01-12']],
    ['of last school year', '10/09;20/12;30/05', '2026-06-10', ['2025-09-10', '2025-12-20', '2026-05-30']],
    ['with a day that only leap years have', '29.02;01.03', '2028-03-10', ['2028-02-29', '2028-03-01']],
  ])('finds the year of days without one, %s', async (_name, days, near, expected) => {
    const marks = days.split(';').map(() => 'P').join(';');
    expect((await sheet(`Matricola;${days}\n1;${marks}\n`, near)).sessions).toEqual(expected);
  });

  it('reads numbers where the number stands, not in the first column only', async () => {
    const read = await sheet('Nominativo;Matricola;01.09.2026\nRossi, Anna;20001;P\n');
    expect(read.rows[0]).toMatchObject({ code: '20001', name: 'Rossi, Anna' });
  });

  it('refuses a row with what nobody knows, and takes the others', async () => {
    const read = await sheet('Nr;01.09.2026;08.09.2026\nTM-1;P;?\nTM-2;P;P\nTM-3;17;P\n');
    expect(read.refused).toEqual([
      { row: 2, code: 'TM-1', reason: 'UNKNOWN_MARK', value: '?' },
      { row: 4, code: 'TM-3', reason: 'UNKNOWN_MARK', value: '17' },
    ]);
    expect(read.rows.map(({ code }) => code)).toEqual(['TM-2']);
  });

  it.each([
    ['a list of names', 'Nr;Nume\n1;Ion\n', 'attendance.noHeader'],
    ['a day that does not exist', 'Nr;31.02.2026;01.03.2026\n1;P;P\n', 'attendance.badDate'],
    ['days without a year and nothing near', 'Nr;01/09;08/09\n1;P;P\n', 'attendance.badDate'],
    ['an empty file', '', 'REGISTER_EMPTY'],
  ])('is not %s', async (_name, text, code) => {
    await expect(sheet(text)).rejects.toMatchObject({ refusal: { code } });
  });

  it('cuts what is too long to be shown', async () => {
    const read = await sheet(`Nr;01.09.2026\n${'x'.repeat(500)};${'y'.repeat(500)}\n`);
    expect([read.refused[0]?.code.length, read.refused[0]?.value.length]).toEqual([80, 8]);
  });
});
