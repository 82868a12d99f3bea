import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { folded } from './people.ts';
import { detectDateFormat, readDate } from './registers/dates.ts';
import { headerMeaning } from './registers/headers.ts';
import { clean, isBlank, isFormula } from './registers/normalise.ts';
import { codeKey } from './registers/rows.ts';
import type { DateProblem } from './registers/schemas.ts';
import type { ListProposal } from './sitting.ts';
import { termProblem } from './sitting-rules.ts';

/** Why a row of a list is not taken over; each says what to do in `sittings:fault`. */
export const ListFault = z.enum([
  'NO_NUMBER',
  'FORMULA',
  'NUMBER_UNKNOWN',
  'TWICE',
  'DAY_INVALID',
  'DAY_OUT_OF_REACH',
  'NOT_HERE',
  'SETTLED',
  'OTHER_SITTING',
  'PROPOSAL_UNKNOWN',
  'TERM_INVALID',
  'TERM_NOT_AFTER',
  'TERM_TOO_FAR',
  'TERM_NOT_HERE',
]);
export type ListFault = z.infer<typeof ListFault>;

/** How a row stands to what is there: to be added, to be changed, there already, or its outcome is entered. */
export const ListRowState = z.enum(['NEW', 'CHANGED', 'SAME', 'HEARD']);
export type ListRowState = z.infer<typeof ListRowState>;

/** A row as it was read, before anybody is looked up by its number. Rows are counted from 1. */
export interface ListRow {
  readonly row: number;
  readonly code: string;
  readonly on: CivilDate;
  readonly proposal?: ListProposal;
  readonly term?: CivilDate;
}

export interface ListFaultAt {
  readonly row: number;
  readonly code: string;
  readonly fault: ListFault;
  readonly problem?: DateProblem;
  readonly value?: string;
  readonly on?: CivilDate;
  readonly rows?: number[];
}

type Column = 'code' | 'on' | 'proposal' | 'term';

/** Folded headers of the lists of commissions and courts (ro, it, en). Whatever else a list holds is not read. */
const HEADERS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:data|ziua|giorno)?(?: de| di| d| dell)? ?(?:sedint[ae]i?|comisiei|judecatii|termenului|udienz[ae]|seduta|camera di consiglio)$|^termen(?:ul)? de judecata$|^(?:sitting|hearing|commission|board)(?: date| day)?$|^date of (?:the )?(?:sitting|hearing|commission)$/u, 'on'],
  [/^propuner(?:e|ea)(?: comisiei)?$|^propost[ae](?: di decisione)?$|^proposal$|^proposed(?: decision)?$/u, 'proposal'],
  [/^(?:nou(?:l)? )?termen(?:ul)?(?: de)? ?(?:reanalizare|reanalizarii|amanare|amanarii)?$|^(?:nuovo termine|termine(?: di)? (?:rinvio|riesame)|rinvio al)$|^(?:new term|review term|term)$/u, 'term'],
];

const columnOf = (header: string): Column | undefined => {
  const name = folded(header);
  return name === '' ? undefined : (HEADERS.find(([pattern]) => pattern.test(name))?.[1] ?? (headerMeaning(header).target === 'code' ? 'code' : undefined));
};

/** What lists write for each proposal (ro, it, en), folded. */
const PROPOSALS: readonly (readonly [RegExp, ListProposal])[] = [
  [/^(?:admi\w*|favorabil\w*|propus\w*|da|accogli\w*|accolt\w*|concess\w*|favorevol\w*|si|admit\w*|admission|grant\w*|yes)$/u, 'ADMIT'],
  [/^(?:aman\w*|reanaliz\w*|rinvi\w*|differi\w*|postpon\w*|adjourn\w*|deferr?\w*)$/u, 'POSTPONE'],
  [/^(?:respin\w*|nefavorabil\w*|nu|riget\w*|respint\w*|sfavorevol\w*|no|refus\w*|reject\w*)$/u, 'REFUSE'],
];

/** The header is looked for in the first rows only; a title has few lines. */
const HEADER_WITHIN = 30;

export interface ListShape {
  /** 0-based row of the headers */
  readonly header: number;
  readonly at: { readonly [C in Column]?: number };
  readonly leftOut: readonly string[];
}

