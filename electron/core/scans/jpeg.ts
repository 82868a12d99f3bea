import jpeg from 'jpeg-js';
import { SCAN_LIMITS } from './limits.ts';
import { checkSize, fromColours, turned, type Picture } from './picture.ts';
import { ScanError } from './scan-error.ts';

export const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/** Quarters clockwise by the orientation a camera writes; mirrored ones are no scans. */
const QUARTERS: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 };

/** The orientation among the camera's notes (Exif tag 0x112). */
const orientationOf = (notes: Buffer): number => {
  if (notes.toString('latin1', 0, 6) !== 'Exif\0\0' || notes.length < 16) return 1;
  const tiff = notes.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return 1;
  const entries = Math.min(two(first), 64);
  for (let at = first + 2, left = entries; left > 0 && at + 12 <= tiff.length; at += 12, left -= 1) if (two(at) === 0x112) return two(at + 8);
  return 1;
};

/** Size and orientation as the head tells them; nothing is decoded. */
const headOf = (bytes: Buffer): { readonly width: number; readonly height: number; readonly orientation: number } => {
  let orientation = 1;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) throw new ScanError('damaged');
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) throw new ScanError('damaged');
    if (marker === 0xe1) orientation = orientationOf(bytes.subarray(at + 4, at + 2 + length));
    // a frame of any kind but the tables between them
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), orientation };
    if (marker === 0xda) break;
    at += 2 + length;
  }
  throw new ScanError('damaged');
};

/** A JPEG as a page, upright as the camera held it. @throws ScanError damaged, tooManyPixels */
export const readJpeg = (bytes: Buffer): Picture => {
  const { width, height, orientation } = headOf(bytes);
  checkSize(width, height);
  try {
    const read = jpeg.decode(bytes, { useTArray: true, formatAsRGBA: false, tolerantDecoding: false, maxResolutionInMP: SCAN_LIMITS.pixels / 1_000_000 + 1, maxMemoryUsageInMB: 900 });
    checkSize(read.width, read.height);
    return turned(fromColours(read.width, read.height, read.data, 3), QUARTERS[orientation] ?? 0);
  } catch (error) {
    if (error instanceof ScanError) throw error;
    throw new ScanError('damaged');
  }
};
