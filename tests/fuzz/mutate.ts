import { changedJson } from './mutate-json.ts';
import type { Random } from './random.ts';

type Mutation = (random: Random, bytes: Buffer, samples: readonly Buffer[]) => Buffer;

const cutAt = (bytes: Buffer, at: number, out: number, put: Uint8Array): Buffer => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + out)]);
const NUMBERS = [0, 1, 2, 0x14, 0x40, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const UNICODE = ['c0af', 'eda080', 'f4908080', 'efbbbf', 'fffe', 'feff0000', '00', '0d0a', '0d', 'e280a8', 'cc81', 'e280ae', 'c3', 'f09f92a9', '1a'].map((hex) => Buffer.from(hex, 'hex'));
/** What a zip's records begin with: entry, directory, end, 64-bit end, its locator, sizes behind an entry. */
const RECORDS = ['504b0304', '504b0102', '504b0506', '504b0606', '504b0607', '504b0708'].map((hex) => Buffer.from(hex, 'hex'));

const number = (random: Random): Buffer => {
  const bytes = Buffer.alloc(4);
  const value = random.below(3) === 0 ? random.below(2 ** 31) >>> random.below(31) : random.one(NUMBERS);
  if (random.below(2) === 0) {
    bytes.writeUInt32LE(value);
    return bytes.subarray(0, random.one([1, 2, 4]));
  }
  bytes.writeUInt32BE(value);
  return bytes.subarray(-random.one([1, 2, 4]));
};

/** A field of one of the records of a zip, or nothing where there is none. */
const inRecord: Mutation = (random, bytes) => {
  const found: number[] = [];
  for (const record of RECORDS) for (let at = bytes.indexOf(record); at >= 0; at = bytes.indexOf(record, at + 4)) found.push(at);
  if (found.length === 0) return bytes;
  const put = number(random);
  return cutAt(bytes, random.one(found) + 4 + random.below(44), put.length, put);
};

const mutations: readonly Mutation[] = [
  // a bit
  (random, bytes) => {
    const copy = Buffer.from(bytes);
    const at = random.below(copy.length);
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.below(8)), at);
    return copy;
  },
  // a byte, some bytes more, some less, an end too early or too late
  (random, bytes) => cutAt(bytes, random.below(bytes.length), 1, random.bytes(1)),
  (random, bytes) => cutAt(bytes, random.below(bytes.length + 1), 0, random.bytes(1 + random.below(40))),
  (random, bytes) => cutAt(bytes, random.below(bytes.length), 1 + random.below(40), Buffer.alloc(0)),
  (random, bytes) => bytes.subarray(0, random.below(bytes.length)),
  (random, bytes) => Buffer.concat([bytes, random.bytes(1 + random.below(100))]),
  (random, bytes) => cutAt(bytes, random.below(bytes.length), 0, Buffer.alloc(1 + random.below(2000), random.one([0, 0x20, 0x0a, 0xff]))),
  // a piece again, a piece of another
  (random, bytes) => {
    const at = random.below(bytes.length);
    return cutAt(bytes, random.below(bytes.length), 0, bytes.subarray(at, at + 1 + random.below(200)));
  },
  (random, bytes, samples) => {
    const other = random.one(samples);
    const at = random.below(other.length);
    return cutAt(bytes, random.below(bytes.length), random.below(100), other.subarray(at, at + 1 + random.below(200)));
  },
  (random, bytes, samples) => Buffer.concat([bytes.subarray(0, random.below(bytes.length)), random.one(samples).subarray(random.below(bytes.length))]),
  // a number where lengths and offsets may stand, and where a zip has them
  (random, bytes) => {
    const put = number(random);
    return cutAt(bytes, random.below(bytes.length), put.length, put);
  },
  inRecord,
  // bytes that are no letters, or strange ones
  (random, bytes) => cutAt(bytes, random.below(bytes.length + 1), random.below(3), random.one(UNICODE)),
  // a digit, a line
  (random, bytes) => {
    const digits = [...bytes.toString('latin1').matchAll(/\d+/g)];
    if (digits.length === 0) return bytes;
    const found = random.one(digits);
    return cutAt(bytes, found.index, found[0].length, Buffer.from(random.one(['0', '1', '-1', '18', '00', '99', '1e9', '18446744073709551616', '٣'])));
  },
  (random, bytes) => {
    const lines = bytes.toString('latin1').split('\n');
    const at = random.below(lines.length);
    const put = random.one([[], [lines[at] ?? '', lines[at] ?? ''], [''], [random.one(lines)], ['x'.repeat(random.below(5000))], [`${lines[at] ?? ''}\r`]]);
    return Buffer.from(lines.toSpliced(at, 1, ...put).join('\n'), 'latin1');
  },
];

/** Every how many inputs one is made of nothing, and every how many one is somebody's sample as it is. */
const FROM_NOTHING = 25;
const UNCHANGED = 200;
/** Size is not what is tried here. */
const MOST_BYTES = 2_000_000;

/** A sample with one to four things done to it; now and then bytes of nothing, behind the beginning of a sample or not. */
export const mutated = (random: Random, samples: readonly Buffer[]): Buffer => {
  const sample = random.one(samples);
  if (random.below(UNCHANGED) === 0) return sample;
  if (random.below(FROM_NOTHING) === 0) return Buffer.concat([sample.subarray(0, random.one([0, 4, 22, random.below(sample.length)])), random.bytes(random.below(3000))]);
  let bytes = sample;
  for (let left = 1 + random.below(4); left > 0 && bytes.length > 0; left -= 1) {
    const next: Buffer = (random.below(3) > 0 ? changedJson(random, bytes) : undefined) ?? random.one(mutations)(random, bytes, samples);
    if (next.length > MOST_BYTES) return bytes;
    bytes = next;
  }
  return bytes;
};
