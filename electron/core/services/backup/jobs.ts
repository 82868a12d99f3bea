import type { BackupStep } from '../../../../shared/contract/backup.ts';
import { RefusedError } from '../work.ts';
import type { WriteOptions } from './write.ts';

/** The one backup, check, drill or restore that is under way, for whoever looks at it. In memory only. */
export class BackupJobs {
  #step: BackupStep | undefined;
  #busy = false;
  readonly #lookers = new Set<() => void>();

  /**
   * Runs a job, which tells its steps; the caller's signal stops it.
   * @throws RefusedError `backup.busy` while another runs
   */
  async run<T>(signal: AbortSignal | undefined, job: (options: WriteOptions) => Promise<T>): Promise<T> {
    if (this.#busy) throw new RefusedError({ code: 'backup.busy' });
    this.#busy = true;
    try {
      return await job({ signal, onStep: (step) => this.#tell(step) });
    } finally {
      this.#busy = false;
      this.#tell(undefined);
    }
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
