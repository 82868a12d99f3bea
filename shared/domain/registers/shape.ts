import { headerMeaning } from './headers.ts';
import { clean } from './normalise.ts';

/** Where the table lies among titles and legends. All indexes are 0-based over the rows of the file. */
export interface TableShape {
  readonly header: number;
  /** indexes of the rows that are data, blank ones left out */
  readonly data: readonly number[];
  readonly titles: readonly number[];
  readonly legends: readonly number[];
}

const filled = (row: readonly string[]): number => row.reduce((count, cell) => (clean(cell) === '' ? count : count + 1), 0);

/** Different things a row names as a header would; values of data rows name at most one by chance. */
const likeHeader = (row: readonly string[]): number => {
  const meanings = row.map((cell) => headerMeaning(cell));
  const targets = new Set(meanings.flatMap(({ target }) => (target === undefined ? [] : [target])));
  const sensitive = new Set(meanings.flatMap((meaning) => (meaning.sensitive === undefined ? [] : [meaning.sensitive])));
  return targets.size === 0 ? 0 : targets.size * 2 + sensitive.size;
};

/** The header is looked for in the first rows only; a title has few lines. */
const HEADER_WITHIN = 30;

/**
 * Finds the header: the row among the first thirty with most known headers; failing that, the first row as wide as
 * the table. Below the last full row, single cells of running text are a legend.
 * Returns undefined when no row has two cells: not a table.
 */
export const tableShape = (rows: readonly (readonly string[])[]): TableShape | undefined => {
  let header = -1;
  let best = 2;
  const top = rows.slice(0, HEADER_WITHIN);
  for (const [index, row] of top.entries()) {
    const known = likeHeader(row);
    if (known > best) [header, best] = [index, known];
  }
  if (header < 0) {
    const widest = Math.max(0, ...top.map(filled));
    if (widest < 2) return undefined;
    header = top.findIndex((row) => filled(row) >= Math.max(2, widest * 0.8));
  }
  const full = rows.findLastIndex((row) => filled(row) > 1);
  const data: number[] = [];
  const legends: number[] = [];
  for (let index = header + 1; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    const cells = filled(row);
    if (cells === 0) continue;
    if (index > full && /[\s=:]/u.test(clean(row.find((cell) => clean(cell) !== '') ?? ''))) legends.push(index);
    else data.push(index);
  }
  const titles = [...Array(header).keys()].filter((index) => filled(rows[index] ?? []) > 0);
  return { header, data, titles, legends };
};
