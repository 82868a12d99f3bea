import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Where the built worker `<name>.worker.js` lies: beside the running bundle, or in out/core when the sources run
 * directly (unit tests).
 */
const workerUrl = (name: string): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL(`../../out/core/${name}.worker.js`, import.meta.url)
    : new URL(`./${name}.worker.js`, import.meta.url);

/** Options of a job in a worker. */
export interface Job {
  readonly signal?: AbortSignal;
  /** called with each value the worker posts before its result: a share of 0–1 or a phase */
  readonly onProgress?: (progress: unknown) => void;
  readonly transfer?: WorkerOptions['transferList'];
  /** memory of JavaScript objects the worker may use */
  readonly resourceLimits?: WorkerOptions['resourceLimits'];
}

export type WorkerReply =
  | { readonly progress: unknown }
  | { readonly result: unknown }
  | { readonly error: { readonly name: string; readonly code?: string; readonly message: string } };

/**
 * Runs one job in a worker that ends with it: Argon2id, PDF, sealing, backup. The core's loop stays free.
 * The worker receives `input` as workerData and answers with `WorkerReply` messages.
 * @throws the worker's own error (name, code and message kept), or an AbortError when the signal fires
 */
export const runWorker = <T>(name: string, input: unknown, job: Job = {}): Promise<T> =>
  new Promise((resolve, reject) => {
    job.signal?.throwIfAborted();
    const worker = new Worker(workerUrl(name), { workerData: input, ...(job.transfer ? { transferList: job.transfer } : {}), ...(job.resourceLimits ? { resourceLimits: job.resourceLimits } : {}) });
    let ended = false;
    // answered only when the worker is gone: files it was lent are its caller's alone again
    const end = (settle: () => void): void => {
      if (ended) return;
      ended = true;
      job.signal?.removeEventListener('abort', abort);
      void worker.terminate().then(settle, settle);
    };
    const abort = (): void => end(() => reject(new DOMException('cancelled', 'AbortError')));
    job.signal?.addEventListener('abort', abort);
    worker.on('message', (reply: WorkerReply) => {
      if ('progress' in reply) job.onProgress?.(reply.progress);
      else if ('result' in reply) end(() => resolve(reply.result as T));
      else end(() => reject(Object.assign(new Error(reply.error.message), { name: reply.error.name, code: reply.error.code })));
    });
    worker.once('error', (error) => end(() => reject(error)));
    worker.once('exit', (code) => end(() => reject(new Error(`worker ${name} ended with ${code} before its result`))));
  });
