import type { SealStep } from '../../../../shared/contract/exchange.ts';

/** How far each sealing is that is under way, for whoever looks at it. In memory: it says nothing about what was saved. */
export class Sealing {
  readonly #steps = new Map<string, SealStep>();
  readonly #lookers = new Set<() => void>();

  /** Runs a sealing, which tells its steps, and forgets it when it ends, however it ends. */
  async run<T>(handoverId: string, seal: (onStep: (step: SealStep) => void) => Promise<T>): Promise<T> {
    try {
      return await seal((step) => this.#tell(handoverId, step));
    } finally {
      this.#tell(handoverId, undefined);
    }
  }

  #tell(handoverId: string, step: SealStep | undefined): void {
    if (step === undefined) this.#steps.delete(handoverId);
    else this.#steps.set(handoverId, step);
    for (const look of this.#lookers) look();
  }

  /** The steps as they come; a step that was passed before anybody looked is not told. Ends when `signal` fires. */
  async *follow(handoverId: string, signal: AbortSignal | undefined): AsyncGenerator<SealStep, void, void> {
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
        const step = this.#steps.get(handoverId);
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
