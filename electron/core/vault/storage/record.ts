/**
 * One document as it lies in the store.
 *
 *   format 1 · class 1 · schema version 2 · generation 4 · person key id 16 · nonce 12 · masked name 32 · ciphertext · tag 16
 *
 * All of it is authenticated together with the vault, the record's own number, collection, revision and state: a body
 * moved to another place, or an older one put back, does not open. The clear part says which key opens it and nothing
 * about whom it concerns. The masked name (collection, state, revision, under a one-time mask) lets a repair read a
 * record without the index; ordinary reading takes those from the index instead and so notices an older ciphertext.
 */
import { randomBytes } from 'node:crypto';
import { NONCE, mac, sealParts, unsealParts } from './seal.ts';
import type { DataClass } from '../keys.ts';
import type { Revision } from './revision.ts';

const FORMAT = 1;
const KEY_ID = 16;
const NAME = 32;
const CLEAR = 8 + KEY_ID + NONCE;
const HEADER = CLEAR + NAME;
const CLASSES: readonly DataClass[] = ['office', 'case'];
const NO_PERSON = Buffer.alloc(KEY_ID);

/** What the index knows of a record, and what the record is bound to. */
export interface RecordName {
  /** place of the collection in the store's list */
  readonly collection: number;
  readonly revision: Revision;
  readonly deleted: boolean;
}

export interface RecordHeader {
  readonly keyClass: DataClass;
  readonly schemaVersion: number;
  readonly generation: number;
  /** undefined: sealed under the class key */
  readonly personKeyId: Buffer | undefined;
}

/** Keys of one record: the body's own (person or class), and the class's mask for the name. */
export interface RecordKeys {
  readonly body: Uint8Array;
  readonly mask: Uint8Array;
}

/** Where a record lies; part of what it is bound to. */
export interface RecordPlace {
  readonly vaultId: Buffer;
  readonly number: number;
}

export const sealRecord = (place: RecordPlace, header: RecordHeader, name: RecordName, keys: RecordKeys, body: Buffer): Buffer => {
  const head = Buffer.alloc(HEADER);
  head[0] = FORMAT;
  head[1] = CLASSES.indexOf(header.keyClass);
  head.writeUInt16LE(header.schemaVersion, 2);
  head.writeUInt32LE(header.generation, 4);
  (header.personKeyId ?? NO_PERSON).copy(head, 8, 0, KEY_ID);
  randomBytes(NONCE).copy(head, 8 + KEY_ID);
  const plainName = nameBytes(name);
  xorInto(head.subarray(CLEAR), plainName, maskOf(place, head, keys.mask));
  return Buffer.concat([head, ...sealParts(keys.body, nonceOf(head), bound(place, head, plainName), [body])]);
};

/** The clear part of a record, or undefined when these bytes are none. */
export const readHeader = (record: Buffer): RecordHeader | undefined => {
  if (record.length < HEADER || record[0] !== FORMAT) return undefined;
  const keyClass = CLASSES[record[1] ?? CLASSES.length];
  if (keyClass === undefined) return undefined;
  const keyId = record.subarray(8, 8 + KEY_ID);
  return {
    keyClass,
    schemaVersion: record.readUInt16LE(2),
    generation: record.readUInt32LE(4),
    personKeyId: keyId.equals(NO_PERSON) ? undefined : keyId,
  };
};

/** The body, or undefined when the record is not exactly the one named. */
export const openRecord = (place: RecordPlace, name: RecordName, bodyKey: Uint8Array, record: Buffer): Buffer | undefined =>
  unsealParts(bodyKey, nonceOf(record), bound(place, record, nameBytes(name)), record.subarray(HEADER));

/**
 * For a repair: what the record says of itself, true only if `openRecord` with it succeeds. Undefined when these bytes
 * cannot be a name: a bit of it was flipped.
 */
export const unmaskName = (place: RecordPlace, mask: Uint8Array, record: Buffer): RecordName | undefined => {
  const plain = Buffer.alloc(NAME);
  xorInto(plain, record.subarray(CLEAR, HEADER), maskOf(place, record, mask));
  const length = plain[6] ?? 0;
  const token = plain.toString('utf8', 7, 7 + length);
  // bytes that are no text become longer ones when they are read
  if (length > NAME - 7 || Buffer.byteLength(token) !== length) return undefined;
  return { collection: plain[0] ?? 0, deleted: plain[1] === 1, revision: { height: plain.readUInt32LE(2), token } };
};

/** @throws RangeError when the revision's token is longer than 25 bytes: RxDB's have ten */
const nameBytes = (name: RecordName): Buffer => {
  const bytes = Buffer.alloc(NAME);
  const length = Buffer.byteLength(name.revision.token);
  if (length > NAME - 7) throw new RangeError('revision token too long');
  bytes[0] = name.collection;
  bytes[1] = name.deleted ? 1 : 0;
  bytes.writeUInt32LE(name.revision.height, 2);
  bytes[6] = length;
  bytes.write(name.revision.token, 7);
  return bytes;
};

const nonceOf = (record: Buffer): Buffer => record.subarray(8 + KEY_ID, CLEAR);

const numberBytes = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const maskOf = (place: RecordPlace, record: Buffer, mask: Uint8Array): Buffer =>
  mac(mask, place.vaultId, numberBytes(place.number), nonceOf(record));

/** vault · number · everything before the ciphertext · name in clear: one buffer, because every read makes one */
const bound = (place: RecordPlace, record: Buffer, name: Buffer): Buffer => {
  const { vaultId, number } = place;
  const bytes = Buffer.allocUnsafe(vaultId.length + 4 + HEADER + NAME);
  vaultId.copy(bytes);
  bytes.writeUInt32LE(number, vaultId.length);
  record.copy(bytes, vaultId.length + 4, 0, HEADER);
  name.copy(bytes, vaultId.length + 4 + HEADER);
  return bytes;
};

const xorInto = (target: Buffer, bytes: Buffer, mask: Buffer): void => {
  for (let index = 0; index < NAME; index += 1) target[index] = (bytes[index] ?? 0) ^ (mask[index] ?? 0);
};
