import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { lengthPrefixed, WireReader } from './wire.ts';

/** PKCS #8 and SubjectPublicKeyInfo frames of Ed25519 (RFC 8410): what stands before the 32 raw bytes. */
const PKCS8_FRAME = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_FRAME = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;
export const KEY_TYPE = 'ssh-ed25519';

/** A new Ed25519 private key as its 32-byte seed: the form in which the vault keeps it. */
export const newSigningKey = (): Uint8Array =>
  new Uint8Array(generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES));

/** The private key object of a 32-byte seed. @throws RangeError for any other length */
export const privateKeyOf = (seed: Uint8Array): KeyObject => {
  if (seed.length !== KEY_BYTES) throw new RangeError('an Ed25519 seed has 32 bytes');
  return createPrivateKey({ key: Buffer.concat([PKCS8_FRAME, seed]), format: 'der', type: 'pkcs8' });
};

/** The 32 raw bytes of the public key that belongs to a seed. */
export const publicBytesOf = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES));

/** The public key object of 32 raw bytes. */
export const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_FRAME, raw]), format: 'der', type: 'spki' });

/** The SSH wire form of a public key (RFC 8709): type and 32 bytes, each with its length. */
export const wireKey = (raw: Uint8Array): Buffer => Buffer.concat([lengthPrefixed(KEY_TYPE), lengthPrefixed(raw)]);

/** Reads the wire form strictly; undefined when anything is not exactly an Ed25519 key. */
export const readWireKey = (bytes: Uint8Array): Uint8Array | undefined => {
  const reader = new WireReader(bytes);
  const type = reader.string();
  const raw = reader.string();
  if (type?.toString('latin1') !== KEY_TYPE || raw?.length !== KEY_BYTES || !reader.atEnd) return undefined;
  return new Uint8Array(raw);
};

/** `ssh-ed25519 AAAA…`, without comment. */
export const openSshKey = (raw: Uint8Array): string => `${KEY_TYPE} ${wireKey(raw).toString('base64')}`;

/** The OpenSSH public key that belongs to a seed. */
export const openSshKeyOf = (seed: Uint8Array): string => openSshKey(publicBytesOf(seed));

/** Reads `ssh-ed25519 AAAA…` without comment, in the one spelling `openSshKey` writes; undefined otherwise. */
export const parseOpenSshKey = (text: string): Uint8Array | undefined => {
  const [type, body, ...rest] = text.split(' ');
  if (type !== KEY_TYPE || body === undefined || rest.length > 0) return undefined;
  const raw = readWireKey(Buffer.from(body, 'base64'));
  return raw !== undefined && openSshKey(raw) === text ? raw : undefined;
};
