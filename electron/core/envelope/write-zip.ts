import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Content } from './content.ts';
import { EnvelopeError } from './error.ts';
import { limits } from './limits.ts';
import { isSafePath, Names, refuseTooLarge, refuseTooMany } from './zip-rules.ts';

/** Every entry bears this time, so that equal content makes equal bytes and the zip tells nothing of its making. */
const MTIME = new Date(1980, 0, 1);
const FILE_MODE = 0o100644;
/** Local header, data descriptor and directory record of an entry take less, without its name, which stands twice. */
const RECORD_BYTES = 128;
/** What packing may add to what does not shrink: five bytes for each of its blocks. */
const PACKING = 1.001;

/** A file that is to stand in the zip. */
export interface ZipInput {
  readonly path: string;
  readonly content: Content;
}

/** A zip has at most so many bytes, known before it is made. */
export const mostZipBytes = (files: readonly ZipInput[]): number =>
  files.reduce((sum, { path, content }) => sum + Math.ceil(content.size * PACKING) + 2 * path.length + RECORD_BYTES, RECORD_BYTES);

/**
 * Whether the reader takes a zip of these files: asked before the first byte is made.
 * @throws EnvelopeError ZIP_NAME, ZIP_DUPLICATE, ZIP_TOO_MANY, ZIP_TOO_LARGE
 */
export const refuseUnreadable = (files: readonly ZipInput[]): void => {
  refuseTooMany(files.length);
  const names = new Names();
  for (const { path } of files) {
    if (!isSafePath(path)) throw new EnvelopeError('ZIP_NAME');
    if (!names.isNew(path)) throw new EnvelopeError('ZIP_DUPLICATE');
  }
  refuseTooLarge(files.map(({ content }) => content.size));
};

/**
 * Packs files in the order given, deterministically, piece by piece. Larger ones are stored as they are: scans and
 * documents are packed already, and nothing of them can look like a bomb to the reader.
 * @throws what reading a file throws; Error when a file has another size than it said
 */
export async function* zipPieces(files: readonly ZipInput[]): AsyncGenerator<Uint8Array, void, void> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.once('error', (error: Error) => out.destroy(error));
  for (const { path, content } of files) {
    const options = { mtime: MTIME, mode: FILE_MODE, forceDosTimestamp: true, compress: content.size <= limits.ratioFromBytes, size: content.size };
    zip.addReadStreamLazy(path, options, (done) => {
      const source = Readable.from(content.stream(), { objectMode: false, highWaterMark: 64 * 1024 });
      source.once('error', (error) => out.destroy(error));
      done(null, source);
    });
  }
  zip.end();
  yield* out as AsyncIterable<Uint8Array>;
}
