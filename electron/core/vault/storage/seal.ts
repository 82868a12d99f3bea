import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256-GCM with a random 96-bit nonce: the only cipher of the storage (BoringSSL has no other that fits). */
export const NONCE = 12;
export const TAG = 16;
const CIPHER = 'aes-256-gcm';

/** A key derived for one purpose, so that no key is used for two things. 32 bytes. */
export const subkey = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `varco/${purpose}/1`, 32));

/** HMAC-SHA-256 over the parts in their order. */
export const mac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer => {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
};

/** nonce · ciphertext · tag. `aad` is authenticated, not stored. */
export const seal = (key: Uint8Array, aad: Uint8Array, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE);
  return Buffer.concat([nonce, ...sealParts(key, nonce, aad, [plain])]);
};

/** Ciphertext pieces and the tag at the end, for callers that place the nonce themselves. */
export const sealParts = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Iterable<Uint8Array>): readonly Buffer[] => {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  cipher.setAAD(aad);
  const parts: Buffer[] = [];
  for (const piece of plain) parts.push(cipher.update(piece));
  cipher.final();
  parts.push(cipher.getAuthTag());
  return parts;
};

/** The plain bytes, or undefined when key, associated data or bytes are not those that were sealed. */
export const unseal = (key: Uint8Array, aad: Uint8Array, sealed: Buffer): Buffer | undefined =>
  sealed.length < NONCE + TAG ? undefined : unsealParts(key, sealed.subarray(0, NONCE), aad, sealed.subarray(NONCE));

/** As `unseal`, with the nonce apart: `body` is ciphertext · tag. */
export const unsealParts = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, body: Buffer): Buffer | undefined => {
  if (body.length < TAG) return undefined;
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  decipher.setAAD(aad);
  decipher.setAuthTag(body.subarray(body.length - TAG));
  const plain = decipher.update(body.subarray(0, body.length - TAG));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
};
