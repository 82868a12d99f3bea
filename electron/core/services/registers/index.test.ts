import { describe, expect, it } from 'vitest';
import { mappingOf } from '../../../../shared/domain/registers/detect-columns.ts';
import type { MappingChoice } from '../../../../shared/domain/registers/schemas.ts';
import { previewRegister, readRegister, sourceLabel } from './index.ts';

const today = '2026-11-22';
const bytes = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));
const preview = async (file: Uint8Array, mapping?: MappingChoice) => {
  const seen = await previewRegister(file, 'r.csv', { today, ...(mapping === undefined ? {} : { mapping }) });
  if (!seen.ok) throw new Error(seen.refusal.code);
  return seen.value;
};

describe('a mapping that was corrected', () => {
  const file = bytes('Cod intern;Chi;Nato;Lingua', 'A1;Rossi, Anna;02/03/1980;francese', 'A2;Verdi, Ugo;04/05/1981;italiano');

  it('is asked for when the register is not understood, without a refusal for every row', async () => {
    const seen = await preview(file);
    expect(seen.missing).toEqual(['code', 'fullName', 'birthDate']);
    expect(seen.counts).toEqual({ rows: 2, accepted: 0, refused: 0, ignored: 0, warnings: 0 });
    expect(seen.columns.map(({ key }) => key)).toEqual(['cod intern', 'chi', 'nato', 'lingua']);
  });

  it('reads the register, remembered or new, with its order of dates', async () => {
    const mapping: MappingChoice = { dateFormat: 'MDY', columns: { 'cod intern': 'code', chi: 'fullName', nato: 'birthDate', lingua: 'interpreterLanguage' } };
    const read = await readRegister(file, 'r.csv', { today, mapping });
    expect(read.ok && read.value.candidates).toEqual([
      { row: 2, code: 'A1', familyName: 'Rossi', givenName: 'Anna', birthDate: '1980-02-03', interpreterLanguage: 'francese' },
      { row: 3, code: 'A2', familyName: 'Verdi', givenName: 'Ugo', birthDate: '1981-04-05', interpreterLanguage: 'italiano' },
    ]);
    const seen = await preview(file, mapping);
    expect(seen.dateCertainty).toBe('CHOSEN');
    expect(mappingOf(seen.columns, seen.dateFormat)).toEqual(mapping);
  });

  it('cannot read a language as something else', async () => {
    const mapping: MappingChoice = { dateFormat: 'DMY', columns: { lingua: 'education' } };
    expect(await previewRegister(file, 'r.csv', { today, mapping })).toMatchObject({ ok: false, refusal: { code: 'REGISTER_SENSITIVE_COLUMN' } });
  });
});

describe('what a file says of itself', () => {
  it('is told when no date shows the order of day and month', async () => {
    const seen = await preview(bytes('Matricola;Cognome;Nome;Data di nascita', '1;Rossi;Anna;02/03/1980'));
    expect(seen).toMatchObject({ dateFormat: 'DMY', dateCertainty: 'AMBIGUOUS', notes: [{ code: 'DATES_AMBIGUOUS' }] });
  });

  it('finds the header under titles and leaves the legend out, but refuses a lone number', async () => {
    const seen = await preview(
      bytes('Penitenciarul X;;;', ';;;', 'Nr. matricol;Nume;Prenume;Data naşterii', '1;Pop;Ion;21.03.1980', '2;;;', 'Întocmit: serviciul evidență;;;'),
    );
    expect([seen.headerRow, seen.counts]).toEqual([3, { rows: 2, accepted: 1, refused: 1, ignored: 0, warnings: 0 }]);
    expect(seen.refused).toEqual([{ row: 5, code: '2', reason: 'NO_NAME', field: 'familyName' }]);
    expect(seen.notes).toContainEqual({ code: 'LEGEND_ROWS', count: 1, rows: [6] });
    expect(seen.notes).toContainEqual({ code: 'TITLE_ROWS', count: 1, rows: [1] });
  });

  it('refuses a row whose values have moved out from under their headers', async () => {
    const seen = await preview(bytes('Matricola;Cognome;Nome;Data di nascita', '1;De;Luca;Anna;21/03/1980', '2;Rossi;Ida;21/03/1980;;'));
    expect(seen.refused).toEqual([{ row: 2, code: '1', reason: 'TOO_MANY_CELLS' }]);
    expect(seen.counts.accepted).toBe(1);
  });

  it('names the rows with quotes that do not close, and loses no row behind them', async () => {
    const seen = await preview(bytes('Matricola;Cognome;Nome;Data di nascita', '1;"Rossi;Anna;21/03/1980', '2;Verdi;Ugo;22/03/1980', '3;"Neri;Ida;23/03/1980'));
    expect(seen.notes).toContainEqual({ code: 'STRAY_QUOTES', count: 2, rows: [2, 4] });
    expect(seen.counts).toEqual({ rows: 3, accepted: 3, refused: 0, ignored: 0, warnings: 2 });
  });

  it('never repeats a name or a birth date in its report', async () => {
    const seen = await preview(bytes('Matricola;Cognome;Nome;Data di nascita', '1;Segretissimo;Anna;99/99/1980', '2;Segretissimo2;=x;21/03/1980'));
    expect(JSON.stringify([seen.refused, seen.warnings])).not.toMatch(/Segret|1980/u);
    expect(seen.refused).toHaveLength(2);
  });
});

describe('the name under which a file is cited', () => {
  it.each([
    ['/media/usb/evidenta.csv', 'evidenta.csv'],
    ['C:\\Users\\x\\registro.xlsx', 'registro.xlsx'],
    ['a\u0000b\u202Ecsv.exe', 'abcsv.exe'],
    ['', 'register'],
    ['x'.repeat(300), 'x'.repeat(80)],
  ])('%j', (path, label) => {
    expect(sourceLabel(path)).toBe(label);
  });
});

describe('a large register', () => {
  it('is read to the last row', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `TM-${index};POPESCU;Ion;21.03.1980;Secţia ${index % 9}`);
    const seen = await preview(bytes('Nr. matricol;Nume;Prenume;Data naşterii;Secţia', ...lines));
    expect(seen.counts).toEqual({ rows: 5000, accepted: 5000, refused: 0, ignored: 0, warnings: 0 });
    expect(seen.notes).toEqual([{ code: 'CEDILLA_CORRECTED', count: 5000 }]);
  });
});
