import type { BackupStep } from '../../../../shared/contract/backup.ts';
import { Steps } from '../steps.ts';
import { RefusedError } from '../work.ts';
import type { WriteOptions } from './write.ts';

/** Only one is under way at a time. */
const JOB = 'job';

/** The one backup, check, drill or restore that is under way, for whoever looks at it. In memory only. */
export class BackupJobs {
  readonly #steps = new Steps<typeof JOB, BackupStep>();
  /** stops what is under way; undefined while nothing is */
  #halt: AbortController | undefined;

  /**
   * Runs a job, which tells its steps; the caller's signal stops it, and so does `stop`.
   * @throws RefusedError `backup.busy` while another runs; `backup.stopped` once what it had begun is cleared away
   */
  async run<T>(signal: AbortSignal | undefined, job: (options: WriteOptions) => Promise<T>): Promise<T> {
    if (this.#halt !== undefined) throw new RefusedError({ code: 'backup.busy' });
    const halt = new AbortController();
    this.#halt = halt;
    try {
      return await job({ signal: signal === undefined ? halt.signal : AbortSignal.any([signal, halt.signal]), onStep: (step) => this.#steps.tell(JOB, step) });
    } catch (error) {
      throw halt.signal.aborted && error instanceof Error && error.name === 'AbortError' ? new RefusedError({ code: 'backup.stopped' }) : error;
    } finally {
      this.#halt = undefined;
      this.#steps.tell(JOB, undefined);
    }
  }

  /** Asks what is under way to stop; whoever began it is told when it did. Too late for what has its name already. */
  stop(): void {
    this.#halt?.abort();
  }

  /** The steps as they come; a step that was passed before anybody looked is not told. Ends when `signal` fires. */
  follow(signal: AbortSignal | undefined): AsyncGenerator<BackupStep, void, void> {
    return this.#steps.follow(JOB, signal);
  }
}
