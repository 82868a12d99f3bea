import { randomBytes } from 'node:crypto';
import { VaultError } from '../types.ts';
import { sha256, utf8 } from './crypto.ts';

/** Crockford's base32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 20;
const SECRET_CHARS = 32;
const CHECK_CHARS = 4;
const GROUP = 4;

const toBase32 = (bytes: Uint8Array): string => {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((value >> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return text;
};

const fromBase32 = (text: string): Buffer => {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const char of text) {
    value = (value << 5) | ALPHABET.indexOf(char);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
    }
    value &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
};

const checkOf = (secret: Uint8Array): string => toBase32(sha256(utf8('varco/recovery-code/1'), secret)).slice(0, CHECK_CHARS);

/** A new recovery secret (160 bits) and the code to print: nine groups of four, the last one a check. */
export const newRecoveryCode = (): { readonly secret: Buffer; readonly code: string } => {
  const secret = randomBytes(SECRET_BYTES);
  return { secret, code: codeOf(secret) };
};

export const codeOf = (secret: Uint8Array): string =>
  (toBase32(secret) + checkOf(secret)).match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? '';

/**
 * Reads a code as a person types it: any case, with or without hyphens and spaces, O for 0 and I or L for 1.
 * @returns the 20 secret bytes
 * @throws VaultError WRONG_RECOVERY_CODE with `reason: 'MISTYPED'`: no such code was ever printed, look at the paper again
 */
export const parseRecoveryCode = (typed: string): Buffer => {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const wellFormed = text.length === SECRET_CHARS + CHECK_CHARS && [...text].every((char) => ALPHABET.includes(char));
  const secret = wellFormed ? fromBase32(text.slice(0, SECRET_CHARS)) : undefined;
  if (secret === undefined || checkOf(secret) !== text.slice(SECRET_CHARS)) {
    throw new VaultError('WRONG_RECOVERY_CODE', { reason: 'MISTYPED' });
  }
  return secret;
};
