import type { BackupStep } from '../../../../shared/contract/backup.ts';
import { RefusedError } from '../work.ts';
import type { WriteOptions } from './write.ts';

/** The one backup, check, drill or restore that is under way, for whoever looks at it or stops it. In memory only. */
export class BackupJobs {
  #step: BackupStep | undefined;
  #stop: AbortController | undefined;
  readonly #lookers = new Set<() => void>();

  /**
   * Runs a job, which tells its steps and can be stopped by `stop` or by the caller's signal.
   * @throws RefusedError `backup.busy` while another runs; `backup.stopped` when it was stopped
   */
  async run<T>(signal: AbortSignal | undefined, job: (options: WriteOptions) => Promise<T>): Promise<T> {
    if (this.#stop !== undefined) throw new RefusedError({ code: 'backup.busy' });
    const stop = new AbortController();
    this.#stop = stop;
    try {
      return await job({ signal: signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]), onStep: (step) => this.#tell(step) });
    } catch (error) {
      if (stop.signal.aborted && error instanceof Error && error.name === 'AbortError') throw new RefusedError({ code: 'backup.stopped' });
      throw error;
    } finally {
      this.#stop = undefined;
      this.#tell(undefined);
    }
  }

  stop(): void {
    this.#stop?.abort();
  }

  #tell(step: BackupStep | undefined): void {
    this.#step = step;
    for (const look of this.#lookers) look();
  }

  /** The steps as they come; a step that was passed before anybody looked is not told. Ends when `signal` fires. */
  async *follow(signal: AbortSignal | undefined): AsyncGenerator<BackupStep, void, void> {
    let wake = (): void => undefined;
    let changed = true;
    const look = (): void => {
      changed = true;
      wake();
    };
    this.#lookers.add(look);
    signal?.addEventListener('abort', look);
    const ended = (): boolean => signal?.aborted === true;
    try {
      while (!ended()) {
        const step = this.#step;
        const fresh = changed;
        changed = false;
        if (fresh && step !== undefined) yield step;
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (changed || ended()) resolve();
        });
      }
    } finally {
      this.#lookers.delete(look);
      signal?.removeEventListener('abort', look);
    }
  }
}
