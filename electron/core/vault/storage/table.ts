import type { IndexRow, IndexValue } from '../../../../shared/domain/collections.ts';
import type { Revision } from './revision.ts';
import type { ValuePool } from './value-pool.ts';

/** A cell: 0 missing, 1 null, 2 false, 3 true, from 4 the place in the pool. */
export type Code = number;
export const CODE = { missing: 0, null: 1, false: 2, true: 3, pool: 4 } as const;

/** What the index keeps of a document. */
export interface Row {
  readonly id: string;
  readonly type: string | undefined;
  readonly personId: string | undefined;
  readonly record: number;
  readonly revision: Revision;
  readonly deleted: boolean;
  readonly ix: IndexRow;
}

/** Places of the columns every document has; those of the collection follow. */
const AT = { id: 0, type: 1, person: 2, record: 3, height: 4, token: 5, deleted: 6 } as const;
type Fixed = keyof typeof AT;
const FIXED = Object.keys(AT).length;
/** how many arrays a table with these columns has */
export const arraysOf = (columns: readonly string[]): number => FIXED + columns.length;
const NONE = new Uint32Array(0);

/** Raw arrays of a table, as a snapshot holds them: the fixed columns, then one per index column. */
export interface TableParts {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly arrays: readonly Uint32Array[];
}

/** The documents of one collection in one key class, as columns of numbers. */
export class Table {
  readonly columns: readonly string[];
  readonly #pool: ValuePool;
  #count: number;
  #arrays: Uint32Array[];
  #slots = new Int32Array(0);
  #live = 0;

