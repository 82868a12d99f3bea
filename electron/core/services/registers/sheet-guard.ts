import { allowed, refused, type Outcome } from '../../../../shared/domain/outcome.ts';
import { LIMITS } from './table.ts';

const damaged = refused('REGISTER_DAMAGED');
const beyond = refused('REGISTER_TOO_MANY_ROWS', { rows: LIMITS.rows });

export interface SheetMarks {
  /** "row:column" (0-based) of the cells that hold a formula */
  readonly formulas: ReadonlySet<string>;
}

const TAG = /<(?:[^\s<>/:]+:)?(row|c|f)(?=[\s/>])([^<>]*)([<>]|$)/gu;
const ATTRIBUTES = /^(?:\s+[\w.:-]+\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*\s*\/?$/u;
const LONGEST_TAG = 2000;
const PLACE = /(?:^|\s)(?:[\w.-]+:)?r\s*=\s*["']([^"']*)["']/gu;

/**
 * Looks over the XML of a sheet before it is parsed: a row or column number far out would make the reader fill the
 * gap with millions of empty cells, and a document type could define entities. Also finds the formulas, which the
 * reader does not tell apart from their results. Refuses with REGISTER_DAMAGED or REGISTER_TOO_MANY_ROWS.
 */
export const guardSheet = (xml: string): Outcome<SheetMarks> => {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) return damaged;
  const formulas = new Set<string>();
  let cell: string | undefined;
  for (const [, name, attributes = '', end] of xml.matchAll(TAG)) {
    if (end !== '>' || attributes.length > LONGEST_TAG) return damaged;
    if (name === 'f') {
      if (cell !== undefined) formulas.add(cell);
      continue;
    }
    if (!ATTRIBUTES.test(attributes)) return damaged;
    const places = [...attributes.matchAll(PLACE)].map((match) => match[1] ?? '');
    if (places.length > 1) return damaged;
    const place = places[0];
    if (name === 'row') {
      if (place !== undefined && !/^\d{1,7}$/u.test(place)) return damaged;
      if (Number(place ?? 0) > LIMITS.rows) return beyond;
      continue;
    }
    const found = /^([A-Z]{1,3})(\d{1,7})$/u.exec(place ?? '');
    if (found?.[1] === undefined) return damaged;
    const column = columnNumber(found[1]);
    if (Number(found[2]) > LIMITS.rows || column > LIMITS.columns) return beyond;
    cell = `${Number(found[2]) - 1}:${column - 1}`;
  }
  return allowed({ formulas });
};

/** "A" → 1, "AA" → 27. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
