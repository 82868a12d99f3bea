import { describe, expect, test } from 'vitest';
import { flipped } from '../../../tests/conformance/tools.ts';
import { newSigningKey, openSshKeyOf, parseOpenSshKey, openSshKey, wireKey } from './keys.ts';
import { allowedSigners, armour, dearmour, keyFingerprint, NAMESPACE, signBlob, signFile, verifyBlob, verifyFile } from './sshsig.ts';
import { lengthPrefixed } from './wire.ts';

const seed = newSigningKey();
const message = Buffer.from('tag manifest\n');

describe('signatures of envelopes', () => {
  test('hold for the bytes and key they were made with, and name that key', () => {
    expect(verifyFile(message, signFile(message, seed))).toEqual({ state: 'valid', signingKey: openSshKeyOf(seed) });
  });

  test('do not hold for other bytes', () => {
    expect(verifyFile(Buffer.from('tag manifest'), signFile(message, seed)).state).toBe('bad');
  });

  test('mean nothing under another namespace', () => {
    expect(verifyBlob(message, signBlob(message, seed, 'file')).state).toBe('malformed');
    expect(verifyBlob(message, signBlob(message, seed), 'file').state).toBe('malformed');
  });

  test('never hold with any single bit flipped', () => {
    const blob = signBlob(message, seed);
    // a flip inside the public key makes another key: its signature must be bad, never valid for a key that is ours
    const accepted = Array.from({ length: blob.length * 8 }, (_, bit) => bit).filter((bit) => verifyBlob(message, flipped(blob, bit >> 3, 1 << (bit & 7))).state === 'valid');
    expect(blob.length).toBe(6 + 4 + 4 + 51 + 4 + NAMESPACE.length + 4 + 4 + 6 + 4 + 83);
    expect(accepted).toEqual([]);
  }, 120_000);

  test('are refused at every shorter length and with anything behind them', () => {
    const blob = signBlob(message, seed);
    for (let length = 0; length < blob.length; length++) expect(verifyBlob(message, blob.subarray(0, length)).state).toBe('malformed');
    expect(verifyBlob(message, Buffer.concat([blob, Buffer.alloc(1)])).state).toBe('malformed');
  });

  const raw = parseOpenSshKey(openSshKeyOf(seed)) ?? new Uint8Array();
  const signature = signBlob(message, seed).subarray(-64);
  /** The blob put together by hand, so that its parts can be wrong while every outer length is right. */
  const byHand = (key: Uint8Array, wrapped: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from('SSHSIG\0\0\0\x01', 'latin1'),
      ...[key, Buffer.from(NAMESPACE), Buffer.alloc(0), Buffer.from('sha512'), wrapped].map(lengthPrefixed),
    ]);
  const wrap = (type: string, bytes: Uint8Array): Buffer => Buffer.concat([lengthPrefixed(type), lengthPrefixed(bytes)]);
  const more = Buffer.from('more');

  test.each<[string, Buffer, 'valid' | 'malformed']>([
    ['nothing wrong', byHand(wireKey(raw), wrap('ssh-ed25519', signature)), 'valid'],
    ['bytes behind the key', byHand(Buffer.concat([wireKey(raw), more]), wrap('ssh-ed25519', signature)), 'malformed'],
    ['bytes behind the signature', byHand(wireKey(raw), Buffer.concat([wrap('ssh-ed25519', signature), more])), 'malformed'],
    ['a longer signature', byHand(wireKey(raw), wrap('ssh-ed25519', Buffer.concat([signature, more]))), 'malformed'],
    ['another type of signature', byHand(wireKey(raw), wrap('ssh-rsa', signature)), 'malformed'],
    ['a shorter key', byHand(wireKey(raw.subarray(1)), wrap('ssh-ed25519', signature)), 'malformed'],
  ])('put together by hand with %s', (_, blob, state) => {
    expect(verifyBlob(message, blob).state).toBe(state);
  });

  test.each([
    ['no marks', signFile(message, seed).replace('BEGIN', 'BEGUN')],
    ['text in front', `x\n${signFile(message, seed)}`],
    ['base64 that is not canonical', signFile(message, seed).replace(/^(.{75,}?)\n/m, '$1!\n').replace('U1NI', 'U1N I')],
    ['empty', ''],
  ])('are malformed in an armour with %s', (_, text) => {
    expect(verifyFile(message, text).state).toBe('malformed');
  });

  test('survive the line ends of another system', () => {
    const blob = signBlob(message, seed);
    expect(dearmour(armour(blob).replaceAll('\n', '\r\n'))).toEqual(blob);
  });
});

describe('OpenSSH public keys', () => {
  test('are read back as written', () => {
    const raw = parseOpenSshKey(openSshKeyOf(seed));
    expect(raw && openSshKey(raw)).toBe(openSshKeyOf(seed));
    expect(keyFingerprint(openSshKeyOf(seed))).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
  });

  const body = openSshKeyOf(seed).slice('ssh-ed25519 '.length);
  test.each([
    ['another type', `ssh-rsa ${body}`],
    ['a comment', `ssh-ed25519 ${body} somebody`],
    ['another type inside', `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25510'), Buffer.from(body, 'base64').subarray(15)]).toString('base64')}`],
    ['bytes behind', `ssh-ed25519 ${Buffer.concat([Buffer.from(body, 'base64'), Buffer.alloc(3)]).toString('base64')}`],
    ['a shorter key', `ssh-ed25519 ${Buffer.from(body, 'base64').subarray(0, 50).toString('base64')}`],
    ['spaces in base64', `ssh-ed25519 ${body.slice(0, 10)}\n${body.slice(10)}`],
  ])('are refused with %s', (_, text) => {
    expect(parseOpenSshKey(text)).toBeUndefined();
  });

  test('stand in allowed_signers with the service and the one namespace', () => {
    expect(allowedSigners([{ serviceId: 'a', signingKey: openSshKeyOf(seed) }])).toBe(`a namespaces="varco-envelope-v1" ${openSshKeyOf(seed)}\n`);
  });
});