  constructor(columns: readonly string[], pool: ValuePool, parts?: TableParts) {
    this.columns = columns;
    this.#pool = pool;
    this.#count = parts?.rows ?? 0;
    const capacity = this.#count + (this.#count >> 4) + 16;
    this.#arrays = Array.from({ length: FIXED + columns.length }, (_, index) => {
      const array = new Uint32Array(capacity);
      const from = parts?.arrays[index];
      if (from !== undefined) array.set(from.subarray(0, this.#count));
      return array;
    });
    const deleted = this.#fixed('deleted');
    for (let row = 0; row < this.#count; row += 1) if (deleted[row] === 0) this.#live += 1;
    this.#rehash();
  }

  /** Rows, deleted ones included. */
  get count(): number {
    return this.#count;
  }

  /** Rows that are not deleted. */
  get live(): number {
    return this.#live;
  }

  parts(): TableParts {
    return { rows: this.#count, columns: this.columns, arrays: this.#arrays.map((array) => array.subarray(0, this.#count)) };
  }

  /** The codes of a field for all rows (only the first `count` count); undefined when it is no column. */
  codes(field: string): Uint32Array | undefined {
    if (field === 'id') return this.#fixed('id');
    if (field === 'type') return this.#fixed('type');
    if (field === 'personId') return this.#fixed('person');
    if (field === '_deleted') return this.#fixed('deleted');
    if (!field.startsWith('ix.')) return undefined;
    const index = this.columns.indexOf(field.slice(3));
    return index < 0 ? undefined : this.#arrays[FIXED + index];
  }

  /** The code a value would have; -1 when no row can have it. `_deleted` has the codes 0 and 1. */
  codeOf(value: IndexValue): Code {
    if (value === null) return CODE.null;
    if (typeof value === 'boolean') return value ? CODE.true : CODE.false;
    const at = this.#pool.find(value);
    return at < 0 ? -1 : at + CODE.pool;
  }

  /** The value of a code; undefined for a missing one. */
  value(code: Code): IndexValue | undefined {
    if (code >= CODE.pool) return this.#pool.value(code - CODE.pool);
    return code === CODE.missing ? undefined : code === CODE.null ? null : code === CODE.true;
  }

  /** The row of an id, or -1. */
  rowOf(id: string): number {
    const code = this.codeOf(id);
    return code < 0 ? -1 : (this.#slots[this.#slotOf(code)] ?? 0) - 1;
  }

  recordOf(row: number): number {
    return this.#fixed('record')[row] ?? 0;
  }

  isDeleted(row: number): boolean {
    return this.#fixed('deleted')[row] === 1;
  }

  idOf(row: number): string {
    return String(this.value(this.#fixed('id')[row] ?? 0));
  }

  row(row: number): Row {
    return {
      id: this.idOf(row),
      type: this.#text('type', row),
      personId: this.#text('person', row),
      ...this.rowName(row),
      ix: this.ixOf(row),
    };
  }

  /** What a record is bound to. */
  rowName(row: number): { readonly record: number; readonly revision: Revision; readonly deleted: boolean } {
    return {
      record: this.recordOf(row),
      revision: { height: this.#fixed('height')[row] ?? 0, token: this.#text('token', row) ?? '' },
      deleted: this.isDeleted(row),
    };
  }

  ixOf(row: number): IndexRow {
    const ix: Record<string, IndexValue> = {};
    this.columns.forEach((column, index) => {
      const value = this.value(this.#arrays[FIXED + index]?.[row] ?? 0);
      if (value !== undefined) ix[column] = value;
    });
    return ix;
  }

  /** The different values of an index column over all rows that are not deleted. */
  distinct(column: string): ReadonlySet<IndexValue> {
    const array = this.#arrays[FIXED + this.columns.indexOf(column)];
    const codes = new Set<Code>();
    if (array !== undefined && this.columns.includes(column)) {
      for (let row = 0; row < this.#count; row += 1) if (!this.isDeleted(row)) codes.add(array[row] ?? 0);
    }
    return new Set([...codes].flatMap((code) => this.value(code) ?? []));
  }

  /**
   * Columns (or `personId`) of the documents of a type that are not deleted; missing values are null.
   * @param about only documents about this person, or the person's own
   */
  rowsOf<K extends string>(type: string, columns: readonly K[], about?: string): ({ readonly id: string } & { readonly [C in K]: IndexValue })[] {
    const wanted = this.codeOf(type);
    const types = this.#fixed('type');
    const whose = about === undefined ? undefined : this.codeOf(about);
    const [people, ids] = [this.#fixed('person'), this.#fixed('id')];
    const deleted = this.#fixed('deleted');
    const arrays = columns.map((column) => this.codes(column === 'personId' ? column : `ix.${column}`) ?? NONE);
    const found: ({ readonly id: string } & { readonly [C in K]: IndexValue })[] = [];
    for (let row = 0; row < this.#count; row += 1) {
      if (types[row] !== wanted || deleted[row] === 1) continue;
      if (whose !== undefined && people[row] !== whose && ids[row] !== whose) continue;
      const values: Record<string, IndexValue> = { id: this.idOf(row) };
      for (let at = 0; at < columns.length; at += 1) values[columns[at] ?? ''] = this.value(arrays[at]?.[row] ?? CODE.missing) ?? null;
      found.push(values as never);
    }
    return found;
  }

  /** Adds a row, or replaces the one with its id. */
  put(row: Row): void {
    const id = this.#intern(row.id);
    let slot = this.#slotOf(id);
    let at = (this.#slots[slot] ?? 0) - 1;
    if (at < 0) {
      at = this.#count;
      if (at >= this.#fixed('id').length) this.#grow();
      this.#count += 1;
      this.#slots[slot] = at + 1;
      if (this.#count * 2 > this.#slots.length) {
        this.#fixed('id')[at] = id;
        this.#rehash();
        slot = this.#slotOf(id);
      }
    } else if (!this.isDeleted(at)) this.#live -= 1;
    if (!row.deleted) this.#live += 1;
    this.#fixed('id')[at] = id;
    this.#fixed('type')[at] = this.#intern(row.type);
    this.#fixed('person')[at] = this.#intern(row.personId);
    this.#fixed('record')[at] = row.record;
    this.#fixed('height')[at] = row.revision.height;
    this.#fixed('token')[at] = this.#intern(row.revision.token);
    this.#fixed('deleted')[at] = row.deleted ? 1 : 0;
    this.columns.forEach((column, index) => {
      const array = this.#arrays[FIXED + index];
      if (array !== undefined) array[at] = this.#intern(row.ix[column]);
    });
  }

  /** Removes the rows of these ids without a trace. */
  purge(ids: readonly string[]): void {
    const gone = new Set(ids.map((id) => this.rowOf(id)).filter((row) => row >= 0));
    if (gone.size === 0) return;
    let to = 0;
    for (let from = 0; from < this.#count; from += 1) {
      if (gone.has(from)) {
        if (!this.isDeleted(from)) this.#live -= 1;
        continue;
      }
      if (to !== from) for (const array of this.#arrays) array[to] = array[from] ?? 0;
      to += 1;
    }
    for (const array of this.#arrays) array.fill(0, to, this.#count);
    this.#count = to;
    this.#rehash();
  }

  #fixed(name: Fixed): Uint32Array {
    return this.#arrays[AT[name]] ?? NONE;
  }

  #text(name: Fixed, row: number): string | undefined {
    const value = this.value(this.#fixed(name)[row] ?? 0);
    return typeof value === 'string' ? value : undefined;
  }

  #intern(value: IndexValue | undefined): Code {
    if (value === undefined) return CODE.missing;
    if (value === null) return CODE.null;
    if (typeof value === 'boolean') return value ? CODE.true : CODE.false;
    return this.#pool.intern(value) + CODE.pool;
  }

  #grow(): void {
    const capacity = Math.ceil(this.#count * 1.25) + 64;
    this.#arrays = this.#arrays.map((array) => {
      const grown = new Uint32Array(capacity);
      grown.set(array);
      return grown;
    });
  }

  #slotOf(id: Code): number {
    const ids = this.#fixed('id');
    const mask = this.#slots.length - 1;
    let slot = spread(id) & mask;
    for (;;) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0 || ids[row] === id) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #rehash(): void {
    let size = 64;
    while (size < this.#count * 3) size *= 2;
    this.#slots = new Int32Array(size);
    const mask = size - 1;
    const ids = this.#fixed('id');
    for (let row = 0; row < this.#count; row += 1) {
      let slot = spread(ids[row] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = row + 1;
    }
  }
}

const spread = (code: number): number => {
  const mixed = Math.imul(code, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};
