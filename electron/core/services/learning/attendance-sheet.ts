import { addDays, isCivilDate, type CivilDate } from '../../../../shared/domain/dates.ts';
import { detectDateFormat, readDate } from '../../../../shared/domain/registers/dates.ts';
import { headerMeaning } from '../../../../shared/domain/registers/headers.ts';
import { clean } from '../../../../shared/domain/registers/normalise.ts';
import type { DateFormat } from '../../../../shared/domain/registers/schemas.ts';
import type { AttendanceMark } from '../../../../shared/domain/learning.ts';
import { markOfAnyLetter } from '../../../../shared/domain/learning-marks.ts';
import { readTable } from '../registers/read-table.ts';
import { orRefuse, RefusedError } from '../work.ts';

export interface SheetRow {
  /** line of the file, from 1 */
  readonly row: number;
  readonly code: string;
  /** as written on the sheet; empty where it has no names */
  readonly name: string;
  /** one entry per session; null where the cell is empty */
  readonly marks: readonly (AttendanceMark | null)[];
  /** minutes of presence where the sheet counts hours; one entry per session */
  readonly minutes: readonly (number | null)[];
}

export interface AttendanceSheet {
  readonly sessions: readonly CivilDate[];
  readonly rows: readonly SheetRow[];
  /** rows that could not be read, and what is written there that is no mark */
  readonly refused: readonly { readonly row: number; readonly code: string; readonly reason: 'UNKNOWN_MARK'; readonly value: string }[];
  /** columns (from 1) that hold marks but no day over them: nobody can say which session they are */
  readonly columnsWithoutDay: readonly number[];
}

const WHOLE = /^\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}\.?(?:[T ].*)?$/u;
const SHORT = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\.?$/u;
const NAMES: ReadonlySet<string> = new Set(['fullName', 'familyName', 'givenName']);
const isDay = (cell: string): boolean => WHOLE.test(cell) || SHORT.test(cell);

interface Column {
  readonly at: number;
  readonly on: CivilDate;
}

/**
 * Reads an attendance sheet: a header row whose cells over the marks are days, one row a person. Letters are those of
 * the three languages; numbers are hours of presence. Titles above, sums beside and legends below are passed over; an
 * empty cell is no mark.
 * @param near a date near which days written without a year lie
 * @throws RefusedError `attendance.noHeader` when no row holds days, `attendance.badDate` for one that is none
 */
export const readAttendanceSheet = async (bytes: Uint8Array, near?: CivilDate): Promise<AttendanceSheet> => {
  const table = orRefuse(await readTable(bytes)).rows.map((cells) => cells.map(clean));
  const top = headerRow(table);
  const header = table[top] ?? [];
  const columns = dayColumns(header, near);
  const meanings = header.map((cell) => headerMeaning(cell).target);
  const codeAt = Math.max(0, meanings.indexOf('code'));
  const nameAt = [...meanings.keys()].filter((at) => NAMES.has(meanings[at] ?? ''));
  const below = [...table.entries()].slice(top + 1);
  const rows: SheetRow[] = [];
  const refused: AttendanceSheet['refused'][number][] = [];
  for (const [index, cells] of below) {
    const code = cells[codeAt] ?? '';
    const written = columns.map(({ at }) => cells[at] ?? '');
    // a legend below the sheet, or somebody without any mark: nothing to record
    if (code === '' || written.every((cell) => cell === '')) continue;
    const marks = written.map(markIn);
    const unknown = marks.indexOf(undefined);
    const place = { row: index + 1, code: code.slice(0, 80) };
    if (unknown === -1) {
      rows.push({ ...place, name: nameAt.flatMap((at) => cells[at] ?? []).join(' ').trim().slice(0, 200), marks: marks.map((mark) => mark?.mark ?? null), minutes: marks.map((mark) => mark?.minutes ?? null) });
    } else refused.push({ ...place, reason: 'UNKNOWN_MARK', value: (written[unknown] ?? '').slice(0, 8) });
  }
  const isNamed = (at: number): boolean => (header[at] ?? '') !== '' || columns.some((column) => column.at === at);
  const widest = Math.max(0, ...below.map(([, cells]) => cells.length));
  const columnsWithoutDay = Array.from({ length: widest }, (_, at) => at)
    .filter((at) => !isNamed(at) && below.some(([, cells]) => markOfAnyLetter(cells[at] ?? '') !== undefined))
    .map((at) => at + 1);
  return { sessions: columns.map(({ on }) => on), rows, refused, columnsWithoutDay };
};

/** The row with the most days over columns; whatever stands above it is a title. */
const headerRow = (table: readonly (readonly string[])[]): number => {
  const days = table.map((cells) => cells.slice(1).filter(isDay).length);
  const most = Math.max(0, ...days);
  if (most === 0) throw new RefusedError({ code: 'attendance.noHeader' });
  return days.indexOf(most);
};

/** Every column with a day over it, at its own place: a column without one shifts nobody's marks. */
const dayColumns = (header: readonly string[], near: CivilDate | undefined): readonly Column[] => {
  const cells = [...header.entries()].slice(1).filter(([, cell]) => isDay(cell));
  const { format } = detectDateFormat(cells.map(([, cell]) => (SHORT.test(cell) ? `${cell.replace(/\.$/u, '')}.2000` : cell)));
  const short = cells.every(([, cell]) => SHORT.test(cell)) ? withYears(cells.map(([, cell]) => monthAndDay(cell, format)), near) : undefined;
  return cells.map(([at, cell], index) => {
    const read = readDate(cell, format);
    const on = short?.[index] ?? (read.ok ? read.date : undefined);
    if (on === undefined) throw new RefusedError({ code: 'attendance.badDate', params: { value: cell.slice(0, 20) } });
    return { at, on };
  });
};

/** "05/10" as "10-05". */
const monthAndDay = (cell: string, format: DateFormat): string => {
  const parts = (SHORT.exec(cell) ?? []).slice(1).map((part) => part.padStart(2, '0'));
  return (format === 'MDY' ? parts : parts.toReversed()).join('-');
};

/** How far ahead of `near` a sheet may reach; days. Registers are written about what was. */
const AHEAD = 60;

/** Days without a year, in the last years in which the whole sheet can have been written; a day before the one before it is of the next year. */
const withYears = (days: readonly string[], near: CivilDate | undefined): readonly CivilDate[] | undefined => {
  if (near === undefined) return undefined;
  const latest = Number(near.slice(0, 4)) + 1;
  return Array.from({ length: 9 }, (_, back) => {
    let year = latest - back;
    return days.map((day, at) => {
      if (at > 0 && day < (days[at - 1] ?? '')) year += 1;
      return `${year}-${day}`;
    });
  }).find((sheet) => sheet.every(isCivilDate) && (sheet.at(-1) ?? '') <= addDays(near, AHEAD));
};

/** More hours than a day of teaching has are no hours. */
const MOST_HOURS = 16;

/** What a cell says: a mark, hours of presence, nothing (null), or something nobody knows (undefined). */
const markIn = (cell: string): { readonly mark: AttendanceMark; readonly minutes?: number } | null | undefined => {
  if (cell === '' || cell === '-') return null;
  const mark = markOfAnyLetter(cell);
  if (mark !== undefined) return { mark };
  if (!/^\d{1,2}(?:[.,]\d{1,2})?$/u.test(cell)) return undefined;
  const hours = Number(cell.replace(',', '.'));
  if (hours > MOST_HOURS) return undefined;
  return hours === 0 ? { mark: 'ABSENT' } : { mark: 'PRESENT', minutes: Math.round(hours * 60) };
};
