import { decrypt, encrypt, hkdf, KEY_BYTES, NONCE_BYTES, utf8 } from './crypto.ts';
import { agree, newSecret, publicOf } from './curves.ts';

const PUBLIC_BYTES = 32;

/**
 * Seals bytes to the holder of an X25519 key: ephemeral public key ‖ AES-256-GCM. Key and nonce come from HKDF over
 * the shared secret, salted with both public keys and bound to `context` (what it is, whose, which generation), so a
 * box moved to another place does not open. A box says nothing of who made it: that is the chain's task.
 */
export const sealTo = (recipient: Uint8Array, plain: Uint8Array, context: string): Buffer | undefined => {
  const secret = newSecret();
  const ephemeral = publicOf('x25519', secret);
  const shared = agree(secret, recipient);
  secret.fill(0);
  if (shared === undefined) return undefined;
  const { key, nonce } = derive(shared, ephemeral, recipient, context);
  const sealed = Buffer.concat([ephemeral, encrypt(key, nonce, plain, utf8(context))]);
  key.fill(0);
  return sealed;
};

/** The reverse of `sealTo`; undefined when the box is not for this key or this context. */
export const openBox = (secret: Uint8Array, box: Uint8Array, context: string): Buffer | undefined => {
  const ephemeral = box.subarray(0, PUBLIC_BYTES);
  if (ephemeral.length !== PUBLIC_BYTES) return undefined;
  const shared = agree(secret, ephemeral);
  if (shared === undefined) return undefined;
  const { key, nonce } = derive(shared, ephemeral, publicOf('x25519', secret), context);
  const plain = decrypt(key, nonce, box.subarray(PUBLIC_BYTES), utf8(context));
  key.fill(0);
  return plain;
};

const derive = (shared: Buffer, ephemeral: Uint8Array, recipient: Uint8Array, context: string): { key: Buffer; nonce: Buffer } => {
  const bytes = hkdf(shared, Buffer.concat([ephemeral, recipient]), `varco/box/1 ${context}`, KEY_BYTES + NONCE_BYTES);
  shared.fill(0);
  return { key: bytes.subarray(0, KEY_BYTES), nonce: bytes.subarray(KEY_BYTES) };
};
