import { allowed, refused, type Outcome } from '../../../../shared/domain/outcome.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { detectDateFormat, type DetectedFormat } from '../../../../shared/domain/registers/dates.ts';
import { detectColumns, missingTargets, registerSignature, type ColumnRole } from '../../../../shared/domain/registers/detect-columns.ts';
import { clean, commaBelow, isBlank, isFormula } from '../../../../shared/domain/registers/normalise.ts';
import type { RegisterCell, RegisterCells } from '../../../../shared/domain/registers/row.ts';
import { readRows, type ReadRows, type RegisterRow } from '../../../../shared/domain/registers/rows.ts';
import type {
  Candidate,
  DateCertainty,
  DateFormat,
  MappingChoice,
  RegisterColumn,
  RegisterNote,
  RegisterPreview,
  RegisterReport,
  RegisterTarget,
  RowView,
} from '../../../../shared/domain/registers/schemas.ts';
import { tableShape, type TableShape } from '../../../../shared/domain/registers/shape.ts';
import { readTable } from './read-table.ts';
import type { Repairs } from './readings.ts';
import type { Table } from './table.ts';

export interface ReadOptions {
  /** civil date at the site: who is under 18, what has passed */
  readonly today: CivilDate;
  /** corrected on the screen or remembered for this register's signature */
  readonly mapping?: MappingChoice;
  /** rows put right by hand */
  readonly repairs?: Repairs;
}

/** An accepted register: what to commit, and what to tell. */
export interface RegisterReading {
  readonly candidates: readonly Candidate[];
  /** keys (`codeKey`) of every number in the file; for `registerDifferences` */
  readonly codes: ReadonlySet<string>;
  readonly report: RegisterReport;
  readonly signature: string;
}

const DATES: ReadonlySet<RegisterTarget> = new Set(['birthDate', 'admissionDate', 'commissionDate', 'endDate']);
const NO_ROWS: Omit<ReadRows, 'counts'> = { candidates: [], refused: [], warnings: [], ignored: [], codes: new Set() };

/** The file's name without folders, controls and length: how reports and dates cite it. */
export const sourceLabel = (fileName: string): string => clean(fileName.replace(/^.*[/\\]/su, '')).slice(0, 80) || 'register';

/**
 * Everything the mapping screen shows of a file before a row is imported. Nothing is stored.
 * Refuses with the codes of `readTable`, REGISTER_NO_HEADER, REGISTER_SENSITIVE_COLUMN or REGISTER_TARGET_TWICE.
 */
export const previewRegister = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<Outcome<RegisterPreview>> => {
  const read = await interpret(bytes, options);
  if (!read.ok) return read;
  const { table, shape, roles, missing, date, rows } = read.value;
  return allowed({
    ...reportOf(rows, fileName),
    format: table.format,
    dateFormat: date.format,
    dateCertainty: date.certainty,
    headerRow: shape.header + 1,
    signature: registerSignature(table.rows[shape.header] ?? []),
    columns: roles.map((role) => columnView(role, table, shape)),
    missing,
    notes: [...table.notes, ...shapeNotes(table, shape), ...dateNotes(date.certainty)],
    names: namesOf(read.value),
    repaired: [...(options.repairs?.keys() ?? [])].toSorted((a, b) => a - b),
  });
};

/**
 * The rows of a register as candidates with the report that names every refused row.
 * Refuses like `previewRegister`, and with REGISTER_COLUMNS_MISSING when number, name or birth date have no column.
 */
export const readRegister = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<Outcome<RegisterReading>> => {
  const read = await interpret(bytes, options);
  if (!read.ok) return read;
  const { table, shape, missing, rows } = read.value;
  if (missing.length > 0) return refused('REGISTER_COLUMNS_MISSING', { columns: missing.join(', ') });
  const signature = registerSignature(table.rows[shape.header] ?? []);
  return allowed({ candidates: rows.candidates, codes: rows.codes, report: reportOf(rows, fileName), signature });
};

interface Interpreted {
  readonly table: Table;
  readonly shape: TableShape;
  readonly roles: readonly ColumnRole[];
  readonly missing: RegisterTarget[];
  readonly date: { readonly format: DateFormat; readonly certainty: DateCertainty };
  readonly read: readonly RegisterRow[];
  readonly rows: ReadRows;
}

/** A file is taken apart once, however often it is read with another mapping. */
const tables = new WeakMap<Uint8Array, Promise<Outcome<Table>>>();

const tableOf = (bytes: Uint8Array): Promise<Outcome<Table>> => {
  const known = tables.get(bytes);
  if (known !== undefined) return known;
  const reading = readTable(bytes);
  tables.set(bytes, reading);
  return reading;
};

const interpret = async (bytes: Uint8Array, { today, mapping, repairs }: ReadOptions): Promise<Outcome<Interpreted>> => {
  const read = await tableOf(bytes);
  if (!read.ok) return read;
  const table = read.value;
  const shape = tableShape(table.rows);
  if (shape === undefined) return refused('REGISTER_NO_HEADER');
  const detected = detectColumns(table.rows[shape.header] ?? [], mapping?.columns);
  if (!detected.ok) return detected;
  const roles = detected.value;
  const missing = missingTargets(roles);
  const date = mapping === undefined ? dateFormatOf(table, shape, roles) : { format: mapping.dateFormat, certainty: 'CHOSEN' as const };
  const counts = { rows: shape.data.length, accepted: 0, refused: 0, ignored: 0, warnings: 0 };
  // without number, name or birth date every row would be refused for the same reason: say that once
  const found = registerRows(table, shape, roles, repairs);
  const rows = missing.length > 0 ? { ...NO_ROWS, counts } : readRows(found, { dateFormat: date.format, today });
  return allowed({ table, shape, roles, missing, date, read: found, rows });
};

