/**
 * The few primitives of the keyring, all from node:crypto and all present in BoringSSL: AES-256-GCM, HKDF-SHA-256,
 * HMAC-SHA-256, SHA-256. Byte strings in, Buffers out; nobody else in the keyring calls a cipher.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** A fresh 256-bit key. */
export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** UTF-8 bytes of a context or label. */
export const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer => {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
};

/** Whether two byte strings are equal, in time that depends only on their lengths. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** HKDF-SHA-256 (RFC 5869): a key of `length` bytes for one named use. */
export const hkdf = (secret: Uint8Array, salt: Uint8Array, use: string | Uint8Array, length: number = KEY_BYTES): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, typeof use === 'string' ? utf8(use) : use, length));

/** AES-256-GCM under a nonce of the caller's: ciphertext ‖ 16-byte tag. Only for a key used once. */
export const encrypt = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, context: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(context);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** The reverse of `encrypt`; undefined when key, nonce, context or bytes are not those it was made with. */
export const decrypt = (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, context: Uint8Array): Buffer | undefined => {
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // the tag does not fit: the caller knows what that means
    return undefined;
  } finally {
    plain.fill(0);
  }
};

/** Seals with AES-256-GCM under a random nonce: nonce ‖ ciphertext ‖ tag. */
export const seal = (key: Uint8Array, plain: Uint8Array, context: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([nonce, encrypt(key, nonce, plain, context)]);
};

/** The reverse of `seal`; undefined when it does not open. */
export const unseal = (key: Uint8Array, sealed: Uint8Array, context: Uint8Array): Buffer | undefined =>
  sealed.length < NONCE_BYTES + TAG_BYTES ? undefined : decrypt(key, sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES), context);
