import { runKeptWorker } from '../workers.ts';
import type { DocumentRequest } from './types.ts';

export interface RenderJob {
  readonly signal?: AbortSignal;
  /** called with a share of 0–1 */
  readonly onProgress?: (share: number) => void;
}

export interface RenderedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Makes a document in a worker: the core's loop stays free, and cancelling stops the work. The worker waits a while for the
 * next document, as loading what it needs takes longer than most documents.
 * The same request gives the same bytes.
 * @returns the tagged PDF/A-3a file and its number of pages
 * @throws AbortError when the signal fires; Error when the document cannot be made
 */
export const renderPages = (request: DocumentRequest, { signal, onProgress }: RenderJob = {}): Promise<RenderedDocument> =>
  runKeptWorker<RenderedDocument>('pdf', request, {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress: (share) => typeof share === 'number' && onProgress(share) }),
  });

/** `renderPages` without the count: the bytes of the PDF. */
export const renderDocument = async (request: DocumentRequest, job: RenderJob = {}): Promise<Uint8Array> => (await renderPages(request, job)).pdf;
