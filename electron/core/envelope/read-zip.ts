import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile as ZipReader } from 'yauzl';
import { randomContentOf, type RandomContent } from './content.ts';
import { EnvelopeError, type EnvelopeErrorCode } from './error.ts';
import { limits } from './limits.ts';
import { isSafePath, Names, refuseTooLarge, refuseTooMany } from './zip-rules.ts';

const STORED = 0;
const DEFLATED = 8;
/** Info-ZIP's "Unicode path": a second name that other tools would use instead of the one checked here. */
const UNICODE_PATH = 0x7075;

/** A file inside a zip that was read through once; its bytes are fetched again where they lie. */
export interface Unpacked {
  readonly path: string;
  readonly size: number;
  /** SHA-256 (hex) of its bytes as they were when the zip was read */
  readonly sha256: string;
  /** All bytes at once. @throws EnvelopeError PAYLOAD_INVALID for a file that is to be streamed */
  readonly bytes: Uint8Array;
  stream(): AsyncIterable<Uint8Array>;
}

/** Where the packed bytes of an entry lie. */
interface Place {
  readonly zip: RandomContent;
  readonly start: number;
  readonly end: number;
  readonly packed: boolean;
}

class UnpackedFile implements Unpacked {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly #place: Place;

  constructor(path: string, size: number, sha256: string, place: Place) {
    this.path = path;
    this.size = size;
    this.sha256 = sha256;
    this.#place = place;
  }

  get bytes(): Uint8Array {
    if (this.size > limits.readBytes) throw new EnvelopeError('PAYLOAD_INVALID');
    const { zip, start, end, packed } = this.#place;
    const bytes = zip.read(start, end);
    return packed && this.size > 0 ? inflateRawSync(bytes, { maxOutputLength: this.size }) : bytes;
  }

  stream(): AsyncIterable<Uint8Array> {
    const { zip, start, end, packed } = this.#place;
    return packed ? (Readable.from(zip.stream(start, end)).compose(createInflateRaw()) as AsyncIterable<Uint8Array>) : zip.stream(start, end);
  }
}

/** yauzl's window onto a zip that is not a file. */
class ZipWindow extends RandomAccessReader {
  readonly #zip: RandomContent;

  constructor(zip: RandomContent) {
    super();
    this.#zip = zip;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#zip.stream(start, end), { objectMode: false });
  }

  // small reads of the directory need no stream of their own
  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null, bytesRead?: number) => void): void {
    let taken = 0;
    try {
      taken = Buffer.from(this.#zip.read(position, Math.min(position + length, this.#zip.size))).copy(buffer, offset);
    } catch (error) {
      callback(error instanceof Error ? error : new Error('not read'));
      return;
    }
    setImmediate(callback, null, taken);
  }
}

/**
 * Reads a zip through, refusing everything a well-made envelope does not need, and hashes every file in it. The zip's own
 * CRC is not an integrity check and is not looked at; the SHA-256 manifests are. No more than a few pieces are in memory.
 * @throws EnvelopeError ZIP_…, see docs/envelope.md; SPOOL_FAILED
 */
export const readZip = async (bytes: Uint8Array | RandomContent): Promise<readonly Unpacked[]> => {
  const content = randomContentOf(bytes);
  const zip = await fromRandomAccessReaderPromise(new ZipWindow(content), content.size, {
    decodeStrings: false,
    validateEntrySizes: true,
    strictFileNames: true,
    autoClose: false,
  }).catch(damaged);
  refuseTooMany(zip.entryCount);
  const entries = await entriesOf(zip);
  const names = new Names();
  for (const entry of entries) {
    const refusal = refusalOf(entry, names);
    if (refusal !== undefined) throw new EnvelopeError(refusal);
  }
  refuseTooLarge(entries.map((entry) => entry.uncompressedSize));
  const files: Unpacked[] = [];
  for (const entry of entries) files.push(await readEntry(content, zip, entry));
  return files;
};

const damaged = (cause: unknown): never => {
  throw cause instanceof EnvelopeError ? cause : new EnvelopeError('ZIP_DAMAGED', {}, cause);
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

/** Why an entry is refused by its directory record alone; remembers its name. */
const refusalOf = (entry: Entry, names: Names): EnvelopeErrorCode | undefined => {
  const name = nameOf(entry);
  if (!isSafePath(name) || entry.extraFields.some((field) => field.id === UNICODE_PATH)) return 'ZIP_NAME';
  if (!names.isNew(name)) return 'ZIP_DUPLICATE';
  if (entry.isEncrypted()) return 'ZIP_ENCRYPTED';
  if (unixType(entry) !== 0 && unixType(entry) !== 0o100000) return 'ZIP_SYMLINK';
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return 'ZIP_METHOD';
  const large = entry.uncompressedSize > limits.ratioFromBytes;
  return large && entry.uncompressedSize > entry.compressedSize * limits.ratio ? 'ZIP_RATIO' : undefined;
};

/** Reads one entry through; stops as soon as it grows past the size it declared. */
const readEntry = async (content: RandomContent, zip: ZipReader, entry: Entry): Promise<Unpacked> => {
  const local = await zip.readLocalFileHeaderPromise(entry, {}).catch(damaged);
  if (!local.fileName.equals(entry.fileNameRaw)) throw new EnvelopeError('ZIP_NAME');
  if ((local.generalPurposeBitFlag & 1) !== 0) throw new EnvelopeError('ZIP_ENCRYPTED');
  const place = { zip: content, start: local.fileDataStart, end: local.fileDataStart + entry.compressedSize, packed: entry.compressionMethod === DEFLATED };
  const hash = createHash('sha256');
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) hash.update(piece as Buffer);
  } catch (cause) {
    if (cause instanceof EnvelopeError) throw cause;
    const lied = cause instanceof Error && /^(?:too many|not enough) bytes/.test(cause.message);
    throw new EnvelopeError(lied ? 'ZIP_SIZE_LIES' : 'ZIP_DAMAGED', {}, cause);
  }
  return new UnpackedFile(nameOf(entry), entry.uncompressedSize, hash.digest('hex'), place);
};
