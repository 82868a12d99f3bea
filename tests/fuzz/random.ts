/** Numbers that follow from a seed: the same seed, the same inputs. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The numbers of one input of a run, whatever was made before it. */
  static of(seed: number, input: number): Random {
    return new Random(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(input + 1, 0x85ebca6b));
  }

  /** A whole number from 0 to before `below` (mulberry32). */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  one<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('one of nothing');
    return value;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}

/**
 * Makes something whose keys and nonces come from `random` instead of the system: age takes them from Web Crypto. For
 * samples only, whose keys protect nothing; so the seed of a run says every byte of it.
 */
export const withSeededKeys = async <T>(random: Random, make: () => Promise<T>): Promise<T> => {
  const system = Object.getOwnPropertyDescriptor(crypto, 'getRandomValues');
  Object.defineProperty(crypto, 'getRandomValues', {
    configurable: true,
    value: (into: Uint8Array): Uint8Array => {
      into.set(random.bytes(into.length));
      return into;
    },
  });
  try {
    return await make();
  } finally {
    if (system === undefined) Reflect.deleteProperty(crypto, 'getRandomValues');
    else Object.defineProperty(crypto, 'getRandomValues', system);
  }
};
