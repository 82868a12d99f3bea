import { open } from 'node:fs/promises';
import { readError } from './medium-errors.ts';
import { Spool, type SpoolState } from './spool.ts';

/** Bytes that need not be in memory: their number, and any part of them in pieces. */
export interface Content {
  readonly size: number;
  /** the bytes from `start` to before `end`, as often as asked */
  stream(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** Content of which a part can be had at once. */
export interface RandomContent extends Content {
  read(start: number, end: number): Uint8Array;
}

/** A file on a medium: what `stat` said of it. */
export interface FileSource {
  readonly file: string;
  readonly size: number;
}

/** Where bytes are, as it can be told to a worker. */
export type Source = Uint8Array | FileSource | SpoolState;

/** Pieces are handed on in this size, so that whoever takes them one by one stays small. */
const PIECE_BYTES = 64 * 1024;

const ofBytes = (bytes: Uint8Array): RandomContent => ({
  size: bytes.length,
  read: (start, end) => bytes.subarray(start, end),
  async *stream(start = 0, end = bytes.length) {
    for (let at = start; at < end; at += PIECE_BYTES) yield bytes.subarray(at, Math.min(at + PIECE_BYTES, end));
  },
});

/** A file is read where it lies. It ends where it did when it was looked at, or earlier. */
const ofFile = ({ file, size }: FileSource): Content => ({
  size,
  async *stream(start = 0, end = size) {
    try {
      const handle = await open(file, 'r');
      try {
        for (let at = start; at < end; ) {
          const piece = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, end - at));
          const { bytesRead } = await handle.read(piece, 0, piece.length, at);
          if (bytesRead === 0) return;
          yield piece.subarray(0, bytesRead);
          at += bytesRead;
        }
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw readError(error);
    }
  },
});

/** The content that a source tells of. @throws EnvelopeError MEDIUM_REMOVED or MEDIUM_UNREADABLE while a file is read */
export const contentOf = (source: Source): Content => {
  if (source instanceof Uint8Array) return ofBytes(source);
  return 'memory' in source ? Spool.of(source) : ofFile(source);
};

/** Bytes in memory, or content that can be read at any place already. */
export const randomContentOf = (bytes: Uint8Array | RandomContent): RandomContent => (bytes instanceof Uint8Array ? ofBytes(bytes) : bytes);

/** All bytes of a content at once. Only for what is known to be small. */
export const bytesOf = async (content: Content, start?: number, end?: number): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of content.stream(start, end)) pieces.push(piece);
  return Buffer.concat(pieces);
};
