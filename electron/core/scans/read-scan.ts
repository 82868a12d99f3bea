import { runWorker } from '../workers.ts';
import { PAGE_TIME, SCAN_MEMORY } from './limits.ts';
import type { PageFault } from './pdf.ts';
import { ScanError, type ScanFault } from './scan-error.ts';

/** One page as it came out of a file: the picture as it would be kept and its codes, or why there is none. */
export type ReadPage = { readonly codes: readonly string[]; readonly jpeg: Uint8Array; readonly width: number; readonly height: number } | { readonly fault: PageFault };

/** How often the memory is looked at, in milliseconds. */
const LOOK = 200;

/** Bounds of a reading; tests set them low. */
export interface ScanBounds {
  readonly pageTime: number;
  readonly memory: number;
}

/**
 * Reads a file of scanned pages in a thread of its own that ends with it. A page that takes too long, and a file that needs too
 * much memory, end the thread and nothing else: pictures are made by anybody.
 * @throws ScanError with why the whole file cannot be read; AbortError when `signal` fires
 */
export const readScan = async (bytes: Uint8Array, signal?: AbortSignal, bounds: ScanBounds = { pageTime: PAGE_TIME, memory: SCAN_MEMORY }): Promise<readonly ReadPage[]> => {
  const stop = new AbortController();
  let over: ScanFault | undefined;
  const end = (fault: ScanFault): void => {
    over ??= fault;
    stop.abort();
  };
  const abort = (): void => stop.abort();
  signal?.addEventListener('abort', abort);
  let late = setTimeout(end, bounds.pageTime, 'tooSlow');
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > bounds.memory) end('tooMuchMemory');
  }, LOOK);
  const moved = (): void => {
    clearTimeout(late);
    late = setTimeout(end, bounds.pageTime, 'tooSlow');
  };
  try {
    signal?.throwIfAborted();
    return await runWorker<ReadPage[]>('scan', { bytes }, { signal: stop.signal, onProgress: moved, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  } catch (error) {
    if (over !== undefined) throw new ScanError(over);
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    if (error.name === 'ScanError') throw new ScanError((error as { code?: ScanFault }).code ?? 'damaged');
    // a decoder that fell over, or ran out of the memory of its thread
    throw new ScanError((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooMuchMemory' : 'damaged');
  } finally {
    clearTimeout(late);
    clearInterval(watch);
    signal?.removeEventListener('abort', abort);
  }
};
