import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personFromCandidate } from '../../../../shared/domain/registers/apply.ts';
import { acceptableTogether, registerDifferences } from '../../../../shared/domain/registers/differences.ts';
import { RegisterPreview } from '../../../../shared/domain/registers/schemas.ts';
import { Person } from '../../../../shared/domain/people.ts';
import { previewRegister, readRegister } from './index.ts';

const today = '2026-11-22';
const sample = (name: string): Buffer => readFileSync(new URL(`../../../../tests/fixtures/${name}.csv`, import.meta.url));

const preview = async (name: string) => {
  const read = await previewRegister(sample(name), `${name}.csv`, { today });
  if (!read.ok) throw new Error(read.refusal.code);
  expect(RegisterPreview.safeParse(read.value).error).toBeUndefined();
  return read.value;
};
const reading = async (name: string) => {
  const read = await readRegister(sample(name), `${name}.csv`, { today });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const brief = (rows: readonly { row: number; reason?: string; warning?: string; detail?: string | undefined; field?: string | undefined }[]) =>
  rows.map(({ row, reason, warning, detail }) => [row, reason ?? warning, ...(detail === undefined ? [] : [detail])].join(' '));

describe('the Romanian register', () => {
  it('is understood without help', async () => {
    const seen = await preview('ro-register-export');
    expect(seen.format).toEqual({ kind: 'CSV', encoding: 'windows-1250', delimiter: ';' });
    expect([seen.dateFormat, seen.dateCertainty, seen.headerRow, seen.missing]).toEqual(['DMY', 'CLEAR', 1, []]);
    expect(seen.columns.map(({ target, skipped }) => target ?? `(${skipped})`)).toEqual([
      'code', 'familyName', 'givenName', 'birthDate', 'regime', 'admissionDate', 'commissionDate', 'endDate', 'municipality', 'education', '(LANGUAGE)', 'unit',
    ]);
    expect(seen.columns[11]).toMatchObject({ header: 'Secția', samples: ['Secția 4', 'Secția 5', 'Secția 3'] });
  });

  it('shows nothing of the mother tongue, and lets it only be an interpreter language', async () => {
    const column = (await preview('ro-register-export')).columns[10];
    expect(column).toMatchObject({ header: 'Limba maternă', target: null, skipped: 'LANGUAGE', samples: [], choices: ['interpreterLanguage'] });
  });

  it('gives 55 people of 60 rows, and names every other row', async () => {
    const { report } = await reading('ro-register-export');
    expect(report.refused.map(({ row, code }) => [row, code])).toEqual([
      [12, 'TM-2026-1070'],
      [13, 'TM-2026-1070'],
      [25, 'TM-2017-1161'],
      [54, 'TM-2024-1364'],
    ]);
    // two people with one number; "1985" for a birth date; born 14.05.2009
    expect(brief(report.refused)).toEqual(['12 NUMBER_TWICE', '13 NUMBER_TWICE', '25 BIRTH_DATE_INVALID YEAR_ONLY', '54 UNDER_18']);
    expect(report.ignored).toEqual([{ row: 43, code: 'TM-2023-1280', sameAs: 42 }]);
    expect(report.counts).toEqual({ rows: 60, accepted: 55, refused: 4, ignored: 1, warnings: 12 });
  });

  it('names what is wrong with people it accepts', async () => {
    const { report } = await reading('ro-register-export');
    expect(brief(report.warnings)).toEqual([
      '7 DATE_INVALID IMPOSSIBLE_DAY', // 31.02.2027
      '8 DATE_PASSED', // commission on 05.10.2026
      '17 NO_END_DATE',
      '21 END_BEFORE_COMMISSION', // 02.12.2027 before 07.12.2027
      '31 DATE_PASSED', // 11.10.2025
      '32 NO_END_DATE',
      '46 DATE_INVALID IMPOSSIBLE_MONTH', // 12.13.2024
      '46 NO_END_DATE',
      '47 DATE_PASSED', // 23.03.2025
      '51 DATE_PASSED', // 27.06.2026
      '52 END_BEFORE_COMMISSION', // 02.01.2027 before 30.10.2027
      '60 NO_END_DATE', // row 13 has none either, but is refused
    ]);
    expect(report.warnings[0]).toMatchObject({ field: 'commissionDate', value: '31.02.2027' });
  });

  it('corrects cedillas, capitals and padding, and knows a life sentence', async () => {
    const { candidates } = await reading('ro-register-export');
    const byRow = new Map(candidates.map((candidate) => [candidate.row, candidate]));
    expect(byRow.get(3)).toMatchObject({ familyName: 'Țîrlea', regime: 'maximă siguranță', unit: 'Secția 5', commissionDate: null });
    expect(byRow.get(26)).toMatchObject({ familyName: 'Iancu-Roșca' });
    expect(byRow.get(32)).toMatchObject({ familyName: 'Popescu' });
    expect(byRow.get(19)).toMatchObject({ endDate: 'ENDLESS', commissionDate: '2031-08-12' });
    expect(byRow.get(7)).not.toHaveProperty('commissionDate');
    expect(JSON.stringify(candidates)).not.toMatch(/[şŞţŢ]/u);
    expect(JSON.stringify(candidates)).not.toMatch(/romani|maghiară|sârbă/u);
  });
});

describe('the Italian register', () => {
  it('is understood without help', async () => {
    const seen = await preview('it-register-export');
    expect(seen.format).toEqual({ kind: 'CSV', encoding: 'utf-8', delimiter: ';' });
    expect(seen.columns.map(({ target, skipped }) => target ?? `(${skipped})`)).toEqual([
      'code', 'fullName', 'birthDate', 'citizenship', 'admissionDate', 'endDate', 'legalPosition', 'municipality', 'education', '(LANGUAGE)',
    ]);
    expect(seen.notes).toEqual([]);
  });

  it('gives 38 people of 40 rows, and names every other row', async () => {
    const { report } = await reading('it-register-export');
    // a spreadsheet formula for a number; 00/00/1970 for a birth date
    expect(brief(report.refused)).toEqual(['5 FORMULA', '22 BIRTH_DATE_INVALID ZERO_DATE']);
    expect(report.refused[0]).toEqual({ row: 5, reason: 'FORMULA', field: 'code' });
    expect(brief(report.warnings)).toEqual([
      '3 NO_END_DATE',
      '10 NO_END_DATE', // row 37 has none either, but waits for a first judgment
      '11 NAME_CLEANED', // "Rossi with a stray quote
      '11 NAME_INCOMPLETE',
      '14 DATE_INVALID IMPOSSIBLE_DAY', // 30/02/2028
    ]);
    expect(report.counts).toEqual({ rows: 40, accepted: 38, refused: 2, ignored: 0, warnings: 5 });
  });

  it('cuts the name at the comma and maps the legal positions', async () => {
    const { candidates } = await reading('it-register-export');
    const byRow = new Map(candidates.map((candidate) => [candidate.row, candidate]));
    expect(byRow.get(10)).toMatchObject({ familyName: "D'Angelo", givenName: 'Niccolò', citizenships: ['Romania'], legalPosition: 'SENTENCED' });
    expect(byRow.get(6)).toMatchObject({ legalPosition: 'CONVICTED_NOT_FINAL' });
    expect(byRow.get(13)).toMatchObject({ legalPosition: 'ON_REMAND' });
    expect(byRow.get(15)).toMatchObject({ endDate: 'ENDLESS' });
    expect(byRow.get(11)).toMatchObject({ familyName: 'Rossi', givenName: '' });
    expect(byRow.get(41)).toMatchObject({ familyName: 'Šimić' });
    expect(new Set(candidates.map(({ legalPosition }) => legalPosition))).toEqual(new Set(['SENTENCED', 'CONVICTED_NOT_FINAL', 'ON_REMAND']));
  });
});

describe('the Romanian register two weeks later', () => {
  const differences = async () => {
    const [first, later] = [await reading('ro-register-export'), await reading('ro-register-export-week2')];
    let counter = 0;
    const newId = (): string => `01900000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
    const by = { newId, now: '2026-11-08T08:00:00Z', today: '2026-11-08', actor: newId(), label: 'evidenta.csv', lang: 'ro' as const };
    const people = first.candidates.map((candidate) => personFromCandidate(candidate, by));
    for (const person of people) expect(Person.safeParse(person).error).toBeUndefined();
    return { people, later, found: registerDifferences(people, later, today) };
  };

  it('has 61 rows of which 56 are people', async () => {
    // 60 rows, four gone, five new; refused and repeated as two weeks before
    expect((await reading('ro-register-export-week2')).report.counts).toEqual({ rows: 61, accepted: 56, refused: 4, ignored: 1, warnings: 12 });
  });

  it('is read as five new, four changed, four gone', async () => {
    const { people, found } = await differences();
    const codeOf = new Map(people.map(({ id, code }) => [id, code]));
    expect(found.new.map(({ code }) => code)).toEqual(['TM-2026-1900', 'TM-2026-1901', 'TM-2026-1902', 'TM-2026-1903', 'TM-2026-1904']);
    expect(found.gone.map(({ personId }) => codeOf.get(personId))).toEqual(['TM-2018-1014', 'TM-2025-1063', 'TM-2016-1231', 'TM-2019-1329']);
    // the fifth change is of a number that stands for two people: refused; the sixth is of a mother tongue: not read
    expect(found.changed.map(({ code, fields }) => [code, fields])).toEqual([
      ['TM-2017-1007', [{ field: 'endDate', from: '2033-09-14', to: '2029-09-30' }]],
      ['TM-2021-1035', [{ field: 'unit', from: 'Secția 5', to: 'Secția 2' }]],
      ['TM-2023-1049', [{ field: 'regime', from: 'maximă siguranță', to: 'deschis' }]],
      ['TM-2016-1154', [{ field: 'municipality', from: 'Jimbolia', to: 'Timișoara' }]],
    ]);
    expect(found.unchanged).toBe(55 - 4 - 4);
    expect(acceptableTogether(found)).toHaveLength(4);
  });

  it('is recognised as the same register', async () => {
    expect((await preview('ro-register-export-week2')).signature).toBe((await preview('ro-register-export')).signature);
    expect((await preview('it-register-export')).signature).not.toBe((await preview('ro-register-export')).signature);
  });
});

describe('lists that are no register of people', () => {
  it.each([
    ['ro-attendance-register', 2, [1], [19], ['fullName', 'birthDate']],
    ['it-attendance-register', 2, [1], [15], ['birthDate']],
    ['ro-commission-list', 1, undefined, undefined, ['fullName', 'birthDate']],
    ['partners-timis', 1, undefined, undefined, ['code', 'birthDate']],
  ])('%s: header, title and legend are found, and what is missing is said', async (name, header, titles, legends, missing) => {
    const seen = await preview(name);
    expect(seen.headerRow).toBe(header);
    expect(seen.notes.find(({ code }) => code === 'TITLE_ROWS')?.rows).toEqual(titles);
    expect(seen.notes.find(({ code }) => code === 'LEGEND_ROWS')?.rows).toEqual(legends);
    expect(seen.missing).toEqual(missing);
    expect(seen.counts.accepted).toBe(0);
    expect(await readRegister(sample(name), name, { today })).toMatchObject({ ok: false, refusal: { code: 'REGISTER_COLUMNS_MISSING' } });
  });
});
