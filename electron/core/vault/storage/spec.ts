import type { IndexRow } from '../../../../shared/domain/collections.ts';
import type { DataClass } from '../keys.ts';

/** A document as the storage holds it: with what RxDB adds. */
export interface StoredDocument {
  readonly id: string;
  readonly type?: string;
  readonly personId?: string;
  readonly v?: number;
  readonly ix?: IndexRow;
  readonly _rev: string;
  readonly _deleted: boolean;
  readonly _meta: { readonly lwt: number };
  readonly _attachments: Readonly<Record<string, never>>;
  readonly [field: string]: unknown;
}

/** What the storage has to know of the documents it holds; nothing of their meaning. */
export interface CollectionSpec {
  readonly name: string;
  /** fields of `ix` that are kept as columns */
  readonly columns: readonly string[];
  /** the classes its documents may be sealed under */
  readonly classes: readonly DataClass[];
}

export interface StoreSpec {
  /** Their order is part of the format (records name a collection by its place): append only. */
  readonly collections: readonly CollectionSpec[];
  /** Raised when `columnsOf` gives other values for a stored document than before: the index is then made anew. */
  readonly columnsVersion: number;
  classOf(collection: string, doc: StoredDocument): DataClass;
  /** the person under whose key a document is sealed */
  personOf(collection: string, doc: StoredDocument): string | undefined;
  /** the columns of a document that carries no `ix` of its own */
  columnsOf(collection: string, doc: StoredDocument): IndexRow;
  /** brings a document of an older schema version up to date */
  upcast(collection: string, doc: StoredDocument): StoredDocument;
}
