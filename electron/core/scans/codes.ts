import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import reader from 'zxing-wasm/reader/zxing_reader.wasm';
import { coloursOf, stretched, within, type Picture } from './picture.ts';

// the decoder is part of the program: nothing is fetched
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(Buffer.from(reader, 'base64')).buffer } });

/** The QR codes of a page, and by how many quarters it has to be turned clockwise to stand upright. */
export interface FoundCodes {
  readonly texts: readonly string[];
  readonly quarters: number;
}

/** Sides a page is looked at in: a third of the pixels tells most codes, small ones need all of them. */
const LOOKS: readonly number[] = [1800, 3600, 20_000];

/** Longest text of a code that is looked at: the paper that revokes a key has some 210 letters. */
const LONGEST = 300;

const look = async (picture: Picture): Promise<FoundCodes> => {
  const image = { data: coloursOf(picture), width: picture.width, height: picture.height, colorSpace: 'srgb' } as ImageData;
  const found = (await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: 8 })).filter(({ isValid, text }) => isValid && text !== '');
  const upright = found[0]?.orientation ?? 0;
  return { texts: [...new Set(found.map(({ text }) => text.slice(0, LONGEST)))], quarters: -Math.round(upright / 90) };
};

/** Reads the codes of a page, however it lay in the scanner; a pale one is looked at again with more contrast. */
export const codesOf = async (picture: Picture): Promise<FoundCodes> => {
  for (const side of LOOKS) {
    const seen = within(picture, side);
    for (const each of [seen, stretched(seen)]) {
      const found = await look(each);
      if (found.texts.length > 0) return found;
    }
    if (Math.max(picture.width, picture.height) <= side) break;
  }
  return { texts: [], quarters: 0 };
};
