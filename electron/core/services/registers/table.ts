import type { RegisterFormat, RegisterNote } from '../../../../shared/domain/registers/schemas.ts';

/** What was read of a file before anybody asked what it means. */
export interface Table {
  readonly format: RegisterFormat;
  /** as in the file, titles and blank lines included: index 0 is row 1 */
  readonly rows: readonly (readonly string[])[];
  /** "row:column" (0-based) of spreadsheet cells that hold a formula; their text is its last result */
  readonly formulas: ReadonlySet<string>;
  readonly notes: readonly RegisterNote[];
}

/** Beyond these a file is no register of one prison. Bytes, rows, columns, signs of one cell. */
export const LIMITS = { bytes: 10 * 1024 * 1024, rows: 50_000, columns: 200, cell: 5_000 } as const;
