import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The RFC 8785 bytes of a JSON value: the same value always gives the same bytes. @throws TypeError for what is not JSON */
export const canonicalBytes = (value: unknown): Buffer => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return Buffer.from(text, 'utf8');
};

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 (hex) over the canonical bytes of a JSON value. */
export const canonicalHash = (value: unknown): string => sha256Hex(canonicalBytes(value));
