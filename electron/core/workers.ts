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
  readonly transfer?: NonNullable<WorkerOptions['transferList']>;
  /** memory of JavaScript objects the worker may use */
  readonly resourceLimits?: WorkerOptions['resourceLimits'];
}

export type WorkerReply =
  | { readonly progress: unknown }
  | { readonly result: unknown }
  | { readonly error: { readonly name: string; readonly code?: string; readonly message: string } };

const start = (name: string, limits: Job['resourceLimits']): Worker => new Worker(workerUrl(name), limits ? { resourceLimits: limits } : {});

/**
 * Gives one input to a worker and waits for its answer.
 * @param release ends the worker or puts it aside; a job that was cancelled or broke always ends it
 */
const carryOut = <T>(name: string, worker: Worker, input: unknown, job: Job, release: (worker: Worker) => Promise<unknown>): Promise<T> =>
  new Promise((resolve, reject) => {
    let ended = false;
    // answered only when the worker is gone or idle: files it was lent are its caller's alone again
    const end = (settle: () => void, free: (worker: Worker) => Promise<unknown> = (broken) => broken.terminate()): void => {
      if (ended) return;
      ended = true;
      job.signal?.removeEventListener('abort', abort);
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      // whatever still goes wrong in a thread nobody waits for any more stays in it
      worker.on('error', () => undefined);
      void free(worker).then(settle, settle);
    };
    const abort = (): void => end(() => reject(new DOMException('cancelled', 'AbortError')));
    job.signal?.addEventListener('abort', abort);
    worker.on('message', (reply: WorkerReply) => {
      if ('progress' in reply) job.onProgress?.(reply.progress);
      else if ('result' in reply) end(() => resolve(reply.result as T), release);
      else end(() => reject(Object.assign(new Error(reply.error.message), { name: reply.error.name, code: reply.error.code })), release);
    });
    worker.once('error', (error) => end(() => reject(error)));
    worker.once('exit', (code) => end(() => reject(new Error(`worker ${name} ended with ${code} before its result`))));
    try {
      worker.postMessage(input, job.transfer ?? []);
    } catch (error) {
      end(() => reject(error as Error));
    }
  });

/**
 * Runs one job in a worker that ends with it: Argon2id, sealing, backup. The core's loop stays free, and no secret of
 * the job outlives it.
 * The worker receives `input` as a message and answers with `WorkerReply` messages.
 * @throws the worker's own error (name, code and message kept), or an AbortError when the signal fires
 */
export const runWorker = async <T>(name: string, input: unknown, job: Job = {}): Promise<T> => {
  job.signal?.throwIfAborted();
  return carryOut<T>(name, start(name, job.resourceLimits), input, job, (worker) => worker.terminate());
};

/** How long a worker without work is kept, in milliseconds. */
const IDLE = 20_000;
const idle = new Map<string, { readonly worker: Worker; readonly timer: NodeJS.Timeout }>();

/** Takes the idle worker of a name away from the shelf, if there is one. */
const taken = (name: string): Worker | undefined => {
  const kept = idle.get(name);
  if (kept === undefined) return undefined;
  clearTimeout(kept.timer);
  idle.delete(name);
  kept.worker.removeAllListeners('exit');
  kept.worker.ref();
  return kept.worker;
};

/** Puts a worker on the shelf of its name for a while; a second one ends at once. It keeps no process alive. */
const shelve = (name: string) => async (worker: Worker): Promise<void> => {
  if (idle.has(name)) return void (await worker.terminate());
  const timer = setTimeout(() => {
    idle.delete(name);
    void worker.terminate();
  }, IDLE);
  timer.unref();
  worker.unref();
  worker.once('exit', () => idle.get(name)?.worker === worker && (clearTimeout(timer), idle.delete(name)));
  idle.set(name, { worker, timer });
};

/**
 * `runWorker` for what is asked for again and again (documents): the worker waits a while for the next job, because
 * starting one takes longer than most jobs. For jobs without secrets only; a cancelled or broken one still ends it.
 * @throws as `runWorker`
 */
export const runKeptWorker = async <T>(name: string, input: unknown, job: Omit<Job, 'resourceLimits'> = {}): Promise<T> => {
  job.signal?.throwIfAborted();
  return carryOut<T>(name, taken(name) ?? start(name, undefined), input, job, shelve(name));
};
