import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from './chunk.ts';
import { openStream, StreamError } from './open-stream.ts';
import { sealStream } from './seal-stream.ts';

const key = randomBytes(32);
const context = Buffer.from('one header');

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const listed = async (stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> => {
  const list: Uint8Array[] = [];
  for await (const piece of stream) list.push(piece);
  return list;
};
const gathered = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => Buffer.concat(await listed(stream));
const sealedOf = (plain: Uint8Array, piece = 100_000): Promise<Uint8Array[]> => listed(sealStream(key, context, piecesOf(plain, piece)));
const opened = (sealed: Uint8Array, piece = 70_001, withKey: Uint8Array = key, withContext: Uint8Array = context): Promise<Buffer> =>
  gathered(openStream(withKey, withContext, piecesOf(sealed, piece)));

const fault = async (sealed: Uint8Array, ...how: [Uint8Array?, Uint8Array?]): Promise<string> => {
  try {
    await opened(sealed, 50_000, ...how);
    return 'opened';
  } catch (error) {
    if (error instanceof StreamError) return `${error.fault} ${error.chunk}`;
    throw error;
  }
};

describe('a sealed stream', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 17])('gives %i bytes back, whatever the pieces', async (size) => {
    const plain = randomBytes(size);
    for (const piece of [1 + (size >> 3), CHUNK_BYTES, CHUNK_BYTES * 4]) {
      const sealed = Buffer.concat(await sealedOf(plain, piece));
      expect((await opened(sealed, 99_991)).equals(plain)).toBe(true);
    }
  });

  it('holds at most one chunk, whoever gives the pieces may use the buffer again', async () => {
    const shared = Buffer.alloc(1000);
    const sealed = sealStream(
      key,
      context,
      (async function* () {
        for (let n = 0; n < 700; n += 1) yield shared.fill(n % 251);
      })(),
    );
    const plain = await opened(await gathered(sealed));
    expect(plain.length).toBe(700_000);
    for (let n = 0; n < 700; n += 1) expect(plain[n * 1000 + 999]).toBe(n % 251);
  });

  const plain = randomBytes(3 * CHUNK_BYTES + 500);
  const flipped = (chunk: Uint8Array, at: number): Uint8Array => Uint8Array.from(chunk, (byte, index) => (index === at ? byte ^ 1 : byte));
  type Chunks = readonly Uint8Array[];
  const attacks: readonly (readonly [string, (chunks: Chunks) => Chunks, string])[] = [
    ['nothing at all', () => [], 'CUT 0'],
    ['the last chunk cut off', (chunks) => chunks.slice(0, 3), 'CUT 3'],
    ['cut within a chunk', (chunks) => [...chunks.slice(0, 3), chunks[3]!.subarray(0, 100)], 'CUT 3'],
    ['cut within the head of a chunk', (chunks) => [...chunks.slice(0, 2), chunks[2]!.subarray(0, 4)], 'CUT 2'],
    ['a chunk left out', (chunks) => [chunks[0]!, chunks[2]!, chunks[3]!], 'ORDER 1'],
    ['two chunks swapped', (chunks) => [chunks[0]!, chunks[2]!, chunks[1]!, chunks[3]!], 'ORDER 1'],
    ['a chunk repeated', (chunks) => [chunks[0]!, chunks[1]!, chunks[1]!, ...chunks.slice(2)], 'REPEATED 2'],
    ['the last chunk repeated', (chunks) => [...chunks, chunks[3]!], 'APPENDED 3'],
    ['a byte appended', (chunks) => [...chunks, Buffer.from([0])], 'APPENDED 3'],
    ['a bit flipped in the text', (chunks) => [flipped(chunks[0]!, 1000), ...chunks.slice(1)], 'CHANGED 0'],
    ['a bit flipped in the tag', (chunks) => [...chunks.slice(0, 3), flipped(chunks[3]!, chunks[3]!.length - 1)], 'CHANGED 3'],
    ['the mark of the last chunk taken away', (chunks) => [...chunks.slice(0, 3), flipped(chunks[3]!, 4)], 'CHANGED 3'],
    ['the mark of the last chunk set early', (chunks) => [chunks[0]!, flipped(chunks[1]!, 4)], 'CHANGED 1'],
    ['another chunk under the number that is due', (chunks) => [chunks[0]!, Uint8Array.from(chunks[2]!).fill(1, 0, 1), ...chunks.slice(2)], 'CHANGED 1'],
    ['a length that no chunk has', (chunks) => [chunks[0]!, flipped(chunks[1]!, 8), ...chunks.slice(2)], 'CHANGED 1'],
  ];
  it.each(attacks)('with %s is refused by name', async (_what, change, named) => {
    expect(await fault(Buffer.concat(change(await sealedOf(plain))))).toBe(named);
  });

  it('opens under its own key and context only', async () => {
    const sealed = Buffer.concat(await sealedOf(Buffer.from('x')));
    expect(await fault(sealed, randomBytes(32))).toBe('CHANGED 0');
    expect(await fault(sealed, key, Buffer.from('another header'))).toBe('CHANGED 0');
    expect(await fault(sealed)).toBe('opened');
  });
});
