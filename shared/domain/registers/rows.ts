import { folded } from '../people.ts';
import { clean, isFormula } from './normalise.ts';
import { readRow, type RegisterCells, type RowRules } from './row.ts';
import type { Candidate, IgnoredRow, RefusedRow, RegisterCounts, RegisterTarget, WarnedRow } from './schemas.ts';

/** A row of the register before any rule looked at it. */
export interface RegisterRow {
  /** as a spreadsheet counts, from 1 */
  readonly row: number;
  readonly cells: RegisterCells;
  /** more values than the header has columns: they may stand under the wrong header */
  readonly overflow?: boolean;
}

export interface ReadRows {
  readonly candidates: readonly Candidate[];
  readonly refused: readonly RefusedRow[];
  readonly warnings: readonly WarnedRow[];
  readonly ignored: readonly IgnoredRow[];
  /** `codeKey` of every number that stands in the file, refused rows included: whoever is here is not gone */
  readonly codes: ReadonlySet<string>;
  readonly counts: RegisterCounts;
}

/** Numbers are compared without case, spaces and signs. */
export const codeKey = (code: string): string => folded(code);

const same = (cells: RegisterCells): string =>
  Object.entries(cells)
    .map(([target, cell]) => `${target}=${clean(cell.text)}`)
    .join('\u0000');

const who = (cells: RegisterCells): string => {
  const text = (target: RegisterTarget): string => cells[target]?.text ?? '';
  return folded(`${text('fullName')} ${text('familyName')} ${text('givenName')} ${text('birthDate')}`);
};

/**
 * All rows by the rules of `readRow`, and against each other: a row repeated word for word is ignored with a notice;
 * a row with more values than headers is refused;
 * a number that stands for different people, or for one person with different data, refuses every row that bears it.
 */
export const readRows = (rows: readonly RegisterRow[], rules: RowRules): ReadRows => {
  const byCode = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const code = row.cells.code?.text ?? '';
    const key = isFormula(code) || row.cells.code?.computed === true ? '' : codeKey(clean(code));
    if (key === '') continue;
    const group = byCode.get(key);
    if (group === undefined) byCode.set(key, [row]);
    else group.push(row);
  }
  const ignored: IgnoredRow[] = [];
  const twice = new Map<number, RefusedRow>();
  for (const group of byCode.values()) if (group.length > 1) judgeGroup(group, ignored, twice);

  const skip = new Set(ignored.map(({ row }) => row));
  const candidates: Candidate[] = [];
  const refused: RefusedRow[] = [];
  const warnings: WarnedRow[] = [];
  for (const entry of rows) {
    if (skip.has(entry.row)) continue;
    const whole = entry.overflow === true ? { row: entry.row, ...codeOf(entry), reason: 'TOO_MANY_CELLS' as const } : twice.get(entry.row);
    const read: ReturnType<typeof readRow> = whole === undefined ? readRow(entry.row, entry.cells, rules) : { refusal: whole };
    if ('refusal' in read) refused.push(read.refusal);
    else {
      candidates.push(read.candidate);
      warnings.push(...read.warnings);
    }
  }
  const counts = {
    rows: rows.length,
    accepted: candidates.length,
    refused: refused.length,
    ignored: ignored.length,
    warnings: warnings.length,
  };
  return { candidates, refused, warnings, ignored, codes: new Set(byCode.keys()), counts };
};

const judgeGroup = (group: readonly RegisterRow[], ignored: IgnoredRow[], twice: Map<number, RefusedRow>): void => {
  const variants = new Map<string, RegisterRow>();
  for (const entry of group) {
    const text = same(entry.cells);
    const first = variants.get(text);
    if (first === undefined) variants.set(text, entry);
    else ignored.push({ row: entry.row, ...codeOf(entry), sameAs: first.row });
  }
  if (variants.size < 2) return;
  const kept = [...variants.values()];
  const reason = new Set(kept.map(({ cells }) => who(cells))).size > 1 ? 'NUMBER_TWICE' : 'SAME_PERSON_TWICE';
  for (const entry of kept) {
    const others = kept.filter((other) => other !== entry).map(({ row }) => row);
    twice.set(entry.row, { row: entry.row, ...codeOf(entry), reason, field: 'code', rows: others.slice(0, 20) });
  }
};

const codeOf = ({ cells }: RegisterRow): { code?: string } => {
  const code = clean(cells.code?.text ?? '');
  return code === '' || code.length > 40 ? {} : { code };
};
