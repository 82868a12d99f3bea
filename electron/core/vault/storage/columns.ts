import type { CollectionSpec, StoreSpec } from './spec.ts';
import { arraysOf, Table, type Row, type TableParts } from './table.ts';
import { ValuePool } from './value-pool.ts';

interface Meta {
  readonly columnsVersion: number;
  /** absent in a snapshot older than drafts: its sequence says it */
  readonly audit?: number;
  readonly pool: { readonly count: number; readonly bytes: number };
  readonly tables: readonly { readonly collection: string; readonly rows: number; readonly columns: readonly string[] }[];
}

const align = (length: number): number => (length + 7) & ~7;

/** The index of one key class in memory: a pool of values and a table for each collection. */
export class Columns {
  readonly pool: ValuePool;
  readonly tables: readonly Table[];
  /** the newest audit entry there was when the newest of its rows was written; undefined: as old as the snapshot says */
  audit: number | undefined;
  readonly #spec: StoreSpec;

  constructor(spec: StoreSpec, pool = new ValuePool(), parts: readonly (TableParts | undefined)[] = []) {
    this.#spec = spec;
    this.pool = pool;
    this.tables = spec.collections.map((collection, index) => new Table(collection.columns, pool, parts[index]));
  }

  table(collection: number): Table {
    const table = this.tables[collection];
    if (table === undefined) throw new RangeError(`no collection ${collection}`);
    return table;
  }

  /** Rows of all tables. */
  get count(): number {
    return this.tables.reduce((sum, table) => sum + table.count, 0);
  }

  *rows(): Generator<{ readonly collection: number; readonly row: Row }> {
    for (const [collection, table] of this.tables.entries()) {
      for (let row = 0; row < table.count; row += 1) yield { collection, row: table.row(row) };
    }
  }

  /** A copy that holds no value that no row uses any more: what an erasure needs, and what keeps the pool small. */
  compact(): Columns {
    const copy = new Columns(this.#spec);
    copy.audit = this.audit;
    for (const { collection, row } of this.rows()) copy.table(collection).put(row);
    return copy;
  }

  /** Bytes of a snapshot, piece by piece: views of living memory, to be used before anything changes. */
  pieces(): Uint8Array[] {
    const pool = this.pool.parts();
    const tables = this.tables.map((table) => table.parts());
    const meta: Meta = {
      columnsVersion: this.#spec.columnsVersion,
      ...(this.audit === undefined ? {} : { audit: this.audit }),
      pool: { count: pool.count, bytes: pool.bytes.length },
      tables: tables.map(({ rows, columns }, index) => ({ collection: this.#spec.collections[index]?.name ?? '', rows, columns })),
    };
    const json = Buffer.from(JSON.stringify(meta));
    const size = Buffer.alloc(8);
    size.writeUInt32LE(json.length);
    return [size, json, pool.offsets, pool.bytes, ...tables.flatMap((table) => table.arrays)].flatMap(padded);
  }

  /** The columns a snapshot holds; undefined when it was made for other columns than the spec's: then they are made anew. */
  static from(spec: StoreSpec, bytes: Buffer): Columns | undefined {
    let at = 8 + align(bytes.readUInt32LE(0));
    const meta = JSON.parse(bytes.toString('utf8', 8, 8 + bytes.readUInt32LE(0))) as Meta;
    if (meta.columnsVersion !== spec.columnsVersion || !meta.tables.every((table) => fits(spec.collections, table))) return undefined;
    const words = (count: number): Uint32Array => {
      const view = new Uint32Array(bytes.buffer, bytes.byteOffset + at, count);
      at += align(count * 4);
      return view;
    };
    const offsets = words(meta.pool.count + 1);
    const pool = new ValuePool({ count: meta.pool.count, offsets, bytes: bytes.subarray(at, at + meta.pool.bytes) });
    at += align(meta.pool.bytes);
    const parts = new Map<string, TableParts>();
    for (const { collection, rows, columns } of meta.tables) {
      parts.set(collection, { rows, columns, arrays: Array.from({ length: arraysOf(columns) }, () => words(rows)) });
    }
    const columns = new Columns(spec, pool, spec.collections.map(({ name }) => parts.get(name)));
    columns.audit = meta.audit;
    return columns;
  }
}

const fits = (collections: readonly CollectionSpec[], table: Meta['tables'][number]): boolean => {
  const spec = collections.find(({ name }) => name === table.collection);
  return spec !== undefined && spec.columns.length === table.columns.length && spec.columns.every((column, index) => column === table.columns[index]);
};

const padded = (part: Uint8Array | Uint32Array): Uint8Array[] => {
  const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  const gap = align(bytes.length) - bytes.length;
  return gap === 0 ? [bytes] : [bytes, new Uint8Array(gap)];
};
