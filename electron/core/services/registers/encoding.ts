import { analyse } from 'chardet';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'iso-8859-2' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** not told by a mark or by valid UTF-8, but judged by the letters */
  readonly guessed: boolean;
}

const SAMPLE = 64 * 1024;
const SINGLE_BYTE = ['windows-1250', 'iso-8859-2', 'windows-1252'] as const;

/** Letters of the names and towns in the registers: Romanian, Hungarian, Italian; then the neighbours'. */
const LIKELY = new Set('ăâîșțşţáéóöőúüűíàèìòùĂÂÎȘȚŞŢÁÉÓÖŐÚÜŰÍÀÈÌÒÙ–’“”„«»°');
const POSSIBLE = new Set('šžčćđśźżłńýřěňŠŽČĆĐŚŹŻŁŃäëïñçßÄËÏÑÇêôû');

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

/** How much a text looks like the languages of the registers: signs that no word of theirs has count against it. */
const likeness = (text: string): number => {
  let score = 0;
  let previous = '';
  for (const sign of text) {
    if (sign > '\u007f') {
      if (LIKELY.has(sign)) score += 2;
      else if (POSSIBLE.has(sign)) score += 1;
      else if (/[\u0080-\u009f\ufffd]/u.test(sign)) score -= 6;
      else score -= 2;
      // a small letter is followed by no capital with a mark: the trace of a wrong code page
      if (/\p{Ll}/u.test(previous) && /\p{Lu}/u.test(sign)) score -= 2;
    }
    previous = sign;
  }
  return score;
};

/**
 * Bytes to text: byte order mark, else UTF-16 by its zeros, else UTF-8 if it is valid to the last byte, else the one
 * of windows-1250, iso-8859-2 and windows-1252 that gives words of the registers' languages (chardet breaks a tie).
 */
export const decodeText = (bytes: Uint8Array): Decoded => {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const text = strictUtf8(bytes.subarray(3));
    if (text !== undefined) return { text, encoding: 'utf-8', guessed: false };
  }
  if (a === 0xff && b === 0xfe) return { text: decode(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le', guessed: false };
  if (a === 0xfe && b === 0xff) return { text: decode(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be', guessed: false };
  const wide = utf16ByZeros(bytes.subarray(0, SAMPLE));
  if (wide !== undefined) return { text: decode(bytes, wide), encoding: wide, guessed: true };
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', guessed: false };
  const encoding = singleByte(bytes);
  return { text: decode(bytes, encoding), encoding, guessed: true };
};

const strictUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Latin text in UTF-16 has a zero in every other byte. */
const utf16ByZeros = (sample: Uint8Array): Encoding | undefined => {
  let [even, odd] = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (half < 2) return undefined;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : undefined;
};

/** Only the lines that say something, so that a late accent in a long file is not lost. */
const telling = (bytes: Uint8Array): Uint8Array => {
  const picked: number[] = [];
  let previous = 32;
  for (const byte of bytes) {
    if (byte > 0x7f) picked.push(previous > 0x7f ? 32 : previous, byte);
    previous = byte;
    if (picked.length > SAMPLE) break;
  }
  return Uint8Array.from(picked);
};

const singleByte = (bytes: Uint8Array): Encoding => {
  const sample = telling(bytes);
  const votes = new Map(analyse(bytes.subarray(0, SAMPLE)).map((match) => [match.name.toLowerCase(), match.confidence / 100]));
  const vote = (...names: readonly string[]): number => Math.max(0, ...names.map((name) => votes.get(name) ?? 0));
  // the two central European pages share nearly every letter: chardet only tells them from the western one
  const central = vote('windows-1250', 'iso-8859-2');
  const tie = { 'windows-1250': central, 'iso-8859-2': central, 'windows-1252': vote('windows-1252', 'iso-8859-1') };
  let best: Encoding = 'windows-1250';
  let most = -Infinity;
  for (const encoding of SINGLE_BYTE) {
    const score = likeness(decode(sample, encoding)) + tie[encoding];
    if (score > most) [best, most] = [encoding, score];
  }
  return best;
};
