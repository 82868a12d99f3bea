import { detectDateFormat, readDate } from '../../../../shared/domain/registers/dates.ts';
import { clean } from '../../../../shared/domain/registers/normalise.ts';
import type { AttendanceMark } from '../../../../shared/domain/learning.ts';
import { readTable } from '../registers/read-table.ts';
import { orRefuse, RefusedError } from '../work.ts';

/** Letters of a Romanian attendance register: prezent, absent nemotivat, absent motivat, refuz. */
const letters: Readonly<Record<string, AttendanceMark>> = { P: 'PRESENT', A: 'ABSENT', M: 'EXCUSED', R: 'REFUSED' };

export interface SheetRow {
  /** line of the file, from 1 */
  readonly row: number;
  readonly code: string;
  /** one entry per session; null where the cell is empty */
  readonly marks: readonly (AttendanceMark | null)[];
}

export interface AttendanceSheet {
  readonly sessions: readonly string[];
  readonly rows: readonly SheetRow[];
  /** rows that could not be read, and the letter that is not known */
  readonly refused: readonly { readonly row: number; readonly reason: 'UNKNOWN_MARK'; readonly value: string }[];
}

/**
 * Reads an attendance sheet: a header row whose first cell names the number and whose others are dates, one row a
 * person, letters P A M R. Titles above and legends below are passed over; an empty cell is no mark.
 * @throws RefusedError `attendance.noHeader` when no row holds the dates of the sessions
 */
export const readAttendanceSheet = async (bytes: Uint8Array): Promise<AttendanceSheet> => {
  const table = orRefuse(await readTable(bytes));
  const header = table.rows.findIndex((cells) => cells.slice(1).filter((cell) => /\d{1,2}[./-]\d{1,2}[./-]\d{4}/.test(cell)).length >= 2);
  const dates = table.rows[header]?.slice(1).map(clean).filter((cell) => cell !== '') ?? [];
  if (header === -1) throw new RefusedError({ code: 'attendance.noHeader' });
  const { format } = detectDateFormat(dates);
  const sessions = dates.map((cell) => {
    const parsed = readDate(cell, format);
    if (!parsed.ok) throw new RefusedError({ code: 'attendance.badDate', params: { value: cell } });
    return parsed.date;
  });
  const rows: SheetRow[] = [];
  const refused: { row: number; reason: 'UNKNOWN_MARK'; value: string }[] = [];
  for (const [index, cells] of table.rows.entries()) {
    const code = clean(cells[0] ?? '');
    if (index <= header || code === '') continue;
    const marks = sessions.map((_, column) => clean(cells[column + 1] ?? '').toUpperCase());
    // a legend below the sheet, or somebody without any mark: nothing to record
    if (marks.every((mark) => mark === '')) continue;
    const unknown = marks.find((mark) => mark !== '' && letters[mark] === undefined);
    if (unknown === undefined) rows.push({ row: index + 1, code, marks: marks.map((mark) => letters[mark] ?? null) });
    else refused.push({ row: index + 1, reason: 'UNKNOWN_MARK', value: unknown.slice(0, 8) });
  }
  return { sessions, rows, refused };
};
