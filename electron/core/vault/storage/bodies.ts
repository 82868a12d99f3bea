import type { DataClass, VaultKeys } from '../keys.ts';
import { VaultError } from '../types.ts';
import type { Engine } from './engine.ts';
import { openRecord, readHeader, sealRecord, unmaskName, type RecordHeader, type RecordName } from './record.ts';
import { parseRevision, revisionText } from './revision.ts';
import { subkey } from './seal.ts';
import type { StoredDocument, StoreSpec } from './spec.ts';

/** What stands for an `ix` that is made again from the document when it is read. */
const DERIVED = 1;

/** Seals and opens the bodies of documents under the keys of their person or class. */
export class Bodies {
  readonly #spec: StoreSpec;
  readonly #vaultId: Buffer;
  readonly #keys: VaultKeys;
  readonly #records: Engine['records'];
  readonly #subkeys = new Map<string, Buffer>();

  constructor(spec: StoreSpec, vaultId: Buffer, keys: VaultKeys, records: Engine['records']) {
    this.#spec = spec;
    this.#vaultId = vaultId;
    this.#keys = keys;
    this.#records = records;
  }

  /** The record of a document. The person's key must be there already. `derived`: its `ix` need not be kept. */
  seal(number: number, collection: number, doc: StoredDocument, derived: boolean): Buffer {
    const name = this.#spec.collections[collection]?.name ?? '';
    const keyClass = this.#spec.classOf(name, doc);
    const { generation } = this.#keys.classKey(keyClass);
    const personId = this.#spec.personOf(name, doc);
    const person = personId === undefined ? undefined : this.#keys.personKey(personId);
    if (personId !== undefined && person === undefined) throw new VaultError('DAMAGED', { collection: name, what: 'key' });
    const { _rev, _deleted, _attachments, ix, ...rest } = doc;
    const body = Buffer.from(JSON.stringify(ix === undefined ? rest : { ...rest, ix: derived ? DERIVED : ix }));
    const record = sealRecord(
      { vaultId: this.#vaultId, number },
      { keyClass, schemaVersion: doc.v ?? 0, generation, personKeyId: person?.keyId },
      { collection, revision: parseRevision(_rev), deleted: _deleted },
      { body: person?.key ?? this.#subkey('record', keyClass, generation), mask: this.#subkey('mask', keyClass, generation) },
      body,
    );
    body.fill(0);
    return record;
  }

  /**
   * The document of an index row.
   * @throws VaultError ROLLED_BACK when an older ciphertext lies in its place, DAMAGED when the record does not open
   */
  open(number: number, name: RecordName, { columns }: { readonly columns: boolean }): StoredDocument {
    const collection = this.#spec.collections[name.collection]?.name ?? '';
    const record = this.#records.getBinary(number);
    const header = record === undefined ? undefined : readHeader(record);
    if (record === undefined || header === undefined) throw new VaultError('DAMAGED', { collection, what: record === undefined ? 'missing' : 'record' });
    const key = this.#bodyKey(header);
    if (key === undefined) throw new VaultError('DAMAGED', { collection, what: 'key' });
    const body = openRecord({ vaultId: this.#vaultId, number }, name, key, record);
    if (body === undefined) {
      const older = this.recover(number, record).document;
      throw new VaultError(older === undefined ? 'DAMAGED' : 'ROLLED_BACK', { collection, what: 'record' });
    }
    return this.#document(name, body, columns);
  }

  /**
   * For a repair: the document of a record without an index. `erased` when its person's key is gone: nothing to repair.
   */
  recover(number: number, record: Buffer): { readonly document?: StoredDocument; readonly collection?: number; readonly keyClass?: DataClass; readonly erased?: true } {
    const header = readHeader(record);
    if (header === undefined || !this.#keys.holds(header.keyClass)) return header === undefined ? {} : { keyClass: header.keyClass };
    const { keyClass } = header;
    const key = this.#bodyKey(header);
    if (key === undefined) return { keyClass, erased: true };
    const mask = this.#maskKey(header);
    if (mask === undefined) return { keyClass };
    const name = unmaskName({ vaultId: this.#vaultId, number }, mask, record);
    if (name === undefined || name.collection >= this.#spec.collections.length) return { keyClass };
    const body = openRecord({ vaultId: this.#vaultId, number }, name, key, record);
    return body === undefined ? { keyClass } : { keyClass, collection: name.collection, document: this.#document(name, body, true) };
  }

  close(): void {
    for (const key of this.#subkeys.values()) key.fill(0);
    this.#subkeys.clear();
  }

  #document(name: RecordName, body: Buffer, columns: boolean): StoredDocument {
    const collection = this.#spec.collections[name.collection]?.name ?? '';
    const text = body.toString('utf8');
    body.fill(0);
    const stored = JSON.parse(text) as StoredDocument & { ix?: unknown };
    const doc: StoredDocument = this.#spec.upcast(
      collection,
      Object.assign(stored, { _rev: revisionText(name.revision), _deleted: name.deleted, _attachments: {} }) as StoredDocument,
    );
    return columns && (stored.ix as unknown) === DERIVED ? Object.assign(doc, { ix: this.#spec.columnsOf(collection, doc) }) : doc;
  }

  #bodyKey(header: RecordHeader): Uint8Array | undefined {
    if (header.personKeyId !== undefined) return this.#keys.personKeyByKeyId(header.personKeyId)?.key;
    return this.#classSubkey('record', header);
  }

  #maskKey(header: RecordHeader): Uint8Array | undefined {
    return this.#classSubkey('mask', header);
  }

  /** Undefined for a generation that never was: a flipped bit in the header. */
  #classSubkey(purpose: 'record' | 'mask', header: RecordHeader): Buffer | undefined {
    try {
      return this.#subkey(purpose, header.keyClass, header.generation);
    } catch (error) {
      if (error instanceof VaultError && error.code === 'DAMAGED') return undefined;
      throw error;
    }
  }

  #subkey(purpose: 'record' | 'mask', keyClass: DataClass, generation: number): Buffer {
    const name = `${purpose}/${keyClass}/${generation}`;
    const known = this.#subkeys.get(name);
    if (known !== undefined) return known;
    const made = subkey(this.#keys.classKey(keyClass, generation).key, `${purpose}/${keyClass}`);
    this.#subkeys.set(name, made);
    return made;
  }
}
