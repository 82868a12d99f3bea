import './older-node.ts';
import { getDocument, OPS, type PDFDocumentLoadingTask, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import bilevel from 'pdfjs-dist/wasm/jbig2.wasm';
import wavelets from 'pdfjs-dist/wasm/openjpeg.wasm';
import { SCAN_LIMITS } from './limits.ts';
import { checkSize, fromBits, fromColours, turned, type Picture } from './picture.ts';
import { ScanError } from './scan-error.ts';

// its parser runs in this thread, which is a worker already
Object.assign(globalThis, { pdfjsWorker: pdfWorker });

const decoders: Readonly<Record<string, string>> = { 'jbig2.wasm': bilevel, 'openjpeg.wasm': wavelets };

/** Gives the decoders that are part of the program; nothing is read from anywhere. */
class OwnDecoders {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const own = decoders[filename];
    return own === undefined ? Promise.reject(new Error(`no ${filename}`)) : Promise.resolve(Uint8Array.from(Buffer.from(own, 'base64')));
  }
}

/** A decoded image as pdf.js gives it; `kind` 1: a bit a pixel, 2: three bytes, 3: four. */
interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

const isDecoded = (value: unknown): value is Decoded => typeof value === 'object' && value !== null && 'data' in value && ArrayBuffer.isView(value.data) && 'kind' in value && 'width' in value && 'height' in value;

const pictureOf = ({ width, height, kind, data }: Decoded): Picture => {
  checkSize(width, height);
  if (kind === 1) return fromBits(width, height, data);
  return fromColours(width, height, data, kind === 3 ? 4 : 3);
};

/** Everything that draws an image. */
const DRAWS: ReadonlySet<number> = new Set([OPS.paintImageXObject, OPS.paintImageXObjectRepeat, OPS.paintInlineImageXObject, OPS.paintInlineImageXObjectGroup, OPS.paintImageMaskXObject]);

const imageOf = async (page: PDFPageProxy): Promise<Picture> => {
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawn = fnArray.flatMap((operation, at) => (DRAWS.has(operation) ? [{ operation, at }] : []));
  const [only] = drawn;
  // what a scanner writes: one image that is the page, perhaps with letters it has recognised below it
  if (only?.operation !== OPS.paintImageXObject || drawn.length !== 1) throw new ScanError('pageNotOneImage');
  const name = String((argsArray[only.at] as readonly unknown[])[0]);
  const image: unknown = await new Promise((resolve) => (name.startsWith('g_') ? page.commonObjs : page.objs).get(name, resolve));
  if (!isDecoded(image)) throw new ScanError('pageUnreadable');
  return turned(pictureOf(image), page.rotate / 90);
};

const opening = (bytes: Uint8Array): PDFDocumentLoadingTask =>
  getDocument({
    data: bytes,
    wasmUrl: 'own:/',
    BinaryDataFactory: OwnDecoders,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: SCAN_LIMITS.pixels,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
    enableXfa: false,
    verbosity: 0,
  });

const opened = async (task: PDFDocumentLoadingTask): Promise<PDFDocumentProxy> => {
  try {
    return await task.promise;
  } catch (error) {
    throw new ScanError(error instanceof Error && error.name === 'PasswordException' ? 'pdfLocked' : 'pdfDamaged');
  }
};

/** Why a page of a document gave no picture. */
export type PageFault = 'pageNotOneImage' | 'pageUnreadable' | 'tooManyPixels';

const faultOf = (error: unknown): PageFault => {
  const code = error instanceof ScanError ? error.code : undefined;
  return code === 'pageNotOneImage' || code === 'tooManyPixels' ? code : 'pageUnreadable';
};

/**
 * The pages of a scanned PDF, one after the other: a page that is not one image is told as such, and the others are read.
 * @throws ScanError pdfLocked, pdfDamaged, tooManyPages
 */
export async function* readPdf(bytes: Uint8Array): AsyncGenerator<Picture | PageFault, void, void> {
  const task = opening(bytes);
  try {
    const pdf = await opened(task);
    if (pdf.numPages > SCAN_LIMITS.pages) throw new ScanError('tooManyPages');
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number).catch(() => undefined);
      yield page === undefined ? 'pageUnreadable' : await imageOf(page).catch(faultOf);
      page?.cleanup();
    }
  } finally {
    await task.destroy();
  }
}
