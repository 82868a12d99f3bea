import { argon2id as referenceArgon2id } from '@noble/hashes/argon2.js';
import { describe, expect, it } from 'vitest';
import { openBox, sealTo } from './box.ts';
import { decrypt, encrypt, hkdf, hmac, seal, unseal } from './crypto.ts';
import { agree, isSigned, newSecret, publicOf, signBytes } from './curves.ts';
import { runWorker } from '../../workers.ts';
import type { Argon2Job } from './argon2.ts';
import { KDF, isCostEnough, stretch } from './password.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
const argon2 = async (job: Argon2Job): Promise<string> => Buffer.from(await runWorker<Uint8Array>('argon2', job)).toString('hex');

describe('Argon2id', () => {
  // The library takes no associated data, so the vector of the RFC proves a second implementation, which then proves ours.
  it('of the second implementation follows RFC 9106 §5.3', () => {
    const tag = referenceArgon2id(Buffer.alloc(32, 1), Buffer.alloc(16, 2), { t: 3, m: 32, p: 4, key: Buffer.alloc(8, 3), personalization: Buffer.alloc(12, 4), version: 0x13, dkLen: 32 });
    expect(Buffer.from(tag).toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it.each([
    [65_536, 2, 'password', 'somesalt', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [256, 2, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [65_536, 1, 'password', 'somesalt', 'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98'],
    [65_536, 4, 'password', 'somesalt', '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c'],
    [65_536, 2, 'differentpassword', 'somesalt', '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde'],
    [65_536, 2, 'password', 'diffsalt', 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c'],
  ])('of the worker follows the vectors of the reference implementation: %i KiB, %i passes, %s, %s', async (memoryKiB, passes, password, salt, expected) => {
    expect(await argon2({ password: Buffer.from(password), salt: Buffer.from(salt), memoryKiB, passes, lanes: 1 })).toBe(expected);
  });

  it.each([
    [32, 3, 4],
    [64, 1, 1],
    [1024, 2, 2],
  ])('of the worker agrees with the second implementation: %i KiB, %i passes, %i lanes', async (memoryKiB, passes, lanes) => {
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
  // NIST SP 800-38D validation, McGrew and Viega test cases 13 to 16
  const key = hex('feffe9928665731c6d6a8f9467308308 feffe9928665731c6d6a8f9467308308');
  const plain = hex('d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255');
  const cipher = '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad';
  it.each([
    ['13', Buffer.alloc(32), Buffer.alloc(12), Buffer.alloc(0), Buffer.alloc(0), '530f8afbc74536b9a963b4f1c4cb738b'],
    ['14', Buffer.alloc(32), Buffer.alloc(12), Buffer.alloc(16), Buffer.alloc(0), 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919'],
    ['15', key, hex('cafebabefacedbaddecaf888'), plain, Buffer.alloc(0), `${cipher}b094dac5d93471bdec1a502270e3cc6c`],
    [
      '16',
      key,
      hex('cafebabefacedbaddecaf888'),
      plain.subarray(0, 60),
      hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      `${cipher.slice(0, 120)}76fc6ece0f4e1768cddf8853bb2d551b`,
    ],
  ])('follows test case %s', (_, secret, nonce, text, aad, expected) => {
    expect(encrypt(secret, nonce, text, aad).toString('hex')).toBe(expected);
    expect(decrypt(secret, nonce, hex(expected), aad)).toEqual(text);
  });

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

describe('HKDF-SHA-256 and HMAC-SHA-256', () => {
  it.each([
    ['A.1', Buffer.alloc(22, 0x0b), '000102030405060708090a0b0c', 'f0f1f2f3f4f5f6f7f8f9', '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865'],
    ['A.3', Buffer.alloc(22, 0x0b), '', '', '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'],
  ])('follow RFC 5869 appendix %s', (_, secret, salt, info, expected) => {
    expect(hkdf(secret, hex(salt), hex(info), 42).toString('hex')).toBe(expected);
  });

  it('follow RFC 4231 test case 2', () => {
    expect(hmac(Buffer.from('Jefe'), Buffer.from('what do ya want '), Buffer.from('for nothing?')).toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });
});

describe('Ed25519', () => {
  it.each([
    ['1', '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '', 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['2', '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72', '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
    ['3', 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7', 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82', '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ])('follows RFC 8032 §7.1 test %s', (_, secret, publicKey, message, signature) => {
    expect(publicOf('ed25519', hex(secret)).toString('hex')).toBe(publicKey);
    expect(signBytes(hex(secret), hex(message)).toString('hex')).toBe(signature);
    expect(isSigned(hex(publicKey), hex(message), hex(signature))).toBe(true);
    expect(isSigned(hex(publicKey), hex(`${message}00`), hex(signature))).toBe(false);
  });

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
  const alice = '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a';
  const alicePublic = '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a';
  const bob = '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb';
  const bobPublic = 'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f';
  it.each([
    ['Alice', alice, alicePublic, bobPublic],
    ['Bob', bob, bobPublic, alicePublic],
  ])('follows RFC 7748 §6.1 for %s', (_, secret, own, theirs) => {
    expect(publicOf('x25519', hex(secret)).toString('hex')).toBe(own);
    expect(agree(hex(secret), hex(theirs))?.toString('hex')).toBe('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742');
  });

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
