/**
 * A selector answered from the columns. What RxDB's own matcher (mingo) says of a value is asked once per distinct
 * value and remembered, so the meaning is exactly RxDB's; plain equality, the common case, compares numbers only.
 */
import { getQueryMatcher, type FilledMangoQuery, type RxDocumentData, type RxJsonSchema } from 'rxdb';
import type { IndexValue } from '../../../../shared/domain/collections.ts';
import { CODE, type Table } from './table.ts';

export type Selector = Readonly<Record<string, unknown>>;
export type RowTest = (row: number) => boolean;
type Schema = RxJsonSchema<RxDocumentData<unknown>>;

export interface Plan {
  /** rows must hold this code in this column: a first pass over plain numbers */
  readonly equal: readonly { readonly codes: Uint32Array; readonly code: number }[];
  readonly tests: readonly RowTest[];
  /** something the columns cannot say: the remaining documents must be opened and matched */
  readonly openBodies: boolean;
  /** no row can match */
  readonly never: boolean;
}

/** RxDB's matcher over plain documents. */
export const matcherOf = (schema: Schema, selector: Selector): ((doc: object) => boolean) => {
  const query = { selector, sort: [{ id: 'asc' }], skip: 0 } as unknown as FilledMangoQuery<unknown>;
  const match = getQueryMatcher(schema, query);
  return (doc) => match(doc as RxDocumentData<unknown>);
};

/** How a selector is answered for one table. */
export const plan = (schema: Schema, selector: Selector, table: Table): Plan => {
  const result = { equal: [] as { codes: Uint32Array; code: number }[], tests: [] as RowTest[], openBodies: false, never: false };
  collect(schema, selector, table, result);
  return result;
};

const collect = (
  schema: Schema,
  selector: Selector,
  table: Table,
  into: { equal: { codes: Uint32Array; code: number }[]; tests: RowTest[]; openBodies: boolean; never: boolean },
): void => {
  for (const [field, condition] of Object.entries(selector)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) collect(schema, part as Selector, table, into);
      continue;
    }
    const equal = equality(field, condition, table);
    if (equal !== undefined) {
      if (equal.code < 0) into.never = true;
      else into.equal.push(equal);
      continue;
    }
    const test = rowTest(schema, field, condition, table);
    if (test === undefined) into.openBodies = true;
    else into.tests.push(test);
  }
};

/** `{field: {$eq: plain value}}` as a code; null also means missing and is left to the matcher. */
const equality = (field: string, condition: unknown, table: Table): { codes: Uint32Array; code: number } | undefined => {
  const codes = table.codes(field);
  if (codes === undefined) return undefined;
  const value = onlyOperator(condition, '$eq') ?? condition;
  if (field === '_deleted') return typeof value === 'boolean' ? { codes, code: value ? 1 : 0 } : undefined;
  return isPlain(value) ? { codes, code: table.codeOf(value) } : undefined;
};

const onlyOperator = (condition: unknown, operator: string): unknown => {
  if (typeof condition !== 'object' || condition === null) return undefined;
  const keys = Object.keys(condition);
  return keys.length === 1 && keys[0] === operator ? (condition as Selector)[operator] : undefined;
};

const isPlain = (value: unknown): value is string | number | boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** A test of one row; undefined when it needs more than the columns. */
const rowTest = (schema: Schema, field: string, condition: unknown, table: Table): RowTest | undefined => {
  if (field === '$and' || field === '$or' || field === '$nor') return Array.isArray(condition) ? combined(schema, field, condition as Selector[], table) : undefined;
  const codes = table.codes(field);
  if (codes === undefined) return undefined;
  if (field === '_deleted') {
    const match = matcherOf(schema, { [field]: condition });
    const answers = [match({ _deleted: false }), match({ _deleted: true })];
    return (row) => answers[codes[row] ?? 0] === true;
  }
  return oneOf(codes, condition, table) ?? remembered(schema, field, condition, codes, table);
};

const combined = (schema: Schema, operator: '$and' | '$or' | '$nor', parts: readonly Selector[], table: Table): RowTest | undefined => {
  const tests: RowTest[] = [];
  for (const part of parts) {
    const fields = Object.entries(part).map(([field, condition]) => rowTest(schema, field, condition, table));
    if (fields.includes(undefined)) return undefined;
    tests.push((row) => fields.every((test) => test?.(row) === true));
  }
  if (operator === '$and') return (row) => tests.every((test) => test(row));
  return operator === '$or' ? (row) => tests.some((test) => test(row)) : (row) => !tests.some((test) => test(row));
};

/** `{$in: [plain values]}`. */
const oneOf = (codes: Uint32Array, condition: unknown, table: Table): RowTest | undefined => {
  const values = onlyOperator(condition, '$in');
  if (!Array.isArray(values) || !values.every(isPlain)) return undefined;
  const wanted = new Set(values.map((value) => table.codeOf(value)));
  return (row) => wanted.has(codes[row] ?? 0);
};

/** Any other condition on one column: the matcher's answer, kept per distinct value. */
const remembered = (schema: Schema, field: string, condition: unknown, codes: Uint32Array, table: Table): RowTest => {
  const match = matcherOf(schema, { [field]: condition });
  const answers = new Map<number, boolean>();
  return (row) => {
    const code = codes[row] ?? 0;
    const known = answers.get(code);
    if (known !== undefined) return known;
    const answer = match(documentWith(field, code === CODE.missing ? undefined : table.value(code)));
    answers.set(code, answer);
    return answer;
  };
};

const documentWith = (field: string, value: IndexValue | undefined): object => {
  if (!field.startsWith('ix.')) return value === undefined ? {} : { [field]: value };
  return { ix: value === undefined ? {} : { [field.slice(3)]: value } };
};
