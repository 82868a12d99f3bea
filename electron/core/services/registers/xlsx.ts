import { readSheet } from 'read-excel-file/universal';
import type { RegisterNote } from '../../../../shared/domain/registers/schemas.ts';
import { allowed, refused, type Outcome } from '../../../../shared/domain/outcome.ts';
import { guardSheet } from './sheet-guard.ts';
import { readParts, storedZip, ZipRefused } from './zip-guard.ts';

export interface SheetRows {
  readonly rows: string[][];
  readonly formulas: ReadonlySet<string>;
  readonly notes: readonly RegisterNote[];
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** The workbook's own tables of contents are small. */
const DIRECTORY = 1024 * 1024;
const NEEDED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|[^/]*(?:sharedStrings|styles)[^/]*\.xml)$/iu;

/**
 * The first sheet of a workbook as text. Nothing is computed: of a formula only the result that the spreadsheet last
 * stored is seen, and its place is named. Date cells become ISO dates, numbers stay as written (no 1E+5).
 */
export const readXlsx = async (bytes: Uint8Array): Promise<Outcome<SheetRows>> => {
  try {
    const parts = await readParts(bytes);
    const workbook = parts.get(WORKBOOK)?.toString('utf8');
    if (workbook === undefined) return refused('REGISTER_NOT_A_TABLE');
    const relations = parts.get(RELATIONS)?.toString('utf8') ?? '';
    if (workbook.length > DIRECTORY || relations.length > DIRECTORY) return refused('REGISTER_DAMAGED');
    const first = firstSheet(workbook, relations);
    // only what the reader needs for this sheet, all of it looked over: no other part can be read in its place
    const needed = new Map([...parts].filter(([name]) => name === first.path || NEEDED.test(name)));
    let formulas: ReadonlySet<string> = new Set();
    for (const [name, content] of needed) {
      const marks = guardSheet(content.toString('utf8'));
      if (!marks.ok) return marks;
      if (name === first.path) formulas = marks.value.formulas;
    }
    if (!needed.has(first.path)) return refused('REGISTER_DAMAGED');
    // the universal entry: the one for Node evaluates generated source in a worker
    const data = await readSheet(await storedZip(needed), 1, { trim: false, parseNumber: (digits) => digits });
    const rows = data.map((row) => row.map(cellText));
    const notes: RegisterNote[] = [];
    if (first.sheets > 1) notes.push({ code: 'MORE_SHEETS', count: first.sheets - 1 });
    if (formulas.size > 0) notes.push({ code: 'FORMULAS', count: formulas.size });
    return allowed({ rows, formulas, notes });
  } catch (error) {
    // whatever a parser says of a hostile file, the person is told one thing: it cannot be read
    return refused(error instanceof ZipRefused ? error.code : 'REGISTER_DAMAGED');
  }
};

/** Spreadsheet dates are midnights in UTC; a time of day is dropped. */
const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
};

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag)?.slice(1).find((value) => value !== undefined);

/** Where the first sheet lies, and how many there are. */
const firstSheet = (workbook: string, relations: string): { path: string; sheets: number } => {
  const sheets = workbook.match(/<(?:[\w.-]+:)?sheet\s[^<>]*>/gu) ?? [];
  const id = /\s(?:[\w.-]+:)id\s*=\s*["']([^"']*)["']/u.exec(sheets[0] ?? '')?.[1];
  const relation = (relations.match(/<(?:[\w.-]+:)?Relationship\s[^<>]*>/gu) ?? []).find((tag) => attribute(tag, 'Id') === id);
  const target = (relation === undefined ? undefined : attribute(relation, 'Target')) ?? 'worksheets/sheet1.xml';
  return { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, sheets: sheets.length };
};
