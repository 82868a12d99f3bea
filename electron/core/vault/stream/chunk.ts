import { NONCE_BYTES, TAG_BYTES } from '../keyring/crypto.ts';

/** Plain bytes of every chunk but the last. */
export const CHUNK_BYTES = 256 * 1024;
/** number 4 · last 1 · length 4 */
export const HEAD_BYTES = 9;
/** A stream ends before its chunks have no number any more. */
export const LAST_NUMBER = 0xffff_ffff;

export interface ChunkHead {
  readonly number: number;
  readonly last: boolean;
  /** bytes of ciphertext and tag */
  readonly length: number;
}

export const headBytes = ({ number, last, length }: ChunkHead): Buffer => {
  const bytes = Buffer.alloc(HEAD_BYTES);
  bytes.writeUInt32LE(number, 0);
  bytes[4] = last ? 1 : 0;
  bytes.writeUInt32LE(length, 5);
  return bytes;
};

/** Undefined when no chunk can have this head. */
export const parseHead = (bytes: Buffer): ChunkHead | undefined => {
  const length = bytes.readUInt32LE(5);
  const last = bytes[4];
  if ((last !== 0 && last !== 1) || length < TAG_BYTES || length > CHUNK_BYTES + TAG_BYTES) return undefined;
  return { number: bytes.readUInt32LE(0), last: last === 1, length };
};

/** Counts, so that it never comes twice under one key; the last chunk is another one than the same number in the middle. */
export const nonceOf = (number: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32LE(number, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = last ? 1 : 0;
  return nonce;
};
