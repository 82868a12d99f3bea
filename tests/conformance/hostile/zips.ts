import { rawZip, unicodePath, type RawEntry } from '../raw-zip.ts';
import { limits } from '../../../electron/core/envelope/limits.ts';
import { REFERENCE, text, zipped, type Hostile } from './office.ts';

const fine: RawEntry = { name: `${REFERENCE}/bagit.txt`, content: text('hello') };
const zeros = (bytes: number): Buffer => Buffer.alloc(bytes);
const row =
  (code: string) =>
  (name: string, zip: () => Uint8Array): Hostile => ({ name: `a zip ${name}`, check: 'zip', code, bytes: () => zipped(zip()) });
const beside = (code: string) => (name: string, entry: RawEntry) => row(code)(name, () => rawZip([fine, entry]));

const named = beside('ZIP_NAME');
const signs = [...' !"#$%&\'()*+,:;<=>?@[]^`{|}~'];
const controls = Array.from({ length: 32 }, (_, code) => String.fromCodePoint(code));
const paths = [
  '../evil.txt', '../../evil.txt', 'RB/../../evil.txt', 'RB/data/../../../evil.txt', '..', '.', './evil.txt', 'RB/./evil.txt', 'RB//evil.txt', '/evil.txt', '/etc/cron.d/evil',
  '//server/share/evil.txt', 'C:/evil.txt', 'C:evil.txt', '\\evil.txt', '..\\evil.txt', 'RB\\..\\evil.txt', '\\\\server\\share', 'RB/data/', '/', '', 'RB/evil.', 'RB/evil../x', 'RB/...', '~/evil',
  '%2e%2e/evil.txt', 'RB/școală.txt', 'RB/\u202etxt.exe', 'RB/\u2024\u2024/evil', 'RB/\uff0e\uff0e/evil', 'RB/file:stream', 'RB/\ufeffevil',
];

/** Where fields stand in the end record, counted from its start, and in a directory record. */
const END = 22;
const patched = (change: (zip: Buffer, end: number, directory: number) => unknown) => (): Buffer => {
  const zip = rawZip([fine, { name: `${REFERENCE}/data/a.json`, content: text('{}') }]);
  const end = zip.length - END;
  change(zip, end, zip.readUInt32LE(end + 16));
  return zip;
};

