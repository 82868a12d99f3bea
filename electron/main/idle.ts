/** Locks when nobody has touched the program for a while; other programs on the same computer do not count. */
export class IdleLock {
  #minutes = 10;
  #armed = true;
  #timer: NodeJS.Timeout | undefined;
  readonly #lock: () => void;

  /** @param lock called each time the span passes without `touch` */
  constructor(lock: () => void) {
    this.#lock = lock;
    this.touch();
  }

  /** Somebody typed, clicked or scrolled. */
  touch(): void {
    clearTimeout(this.#timer);
    if (!this.#armed) return;
    this.#timer = setTimeout(() => {
      this.touch();
      this.#lock();
    }, this.#minutes * 60_000);
    this.#timer.unref();
  }

  /** What the core told: whether there is anything to lock, and the span of the office's settings in minutes. */
  set(unlocked: boolean, minutes: number): void {
    this.#armed = unlocked;
    this.#minutes = minutes;
    this.touch();
  }
}
