import { withoutBlocks } from './markdown.ts';

/** Named in backquotes: a file of the tree that a program reads or runs. */
const SOURCE = /`([^`\n]*\.(?:tsx?|mjs|cjs|sh))`/g;
/** What a claim may be proved by: it runs with `npm test`, or is told to run by itself. */
const PROOF = /^(?:electron|renderer|shared|scripts|tests)\/[\w./-]+\.(?:test\.ts|spec\.ts|main\.ts)$/;

export interface Row {
  /** the heading over the table */
  readonly under: string;
  readonly cells: Readonly<Record<string, string>>;
}

export const sourcesIn = (text: string): string[] => [...text.matchAll(SOURCE)].map(([, path]) => path ?? '');

/** Every row of every table of a Markdown text, its cells by the names of the columns. */
export const rowsOf = (text: string): readonly Row[] => {
  const rows: Row[] = [];
  let under = '';
  let columns: readonly string[] | undefined;
  for (const line of withoutBlocks(text).split('\n')) {
    under = /^#+\s+(.+)$/.exec(line)?.[1] ?? under;
    const cells = line.startsWith('|') ? line.slice(1, line.lastIndexOf('|')).split('|').map((cell) => cell.trim()) : undefined;
    if (cells === undefined) columns = undefined;
    else if (columns === undefined) columns = cells;
    else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) rows.push({ under, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) });
  }
  return rows;
};

/** Nothing is claimed: a dash, an empty cell, or the words that say so. */
const claimsNothing = (claim: string): boolean => /^(?:[–-]?|(?:nothing can|none|nobody)\b.*)$/.test(claim);

/** Claims of the model that no test is named for. In the tables of adversaries each claim between semicolons needs one. */
export const unproved = (text: string): string[] =>
  rowsOf(text).flatMap(({ cells }) => {
    const claims: readonly (readonly [claim: string, proof: string])[] =
      cells['cannot'] === undefined
        ? [[cells['what stops it'] ?? '', cells['proved in'] ?? '']]
        : cells['cannot'].split(';').map((claim) => [claim.trim(), claim]);
    return claims.filter(([claim, proof]) => !claimsNothing(claim) && !sourcesIn(proof).some((path) => PROOF.test(path))).map(([claim]) => claim);
  });
