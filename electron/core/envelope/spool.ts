import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { close, closeSync, existsSync, openSync, read, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EnvelopeError } from './error.ts';
import { codeOf } from './medium-errors.ts';

/** Plain bytes of one chunk. */
export const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
/** So many chunks stay in memory: a small envelope never touches the disk. */
const MEMORY_CHUNKS = 64;
export const MEMORY_BYTES = MEMORY_CHUNKS * CHUNK_BYTES;

const readAt = promisify(read);

/** A spool as it can be told to a worker of the same process: the file by its descriptor, which only its maker closes. */
export interface SpoolState {
  readonly size: number;
  readonly memory: readonly Uint8Array[];
  readonly disk?: SpoolFile;
}

interface SpoolFile {
  readonly fd: number;
  readonly key: Uint8Array;
}

/** Where a spool lies: a folder on a disk, because on many systems the usual one is memory. */
const spoolFolder = (): string => (process.platform === 'linux' && process.env['TMPDIR'] === undefined && existsSync('/var/tmp') ? '/var/tmp' : tmpdir());

/**
 * A file without a name: removed as soon as it is open, so that it goes with the process, however that ends. A file system
 * that does not take a name from an open file would keep it, unreadable, until the next cleaning of that folder.
 */
const nameless = (folder: string): number => {
  const path = join(folder, `varco-${randomBytes(12).toString('hex')}.spool`);
  const fd = openSync(path, 'wx+', 0o600);
  rmSync(path, { force: true });
  return fd;
};

const failed = (error: unknown): unknown => (codeOf(error) === '' ? error : new EnvelopeError('SPOOL_FAILED', { reason: codeOf(error) }, error));

/** The number of the chunk: a key seals each number once. */
const nonceOf = (chunk: number): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32LE(chunk, 0);
  return nonce;
};

/** Who forgets to close a spool loses its file with it. */
const forgotten = new FinalizationRegistry<SpoolFile>(({ fd, key }) => {
  key.fill(0);
  close(fd, () => undefined);
});

/**
 * Bytes kept out of sight while an envelope is made or opened: the first four megabytes in memory, the rest in a file
 * without a name, sealed chunk by chunk (AES-256-GCM) with a key that only memory holds. Written once, from its start
 * to its end; read at any place. Why: docs/adr/0020-spool.md.
 */
export class Spool {
  #size: number;
  readonly #memory: Uint8Array[];
  readonly #file: SpoolFile | undefined;
  #rest = Buffer.alloc(0);
  #sealed = 0;
  #last: { readonly chunk: number; readonly plain: Uint8Array } | undefined;

  private constructor({ size, memory, disk }: SpoolState) {
    this.#size = size;
    this.#memory = [...memory];
    this.#file = disk;
  }

  /**
   * An empty spool for at most `most` bytes.
   * @throws EnvelopeError SPOOL_FAILED when this computer gives no room for it
   */
  static make(most: number, folder = spoolFolder()): Spool {
    try {
      const file = most <= MEMORY_BYTES ? undefined : { fd: nameless(folder), key: randomBytes(KEY_BYTES) };
      const spool = new Spool({ size: 0, memory: [], ...(file && { disk: file }) });
      if (file !== undefined) forgotten.register(spool, file, spool);
      return spool;
    } catch (error) {
      throw failed(error);
    }
  }

  /** The spool somebody else tells of; they close it. */
  static of(state: SpoolState): Spool {
    return new Spool(state);
  }

  get size(): number {
    return this.#size;
  }

