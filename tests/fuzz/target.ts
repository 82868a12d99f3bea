/** Something in the product that reads what others made: it may answer, or refuse in its own words; nothing else. */
export interface Target {
  readonly name: string;
  /** how often it is chosen: what costs more comes less often */
  readonly weight: number;
  /** what is changed; each of them as it is has to be taken */
  readonly samples: readonly Buffer[];
  /**
   * @returns false when it was refused in the way of the reader
   * @throws EnvelopeError or RefusedError when it was refused; any other error is a fault
   */
  readonly read: (bytes: Buffer) => unknown;
}

/** The thing that must never happen; thrown by a target that knows more than that nothing was thrown. */
export class Wrong extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Wrong';
  }
}
