import type { BatchStep } from '../../../../shared/contract/batches.ts';
import type { SealStep } from '../../../../shared/contract/exchange.ts';
import { Steps } from '../steps.ts';

/** How far each sealing is that is under way, by hand-over. */
export class Sealing {
  readonly #steps = new Steps<string, SealStep>();
  /** by the service a batch goes to */
  readonly #batches = new Steps<string, BatchStep>();

  /** Runs a sealing, which tells its steps, and forgets it when it ends, however it ends. */
  async run<T>(handoverId: string, seal: (onStep: (step: SealStep) => void) => Promise<T>): Promise<T> {
    try {
      return await seal((step) => this.#steps.tell(handoverId, step));
    } finally {
      this.#steps.tell(handoverId, undefined);
    }
  }

  /** The steps as they come; a step that was passed before anybody looked is not told. Ends when `signal` fires. */
  follow(handoverId: string, signal: AbortSignal | undefined): AsyncGenerator<SealStep, void, void> {
    return this.#steps.follow(handoverId, signal);
  }

  /** The step of a batch to a service; undefined when it has ended, however it ended. */
  tellBatch(serviceId: string, step: BatchStep | undefined): void {
    this.#batches.tell(serviceId, step);
  }

  /** As `follow`, for a batch to a service. */
  followBatch(serviceId: string, signal: AbortSignal | undefined): AsyncGenerator<BatchStep, void, void> {
    return this.#batches.follow(serviceId, signal);
  }
}