/** A zip whose end says that the real numbers stand in a record for large zips, which says these. */
const zip64 = (entries: bigint, offset: bigint): Buffer => {
  const zip = rawZip([fine]);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(entries, 24);
  record.writeBigUInt64LE(entries, 32);
  record.writeBigUInt64LE(offset, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(zip.length - END), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([zip.subarray(0, -END), record, locator, zip.subarray(-END)]);
};

export const zips: readonly Hostile[] = [
  ...paths.map((path) => named(`with the name ${JSON.stringify(path)}`, { name: path, flags: 0x800 })),
  ...signs.map((sign) => named(`with a name with ${sign}`, { name: `${REFERENCE}/a${sign}b` })),
  ...controls.map((sign) => named(`with a name with control character ${sign.codePointAt(0) ?? 0}`, { name: `${REFERENCE}/a${sign}b` })),
  named('with a name too long', { name: `${REFERENCE}/${'a'.repeat(limits.nameBytes)}` }),
  named('with a name of 60,000 letters', { name: `${REFERENCE}/${'a'.repeat(60_000)}` }),
  named('with a second name in an extra field', { name: `${REFERENCE}/a`, extra: unicodePath('../evil', `${REFERENCE}/a`) }),
  named('with another name in the local header', { name: `${REFERENCE}/a`, localName: `${REFERENCE}/b` }),
  named('with a way out in the local header', { name: `${REFERENCE}/ab`, localName: '../../../evil' }),

  ...[`${REFERENCE}/bagit.txt`, `${REFERENCE}/BAGIT.TXT`, `${REFERENCE.toLowerCase()}/bagit.txt`].map((name) => beside('ZIP_DUPLICATE')(`with the same file again as ${name}`, { name })),
  ...Object.entries({ 'a link': 0o120777, 'a folder': 0o040755, 'a pipe': 0o010644, 'a device of characters': 0o020666, 'a device of blocks': 0o060660, 'a socket': 0o140755, 'nothing known': 0o170000 }).map(([name, mode]) => beside('ZIP_SYMLINK')(`with ${name}`, { name: `${REFERENCE}/x`, content: text('/etc/passwd'), mode })),
  ...[1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 14, 18, 93, 95, 98, 99, 0xffff].map((method) => beside('ZIP_METHOD')(`packed by method ${method}`, { name: `${REFERENCE}/x`, method })),
  ...[[1, undefined], [1, 1], [0, 1]].map(([flags, localFlags]) => beside('ZIP_ENCRYPTED')(`with an entry encrypted by its marks ${flags}/${localFlags}`, { name: `${REFERENCE}/x`, content: zeros(20), ...(flags === 1 && { declaredSize: 8 }), flags: flags ?? 0, ...(localFlags !== undefined && { localFlags }) })),
  beside('ZIP_DAMAGED')('with strong encryption', { name: `${REFERENCE}/x`, flags: 0x41 }),

  row('ZIP_TOO_MANY')('of too many files', () => rawZip(Array.from({ length: limits.entries + 1 }, (_, at) => ({ name: `${REFERENCE}/${at}`, content: zeros(0) })))),
  row('ZIP_TOO_MANY')('that says it has 65,535 files', () => rawZip([fine], 0xffff)),
  row('ZIP_TOO_MANY')('that says it has 2^52 files', () => zip64(2n ** 52n, 0n)),
  row('ZIP_TOO_MANY')('that says more files than integers reach', () => zip64(2n ** 64n - 1n, 0n)),
  row('ZIP_DAMAGED')('whose directory is said to be beyond all', () => zip64(1n, 2n ** 60n)),
  beside('ZIP_RATIO')('with a file that says it is larger than may be', { name: `${REFERENCE}/x`, content: zeros(100), deflate: true, declaredSize: limits.entryBytes + 1 }),
  beside('ZIP_TOO_LARGE')('with a file larger than may be, not too much packed', { name: `${REFERENCE}/x`, content: zeros(limits.entryBytes / limits.ratio + 1000), method: 8, declaredSize: limits.entryBytes + 1 }),
  beside('ZIP_RATIO')('with a bomb', { name: `${REFERENCE}/x`, content: zeros(8_000_000), deflate: true }),
  ...[0, 1, 10, 1000].map((size) => beside('ZIP_SIZE_LIES')(`with a bomb that says it has ${size} bytes`, { name: `${REFERENCE}/x`, content: zeros(4_000_000), deflate: true, declaredSize: size })),
  ...[3, 100, 1_000_000].map((size) => beside('ZIP_SIZE_LIES')(`with a packed file that says it has ${size} bytes`, { name: `${REFERENCE}/x`, content: text('ab'), deflate: true, declaredSize: size })),
  ...[0, 1, 12].map((size) => beside('ZIP_DAMAGED')(`with a stored file that says it has ${size} bytes`, { name: `${REFERENCE}/x`, content: text('ab'), declaredSize: size })),
  beside('ZIP_DAMAGED')('with a packed file that cannot be unpacked', { name: `${REFERENCE}/x`, content: text('no deflate here'), method: 8 }),

  ...[0, 1, 21, 22, 30].map((length) => row('ZIP_DAMAGED')(`of ${length} bytes`, () => rawZip([fine]).subarray(0, length))),
  ...[1, 5, 21, 22, 40].map((missing) => row('ZIP_DAMAGED')(`without its last ${missing} bytes`, () => rawZip([fine]).subarray(0, -missing))),
  row('ZIP_DAMAGED')('with bytes behind it', () => Buffer.concat([rawZip([fine]), text('more')])),
  row('ZIP_DAMAGED')('with bytes before it, which move everything', () => Buffer.concat([text('#!/bin/sh\n'), rawZip([fine])])),
  ...Object.entries({ 'a PDF': '%PDF-1.7', 'a tar': 'ustar', 'another age file': 'age-encryption.org/v1\n', 'a RAR': 'Rar!\u001a', 'a 7z': '7z\u00bc\u00af' }).map(([name, start]) => row('ZIP_DAMAGED')(`that is ${name}`, () => text(start.padEnd(400, ' ')))),
  row('ZIP_DAMAGED')('on several disks', patched((zip, end) => zip.writeUInt16LE(1, end + 4))),
  row('ZIP_DAMAGED')('that counts a file too many', patched((zip, end) => zip.writeUInt16LE(3, end + 10))),
  row('ZIP_DAMAGED')('whose directory begins somewhere else', patched((zip, end) => zip.writeUInt32LE(7, end + 16))),
  row('ZIP_DAMAGED')('whose directory begins behind its end', patched((zip, end) => zip.writeUInt32LE(0xfffffff0, end + 16))),
  row('ZIP_DAMAGED')('whose comment is longer than it is', patched((zip, end) => zip.writeUInt16LE(9, end + 20))),
  row('ZIP_DAMAGED')('whose directory record is none', patched((zip, _, directory) => zip.writeUInt32LE(0, directory))),
  row('ZIP_DAMAGED')('whose file has no header', patched((zip) => zip.writeUInt32LE(0, 0))),
  row('ZIP_DAMAGED')('whose file lies behind its end', patched((zip, _, directory) => zip.writeUInt32LE(0xffffff00, directory + 42))),
  row('ZIP_DAMAGED')('whose file reaches behind its end', patched((zip, _, directory) => { zip.writeUInt32LE(5000, directory + 20); zip.writeUInt32LE(5000, directory + 24); })),
  row('ZIP_DAMAGED')('whose extra field is longer than it is', () => rawZip([{ ...fine, extra: Buffer.from([1, 0, 0xff, 0]) }])),
  row('ZIP_NAME')('with a file over another', patched((zip, end, directory) => zip.writeUInt32LE(0, zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), directory + 4) + 42 || end))),
];
