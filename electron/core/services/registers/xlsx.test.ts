import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { previewRegister, readRegister } from './index.ts';
import { readTable } from './read-table.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const workbook = (sheets: number): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${Array.from({ length: sheets }, (_, n) => `<sheet name="S${n + 1}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`;
const relations = (sheets: number): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Array.from({ length: sheets }, (_, n) => `<Relationship Id="rId${n + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="s" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`;
/** style 1 is a date */
const STYLES = `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

const zip = async (files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const writer = new ZipFile();
  for (const [name, content] of Object.entries(files)) writer.addBuffer(Buffer.from(content), name);
  writer.end();
  return buffer(writer.outputStream as NodeJS.ReadableStream & AsyncIterable<Buffer>);
};
const sheetOf = (rows: string): string => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
const book = (rows: string, more: Readonly<Record<string, string>> = {}, sheets = 1): Promise<Buffer> =>
  zip({ 'xl/workbook.xml': workbook(sheets), 'xl/_rels/workbook.xml.rels': relations(sheets), 'xl/styles.xml': STYLES, 'xl/worksheets/sheet1.xml': sheetOf(rows), ...more });

const text = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
const HEADER = `<row r="1">${['Matricola', 'Cognome', 'Nome', 'Data di nascita', 'Fine pena', 'Sezione', 'Reato'].map((name, index) => text(`${'ABCDEFG'[index]}1`, name)).join('')}</row>`;
/** 1980-02-01 and 2030-02-01 as a spreadsheet counts days */
const BORN = '<c r="D2" s="1"><v>29252</v></c>';
const END = '<c r="E2" s="1"><v>47515</v></c>';
const options = { today: '2026-11-22' };

describe('a register as a workbook', () => {
  it('reads dates, numbers and texts as they are meant', async () => {
    const bytes = await book(`${HEADER}<row r="2"><c r="A2"><v>20000</v></c>${text('B2', ' ROSSI')}${text('C2', 'Anna')}${BORN}${END}${text('F2', '1ª')}${text('G2', 'x')}</row>`);
    const read = await readRegister(bytes, 'C:\\export\\registro.xlsx', options);
    expect(read.ok && read.value.candidates).toEqual([
      { row: 2, code: '20000', familyName: 'Rossi', givenName: 'Anna', birthDate: '1980-02-01', endDate: '2030-02-01', unit: '1ª' },
    ]);
    expect(read.ok && read.value.report.source).toBe('registro.xlsx');
  });

  it('skips the column of offences without showing it', async () => {
    const seen = await previewRegister(await book(`${HEADER}<row r="2">${text('A2', '1')}${text('G2', 'furto')}</row>`), 'x', options);
    expect(seen.ok && seen.value.columns[6]).toMatchObject({ skipped: 'OFFENCE', samples: [], choices: [] });
    expect(JSON.stringify(seen)).not.toContain('furto');
  });

  it('computes no formula: who somebody is cannot come from one, a date is its last result with a warning', async () => {
    const rows = `${HEADER}
      <row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x","20001")</f><v>20001</v></c>${text('B2', 'Rossi')}${text('C2', 'Anna')}${BORN}${END}</row>
      <row r="3">${text('A3', '20002')}${text('B3', 'Verdi')}${text('C3', 'Ugo')}${BORN.replace('D2', 'D3')}<c r="E3" s="1"><f>E2+365</f><v>47880</v></c><c r="F3" t="str"><f>1+1</f></c></row>
      <row r="4">${text('A4', '=1+1')}${text('B4', 'Neri')}${text('C4', 'Ida')}${BORN.replace('D2', 'D4')}</row>`;
    const read = await readRegister(await book(rows), 'x.xlsx', options);
    expect(read.ok && read.value.report.refused).toEqual([
      { row: 2, code: '20001', reason: 'FORMULA', field: 'code' },
      { row: 4, reason: 'FORMULA', field: 'code' },
    ]);
    expect(read.ok && read.value.candidates).toMatchObject([{ row: 3, endDate: '2031-02-01', unit: null }]);
    expect(read.ok && read.value.report.warnings).toEqual([{ row: 3, code: '20002', warning: 'FORMULA_VALUE', field: 'endDate' }]);
    const seen = await previewRegister(await book(rows), 'x.xlsx', options);
    expect(seen.ok && seen.value.notes).toEqual([{ code: 'FORMULAS', count: 3 }]);
  });

  it('keeps the row numbers of the sheet over titles and gaps', async () => {
    const rows = `<row r="2">${text('A2', 'Elenco al 22/11/2026')}</row>${HEADER.replace('r="1"', 'r="4"').replace(/([A-G])1"/gu, '$14"')}<row r="7">${text('A7', '1')}${text('B7', 'Rossi')}${text('C7', 'Anna')}</row>`;
    const seen = await previewRegister(await book(rows), 'x', options);
    expect(seen.ok && [seen.value.headerRow, seen.value.refused]).toEqual([4, [{ row: 7, code: '1', reason: 'NO_BIRTH_DATE', field: 'birthDate' }]]);
  });

  it('says that further sheets were not read, and does not mind what is in them', async () => {
    const wild = sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    const table = await readTable(await book(HEADER, { 'xl/worksheets/sheet2.xml': wild }, 2));
    expect(table.ok && table.value.notes).toEqual([{ code: 'MORE_SHEETS', count: 1 }]);
  });

  it('takes an error of the spreadsheet for a blank cell', async () => {
    const table = await readTable(await book(`${HEADER}<row r="2"><c r="A2" t="e"><v>#REF!</v></c>${text('B2', 'x')}</row>`));
    expect(table.ok && table.value.rows[1]?.slice(0, 2)).toEqual(['', 'x']);
  });
});

