import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';

/** What a workbook of a register may hold. Bytes after inflating, parts, and how far one part may inflate. */
const MOST = { entries: 500, entry: 60 * 1024 * 1024, total: 90 * 1024 * 1024, ratio: 200 } as const;
/** Below this size a high ratio is only an empty sheet. */
const RATIO_FROM = 2 * 1024 * 1024;

export type ZipProblem = 'REGISTER_DAMAGED' | 'REGISTER_TOO_LARGE';

/** A zip that is damaged, ambiguous or grows beyond measure. */
export class ZipRefused extends Error {
  readonly code: ZipProblem;
  constructor(code: ZipProblem) {
    super(code);
    this.name = 'ZipRefused';
    this.code = code;
  }
}

/**
 * The XML parts of a workbook, each inflated under the limits (sizes are checked while inflating, not believed).
 * Everything else of the archive is left closed. @throws ZipRefused
 */
export const readParts = async (bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> => {
  const zip = await open(bytes);
  try {
    return await partsOf(zip);
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused('REGISTER_DAMAGED');
  } finally {
    zip.close();
  }
};

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(new ZipRefused('REGISTER_DAMAGED')),
    );
  });

const partsOf = (zip: ZipFile): Promise<ReadonlyMap<string, Buffer>> =>
  new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>();
    let total = 0;
    let entries = 0;
    const take = async (entry: Entry): Promise<void> => {
      entries += 1;
      if (entries > MOST.entries) throw new ZipRefused('REGISTER_TOO_LARGE');
      if (!/\.(?:xml|xml\.rels|rels)$/u.test(entry.fileName)) return;
      if (parts.has(entry.fileName)) throw new ZipRefused('REGISTER_DAMAGED');
      total += entry.uncompressedSize;
      const swollen = entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * MOST.ratio;
      if (entry.uncompressedSize > MOST.entry || total > MOST.total || swollen) throw new ZipRefused('REGISTER_TOO_LARGE');
      parts.set(entry.fileName, await inflate(zip, entry));
    };
    zip.on('entry', (entry: Entry) => {
      take(entry).then(() => zip.readEntry(), reject);
    });
    zip.on('error', reject);
    zip.on('end', () => resolve(parts));
    zip.readEntry();
  });

const inflate = async (zip: ZipFile, entry: Entry): Promise<Buffer> => buffer(await contentOf(zip, entry));

const contentOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)));
  });

/** The checked parts as a plain stored archive, so that the reader sees exactly what was checked. */
export const storedZip = async (parts: ReadonlyMap<string, Buffer>): Promise<ArrayBuffer> => {
  const zip = new ZipWriter();
  for (const [name, content] of parts) zip.addBuffer(content, name, { compress: false });
  zip.end();
  const bytes = await buffer(zip.outputStream as NodeJS.ReadableStream & AsyncIterable<Buffer>);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};
