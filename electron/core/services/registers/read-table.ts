import { allowed, refused, type Outcome } from '../../../../shared/domain/outcome.ts';
import type { RegisterNote } from '../../../../shared/domain/registers/schemas.ts';
import { detectDelimiter, readCsv } from './csv.ts';
import { decodeText } from './encoding.ts';
import { LIMITS, type Table } from './table.ts';
import { readXlsx } from './xlsx.ts';

const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/**
 * A file as a table: what it is, is judged by its bytes and never by its name.
 * Refuses with REGISTER_EMPTY, REGISTER_TOO_LARGE, REGISTER_OLD_EXCEL (also password-protected workbooks),
 * REGISTER_NOT_A_TABLE, REGISTER_DAMAGED.
 */
export const readTable = async (bytes: Uint8Array): Promise<Outcome<Table>> => {
  if (bytes.length === 0) return refused('REGISTER_EMPTY');
  if (bytes.length > LIMITS.bytes) return refused('REGISTER_TOO_LARGE', { megabytes: LIMITS.bytes / 1024 / 1024 });
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('REGISTER_OLD_EXCEL');
  if (starts(bytes, 0x50, 0x4b)) {
    const sheet = await readXlsx(bytes);
    if (!sheet.ok) return sheet;
    return bounded({ format: { kind: 'XLSX', encoding: null, delimiter: null }, ...sheet.value });
  }
  return readDelimited(bytes);
};

const readDelimited = (bytes: Uint8Array): Outcome<Table> => {
  const { text, encoding, guessed } = decodeText(bytes);
  if (text.trim() === '') return refused('REGISTER_EMPTY');
  if (!isText(text)) return refused('REGISTER_NOT_A_TABLE');
  // counted before anything is parsed: empty lines cost a file nothing
  if ((text.match(/\n|\r(?!\n)/gu)?.length ?? 0) > LIMITS.rows) return refused('REGISTER_TOO_MANY_ROWS', { rows: LIMITS.rows });
  const delimiter = detectDelimiter(text);
  if (delimiter === undefined) return refused('REGISTER_NOT_A_TABLE');
  const { rows, strayQuotes } = readCsv(text, delimiter);
  const notes: RegisterNote[] = [];
  if (guessed) notes.push({ code: 'ENCODING_GUESSED', value: encoding });
  if (strayQuotes.length > 0) notes.push({ code: 'STRAY_QUOTES', count: strayQuotes.length, rows: strayQuotes.slice(0, 50) });
  return bounded({ format: { kind: 'CSV', encoding, delimiter }, rows, formulas: new Set(), notes });
};

/** A page of a web site or a picture is no table, whatever signs it holds. */
const isText = (text: string): boolean => {
  if (/^\s*(?:<(?:!doctype|html|\?xml|table|script)|%PDF|\{\\rtf|[[{]\s*")/iu.test(text)) return false;
  const sample = text.slice(0, 64 * 1024);
  // oxlint-disable-next-line no-control-regex -- what tells a program or a picture from a text
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/gu)?.length ?? 0;
  return strange <= sample.length / 200;
};

const bounded = (table: Table): Outcome<Table> => {
  if (table.rows.length > LIMITS.rows) return refused('REGISTER_TOO_MANY_ROWS', { rows: LIMITS.rows });
  const tooWide = table.rows.some((row) => row.length > LIMITS.columns || row.some((cell) => cell.length > LIMITS.cell));
  return tooWide ? refused('REGISTER_NOT_A_TABLE') : allowed(table);
};
