import { argon2id as referenceArgon2id } from '@noble/hashes/argon2.js';
import { describe, expect, it } from 'vitest';
import { CRYPTO_CHECKS } from '../../../../tests/conformance/crypto-checks.ts';
import { openBox, sealTo } from './box.ts';
import { seal, unseal } from './crypto.ts';
import { agree, isSigned, newSecret, publicOf } from './curves.ts';
import { runWorker } from '../../workers.ts';
import type { Argon2Job } from './argon2.ts';
import { KDF, isCostEnough, stretch } from './password.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
const argon2 = async (job: Argon2Job): Promise<string> => Buffer.from(await runWorker<Uint8Array>('argon2', job)).toString('hex');

describe('the published vectors, put to the functions of the product', () => {
  it.each(CRYPTO_CHECKS)('$name', async ({ found, expected }) => {
    expect(await found()).toBe(expected);
  });
});

describe('Argon2id', () => {
  it.each([
    [32, 3, 4],
    [64, 1, 1],
    [1024, 2, 2],
  ])('of the worker agrees with a second implementation: %i KiB, %i passes, %i lanes', async (memoryKiB, passes, lanes) => {
    const salt = Buffer.alloc(16, 9);
    const expected = referenceArgon2id(Buffer.from('ș'), salt, { t: passes, m: memoryKiB, p: lanes, dkLen: 32 });
    expect(await argon2({ password: Buffer.from('ș'), salt, memoryKiB, passes, lanes })).toBe(Buffer.from(expected).toString('hex'));
  });

  it('is never cheaper than 64 MiB and three passes, unless in a demo', async () => {
    expect(KDF).toEqual({ name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 });
    expect(isCostEnough(KDF, false)).toBe(true);
    for (const cheaper of [{ memoryKiB: 65_535 }, { passes: 2 }]) expect(isCostEnough({ ...KDF, ...cheaper }, false)).toBe(false);
    expect(isCostEnough({ ...KDF, memoryKiB: 64, passes: 1 }, true)).toBe(true);
    await expect(stretch('', Buffer.alloc(16), KDF)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  });
});

describe('AES-256-GCM', () => {
  const key = Buffer.alloc(32, 5);
  const plain = Buffer.from('what is sealed');
  it('opens nothing that was changed, cut, or sealed for another place or key', () => {
    const sealed = seal(key, plain, Buffer.from('here'));
    expect(unseal(key, sealed, Buffer.from('here'))).toEqual(plain);
    expect(unseal(key, sealed, Buffer.from('there'))).toBeUndefined();
    expect(unseal(Buffer.alloc(32), sealed, Buffer.from('here'))).toBeUndefined();
    for (let cut = 0; cut < sealed.length; cut += 1) expect(unseal(key, sealed.subarray(0, cut), Buffer.from('here'))).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x80, at);
      expect(unseal(key, changed, Buffer.from('here'))).toBeUndefined();
    }
  });
});

describe('Ed25519', () => {
  it.each([
    ['no key', Buffer.alloc(0), Buffer.alloc(64)],
    ['no signature', Buffer.alloc(32, 9), Buffer.alloc(0)],
    ['a long signature', Buffer.alloc(32, 9), Buffer.alloc(65)],
    ['a key that is no point', Buffer.alloc(32, 0xff), Buffer.alloc(64)],
  ])('takes %s for not signed', (_, key, signature) => {
    expect(isSigned(key, Buffer.from('x'), signature)).toBe(false);
  });
});

describe('X25519', () => {
  it.each([
    ['zero', Buffer.alloc(32)],
    ['one', Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])],
    ['a point of order eight', hex('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800')],
    ['too short a key', Buffer.alloc(31, 5)],
  ])('agrees on nothing with %s', (_, theirs) => {
    expect(agree(newSecret(), theirs)).toBeUndefined();
    expect(sealTo(theirs, Buffer.from('x'), 'c')).toBeUndefined();
  });
});

describe('a box', () => {
  const secret = newSecret();
  const other = newSecret();
  const make = () => sealTo(publicOf('x25519', secret), Buffer.from('key'), 'case/1') ?? Buffer.alloc(0);

  it('opens to its holder, for what it was made for, and to nobody else', () => {
    const box = make();
    expect(openBox(secret, box, 'case/1')?.toString()).toBe('key');
    expect(openBox(other, box, 'case/1')).toBeUndefined();
    expect(openBox(secret, box, 'case/2')).toBeUndefined();
  });

  it('does not open changed or cut anywhere', () => {
    const box = make();
    for (let at = 0; at < box.length; at += 1) {
      const changed = Buffer.from(box);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(openBox(secret, changed, 'case/1')).toBeUndefined();
      expect(openBox(secret, box.subarray(0, at), 'case/1')).toBeUndefined();
    }
  });
});
