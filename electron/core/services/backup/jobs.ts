import type { BackupStep } from '../../../../shared/contract/backup.ts';
import { RefusedError } from '../work.ts';
import type { WriteOptions } from './write.ts';

/** The one backup, check, drill or restore that is under way, for whoever looks at it. In memory only. */
export class BackupJobs {
  #step: BackupStep | undefined;
  /** stops what is under way; undefined while nothing is */
  #halt: AbortController | undefined;
  readonly #lookers = new Set<() => void>();

  /**
   * Runs a job, which tells its steps; the caller's signal stops it, and so does `stop`.
   * @throws RefusedError `backup.busy` while another runs; `backup.stopped` once what it had begun is cleared away
   */
  async run<T>(signal: AbortSignal | undefined, job: (options: WriteOptions) => Promise<T>): Promise<T> {
    if (this.#halt !== undefined) throw new RefusedError({ code: 'backup.busy' });
    const halt = new AbortController();
    this.#halt = halt;
    try {
      return await job({ signal: signal === undefined ? halt.signal : AbortSignal.any([signal, halt.signal]), onStep: (step) => this.#tell(step) });
    } catch (error) {
      throw halt.signal.aborted && error instanceof Error && error.name === 'AbortError' ? new RefusedError({ code: 'backup.stopped' }) : error;
    } finally {
      this.#halt = undefined;
      this.#tell(undefined);
    }
  }

  /** Asks what is under way to stop; whoever began it is told when it did. Too late for what has its name already. */
  stop(): void {
    this.#halt?.abort();
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
