/** X25519 and Ed25519 of node:crypto on raw 32-byte keys. The DER prefixes are those of RFC 8410. */
import { createPrivateKey, createPublicKey, diffieHellman, randomBytes, sign, verify, type KeyObject } from 'node:crypto';

export type Curve = 'x25519' | 'ed25519';

const PRIVATE_PREFIX: Readonly<Record<Curve, Buffer>> = {
  x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
  ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
};
const PUBLIC_PREFIX: Readonly<Record<Curve, Buffer>> = {
  x25519: Buffer.from('302a300506032b656e032100', 'hex'),
  ed25519: Buffer.from('302a300506032b6570032100', 'hex'),
};

const privateObject = (curve: Curve, secret: Uint8Array): KeyObject => {
  const der = Buffer.concat([PRIVATE_PREFIX[curve], secret]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
};

const publicObject = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX[curve], raw]), format: 'der', type: 'spki' });

/** 32 random bytes are a private key of either curve. */
export const newSecret = (): Buffer => randomBytes(32);

/** The 32-byte public key of a private one. */
export const publicOf = (curve: Curve, secret: Uint8Array): Buffer =>
  createPublicKey(privateObject(curve, secret)).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX[curve].length);

/** X25519 (RFC 7748). Undefined when the other key is of low order, so that the result would be zero. */
export const agree = (secret: Uint8Array, theirs: Uint8Array): Buffer | undefined => {
  try {
    const shared = diffieHellman({ privateKey: privateObject('x25519', secret), publicKey: publicObject('x25519', theirs) });
    return shared.every((byte) => byte === 0) ? undefined : shared;
  } catch {
    return undefined;
  }
};

/** Ed25519 (RFC 8032): 64 bytes. */
export const signBytes = (secret: Uint8Array, bytes: Uint8Array): Buffer => sign(null, bytes, privateObject('ed25519', secret));

/** Whether an Ed25519 signature is good; a malformed key or signature is simply not. */
export const isSigned = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return verify(null, bytes, publicObject('ed25519', publicKey), signature);
  } catch {
    return false;
  }
};
