/**
 * Texts and numbers of the columns, each kept once, as bytes outside the JavaScript heap: 200,000 ids cost four
 * megabytes instead of forty. A value is named by its place in the pool.
 */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const KIND = { uuid: 1, text: 2, wide: 3, number: 4 } as const;
/** decoded values kept for reuse; beyond it the memory costs more than decoding again */
const CACHE = 32_768;

export type PoolValue = string | number;

export interface PoolParts {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

export class ValuePool {
  #bytes: Buffer;
  #offsets: Uint32Array;
  #slots: Int32Array;
  #count: number;
  #scratch = Buffer.alloc(1024);
  readonly #cache = new Map<number, PoolValue>();

  constructor(parts: PoolParts = { count: 0, offsets: new Uint32Array(1), bytes: new Uint8Array() }) {
    const slack = 256 + (parts.count >> 3);
    this.#count = parts.count;
    this.#offsets = new Uint32Array(parts.count + 1 + slack);
    this.#offsets.set(parts.offsets.subarray(0, parts.count + 1));
    this.#bytes = Buffer.alloc(parts.bytes.length + slack * 20);
    this.#bytes.set(parts.bytes);
    this.#slots = new Int32Array(0);
    this.#rehash();
  }

  get count(): number {
    return this.#count;
  }

  /** What a snapshot writes. Views of living memory: write them out before the pool changes. */
  parts(): PoolParts {
    const end = this.#offsets[this.#count] ?? 0;
    return { count: this.#count, offsets: this.#offsets.subarray(0, this.#count + 1), bytes: this.#bytes.subarray(0, end) };
  }

  /** The value at a place. */
  value(at: number): PoolValue {
    const known = this.#cache.get(at);
    if (known !== undefined) return known;
    const start = this.#offsets[at] ?? 0;
    const end = this.#offsets[at + 1] ?? start;
    const value = this.#decode(start, end);
    if (this.#cache.size >= CACHE) this.#cache.clear();
    this.#cache.set(at, value);
    return value;
  }

  /** The place of a value, or -1. */
  find(value: PoolValue): number {
    const length = this.#encode(value);
    const slot = this.#slotOf(length);
    return (this.#slots[slot] ?? 0) - 1;
  }

  /** The place of a value, added when new. */
  intern(value: PoolValue): number {
    const length = this.#encode(value);
    const slot = this.#slotOf(length);
    const found = (this.#slots[slot] ?? 0) - 1;
    if (found >= 0) return found;
    return this.#append(slot, length);
  }

  /** Wipes the bytes: they are names. */
  wipe(): void {
    this.#bytes.fill(0);
    this.#scratch.fill(0);
    this.#cache.clear();
  }

  #append(slot: number, length: number): number {
    const at = this.#count;
    const start = this.#offsets[at] ?? 0;
    if (start + length > this.#bytes.length) {
      const grown = Buffer.alloc(Math.ceil((start + length) * 1.25) + 4096);
      this.#bytes.copy(grown, 0, 0, start);
      this.#bytes = grown;
    }
    if (at + 2 > this.#offsets.length) {
      const grown = new Uint32Array(Math.ceil(at * 1.25) + 1024);
      grown.set(this.#offsets);
      this.#offsets = grown;
    }
    this.#scratch.copy(this.#bytes, start, 0, length);
    this.#offsets[at + 1] = start + length;
    this.#count = at + 1;
    this.#slots[slot] = at + 1;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return at;
  }

  #rehash(): void {
    let size = 1024;
    while (size < this.#count * 3) size *= 2;
    this.#slots = new Int32Array(size);
    const mask = size - 1;
    for (let at = 0; at < this.#count; at += 1) {
      let slot = hashOf(this.#bytes, this.#offsets[at] ?? 0, this.#offsets[at + 1] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = at + 1;
    }
  }

  /** The slot that holds the value in the scratch buffer, or the empty one where it belongs. */
  #slotOf(length: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(this.#scratch, 0, length) & mask;
    for (;;) {
      const at = (this.#slots[slot] ?? 0) - 1;
      if (at < 0) return slot;
      const start = this.#offsets[at] ?? 0;
      const end = this.#offsets[at + 1] ?? 0;
      if (end - start === length && this.#bytes.compare(this.#scratch, 0, length, start, end) === 0) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #encode(value: PoolValue): number {
    if (typeof value === 'number') {
      this.#scratch[0] = KIND.number;
      this.#scratch.writeDoubleLE(value, 1);
      return 9;
    }
    if (value.length === 36 && UUID.test(value)) {
      this.#scratch[0] = KIND.uuid;
      this.#scratch.write(value.replaceAll('-', ''), 1, 'hex');
      return 17;
    }
    if (value.length * 3 + 1 > this.#scratch.length) this.#scratch = Buffer.alloc(value.length * 3 + 1);
    // a lone surrogate has no UTF-8: keep such a text as it stands
    const wide = LONE_SURROGATE.test(value);
    this.#scratch[0] = wide ? KIND.wide : KIND.text;
    return 1 + this.#scratch.write(value, 1, wide ? 'utf16le' : 'utf8');
  }

  #decode(start: number, end: number): PoolValue {
    const bytes = this.#bytes;
    switch (bytes[start]) {
      case KIND.number:
        return bytes.readDoubleLE(start + 1);
      case KIND.uuid: {
        const hex = bytes.toString('hex', start + 1, end);
        return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
      }
      case KIND.wide:
        return bytes.toString('utf16le', start + 1, end);
      default:
        return bytes.toString('utf8', start + 1, end);
    }
  }
}

/** FNV-1a, enough to spread ids and names. */
const hashOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
};
