/** How far what is under way has come, for whoever looks at it. In memory: it says nothing about what was saved. */
export class Steps<Key, Step> {
  readonly #steps = new Map<Key, Step>();
  readonly #lookers = new Set<() => void>();

  /** @param step undefined: what was under way has ended, however it ended */
  tell(of: Key, step: Step | undefined): void {
    if (step === undefined) this.#steps.delete(of);
    else this.#steps.set(of, step);
    for (const look of this.#lookers) look();
  }

  /** The steps as they come; a step that was passed before anybody looked is not told. Ends when `signal` fires. */
  async *follow(of: Key, signal: AbortSignal | undefined): AsyncGenerator<Step, void, void> {
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
        const step = this.#steps.get(of);
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
