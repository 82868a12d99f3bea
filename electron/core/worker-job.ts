import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerReply } from './workers.ts';

/** The worker's side of `runWorker`: runs `job` on the input once and posts its result or error. */
export const serveJob = <I, O>(job: (input: I, progress: (value: unknown) => void) => Promise<O> | O): void => {
  const post = (reply: WorkerReply): void => parentPort?.postMessage(reply);
  Promise.resolve()
    .then(() => job(workerData as I, (progress) => post({ progress })))
    .then(
      (result) => post({ result }),
      (error: unknown) =>
        post({
          error:
            error instanceof Error
              ? { name: error.name, message: error.message, ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}) }
              : { name: 'Error', message: String(error) },
        }),
    );
};