/** Where the columns of a list are; undefined when no row names a number and a day. */
export const listShape = (rows: readonly (readonly string[])[]): ListShape | undefined => {
  for (const [header, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const at: { [C in Column]?: number } = {};
    const leftOut: string[] = [];
    for (const [index, cell] of cells.entries()) {
      const column = columnOf(cell);
      if (column !== undefined && at[column] === undefined) at[column] = index;
      else if (!isBlank(cell)) leftOut.push(clean(cell).slice(0, 60));
    }
    if (at.code !== undefined && at.on !== undefined) return { header, at, leftOut };
  }
  return undefined;
};

/** The beginning of a value that was wrong: enough to find it, too short to be a story. */
const shown = (text: string): string => clean(text).slice(0, 40);

export interface ReadList {
  readonly rows: readonly ListRow[];
  readonly refused: readonly ListFaultAt[];
}

/** The rows of a list, judged alone and against each other. A row repeated word for word is read once, and said. */
export const readListRows = (table: readonly (readonly string[])[], { header, at }: ListShape, formulas: ReadonlySet<string> = new Set()): ReadList => {
  const cell = (cells: readonly string[], column: Column): string => clean(cells[at[column] ?? -1] ?? '');
  const below = [...table.entries()].slice(header + 1).filter(([, cells]) => (Object.keys(at) as Column[]).some((column) => !isBlank(cell(cells, column))));
  const { format } = detectDateFormat(below.flatMap(([, cells]) => [cell(cells, 'on'), cell(cells, 'term')]));
  const rows: ListRow[] = [];
  const refused: ListFaultAt[] = [];
  for (const [index, cells] of below) {
    const code = cell(cells, 'code');
    const place = { row: index + 1, code: code.slice(0, 40) };
    const refuse = (fault: ListFault, more: Partial<ListFaultAt> = {}): number => refused.push({ ...place, fault, ...more });
    const read = (Object.keys(at) as Column[]).map((column) => [column, cell(cells, column)] as const);
    // running text below the list: a legend, a signature
    if (isBlank(cell(cells, 'on')) && read.filter(([, text]) => !isBlank(text)).length === 1 && /\s/u.test(code)) continue;
    const formula = read.find(([column, text]) => isFormula(text) || formulas.has(`${index}:${at[column] ?? -1}`));
    if (formula !== undefined) {
      refuse('FORMULA', { value: shown(formula[1]) });
      continue;
    }
    if (isBlank(code) || code.length > 40) {
      refuse('NO_NUMBER');
      continue;
    }
    const on = readDate(cell(cells, 'on'), format);
    if (!on.ok) {
      refuse('DAY_INVALID', { problem: on.problem, value: shown(cell(cells, 'on')) });
      continue;
    }
    const told = cell(cells, 'proposal');
    const proposal = PROPOSALS.find(([pattern]) => pattern.test(folded(told).split(' ')[0] ?? ''))?.[1];
    if (!isBlank(told) && proposal === undefined) {
      refuse('PROPOSAL_UNKNOWN', { value: shown(told) });
      continue;
    }
    const fault = termFault(cell(cells, 'term'), { on: on.date, proposal, format });
    if ('fault' in fault) {
      refuse(fault.fault, { value: shown(cell(cells, 'term')), ...(fault.problem === undefined ? {} : { problem: fault.problem }) });
      continue;
    }
    rows.push({ ...place, on: on.date, ...(proposal === undefined ? {} : { proposal }), ...(fault.term === undefined ? {} : { term: fault.term }) });
  }
  return withoutTwice(rows, refused);
};

const termFault = (
  text: string,
  { on, proposal, format }: { readonly on: CivilDate; readonly proposal: ListProposal | undefined; readonly format: Parameters<typeof readDate>[1] },
): { readonly fault: ListFault; readonly problem?: DateProblem } | { readonly term?: CivilDate } => {
  if (isBlank(text)) return {};
  if (proposal === 'ADMIT') return { fault: 'TERM_NOT_HERE' };
  const term = readDate(text, format);
  if (!term.ok) return { fault: 'TERM_INVALID', problem: term.problem };
  const problem = termProblem(on, term.date);
  return problem === undefined ? { term: term.date } : { fault: problem };
};

/** One person stands on a list once: repeated word for word the first row counts, with other words none does. */
const withoutTwice = (rows: readonly ListRow[], refused: readonly ListFaultAt[]): ReadList => {
  const groups = new Map<string, ListRow[]>();
  for (const row of rows) {
    const key = codeKey(row.code);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const words = ({ on, proposal, term }: ListRow): string => JSON.stringify([on, proposal, term]);
  const kept: ListRow[] = [];
  const twice: ListFaultAt[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const same = others.every((other) => words(other) === words(first));
    if (same) kept.push(first);
    for (const row of same ? others : group) twice.push({ row: row.row, code: row.code, fault: 'TWICE', rows: group.filter((other) => other !== row).map((other) => other.row).slice(0, 20) });
  }
  const byRow = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;
  return { rows: kept.toSorted(byRow), refused: [...refused, ...twice].toSorted(byRow) };
};
