import type { PdfFile } from './pdf-file.ts';
import { dpiFor } from './zoom.ts';

const POINTS_PER_INCH = 72;

/** A canvas holds what it drew as long as it lives: one pixel is all that is left. */
export const empty = (canvas: HTMLCanvasElement): void => {
  canvas.width = 1;
  canvas.height = 1;
};

const pictureOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob === null ? fail(new Error('no picture')) : done(blob)), 'image/png');
  });

const shown = async (address: string): Promise<HTMLImageElement> => {
  const image = new Image();
  const loaded = new Promise<void>((done, fail) => {
    image.addEventListener('load', () => done(), { once: true });
    image.addEventListener('error', () => fail(new Error('no picture')), { once: true });
  });
  image.alt = '';
  image.src = address;
  await loaded;
  return image;
};

/**
 * Draws every page for a printer, puts them where only printers look, and takes them away when `act` has ended. One page
 * is drawn at a time; between pages only compressed images are kept, in memory.
 * @param onPage called with the number of the page being drawn
 * @throws AbortError when the signal fires before `act` began
 */
export const withSheets = <T>(file: PdfFile, signal: AbortSignal, onPage: (no: number) => void, act: () => Promise<T>): Promise<T> => withPile([file], signal, onPage, act);

/** The same for several files, one after the other. `onPage` counts through all of them. */
export const withPile = async <T>(files: readonly PdfFile[], signal: AbortSignal, onPage: (no: number) => void, act: () => Promise<T>): Promise<T> => {
  const place = document.createElement('div');
  place.className = 'v-sheets';
  place.setAttribute('aria-hidden', 'true');
  const canvas = document.createElement('canvas');
  const addresses: string[] = [];
  const sheets = files.flatMap((file) => Array.from({ length: file.pages }, (_, at) => ({ file, page: at + 1 })));
  const scale = dpiFor(sheets.length) / POINTS_PER_INCH;
  try {
    for (const [at, { file, page }] of sheets.entries()) {
      signal.throwIfAborted();
      onPage(at + 1);
      const sheet = await file.page(page);
      await sheet.draw(canvas, scale, 'print', signal);
      const address = URL.createObjectURL(await pictureOf(canvas));
      addresses.push(address);
      place.append(await shown(address));
    }
    signal.throwIfAborted();
    document.body.append(place);
    return await act();
  } finally {
    place.remove();
    empty(canvas);
    for (const address of addresses) URL.revokeObjectURL(address);
  }
};
