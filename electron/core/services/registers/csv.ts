import { parse } from 'csv-parse/sync';
import { LIMITS } from './table.ts';

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE_LINES = 200;

const records = (text: string, delimiter: Delimiter, quote: '"' | false): string[][] =>
  parse(text, { delimiter, quote, relax_quotes: true, relax_column_count: true, skip_empty_lines: false, max_record_size: 1024 * 1024 });

/** The delimiter that cuts the most lines into the same number of cells; undefined when none cuts anything. */
export const detectDelimiter = (text: string): Delimiter | undefined => {
  const lines = splitLines(text).filter((line) => line.trim() !== '').slice(0, SAMPLE_LINES);
  let best: Delimiter | undefined;
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    for (const line of lines) {
      const width = line.replace(/"[^"]*"/gu, '').split(delimiter).length;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    for (const [width, count] of widths) {
      const score = (count / lines.length) * Math.min(width, 30);
      if (score > most) [best, most] = [delimiter, score];
    }
  }
  return best;
};

const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/u);

/** One physical line; when its quotes do not close, they are signs like any other. */
const cellsOf = (line: string, delimiter: Delimiter): string[] => {
  if (!line.includes('"')) return line.split(delimiter);
  try {
    return records(line, delimiter, '"')[0] ?? [''];
  } catch {
    return records(line, delimiter, false)[0] ?? [''];
  }
};

export interface CsvRows {
  readonly rows: string[][];
  /** rows (from 1) whose quotes did not close and were read line by line */
  readonly strayQuotes: number[];
}

/**
 * A delimited text as rows. Cells may hold line breaks inside quotes; but a quote that never closes would swallow
 * the rows after it, so when that is seen the text is read line by line and the rows with such quotes are named.
 */
export const readCsv = (text: string, delimiter: Delimiter): CsvRows => {
  const lines = splitLines(text);
  if (lines.at(-1) === '') lines.pop();
  if (!text.includes('"')) return { rows: lines.map((line) => line.split(delimiter)), strayQuotes: [] };
  try {
    const rows = records(text, delimiter, '"');
    // blank lines are rows too, so that numbers stay those of the file
    if (!rows.some((row) => row.some((cell) => swallowed(cell, delimiter)))) return { rows, strayQuotes: [] };
  } catch {
    // an open quote at the end of the file, or a record beyond all measure: read line by line below
  }
  const strayQuotes: number[] = [];
  const rows = lines.slice(0, LIMITS.rows + 1).map((line, index) => {
    if (line.includes('"') && unbalanced(line, delimiter)) strayQuotes.push(index + 1);
    return cellsOf(line, delimiter);
  });
  return { rows, strayQuotes };
};

/** A cell with a line break and more delimiters than an address would have is several rows behind a stray quote. */
const swallowed = (cell: string, delimiter: Delimiter): boolean =>
  /[\r\n]/u.test(cell) && cell.split(delimiter).length > 3;

const unbalanced = (line: string, delimiter: Delimiter): boolean => {
  try {
    records(line, delimiter, '"');
    return false;
  } catch {
    return true;
  }
};
