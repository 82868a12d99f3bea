/** The functions that seal and sign in the product, put to the published vectors: the same list in Node and inside Electron. */
import { sign, verify } from 'node:crypto';
import { argon2id as secondArgon2id } from '@noble/hashes/argon2.js';
import { argon2id as libraryArgon2id } from 'hash-wasm';
import { privateKeyOf, publicBytesOf, publicKeyOf } from '../../electron/core/envelope/keys.ts';
import { argon2 } from '../../electron/core/vault/keyring/argon2.ts';
import { decrypt, encrypt, hkdf, hmac } from '../../electron/core/vault/keyring/crypto.ts';
import { agree, isSigned, publicOf, signBytes } from '../../electron/core/vault/keyring/curves.ts';
import { stretch } from '../../electron/core/vault/keyring/password.ts';
import { mac, sealParts, subkey, unsealParts } from '../../electron/core/vault/storage/seal.ts';
import { AES_256_GCM, ARGON2ID_REFERENCE, ARGON2ID_RFC, ED25519, HKDF_SHA_256, HMAC_SHA_256, X25519, X25519_PUBLIC, X25519_STEPS } from './crypto-vectors.ts';

export interface CryptoCheck {
  readonly name: string;
  /** what the source says, hexadecimal */
  readonly expected: string;
  readonly found: () => Promise<string>;
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const hexOf = (value: Uint8Array | undefined): string => (value === undefined ? 'refused' : Buffer.from(value).toString('hex'));
const check = (name: string, expected: string, found: () => Uint8Array | undefined | Promise<Uint8Array>): CryptoCheck => ({ name, expected, found: async () => hexOf(await found()) });
const turned = (value: Buffer): Buffer => {
  const copy = Buffer.from(value);
  copy.writeUInt8(copy.readUInt8(copy.length - 1) ^ 1, copy.length - 1);
  return copy;
};
const said = (yes: boolean): Buffer => Buffer.from([yes ? 1 : 0]);

const aes = AES_256_GCM.flatMap(({ name, sealed, ...hex }) => {
  const [key, nonce, plain, aad, whole] = [bytes(hex.key), bytes(hex.nonce), bytes(hex.plain), bytes(hex.aad), bytes(sealed)];
  return [
    check(`AES-256-GCM, test case ${name}: the keyring seals`, sealed, () => encrypt(key, nonce, plain, aad)),
    check(`AES-256-GCM, test case ${name}: the keyring opens`, hex.plain, () => decrypt(key, nonce, whole, aad)),
    check(`AES-256-GCM, test case ${name}: the keyring refuses another tag`, 'refused', () => decrypt(key, nonce, turned(whole), aad)),
    check(`AES-256-GCM, test case ${name}: the store seals`, sealed, () => Buffer.concat(sealParts(key, nonce, aad, [plain]))),
    check(`AES-256-GCM, test case ${name}: the store opens`, hex.plain, () => unsealParts(key, nonce, aad, whole)),
    check(`AES-256-GCM, test case ${name}: the store refuses another tag`, 'refused', () => unsealParts(key, nonce, aad, turned(whole))),
  ];
});

const derivation = [
  ...HKDF_SHA_256.map(({ name, secret, salt, info, okm }) => check(`HKDF-SHA-256, RFC 5869 ${name}`, okm, () => hkdf(bytes(secret), bytes(salt), bytes(info), okm.length / 2))),
  check('HKDF-SHA-256: the store derives as the keyring does', hexOf(hkdf(bytes('0b'.repeat(32)), Buffer.alloc(0), 'varco/record/case/1')), () => subkey(bytes('0b'.repeat(32)), 'record/case')),
  ...HMAC_SHA_256.flatMap(({ name, key, data, mac: expected }) => [
    check(`HMAC-SHA-256, RFC 4231 ${name}: of the keyring`, expected, () => hmac(bytes(key), bytes(data).subarray(0, 3), bytes(data).subarray(3))),
    check(`HMAC-SHA-256, RFC 4231 ${name}: of the store`, expected, () => mac(bytes(key), bytes(data).subarray(0, 3), bytes(data).subarray(3))),
  ]),
];

const signatures = ED25519.flatMap(({ name, secret, publicKey, message, signature }) => [
  check(`Ed25519, RFC 8032 ${name}: the public key`, publicKey, () => publicOf('ed25519', bytes(secret))),
  check(`Ed25519, RFC 8032 ${name}: the signature`, signature, () => signBytes(bytes(secret), bytes(message))),
  check(`Ed25519, RFC 8032 ${name}: is good`, '01', () => said(isSigned(bytes(publicKey), bytes(message), bytes(signature)))),
  check(`Ed25519, RFC 8032 ${name}: is good for nothing else`, '00', () => said(isSigned(bytes(publicKey), bytes(`${message}00`), bytes(signature)))),
  check(`Ed25519, RFC 8032 ${name}: changed, is not good`, '00', () => said(isSigned(bytes(publicKey), bytes(message), turned(bytes(signature))))),
  check(`Ed25519, RFC 8032 ${name}: the public key of an envelope's signer`, publicKey, () => publicBytesOf(bytes(secret))),
  check(`Ed25519, RFC 8032 ${name}: the signature of an envelope's signer`, signature, () => sign(null, bytes(message), privateKeyOf(bytes(secret)))),
  check(`Ed25519, RFC 8032 ${name}: is good for an envelope`, '01', () => said(verify(null, bytes(message), publicKeyOf(bytes(publicKey)), bytes(signature)))),
]);

/** RFC 7748, section 5.2: the result becomes the secret, the secret the other key. */
const iterated = (steps: number): Buffer | undefined => {
  let secret: Buffer = bytes(`09${'00'.repeat(31)}`);
  let theirs: Buffer = secret;
  for (let step = 0; step < steps; step += 1) {
    const shared = agree(secret, theirs);
    if (shared === undefined) return undefined;
    [theirs, secret] = [secret, shared];
  }
  return secret;
};

const agreement = [
  ...X25519.map(({ name, secret, theirs, shared }) => check(`X25519, RFC 7748 ${name}: the agreement`, shared, () => agree(bytes(secret), bytes(theirs)))),
  ...X25519_PUBLIC.map(({ name, secret, publicKey }) => check(`X25519, RFC 7748 ${name}: the public key`, publicKey, () => publicOf('x25519', bytes(secret)))),
  ...X25519_STEPS.map(({ steps, result }) => check(`X25519, RFC 7748 5.2: after ${steps} steps`, result, () => iterated(steps))),
];

/**
 * The library takes a secret but no associated data, which the RFC's vector has. So the vector proves a second implementation,
 * and with the same parameters that one proves the library; the reference implementation's list then proves the product's own
 * function and, where it costs something, the worker it runs in.
 */
const { password, salt, secret, associated, memoryKiB, passes, lanes } = ARGON2ID_RFC;
const second = (data?: Uint8Array): Uint8Array =>
  secondArgon2id(bytes(password), bytes(salt), { t: passes, m: memoryKiB, p: lanes, key: bytes(secret), version: 0x13, dkLen: 32, ...(data === undefined ? {} : { personalization: data }) });
const hashing = [
  check('Argon2id, RFC 9106 5.3: the second implementation', ARGON2ID_RFC.tag, () => second(bytes(associated))),
  check('Argon2id, RFC 9106 5.3 without associated data: the library as the second implementation', hexOf(second()), () =>
    libraryArgon2id({ password: bytes(password), salt: bytes(salt), secret: bytes(secret), memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' }),
  ),
  ...ARGON2ID_REFERENCE.map(({ tag, ...job }) =>
    check(`Argon2id, reference implementation, ${job.memoryKiB} KiB, ${job.passes} passes, ${job.password}, ${job.salt}: a password`, tag, () =>
      stretch(job.password, Buffer.from(job.salt), { name: 'argon2id', memoryKiB: job.memoryKiB, passes: job.passes, lanes: 1 }),
    ),
  ),
  check('Argon2id, reference implementation: without a worker', ARGON2ID_REFERENCE[1].tag, () => argon2({ password: Buffer.from('password'), salt: Buffer.from('somesalt'), memoryKiB: 256, passes: 2, lanes: 1 })),
];

export const CRYPTO_CHECKS: readonly CryptoCheck[] = [...aes, ...derivation, ...signatures, ...agreement, ...hashing];