const dateFormatOf = (table: Table, shape: TableShape, roles: readonly ColumnRole[]): DetectedFormat => {
  const columns = roles.filter(({ target }) => target !== null && DATES.has(target)).map(({ index }) => index);
  return detectDateFormat(shape.data.flatMap((row) => columns.map((column) => table.rows[row]?.[column] ?? '')));
};

const registerRows = (table: Table, shape: TableShape, roles: readonly ColumnRole[], repairs: Repairs | undefined): RegisterRow[] => {
  const read = roles.flatMap(({ index, key, target }) => (target === null ? [] : [{ index, key, target }]));
  return shape.data.map((row) => {
    const cells: { -readonly [T in keyof RegisterCells]: RegisterCell } = {};
    const typed = repairs?.get(row + 1);
    for (const { index, key, target } of read) {
      const repaired = typed !== undefined && Object.hasOwn(typed, key) ? typed[key] : undefined;
      if (repaired !== undefined) {
        cells[target] = { text: commaBelow(repaired) };
        continue;
      }
      const text = commaBelow(table.rows[row]?.[index] ?? '');
      cells[target] = table.formulas.has(`${row}:${index}`) ? { text, computed: true } : { text };
    }
    // whoever put a row right has seen which value stands where
    if (typed !== undefined) return { row: row + 1, cells };
    const extra = table.format.kind === 'CSV' && (table.rows[row] ?? []).slice(roles.length).some((text) => !isBlank(text));
    return extra ? { row: row + 1, cells, overflow: true } : { row: row + 1, cells };
  });
};

/** Longest text of a cell that is shown to be put right. */
const SHOWN = 500;

/**
 * One row with the cells that are read, to be looked at and put right. A formula is shown as its text.
 * Refuses like `previewRegister`, and with notFound when the file has no such row of data.
 */
export const viewRow = async (bytes: Uint8Array, row: number, options: ReadOptions): Promise<Outcome<RowView>> => {
  const interpreted = await interpret(bytes, options);
  if (!interpreted.ok) return interpreted;
  const { table, shape, roles, read, rows } = interpreted.value;
  const found = read.find((entry) => entry.row === row);
  if (found === undefined || !shape.data.includes(row - 1)) return refused('notFound', { type: 'row' });
  const refusal = rows.refused.find((entry) => entry.row === row);
  return allowed({
    row,
    cells: roles.flatMap(({ key, header, target }) => {
      if (target === null) return [];
      const { text = '', computed } = found.cells[target] ?? {};
      return [{ key, header, target, text: text.slice(0, SHOWN), formula: computed === true || isFormula(text) }];
    }),
    extra: (table.rows[row - 1] ?? []).slice(roles.length).filter((text) => !isBlank(text)).slice(0, 50).map((text) => clean(text).slice(0, SHOWN)),
    ...(refusal === undefined ? {} : { refusal }),
  });
};

/** The names of the rows a person has to look at, as the file writes them. */
const namesOf = ({ read, rows }: Interpreted): Record<string, string> => {
  const wanted = new Set([...rows.refused, ...rows.warnings].map(({ row }) => row));
  return Object.fromEntries(
    read.flatMap(({ row, cells }) => {
      if (!wanted.has(row)) return [];
      const whole = cells.familyName === undefined ? cells.fullName?.text : `${cells.familyName.text} ${cells.givenName?.text ?? ''}`;
      const name = clean(whole ?? '').slice(0, 200);
      return name === '' ? [] : [[String(row), name]];
    }),
  );
};

/** Samples of a column skipped for what it holds would show exactly that. */
const columnView = (role: ColumnRole, table: Table, shape: TableShape): RegisterColumn => {
  const hidden = role.skipped !== null && !['UNKNOWN', 'CHOSEN', 'TAKEN'].includes(role.skipped);
  const samples: string[] = [];
  for (const row of hidden || role.choices.length === 0 ? [] : shape.data) {
    const text = table.rows[row]?.[role.index] ?? '';
    if (!isBlank(text)) samples.push(clean(text).slice(0, 80));
    if (samples.length === 3) break;
  }
  return { ...role, choices: [...role.choices], samples };
};

const reportOf = (rows: ReadRows, fileName: string): RegisterReport => ({
  source: sourceLabel(fileName),
  counts: rows.counts,
  refused: [...rows.refused],
  warnings: [...rows.warnings],
  ignored: [...rows.ignored],
});

const shapeNotes = (table: Table, shape: TableShape): RegisterNote[] => {
  const notes: RegisterNote[] = [];
  const at = (rows: readonly number[]): { count: number; rows: number[] } => ({ count: rows.length, rows: rows.slice(0, 50).map((row) => row + 1) });
  if (shape.titles.length > 0) notes.push({ code: 'TITLE_ROWS', ...at(shape.titles) });
  if (shape.legends.length > 0) notes.push({ code: 'LEGEND_ROWS', ...at(shape.legends) });
  const cedilla = shape.data.filter((row) => table.rows[row]?.some((cell) => /[şŞţŢ]/u.test(cell)));
  if (cedilla.length > 0) notes.push({ code: 'CEDILLA_CORRECTED', count: cedilla.length });
  return notes;
};

const dateNotes = (certainty: DateCertainty): RegisterNote[] => {
  if (certainty === 'AMBIGUOUS') return [{ code: 'DATES_AMBIGUOUS' }];
  return certainty === 'MIXED' ? [{ code: 'DATES_MIXED' }] : [];
};
