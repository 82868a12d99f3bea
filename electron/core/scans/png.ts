import { crc32, inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { checkSize, fromColours, type Picture } from './picture.ts';
import { ScanError } from './scan-error.ts';

export const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
  readonly type: string;
  readonly whole: Buffer;
  readonly data: Buffer;
}

/** What makes the picture; everything else (texts, profiles, times) is left out before decoding. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

const chunksOf = (bytes: Buffer): Chunk[] => {
  const chunks: Chunk[] = [];
  for (let at = PNG_START.length; at < bytes.length; ) {
    if (at + 12 > bytes.length) throw new ScanError('damaged');
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new ScanError('damaged');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (bytes.readUInt32BE(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) throw new ScanError('damaged');
    if (KEPT.has(type)) chunks.push({ type, whole: bytes.subarray(at, end), data: bytes.subarray(at + 8, end - 4) });
    at = end;
    if (type === 'IEND') return chunks;
  }
  throw new ScanError('damaged');
};

/** Samples of a pixel, by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The most that the pixels of such a head can be unpacked; interlaced pictures begin up to seven rows anew. */
const unpackedOf = (head: Buffer): number => {
  const [width, height, depth, colour] = [head.readUInt32BE(0), head.readUInt32BE(4), head.readUInt8(8), head.readUInt8(9)];
  checkSize(width, height);
  const samples = SAMPLES[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth)) throw new ScanError('damaged');
  return height * (1 + Math.ceil((width * depth * samples) / 8)) + 8 * (width + height) * samples + 1024;
};

/**
 * A PNG as a page. Its size is believed only after what is packed in it was unpacked to no more than that.
 * @throws ScanError damaged, tooManyPixels
 */
export const readPng = (bytes: Buffer): Picture => {
  const chunks = chunksOf(bytes);
  const head = chunks[0];
  if (head?.type !== 'IHDR' || head.data.length !== 13) throw new ScanError('damaged');
  const most = unpackedOf(head.data);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    inflateSync(packed, { maxOutputLength: most });
  } catch (error) {
    throw new ScanError(error instanceof RangeError ? 'tooManyPixels' : 'damaged');
  }
  try {
    const { width, height, data } = PNG.sync.read(Buffer.concat([PNG_START, ...chunks.map(({ whole }) => whole)]));
    return fromColours(width, height, data, 4);
  } catch {
    throw new ScanError('damaged');
  }
};
