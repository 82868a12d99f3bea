import { encrypt, TAG_BYTES } from '../keyring/crypto.ts';
import { CHUNK_BYTES, headBytes, LAST_NUMBER, nonceOf } from './chunk.ts';

/**
 * Seals a stream in chunks, in constant memory.
 * @param key 32 bytes, for this one stream only
 * @param context bound to every chunk: the same bytes are needed to open it
 * @param plain pieces of any size; may be none at all
 */
export async function* sealStream(key: Uint8Array, context: Uint8Array, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, void> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;
  const chunk = (last: boolean): Buffer => {
    if (number > LAST_NUMBER) throw new RangeError('stream too long');
    const head = headBytes({ number, last, length: size + TAG_BYTES });
    const sealed = encrypt(key, nonceOf(number, last), Buffer.concat(parts), context);
    number += 1;
    parts = [];
    size = 0;
    return Buffer.concat([head, sealed]);
  };
  for await (let piece of plain) {
    while (piece.length > 0) {
      // sealed only when more is known to come: the last chunk says that it is the last
      if (size === CHUNK_BYTES) yield chunk(false);
      const part = piece.subarray(0, CHUNK_BYTES - size);
      // the giver may use its buffer again
      parts.push(Uint8Array.from(part));
      size += part.length;
      piece = piece.subarray(part.length);
    }
  }
  yield chunk(true);
}