  /** What a worker needs to go on with it. */
  get state(): SpoolState {
    return { size: this.#size, memory: this.#memory, ...(this.#file && { disk: this.#file }) };
  }

  /** Takes over what a worker wrote to the end: its file is this one's. */
  written({ size, memory }: SpoolState): void {
    this.#size = size;
    this.#memory.splice(0, this.#memory.length, ...memory);
  }

  /** Adds bytes at the end. @throws EnvelopeError SPOOL_FAILED when this computer has no room for them */
  append(bytes: Uint8Array): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    this.#size += bytes.length;
    let at = 0;
    for (; this.#rest.length - at >= CHUNK_BYTES; at += CHUNK_BYTES) this.#put(this.#rest.subarray(at, at + CHUNK_BYTES));
    if (at > 0) this.#rest = Buffer.from(this.#rest.subarray(at));
  }

  /** Nothing more comes; from now on it can be read. */
  end(): void {
    if (this.#rest.length > 0) this.#put(this.#rest);
    this.#rest = Buffer.alloc(0);
  }

  #put(plain: Uint8Array): void {
    const chunk = this.#sealed;
    this.#sealed += 1;
    if (chunk < MEMORY_CHUNKS) {
      this.#memory.push(new Uint8Array(plain));
      return;
    }
    if (this.#file === undefined) throw new RangeError('more than this spool was made for');
    const cipher = createCipheriv('aes-256-gcm', this.#file.key, nonceOf(chunk));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    try {
      const place = (chunk - MEMORY_CHUNKS) * SEALED_BYTES;
      for (let at = 0; at < sealed.length; ) at += writeSync(this.#file.fd, sealed, at, sealed.length - at, place + at);
    } catch (error) {
      throw failed(error);
    }
  }

  /** The bytes from `start` to before `end`, piece by piece; the loop is free in between. */
  async *stream(start = 0, end = this.#size): AsyncGenerator<Uint8Array, void, void> {
    for (let at = start; at < end; ) {
      const chunk = Math.floor(at / CHUNK_BYTES);
      const plain = this.#known(chunk) ?? this.#opened(chunk, await this.#sealedBytes(chunk));
      const piece = plain.subarray(at % CHUNK_BYTES, Math.min(CHUNK_BYTES, end - chunk * CHUNK_BYTES));
      if (piece.length === 0) return;
      yield piece;
      at += piece.length;
    }
  }

  /** The bytes from `start` to before `end`, at once. */
  read(start: number, end: number): Buffer {
    const parts: Uint8Array[] = [];
    for (let at = start; at < end; ) {
      const chunk = Math.floor(at / CHUNK_BYTES);
      const plain = this.#known(chunk) ?? this.#opened(chunk, this.#sealedBytesNow(chunk));
      const part = plain.subarray(at % CHUNK_BYTES, Math.min(CHUNK_BYTES, end - chunk * CHUNK_BYTES));
      if (part.length === 0) break;
      parts.push(part);
      at += part.length;
    }
    return Buffer.concat(parts);
  }

  #known(chunk: number): Uint8Array | undefined {
    return this.#memory[chunk] ?? (this.#last?.chunk === chunk ? this.#last.plain : undefined);
  }

  /** Where a sealed chunk lies in the file, and how long it is. */
  #place(chunk: number): { readonly fd: number; readonly length: number; readonly position: number } {
    if (this.#file === undefined) throw new RangeError('not in this spool');
    const plain = Math.min(CHUNK_BYTES, this.#size - chunk * CHUNK_BYTES);
    return { fd: this.#file.fd, length: plain + TAG_BYTES, position: (chunk - MEMORY_CHUNKS) * SEALED_BYTES };
  }

  async #sealedBytes(chunk: number): Promise<Buffer> {
    const { fd, length, position } = this.#place(chunk);
    const sealed = Buffer.allocUnsafeSlow(length);
    const { bytesRead } = await readAt(fd, sealed, 0, length, position);
    return sealed.subarray(0, bytesRead);
  }

  #sealedBytesNow(chunk: number): Buffer {
    const { fd, length, position } = this.#place(chunk);
    const sealed = Buffer.allocUnsafeSlow(length);
    return sealed.subarray(0, readSync(fd, sealed, 0, length, position));
  }

  /** @throws EnvelopeError SPOOL_FAILED when the file is not as it was written */
  #opened(chunk: number, sealed: Buffer): Uint8Array {
    if (this.#file === undefined) throw new RangeError('not in this spool');
    const decipher = createDecipheriv('aes-256-gcm', this.#file.key, nonceOf(chunk), { authTagLength: TAG_BYTES });
    try {
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
      this.#last = { chunk, plain };
      return plain;
    } catch (error) {
      throw new EnvelopeError('SPOOL_FAILED', { reason: 'changed' }, error);
    }
  }

  /** Forgets everything. Only by who made it; again is no harm. */
  close(): void {
    for (const chunk of this.#memory) chunk.fill(0);
    this.#memory.length = 0;
    this.#last = undefined;
    this.#size = 0;
    if (this.#file === undefined || !forgotten.unregister(this)) return;
    this.#file.key.fill(0);
    closeSync(this.#file.fd);
  }
}