describe('workbooks that are not to be opened', () => {
  const cell = (place: string): string => `<row r="1">${text('A1', 'x')}<c r="${place}"><v>1</v></c></row>`;
  it.each([
    ['a row far out', HEADER + '<row r="999999999"><c r="A999999999"><v>1</v></c></row>', 'REGISTER_DAMAGED'],
    ['a row beyond the limit', HEADER + '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', 'REGISTER_TOO_MANY_ROWS'],
    ['a row hidden in an entity', HEADER + '<row r="&#57;9999999"/>', 'REGISTER_DAMAGED'],
    ['a row behind a sign in an attribute', HEADER + '<row x=">" r="999999999"/>', 'REGISTER_DAMAGED'],
    ['two places in one tag', HEADER + '<row r="2" x:r="999999999"/>', 'REGISTER_DAMAGED'],
    ['a column far out', cell('XFD1'), 'REGISTER_TOO_MANY_ROWS'],
    ['a column without end', cell('ZZZZZZZZ1'), 'REGISTER_DAMAGED'],
    ['rows that go back', `${HEADER}<row r="1"><c r="A1"><v>1</v></c></row>`, 'REGISTER_DAMAGED'],
    ['a cell without a place', `${HEADER}<row r="2"><c><v>1</v></c></row>`, 'REGISTER_DAMAGED'],
    ['an unknown kind of cell', `${HEADER}<row r="2"><c r="A2" t="zz"><v>1</v></c></row>`, 'REGISTER_DAMAGED'],
    ['a tag without end', `${HEADER}<row r="2"`, 'REGISTER_DAMAGED'],
    ['tags without end, many times', '<c '.repeat(100_000), 'REGISTER_DAMAGED'],
  ])('%s', async (_, rows, code) => {
    expect(await readTable(await book(rows))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('a document type', async () => {
    const sheet = `<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf(HEADER)}`;
    expect(await readTable(await book('', { 'xl/worksheets/sheet1.xml': sheet }))).toMatchObject({ ok: false, refusal: { code: 'REGISTER_DAMAGED' } });
  });

  it('an archive that inflates beyond measure', async () => {
    const bytes = await book(HEADER, { 'xl/sharedStrings.xml': ' '.repeat(30 * 1024 * 1024) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await readTable(bytes)).toMatchObject({ ok: false, refusal: { code: 'REGISTER_TOO_LARGE' } });
  });

  it('an archive that says it is smaller than it is', async () => {
    const bytes = await book(HEADER, { 'xl/sharedStrings.xml': 'x'.repeat(5000) });
    for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
      if (bytes.readUInt32LE(at + 24) === 5000) bytes.writeUInt32LE(10, at + 24);
    }
    expect(await readTable(bytes)).toMatchObject({ ok: false, refusal: { code: 'REGISTER_DAMAGED' } });
  });

  it.each([
    ['another kind of zip', { 'content.xml': '<x/>' }, 'REGISTER_NOT_A_TABLE'],
    ['no sheet', { 'xl/workbook.xml': workbook(1), 'xl/_rels/workbook.xml.rels': relations(1) }, 'REGISTER_DAMAGED'],
    ['a sheet that lies outside', { 'xl/workbook.xml': workbook(1), 'xl/_rels/workbook.xml.rels': relations(1).replace('worksheets/sheet1.xml', '../../etc/passwd') }, 'REGISTER_DAMAGED'],
    ['a workbook that is no XML', { 'xl/workbook.xml': 'x'.repeat(100) }, 'REGISTER_DAMAGED'],
    ['a table of contents beyond measure', { 'xl/workbook.xml': '<sheet '.repeat(200_000) }, 'REGISTER_DAMAGED'],
    ['too many parts', Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`p${index}.xml`, 'x'])), 'REGISTER_TOO_LARGE'],
  ])('%s', async (_, files, code) => {
    expect(await readTable(await zip(files))).toMatchObject({ ok: false, refusal: { code } });
  });
});
