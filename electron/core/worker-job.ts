import { parentPort } from 'node:worker_threads';
import type { WorkerReply } from './workers.ts';

const told = (error: unknown): Extract<WorkerReply, { error: unknown }> => ({
  error:
    error instanceof Error
      ? { name: error.name, message: error.message, ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}) }
      : { name: 'Error', message: String(error) },
});

/**
 * The worker's side of `runWorker` and `runKeptWorker`: runs `job` on each input it is given, one after the other, and
 * posts its result or error.
 */
export const serveJob = <I, O>(job: (input: I, progress: (value: unknown) => void) => Promise<O> | O): void => {
  const post = (reply: WorkerReply): void => parentPort?.postMessage(reply);
  parentPort?.on('message', (input: I) => {
    void Promise.resolve()
      .then(() => job(input, (progress) => post({ progress })))
      .then((result) => post({ result }), (error: unknown) => post(told(error)));
  });
};
