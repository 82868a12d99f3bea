import { deflateRawSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile as ZipReader } from 'yauzl';
import { ZipFile } from 'yazl';
import type { BagFile } from './bag.ts';
import { EnvelopeError, type EnvelopeErrorCode } from './error.ts';
import { limits, MEBIBYTE } from './limits.ts';

/** Every entry bears this time, so that equal content makes equal bytes and the zip tells nothing of its making. */
const MTIME = new Date(1980, 0, 1);
const FILE_MODE = 0o100644;
const STORED = 0;
const DEFLATED = 8;
/** Info-ZIP's "Unicode path": a second name that other tools would use instead of the one checked here. */
const UNICODE_PATH = 0x7075;

/** Packs files in the order given, deterministically; what would shrink suspiciously well is stored as it is. */
export const writeZip = async (files: readonly BagFile[]): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const { path, bytes } of files) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip.addBuffer(content, path, { mtime: MTIME, mode: FILE_MODE, forceDosTimestamp: true, compress: !wouldLookLikeABomb(content) });
  }
  zip.end();
  return buffer(zip.outputStream);
};

const wouldLookLikeABomb = (content: Buffer): boolean =>
  content.length > limits.ratioFromBytes && content.length > deflateRawSync(content).length * limits.ratio;

/** Whether a name may stand in the zip: plain characters, no empty, `.` or `..` part, not absolute, not a folder. */
export const isSafePath = (path: string): boolean =>
  path.length <= limits.nameBytes &&
  /^[A-Za-z0-9._/-]+$/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.endsWith('.'));

/**
 * Unpacks in memory, refusing everything a well-made envelope does not need. The zip's own CRC is not an integrity
 * check and is not looked at; the SHA-256 manifests are.
 * @throws EnvelopeError ZIP_…, see docs/envelope.md
 */
export const readZip = async (bytes: Uint8Array): Promise<readonly BagFile[]> => {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    decodeStrings: false,
    validateEntrySizes: true,
    strictFileNames: true,
  }).catch(damaged);
  if (zip.entryCount > limits.entries) throw new EnvelopeError('ZIP_TOO_MANY', { limit: limits.entries });
  const entries = await entriesOf(zip);
  const names = new Set<string>();
  for (const entry of entries) {
    const refusal = refusalOf(entry, names);
    if (refusal !== undefined) throw new EnvelopeError(refusal);
  }
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limits.totalBytes || entries.some((entry) => entry.uncompressedSize > limits.entryBytes)) {
    throw new EnvelopeError('ZIP_TOO_LARGE', { limit: limits.totalBytes / MEBIBYTE, file: limits.entryBytes / MEBIBYTE });
  }
  const files: BagFile[] = [];
  for (const entry of entries) files.push({ path: nameOf(entry), bytes: await contentOf(zip, entry) });
  return files;
};

const damaged = (cause: unknown): never => {
  throw new EnvelopeError('ZIP_DAMAGED', {}, cause);
};

const entriesOf = async (zip: ZipReader): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (cause) {
    damaged(cause);
  }
  return entries;
};

const nameOf = (entry: Entry): string => entry.fileNameRaw.toString('latin1');

/** The file type bits of a Unix entry; 0 where the zip was made elsewhere. */
const unixType = (entry: Entry): number => (entry.externalFileAttributes >>> 16) & 0o170000;

/** Why an entry is refused by its directory record alone; remembers its name in `names`, folded. */
const refusalOf = (entry: Entry, names: Set<string>): EnvelopeErrorCode | undefined => {
  const name = nameOf(entry);
  if (!isSafePath(name) || entry.extraFields.some((field) => field.id === UNICODE_PATH)) return 'ZIP_NAME';
  const folded = name.toLowerCase();
  if (names.has(folded)) return 'ZIP_DUPLICATE';
  names.add(folded);
  if (entry.isEncrypted()) return 'ZIP_ENCRYPTED';
  if (unixType(entry) !== 0 && unixType(entry) !== 0o100000) return 'ZIP_SYMLINK';
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return 'ZIP_METHOD';
  const large = entry.uncompressedSize > limits.ratioFromBytes;
  return large && entry.uncompressedSize > entry.compressedSize * limits.ratio ? 'ZIP_RATIO' : undefined;
};

/** Unpacks one entry; stops as soon as it grows past the size it declared. */
const contentOf = async (zip: ZipReader, entry: Entry): Promise<Uint8Array> => {
  const local = await zip.readLocalFileHeaderPromise(entry, {}).catch(damaged);
  if (!local.fileName.equals(entry.fileNameRaw)) throw new EnvelopeError('ZIP_NAME');
  if ((local.generalPurposeBitFlag & 1) !== 0) throw new EnvelopeError('ZIP_ENCRYPTED');
  const stream = await zip.openReadStreamPromise(entry).catch(damaged);
  try {
    return await buffer(stream);
  } catch (cause) {
    const lied = cause instanceof Error && /^(?:too many|not enough) bytes/.test(cause.message);
    throw new EnvelopeError(lied ? 'ZIP_SIZE_LIES' : 'ZIP_DAMAGED', {}, cause);
  }
};
