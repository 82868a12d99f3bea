import { closeSync, ftruncateSync, mkdtempSync, openSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { encryptTo } from '../../../electron/core/envelope/age.ts';
import { limits } from '../../../electron/core/envelope/limits.ts';
import { newPassphrase } from '../../../electron/core/envelope/passphrase.ts';
import { party, seal } from '../parties.ts';
import { flipped } from '../tools.ts';
import { good, prison, probation, stranger, text, type Hostile } from './office.ts';

const MAGIC = 'age-encryption.org/v1\n';
const BLOCK = 64 * 1024 + 16;
const envelope = Buffer.from(good.bytes);
const macAt = envelope.indexOf('\n--- ') + 1;
const payloadAt = envelope.indexOf('\n', macAt) + 1;
/** Three whole blocks and a part of one. */
const large = Buffer.from((await seal(prison, probation, {}, { payload: [{ path: 'scan.bin', bytes: randomBytes(200_000) }] })).bytes);
const largeAt = large.indexOf('\n', large.indexOf('\n--- ') + 1) + 1 + 16;
const block = (at: number): Buffer => large.subarray(largeAt + at * BLOCK, largeAt + (at + 1) * BLOCK);

const row = (code: string, check: Hostile['check'] = 'decryption') => (name: string, bytes: Hostile['bytes'], open?: Hostile['open']): Hostile => ({ name, check, code, bytes, ...(open && { open }) });
const notAge = row('NOT_AGE');
const notForUs = row('NOT_FOR_US');
const cut = row('TRUNCATED');
const damaged = row('DAMAGED');

/** A file of which only the size is there. */
const sparse = (size: number): Hostile['bytes'] => () => {
  const file = join(mkdtempSync(join(tmpdir(), 'varco-')), 'large.zip.age');
  const handle = openSync(file, 'w');
  ftruncateSync(handle, size);
  closeSync(handle);
  return { file, size };
};

export const sizes: readonly Hostile[] = [
  row('EMPTY', 'size')('an empty file', () => new Uint8Array()),
  row('EMPTY', 'size')('an empty file on a medium', sparse(0)),
  row('TOO_LARGE', 'size')('a byte more than the limit', sparse(limits.envelopeBytes + 1)),
  row('TOO_LARGE', 'size')('as large as a disk', () => ({ file: 'never opened', size: 2 ** 42 })),
];

const others: readonly [string, string | Buffer][] = [
  ['a PDF', '%PDF-1.7\n'], ['a zip', 'PK\u0003\u0004'], ['a picture', '\u00ff\u00d8\u00ff\u00e0JFIF'], ['a PNG', '\u0089PNG\r\n\u001a\n'], ['a program for Windows', 'MZ\u0090'],
  ['a program for Linux', '\u007fELF\u0002'], ['a page', '<!doctype html>'], ['JSON', '{"format":"varco-envelope"}'], ['gzip', '\u001f\u008b\u0008'], ['zeros', Buffer.alloc(1000)],
  ['ones', Buffer.alloc(1000, 0xff)], ['a service card', '{"format":"varco-card","version":1}'], ['armoured age', '-----BEGIN AGE ENCRYPTED FILE-----\n'],
  ['age of another version', 'age-encryption.org/v2\n'], ['age in capitals', 'AGE-ENCRYPTION.ORG/V1\n'], ['age with another end of line', 'age-encryption.org/v1\r\n'],
  ['age after a byte order mark', `\u00ef\u00bb\u00bf${MAGIC}`], ['age after a blank', ` ${MAGIC}`], ['age after an empty line', `\n${MAGIC}`], ['age in UTF-16', Buffer.from(MAGIC, 'utf16le')],
  ['OpenPGP', '-----BEGIN PGP MESSAGE-----\n'], ['a backup of ours', 'varco-backup\n'],
];

const scryptHeader = (cost: string): Buffer => text(`${MAGIC}-> scrypt ${'A'.repeat(22)} ${cost}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(60)}`);
const typed = (): { readonly key: { readonly passphrase: string } } => ({ key: { passphrase: newPassphrase() } });
const hybrid = await identityToRecipient(await generateHybridIdentity());

const several = async (): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  for (const one of await Promise.all(['a', 'b', 'c'].map(party))) encrypter.addRecipient(one.keys.ageRecipient);
  return encrypter.encrypt(text('for three others'));
};

const spread = (from: number, to: number, count: number): number[] => [...new Set(Array.from({ length: count }, (_, at) => Math.floor(from + (at * (to - from)) / count)))];

