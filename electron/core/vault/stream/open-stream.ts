import { decrypt } from '../keyring/crypto.ts';
import { ByteReader } from './byte-reader.ts';
import { HEAD_BYTES, nonceOf, parseHead } from './chunk.ts';

/** What is wrong with a sealed stream. ORDER: a chunk is missing or stands in another's place. */
export type StreamFault = 'CUT' | 'ORDER' | 'REPEATED' | 'APPENDED' | 'CHANGED';

/** A sealed stream that is not as it was made. */
export class StreamError extends Error {
  readonly fault: StreamFault;
  /** number of the chunk, from 0 */
  readonly chunk: number;
  constructor(fault: StreamFault, chunk: number) {
    super(`${fault} at chunk ${chunk}`);
    this.name = 'StreamError';
    this.fault = fault;
    this.chunk = chunk;
  }
}

/**
 * The reverse of `sealStream`: each piece comes out only after its chunk proved genuine and in its place.
 * @throws StreamError also at the very end: only a stream read to its end is known to be whole
 */
export async function* openStream(key: Uint8Array, context: Uint8Array, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, void> {
  const reader = new ByteReader(sealed);
  try {
    for (let expected = 0; ; expected += 1) {
      const bytes = await reader.read(HEAD_BYTES);
      if (bytes.length < HEAD_BYTES) throw new StreamError('CUT', expected);
      const head = parseHead(bytes);
      if (head === undefined) throw new StreamError('CHANGED', expected);
      if (head.number !== expected) throw new StreamError(head.number < expected ? 'REPEATED' : 'ORDER', expected);
      const body = await reader.read(head.length);
      if (body.length < head.length) throw new StreamError('CUT', expected);
      const plain = decrypt(key, nonceOf(expected, head.last), body, context);
      if (plain === undefined) throw new StreamError('CHANGED', expected);
      yield plain;
      if (!head.last) continue;
      if ((await reader.some(1)) !== undefined) throw new StreamError('APPENDED', expected);
      return;
    }
  } finally {
    await reader.close();
  }
}
