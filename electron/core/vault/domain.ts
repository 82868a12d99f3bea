/** What the storage must know of Varco's documents: which key, which columns, which schema. */
import { caseCollections, CollectionName, documentSchemas, indexColumns, indexRow, personOf, type DocumentOf } from '../../../shared/domain/collections.ts';
import type { RxJsonSchema } from 'rxdb';
import type { DataClass } from './keys.ts';
import type { StoredDocument, StoreSpec } from './storage/spec.ts';
import { upcast } from './upcast.ts';

const names = CollectionName.options;

const asCollection = (name: string): CollectionName => CollectionName.parse(name);
const asDocument = (doc: StoredDocument): { readonly id: string; readonly type: string; readonly personId?: string } => ({ ...doc, type: doc.type ?? '' });

/** A document about a person is case data wherever it lies; so is everything in a case collection. */
const classOf = (name: string, doc: StoredDocument): DataClass => {
  const collection = asCollection(name);
  return caseCollections.has(collection) || personOf(collection, doc) !== undefined ? 'case' : 'office';
};

/** The collections with their columns, in the order records name them. */
export const vaultSpec: StoreSpec = {
  collections: names.map((name) => ({
    name,
    columns: indexColumns[name],
    classes: caseCollections.has(name) ? ['case'] : ['office', 'case'],
  })),
  columnsVersion: 5,
  classOf,
  personOf: (name, doc) => personOf(asCollection(name), doc),
  columnsOf: (_name, doc) => indexRow(asDocument(doc)),
  upcast,
};

/** Place of a collection in the spec. */
export const placeOf = (collection: CollectionName): number => names.indexOf(collection);

/**
 * A document as its schema says, ready to be sealed: unknown fields refused.
 * @throws TypeError naming collection and fields, never values
 */
export const validated = <C extends CollectionName>(collection: C, doc: unknown): DocumentOf<C> => {
  const result = documentSchemas[collection].safeParse(doc);
  if (result.success) return result.data as DocumentOf<C>;
  const fields = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new TypeError(`${collection}: no such document (${[...new Set(fields)].slice(0, 5).join(', ')})`);
};

/** RxDB's schema of a collection: the fields its documents may have, so that they can be read off an RxDocument. */
export const rxSchema = (collection: CollectionName): RxJsonSchema<StoredDocument> =>
  ({
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: {
      ...Object.fromEntries(fieldsOf(documentSchemas[collection]).map((field) => [field, {}])),
      id: { type: 'string', maxLength: 100 },
      type: { type: 'string' },
      personId: { type: 'string' },
      v: { type: 'number' },
      ix: { type: 'object', additionalProperties: true },
    },
    required: ['id'],
    additionalProperties: true,
  }) as unknown as RxJsonSchema<StoredDocument>;

const fieldsOf = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('shape' in schema && typeof schema.shape === 'object' && schema.shape !== null) return Object.keys(schema.shape);
  if ('options' in schema && Array.isArray(schema.options)) return [...new Set(schema.options.flatMap(fieldsOf))];
  return [];
};
