import { sign, verify } from 'node:crypto';
import { canonicalBytes } from '../canonical.ts';
import { parseOpenSshKey, privateKeyOf, publicKeyOf } from './keys.ts';

/** base64 Ed25519 signature over the canonical bytes of a value. */
export const signValue = (value: unknown, seed: Uint8Array): string =>
  sign(null, canonicalBytes(value), privateKeyOf(seed)).toString('base64');

/** Whether `signature` (base64) is by this OpenSSH key over the canonical bytes of `value`. */
export const verifyValue = (value: unknown, signature: string, openSsh: string): boolean => {
  const raw = parseOpenSshKey(openSsh);
  const bytes = Buffer.from(signature, 'base64');
  if (raw === undefined || bytes.toString('base64') !== signature) return false;
  return verify(null, canonicalBytes(value), publicKeyOf(raw), bytes);
};
