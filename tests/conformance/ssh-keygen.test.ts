import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newSigningKey, openSshKeyOf } from '../../electron/core/envelope/keys.ts';
import { allowedSigners, armour, keyFingerprint, NAMESPACE, signBlob, signFile, verifyFile } from '../../electron/core/envelope/sshsig.ts';
import { folderOfItsOwn, run } from './tools.ts';

const message = 'c0ffee  envelope.json\n';
const service = '0190a5b0-0000-7000-8000-000000000001';

const verify = (signature: string, seed: Uint8Array, options: { namespace?: string; message?: string; identity?: string } = {}) => {
  const folder = folderOfItsOwn();
  writeFileSync(join(folder, 'allowed_signers'), allowedSigners([{ serviceId: service, signingKey: openSshKeyOf(seed) }]));
  writeFileSync(join(folder, 'm.sig'), signature);
  const args = ['-Y', 'verify', '-f', 'allowed_signers', '-I', options.identity ?? service, '-n', options.namespace ?? NAMESPACE, '-s', 'm.sig'];
  return run('ssh-keygen', args, { cwd: folder, input: options.message ?? message }).code;
};

describe('our signatures at ssh-keygen', () => {
  const seed = newSigningKey();
  test('are good', () => expect(verify(signFile(Buffer.from(message), seed), seed)).toBe(0));
  test.each<[string, () => number]>([
    ['other bytes', () => verify(signFile(Buffer.from(message), seed), seed, { message: 'other' })],
    ['another namespace', () => verify(signFile(Buffer.from(message), seed), seed, { namespace: 'file' })],
    ['a namespace our line does not allow', () => verify(armour(signBlob(Buffer.from(message), seed, 'file')), seed, { namespace: 'file' })],
    ['another key', () => verify(signFile(Buffer.from(message), newSigningKey()), seed)],
    ['another service', () => verify(signFile(Buffer.from(message), seed), seed, { identity: '0190a5b0-0000-7000-8000-000000000002' })],
  ])('are refused for %s', (_, code) => expect(code()).not.toBe(0));
});

describe('signatures of ssh-keygen', () => {
  const folder = folderOfItsOwn();
  const make = (type: readonly string[], name: string, namespace: string = NAMESPACE): string => {
    expect(run('ssh-keygen', ['-q', '-t', ...type, '-N', '', '-C', '', '-f', name], { cwd: folder }).code).toBe(0);
    writeFileSync(join(folder, `${name}.txt`), message);
    expect(run('ssh-keygen', ['-q', '-Y', 'sign', '-f', name, '-n', namespace, `${name}.txt`], { cwd: folder }).code).toBe(0);
    return readFileSync(join(folder, `${name}.txt.sig`), 'utf8');
  };

  test('are good here, and name the same key with the same fingerprint', () => {
    const verdict = verifyFile(Buffer.from(message), make(['ed25519'], 'good'));
    const key = readFileSync(join(folder, 'good.pub'), 'utf8').trim();
    expect(verdict).toEqual({ state: 'valid', signingKey: key });
    expect(run('ssh-keygen', ['-l', '-f', 'good.pub'], { cwd: folder }).out).toContain(keyFingerprint(key));
  });

  test.each<[string, () => string]>([
    ['another namespace', () => make(['ed25519'], 'namespace', 'file')],
    ['an RSA key', () => make(['rsa', '-b', '2048'], 'rsa')],
    ['an ECDSA key', () => make(['ecdsa'], 'ecdsa')],
  ])('are no signatures here with %s', (_, signature) => {
    expect(verifyFile(Buffer.from(message), signature()).state).toBe('malformed');
  });
});
