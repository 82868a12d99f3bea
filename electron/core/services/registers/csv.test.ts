import { describe, expect, it } from 'vitest';
import { detectDelimiter, readCsv } from './csv.ts';
import { decodeText } from './encoding.ts';
import { readTable } from './read-table.ts';
import { LIMITS } from './table.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string, table: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from(text, (sign) => table[sign] ?? sign.charCodeAt(0));
const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? buffer.swap16() : buffer;
};

const RO = 'Nr. matricol;Nume\r\nTM-1;Şerban Bălăiţă\r\nTM-2;Vâlcan Ţuţu\r\n';
const IT = 'Matricola;Cognome\r\n1;Niccolò Pellè\r\n2;Nicolò Cantù, verità\r\n';
const CENTRAL = { Ş: 0xaa, ş: 0xba, Ţ: 0xde, ţ: 0xfe, ă: 0xe3, â: 0xe2, Š: 0x8a, š: 0x9a, Ž: 0x8e };

describe('encodings', () => {
  it.each([
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(RO)]), 'utf-8', RO, false],
    ['UTF-8 without a mark', bytes(RO), 'utf-8', RO, false],
    ['plain ASCII', bytes('a;b\n1;2'), 'utf-8', 'a;b\n1;2', false],
    ['Windows-1250', latin(RO, CENTRAL), 'windows-1250', RO, true],
    ['Windows-1250 with its own signs', latin('a;Šimić\nb;Žiško'.replace(/ć/u, 'c'), CENTRAL), 'windows-1250', 'a;Šimic\nb;Žiško', true],
    ['ISO 8859-2', latin('a;Šimunić\nb;Kuštrim'.replace(/ć/u, 'c'), { Š: 0xa9, š: 0xb9 }), 'iso-8859-2', 'a;Šimunic\nb;Kuštrim', true],
    ['Windows-1252', latin(IT, { ò: 0xf2, è: 0xe8, ù: 0xf9, à: 0xe0 }), 'windows-1252', IT, true],
    ['UTF-16 LE with a mark', utf16(RO, false, true), 'utf-16le', RO, false],
    ['UTF-16 BE with a mark', utf16(RO, true, true), 'utf-16be', RO, false],
    ['UTF-16 LE without a mark', utf16(RO, false, false), 'utf-16le', RO, true],
    ['UTF-16 BE without a mark', utf16(RO, true, false), 'utf-16be', RO, true],
  ])('%s', (_, raw, encoding, text, guessed) => {
    expect(decodeText(raw)).toEqual({ text, encoding, guessed });
  });

  it('finds the one accent at the end of a long file', () => {
    const long = `a;b\n${'plain;row\n'.repeat(20_000)}x;Ţîrlea`;
    expect(decodeText(latin(long, { ...CENTRAL, î: 0xee })).text.endsWith('Ţîrlea')).toBe(true);
  });
});

describe('delimiters', () => {
  it.each([
    ['semicolons beside commas in names', 'a;b;c\n1;Rossi, Anna;2\n3;Verdi, Ugo;4', ';'],
    ['commas', 'a,b\n1,2', ','],
    ['commas inside quotes do not count', 'a;b\n"x,y,z,w";2', ';'],
    ['tabs', 'a\tb\n1\t2', '\t'],
    ['bars', 'a|b\n1|2', '|'],
    ['a title above', 'Elenco, aggiornato, oggi, 2026, a cura di\na;b\n1;2\n3;4\n5;6', ';'],
    ['none', 'a\nb\nc', undefined],
  ])('%s', (_, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});

describe('quotes', () => {
  it.each([
    ['doubled', 'a;b\n"""Rossi";1', [['a', 'b'], ['"Rossi', '1']], []],
    ['inside a word', 'a;b\nIon "Nelu" Pop;1', [['a', 'b'], ['Ion "Nelu" Pop', '1']], []],
    ['a line break in an address', 'a;b\n"Via X\nint. 3";1', [['a', 'b'], ['Via X\nint. 3', '1']], []],
    ['opened and never closed', 'a;b\n"Rossi;1\nVerdi;2', [['a', 'b'], ['"Rossi', '1'], ['Verdi', '2']], [2]],
    ['two stray ones with rows between', 'a;b;c\n"Rossi;1;x\nVerdi;2;y\n"Neri;3;z', [['a', 'b', 'c'], ['"Rossi', '1', 'x'], ['Verdi', '2', 'y'], ['"Neri', '3', 'z']], [2, 4]],
    ['blank lines keep their number', 'a;b\n\n1;2', [['a', 'b'], [''], ['1', '2']], []],
  ])('%s', (_, text, rows, strayQuotes) => {
    expect(readCsv(text, ';')).toEqual({ rows, strayQuotes });
  });
});

describe('files that are no table', () => {
  it.each([
    ['nothing', new Uint8Array(), 'REGISTER_EMPTY'],
    ['blanks', bytes(' \r\n \r\n'), 'REGISTER_EMPTY'],
    ['a letter', bytes('Stimate domn,\nvă trimit registrul.'.replace(',', '')), 'REGISTER_NOT_A_TABLE'],
    ['a web page saved as .xls', bytes('<html><table><tr><td>a;b</td></tr></table>'), 'REGISTER_NOT_A_TABLE'],
    ['a PDF', bytes('%PDF-1.7\n1;2\n3;4'), 'REGISTER_NOT_A_TABLE'],
    ['JSON', bytes('[{"a":1,"b":2},\n{"a":1,"b":2}]'.replace('[{', '{')), 'REGISTER_NOT_A_TABLE'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)]), 'REGISTER_NOT_A_TABLE'],
    ['an old or locked workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'REGISTER_OLD_EXCEL'],
    ['a zip cut short', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'REGISTER_DAMAGED'],
    ['too many bytes', new Uint8Array(LIMITS.bytes + 1).fill(97), 'REGISTER_TOO_LARGE'],
    ['too many rows', bytes('a;b\n'.repeat(LIMITS.rows + 2)), 'REGISTER_TOO_MANY_ROWS'],
    ['only line breaks', bytes(`a;b${'\n'.repeat(5_000_000)}`), 'REGISTER_TOO_MANY_ROWS'],
    ['too many columns', bytes(`${'a;'.repeat(LIMITS.columns + 1)}\n`.repeat(2)), 'REGISTER_NOT_A_TABLE'],
    ['a cell beyond measure', bytes(`a;b\n1;${'x'.repeat(LIMITS.cell + 1)}`), 'REGISTER_NOT_A_TABLE'],
  ])('%s', async (_, raw, code) => {
    expect(await readTable(raw)).toMatchObject({ ok: false, refusal: { code } });
  });
});
