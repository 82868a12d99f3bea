/** How long the page may take to hide everything and save what is being typed; milliseconds, longer than the page waits itself. */
const PATIENCE = 6_000;

/** Lets the page hide everything and save what is being typed before its core is ended. A page that hangs is not waited for. */
export class Hiding {
  readonly #ask: () => void;
  #asked: { readonly done: Promise<void>; readonly answer: () => void } | undefined;

  /** @param ask tells the page to hide */
  constructor(ask: () => void) {
    this.#ask = ask;
  }

  /** Asks the page, once for everybody who waits. Resolves when it answered, or when it took too long. */
  done(): Promise<void> {
    this.#asked ??= this.#start();
    return this.#asked.done;
  }

  /** The page shows nothing any more, and what was typed is saved. */
  answered(): void {
    this.#asked?.answer();
  }

  #start(): { readonly done: Promise<void>; readonly answer: () => void } {
    let answer = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      const over = (): void => {
        clearTimeout(timer);
        this.#asked = undefined;
        resolve();
      };
      const timer = setTimeout(over, PATIENCE);
      answer = over;
    });
    this.#ask();
    return { done, answer };
  }
}
