import { describe, expect, test } from 'vitest';
import { EnvelopeError } from '../../electron/core/envelope/error.ts';
import { limits } from '../../electron/core/envelope/limits.ts';
import { readZip } from '../../electron/core/envelope/read-zip.ts';
import { flipped } from './tools.ts';
import { rawZip, unicodePath, type RawEntry } from './raw-zip.ts';

const good: RawEntry = { name: 'RB-1/bagit.txt', content: Buffer.from('hello') };
const zeros = (bytes: number): Uint8Array => Buffer.alloc(bytes);
const code = (zip: Uint8Array): Promise<string> =>
  readZip(zip).then(
    () => 'accepted',
    (error: unknown) => (error instanceof EnvelopeError ? error.code : String(error)),
  );

test('the zip maker itself makes zips that are read', async () => {
  const files = await readZip(rawZip([good, { name: 'RB-1/data/a.json', content: Buffer.from('{}'), deflate: true }]));
  expect(files.map((file) => [file.path, Buffer.from(file.bytes).toString()])).toEqual([
    ['RB-1/bagit.txt', 'hello'],
    ['RB-1/data/a.json', '{}'],
  ]);
});

describe('names that lead elsewhere or mean two things', () => {
  test.each<[string, RawEntry[], string]>([
    ['out of the folder', [good, { name: '../evil.txt' }], 'ZIP_NAME'],
    ['out of the folder from inside', [good, { name: 'RB-1/data/../../evil.txt' }], 'ZIP_NAME'],
    ['absolute', [good, { name: '/etc/cron.d/evil' }], 'ZIP_NAME'],
    ['absolute on Windows', [good, { name: 'C:/evil.txt' }], 'ZIP_NAME'],
    ['with backslashes', [good, { name: 'RB-1\\data\\evil.txt' }], 'ZIP_NAME'],
    ['the folder itself', [good, { name: 'RB-1/data/' }], 'ZIP_NAME'],
    ['with an empty part', [good, { name: 'RB-1//evil.txt' }], 'ZIP_NAME'],
    ['with a dot part', [good, { name: 'RB-1/./evil.txt' }], 'ZIP_NAME'],
    ['ending in a dot, which Windows drops', [good, { name: 'RB-1/evil.txt.' }], 'ZIP_NAME'],
    ['with letters beyond ASCII', [good, { name: 'RB-1/școală.txt', flags: 0x800 }], 'ZIP_NAME'],
    ['with a control character', [good, { name: 'RB-1/a\nb.txt' }], 'ZIP_NAME'],
    ['with a null byte', [good, { name: 'RB-1/a.txt\0.pdf' }], 'ZIP_NAME'],
    ['empty', [good, { name: '' }], 'ZIP_NAME'],
    ['too long', [good, { name: `RB-1/${'a'.repeat(limits.nameBytes)}` }], 'ZIP_NAME'],
    ['with a second name in an extra field', [{ ...good, extra: unicodePath('../evil.txt', 'RB-1/bagit.txt') }], 'ZIP_NAME'],
    ['other in the local header', [good, { name: 'RB-1/a.txt', localName: '../a.txt!' }], 'ZIP_NAME'],
    ['twice', [good, good], 'ZIP_DUPLICATE'],
    ['twice by case', [good, { name: 'RB-1/BagIt.txt' }], 'ZIP_DUPLICATE'],
  ])('%s', async (_, entries, expected) => {
    expect(await code(rawZip(entries))).toBe(expected);
  });
});

describe('entries that are no plain files', () => {
  test.each<[string, RawEntry, string]>([
    ['a symbolic link', { name: 'RB-1/link', content: Buffer.from('/etc/passwd'), mode: 0o120777 }, 'ZIP_SYMLINK'],
    ['a device', { name: 'RB-1/device', mode: 0o020666 }, 'ZIP_SYMLINK'],
    ['a folder by its mode', { name: 'RB-1/folder', mode: 0o040755 }, 'ZIP_SYMLINK'],
    ['an encrypted entry', { name: 'RB-1/secret', flags: 1, content: zeros(20), declaredSize: 8 }, 'ZIP_ENCRYPTED'],
    ['an entry encrypted by its local header', { name: 'RB-1/secret', localFlags: 1 }, 'ZIP_ENCRYPTED'],
    ['a method nobody agreed on', { name: 'RB-1/a.bz2', method: 12 }, 'ZIP_METHOD'],
  ])('%s', async (_, entry, expected) => {
    expect(await code(rawZip([good, entry]))).toBe(expected);
  });
});

