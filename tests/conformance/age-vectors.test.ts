import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { armor } from 'age-encryption';
import * as vectors from 'cctv-age';
import { describe, expect, test } from 'vitest';
import { decrypt, type AgeKey } from '../../electron/core/envelope/age.ts';
import { EnvelopeError } from '../../electron/core/envelope/error.ts';

/** One of the community's public test vectors: a text header, an empty line, an age file. */
const parse = (bytes: Uint8Array) => {
  const file = Buffer.from(bytes);
  const end = file.indexOf('\n\n');
  const fields = file.subarray(0, end).toString().split('\n').map((line) => line.split(': ', 2) as [string, string]);
  const all = (name: string): string[] => fields.filter(([key]) => key === name).map(([, value]) => value);
  const body = file.subarray(end + 2);
  return {
    expected: all('expect').join(),
    payload: all('payload')[0],
    identities: all('identity'),
    passphrases: all('passphrase'),
    armoured: all('armored')[0] === 'yes',
    body: all('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  };
};

const all = Object.entries((vectors as { default?: Record<string, Uint8Array> }).default ?? vectors).filter(([, bytes]) => bytes instanceof Uint8Array);

/** What our `decrypt` may answer for each kind of failure that the vectors name. */
const codes: Readonly<Record<string, readonly string[]>> = {
  'no match': ['NOT_FOR_US', 'WRONG_PASSPHRASE', 'PASSPHRASE_NEEDED'],
  'HMAC failure': ['DAMAGED', 'TRUNCATED'],
  'header failure': ['DAMAGED', 'TRUNCATED', 'NOT_AGE', 'PASSPHRASE_NEEDED'],
  'payload failure': ['DAMAGED', 'TRUNCATED'],
};

test('the public vectors are all there', () => {
  expect(all.length).toBeGreaterThanOrEqual(143);
});

describe('the public age vectors, through the function that opens envelopes', () => {
  test.each(all)(
    '%s',
    async (_, bytes) => {
      const { expected, payload, identities, passphrases, armoured, body } = parse(bytes);
      const key: AgeKey = passphrases[0] === undefined ? { identities } : { passphrase: passphrases[0] };
      if (armoured && expected === 'armor failure') {
        expect(() => armor.decode(body.toString('latin1'))).toThrow();
        return;
      }
      const open = async () => decrypt(armoured ? armor.decode(body.toString('latin1')) : body, key);
      if (expected === 'success') {
        expect(createHash('sha256').update(await open()).digest('hex')).toBe(payload);
        return;
      }
      const error = await open().catch((reason: unknown) => reason);
      if (armoured && !(error instanceof EnvelopeError)) return expect(error).toBeInstanceOf(Error);
      expect(error).toBeInstanceOf(EnvelopeError);
      expect(codes[expected]).toContain((error as EnvelopeError).code);
    },
    120_000,
  );
});
