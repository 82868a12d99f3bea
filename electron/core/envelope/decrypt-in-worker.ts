import { runWorker } from '../workers.ts';
import type { AgeKey } from './age.ts';
import { revive } from './error.ts';

/**
 * `decrypt` in a worker that ends with the job: a passphrase costs seconds, a large envelope one more, and the core's
 * loop stays free. Give it to `openEnvelope` as `decrypt`.
 * @throws the same errors, or an AbortError when the signal fires
 */
export const decryptInWorker = async (file: Uint8Array, key: AgeKey, signal?: AbortSignal): Promise<Uint8Array> => {
  try {
    return await runWorker<Uint8Array>('decrypt', { file, key }, signal === undefined ? {} : { signal });
  } catch (error) {
    throw revive(error);
  }
};
