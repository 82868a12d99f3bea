// oxlint-disable-next-line import/default -- the bundler answers with the address of the file
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { boundedScale } from './zoom.ts';

/** Why a PDF cannot be shown. */
export class PdfError extends Error {
  readonly why: 'damaged' | 'password';
  constructor(why: 'damaged' | 'password', cause?: unknown) {
    super(why, cause === undefined ? undefined : { cause });
    this.name = 'PdfError';
    this.why = why;
  }
}

/** An open PDF. `close` ends its worker and forgets every byte; drawing under way fails then. */
export interface PdfFile {
  readonly pages: number;
  readonly page: (no: number) => Promise<PdfSheet>;
  readonly close: () => void;
}

/** A rectangle in points of a PDF (1/72 inch). */
export interface PdfSheet {
  readonly width: number;
  readonly height: number;
  /** draws it; the canvas takes the size. `scale`: pixels a point */
  readonly draw: (canvas: HTMLCanvasElement, scale: number, use: 'screen' | 'print', signal: AbortSignal) => Promise<void>;
  /** writes its text into a layer that lies over the canvas */
  readonly write: (layer: HTMLElement, scale: number, signal: AbortSignal) => Promise<void>;
}

type Library = typeof PdfJs;

/** Points: five metres, the most that PDF readers agree on. */
const LONGEST_SIDE = 14_400;
/** A document of an office has some ten; a file that claims more than this is not shown. */
const MOST_PAGES = 2_000;

const sheetOf = ({ TextLayer }: Library, page: PdfJs.PDFPageProxy): PdfSheet => {
  const { width, height } = page.getViewport({ scale: 1 });
  if (!(width > 0 && width <= LONGEST_SIDE && height > 0 && height <= LONGEST_SIDE)) throw new PdfError('damaged');
  return {
    width,
    height,
    draw: async (canvas, scale, use, signal) => {
      const viewport = page.getViewport({ scale: boundedScale(width, height, scale, use) });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const task = page.render({ canvas, viewport, intent: use === 'screen' ? 'display' : 'print' });
      const stop = (): void => task.cancel();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await task.promise;
      } finally {
        signal.removeEventListener('abort', stop);
        page.cleanup();
      }
    },
    write: async (layer, scale, signal) => {
      const writer = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport: page.getViewport({ scale }) });
      signal.addEventListener('abort', () => writer.cancel(), { once: true });
      await writer.render();
    },
  };
};

/** Images of a foreign PDF beyond this many pixels are left out. */
const IMAGE_PIXELS = 32e6;

const load = async ({ getDocument, PDFWorker, VerbosityLevel }: Library, bytes: ArrayBuffer, port: Worker): Promise<PdfJs.PDFDocumentProxy> => {
  try {
    return await getDocument({
      data: bytes,
      worker: PDFWorker.create({ port }),
      verbosity: VerbosityLevel.ERRORS,
      enableXfa: false,
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      maxImageSize: IMAGE_PIXELS,
      stopAtErrors: false,
    }).promise;
  } catch (cause) {
    throw new PdfError(cause instanceof Error && cause.name === 'PasswordException' ? 'password' : 'damaged', cause);
  }
};

/**
 * Opens a PDF in a worker of its own.
 * @param bytes are given to the worker and empty afterwards
 * @throws PdfError when it cannot be read
 */
export const openPdf = async (bytes: ArrayBuffer): Promise<PdfFile> => {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = new Worker(new URL(workerAddress, document.baseURI), { type: 'module' });
  try {
    const file = await load(library, bytes, port);
    if (file.numPages > MOST_PAGES) throw new PdfError('damaged');
    return {
      pages: file.numPages,
      page: async (no) => sheetOf(library, await file.getPage(no)),
      close: () => {
        void file.loadingTask.destroy().catch(() => undefined);
        port.terminate();
      },
    };
  } catch (error) {
    port.terminate();
    throw error;
  }
};