describe('sizes', () => {
  const many = Array.from({ length: limits.entries + 1 }, (_, i): RawEntry => ({ name: `RB-1/data/${i}` }));
  test.each<[string, () => Buffer, string]>([
    ['too many entries', () => rawZip(many), 'ZIP_TOO_MANY'],
    ['a count of entries beyond those there', () => rawZip([good], 3), 'ZIP_DAMAGED'],
    ['an entry beyond its limit', () => rawZip([{ name: 'RB-1/a', content: zeros(10), deflate: true, declaredSize: limits.entryBytes + 1 }]), 'ZIP_RATIO'],
    [
      'entries that together pass the limit',
      () => rawZip(Array.from({ length: 5 }, (_, i) => ({ name: `RB-1/${i}`, content: zeros(limits.entryBytes / limits.ratio + 1), declaredSize: limits.entryBytes - i, method: 8 }))),
      'ZIP_TOO_LARGE',
    ],
    ['a bomb that tells its size', () => rawZip([{ name: 'RB-1/bomb', content: zeros(20_000_000), deflate: true }]), 'ZIP_RATIO'],
    ['a bomb that claims ten bytes', () => rawZip([{ name: 'RB-1/bomb', content: zeros(20_000_000), deflate: true, declaredSize: 10 }]), 'ZIP_SIZE_LIES'],
    ['a stored file that claims to be larger', () => rawZip([{ name: 'RB-1/a', content: zeros(10), declaredSize: 11 }]), 'ZIP_DAMAGED'],
    ['a packed file that claims to be larger', () => rawZip([{ name: 'RB-1/a', content: zeros(10), deflate: true, declaredSize: 11 }]), 'ZIP_SIZE_LIES'],
    ['a file over another', () => overlapping(), 'ZIP_NAME'],
    ['bytes that do not inflate', () => rawZip([{ name: 'RB-1/a', content: Buffer.from('no deflate here'), method: 8 }]), 'ZIP_DAMAGED'],
    ['no zip', () => Buffer.from('%PDF-1.7'), 'ZIP_DAMAGED'],
    ['nothing', () => Buffer.alloc(0), 'ZIP_DAMAGED'],
    ['a cut zip', () => rawZip([good]).subarray(0, -10), 'ZIP_DAMAGED'],
    ['bytes behind the end', () => Buffer.concat([rawZip([good]), Buffer.from('more')]), 'ZIP_DAMAGED'],
  ])('%s', async (_, zip, expected) => {
    expect(await code(zip())).toBe(expected);
  });

  /** Two directory records pointing at one local header: the base of bombs whose entries overlap. */
  const overlapping = (): Buffer => {
    const zip = rawZip([
      { name: 'RB-1/a', content: zeros(8) },
      { name: 'RB-1/b', content: zeros(8) },
    ]);
    const second = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    zip.writeUInt32LE(0, second + 42);
    return zip;
  };

  test('a wrong CRC is not what protects the content: it is read, and the manifests decide', async () => {
    const zip = rawZip([good]);
    zip.writeUInt32LE(0, 14);
    const record = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    zip.writeUInt32LE(0, record + 16);
    expect(await code(zip)).toBe('accepted');
  });

  test('no single flipped bit of a zip makes the reader throw anything but its own refusals', async () => {
    const zip = rawZip([good, { name: 'RB-1/data/a.json', content: Buffer.from('{"a":1}'), deflate: true }]);
    const answers = new Set<string>();
    for (let bit = 0; bit < zip.length * 8; bit++) {
      answers.add(await code(flipped(zip, bit >> 3, 1 << (bit & 7))));
    }
    expect([...answers].filter((answer) => answer !== 'accepted' && !answer.startsWith('ZIP_'))).toEqual([]);
  }, 120_000);
});