export const decryption: readonly Hostile[] = [
  ...others.map(([name, start]) => notAge(name, () => Buffer.concat([Buffer.from(start as string, 'latin1'), Buffer.alloc(300, 7)]))),
  ...[18, 20].map((at) => notAge(`the first line with a wrong byte ${at}`, () => flipped(envelope, at, 1))),

  notForUs('for somebody else', async () => (await seal(prison, stranger)).bytes),
  notForUs('for a hybrid key of somebody else', () => encryptTo([hybrid], text('x'))),
  notForUs('for three others', several),
  notForUs('with a recipient of a kind nobody knows', () => text(`${MAGIC}-> X448 abc\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(60)}`)),
  notForUs('for an SSH key', () => text(`${MAGIC}-> ssh-ed25519 AAAAAA ${'A'.repeat(43)}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(60)}`)),

  ...['1', '10', '18'].map((cost) => row('PASSPHRASE_NEEDED')(`with a passphrase of cost ${cost}`, () => scryptHeader(cost))),
  ...['1', '2', '5'].map((cost) => row('WRONG_PASSPHRASE')(`with another passphrase of cost ${cost}`, () => scryptHeader(cost), typed)),
  ...['19', '20', '25', '31', '63', '99', '999999999999'].map((cost) => damaged(`that asks for 2^${cost} of work`, () => scryptHeader(cost), typed)),
  ...['00', '018', '-1', '1e1', '0x10', 'x'].map((cost) => damaged(`whose work is "${cost}"`, () => scryptHeader(cost), typed)),

  ...spread(1, payloadAt, 40).map((length) => cut(`cut after ${length} bytes, in the header`, () => envelope.subarray(0, length))),
  ...spread(payloadAt, payloadAt + 32, 8).map((length) => cut(`cut after ${length} bytes, before its first block`, () => envelope.subarray(0, length))),
  ...[16, 100, 512].map((zeros) => cut(`whose last ${zeros} bytes the medium left empty`, () => new Uint8Array(envelope).fill(0, -zeros))),
  ...[1, 2, 3].map((blocks) => cut(`cut between its blocks, after ${blocks}`, () => large.subarray(0, largeAt + blocks * BLOCK))),
  ...[1, 8, 16].map((bytes) => cut(`cut ${bytes} bytes into its second block`, () => large.subarray(0, largeAt + BLOCK + bytes))),

  ...[1, 2, 5, 15].map((missing) => damaged(`cut by ${missing} bytes inside its last block`, () => envelope.subarray(0, -missing))),
  ...spread(macAt + 5, macAt + 40, 6).map((at) => damaged(`with byte ${at - macAt} of its MAC changed`, () => Buffer.concat([envelope.subarray(0, at), text(envelope[at] === 65 ? 'B' : 'A'), envelope.subarray(at + 1)]))),
  ...spread(payloadAt, envelope.length, 24).map((at, no) => damaged(`with a bit of byte ${at} of the payload changed`, () => flipped(envelope, at, 1 << no % 8))),
  ...[1, 16, BLOCK].map((more) => damaged(`with ${more} bytes behind it`, () => Buffer.concat([envelope, Buffer.alloc(more, 7)]))),
  damaged('twice, one behind the other', () => Buffer.concat([envelope, envelope])),
  damaged('with a recipient put in', () => text(envelope.toString('latin1').replace('\n--- ', `\n-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n--- `))),
  damaged('with the header of another', () => Buffer.concat([large.subarray(0, largeAt - 16), envelope.subarray(payloadAt)])),
  damaged('with two blocks swapped', () => Buffer.concat([large.subarray(0, largeAt), block(1), block(0), large.subarray(largeAt + 2 * BLOCK)])),
  damaged('with a block twice', () => Buffer.concat([large.subarray(0, largeAt), block(0), block(0), large.subarray(largeAt + BLOCK)])),
  damaged('with a block left out', () => Buffer.concat([large.subarray(0, largeAt + BLOCK), large.subarray(largeAt + 2 * BLOCK)])),
  damaged('with its last block first', () => Buffer.concat([large.subarray(0, largeAt), large.subarray(largeAt + 3 * BLOCK), large.subarray(largeAt)])),
  damaged('with a header that does not end', () => text(MAGIC + '-> X25519 abc\n'.repeat(3000))),
  damaged('with a line of 20,000 letters', () => text(`${MAGIC}-> ${'a'.repeat(20_000)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(60)}`)),
];
