import jpeg from 'jpeg-js';
import { SCAN_LIMITS } from './limits.ts';
import { ScanError } from './scan-error.ts';

/** A page in grey: one byte a pixel, rows from the top. Ink is read without its colour. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** @throws ScanError damaged for no size at all, tooManyPixels beyond the limits: before anything is decoded */
export const checkSize = (width: number, height: number): void => {
  if (!(width > 0 && height > 0)) throw new ScanError('damaged');
  if (width > SCAN_LIMITS.side || height > SCAN_LIMITS.side || width * height > SCAN_LIMITS.pixels) throw new ScanError('tooManyPixels');
};

/** From pixels of `channels` bytes, of which the first three are red, green and blue; see-through ones lie on white paper. */
export const fromColours = (width: number, height: number, data: Uint8Array | Uint8ClampedArray, channels: 3 | 4): Picture => {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += channels) {
    // the weights of ITU-R BT.601, in 256ths
    const light = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
    const alpha = channels === 4 ? (data[from + 3] ?? 255) : 255;
    grey[at] = alpha === 255 ? light : Math.round((light * alpha + 255 * (255 - alpha)) / 255);
  }
  return { width, height, grey };
};

/** From one bit a pixel, rows filled up to whole bytes; a set bit is white. */
export const fromBits = (width: number, height: number, data: Uint8Array | Uint8ClampedArray): Picture => {
  const grey = new Uint8Array(width * height);
  const row = Math.ceil(width / 8);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) grey[y * width + x] = (((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
  }
  return { width, height, grey };
};

/** Turned clockwise by so many quarters. */
export const turned = (picture: Picture, quarters: number): Picture => {
  const times = ((quarters % 4) + 4) % 4;
  if (times === 0) return picture;
  const { width, height, grey } = picture;
  const [wide, high] = times === 2 ? [width, height] : [height, width];
  const out = new Uint8Array(grey.length);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const from = times === 1 ? (height - 1 - x) * width + y : times === 2 ? (height - 1 - y) * width + (width - 1 - x) : x * width + (width - 1 - y);
      out[y * wide + x] = grey[from] ?? 255;
    }
  }
  return { width: wide, height: high, grey: out };
};

/** Made smaller so that neither side is longer than `side`: each pixel the mean of what it covers. */
export const within = (picture: Picture, side: number): Picture => {
  const { width, height, grey } = picture;
  const share = side / Math.max(width, height);
  if (share >= 1) return picture;
  const [wide, high] = [Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share))];
  const out = new Uint8Array(wide * high);
  for (let y = 0; y < high; y += 1) {
    const [top, bottom] = [Math.floor((y * height) / high), Math.max(Math.floor((y * height) / high) + 1, Math.floor(((y + 1) * height) / high))];
    for (let x = 0; x < wide; x += 1) {
      const [left, right] = [Math.floor((x * width) / wide), Math.max(Math.floor((x * width) / wide) + 1, Math.floor(((x + 1) * width) / wide))];
      let sum = 0;
      for (let from = top; from < bottom; from += 1) for (let at = left; at < right; at += 1) sum += grey[from * width + at] ?? 255;
      out[y * wide + x] = Math.round(sum / ((bottom - top) * (right - left)));
    }
  }
  return { width: wide, height: high, grey: out };
};

/** Four bytes a pixel, as decoders of codes and encoders of pictures want them. */
export const coloursOf = ({ grey }: Picture): Uint8ClampedArray => {
  const data = new Uint8ClampedArray(grey.length * 4);
  grey.forEach((light, at) => {
    data[at * 4] = light;
    data[at * 4 + 1] = light;
    data[at * 4 + 2] = light;
    data[at * 4 + 3] = 255;
  });
  return data;
};

/** Dark to black and light to white, for a pale copy. */
export const stretched = (picture: Picture): Picture => {
  const counts = new Uint32Array(256);
  for (const light of picture.grey) counts[light] = (counts[light] ?? 0) + 1;
  const few = picture.grey.length / 200;
  const edge = (lights: readonly number[]): number => {
    let sum = 0;
    return lights.find((light) => (sum += counts[light] ?? 0) > few) ?? 0;
  };
  const all = Array.from({ length: 256 }, (_, light) => light);
  const [dark, bright] = [edge(all), edge(all.toReversed())];
  if (bright - dark < 8) return picture;
  return { ...picture, grey: picture.grey.map((light) => Math.max(0, Math.min(255, Math.round(((light - dark) * 255) / (bright - dark))))) };
};

const encoded = (picture: Picture, quality: number): Uint8Array =>
  new Uint8Array(jpeg.encode({ width: picture.width, height: picture.height, data: coloursOf(picture) }, quality).data);

/** The page as it is kept: in grey, bounded in size, and nothing in it but the picture. */
export const forKeeping = (picture: Picture): { readonly jpeg: Uint8Array; readonly width: number; readonly height: number } => {
  let fitted = within(picture, SCAN_LIMITS.keptSide);
  for (const quality of [70, 50, 35]) {
    const bytes = encoded(fitted, quality);
    if (bytes.length <= SCAN_LIMITS.kept) return { jpeg: bytes, width: fitted.width, height: fitted.height };
  }
  // noise alone is as large as that
  fitted = within(fitted, SCAN_LIMITS.keptSide / 2);
  return { jpeg: encoded(fitted, 35), width: fitted.width, height: fitted.height };
};
