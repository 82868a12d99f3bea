import { runWorker } from '../workers.ts';
import { decryptInto, type AgeKey, type Decryption } from './age.ts';
import { contentOf, type Source } from './content.ts';
import { EnvelopeError, revive, type EnvelopeErrorCode, type ErrorParams } from './error.ts';
import type { Spool, SpoolState } from './spool.ts';

/** What the worker is given, and what it answers. */
export interface DecryptJob {
  readonly file: Source;
  readonly key: AgeKey;
  readonly spool: SpoolState;
}
export interface Decrypted {
  readonly sha256: string;
  readonly spool: SpoolState;
  readonly failure?: { readonly code: EnvelopeErrorCode; readonly params: ErrorParams };
}

/** `decryptInto` in this thread. */
export const decryptHere = (file: Source, key: AgeKey, into: Spool): Promise<Decryption> => decryptInto(into, contentOf(file), key);

/**
 * `decryptInto` in a worker that ends with the job: a passphrase costs seconds, a large envelope more, and the core's
 * loop stays free. Give it to `openEnvelope` as `decrypt`.
 * @throws the same errors, or an AbortError when the signal fires
 */
export const decryptInWorker = async (file: Source, key: AgeKey, into: Spool, signal?: AbortSignal): Promise<Decryption> => {
  const job: DecryptJob = { file, key, spool: into.state };
  try {
    const { sha256, spool, failure } = await runWorker<Decrypted>('decrypt', job, signal === undefined ? {} : { signal });
    into.written(spool);
    return { sha256, ...(failure && { failure: new EnvelopeError(failure.code, failure.params) }) };
  } catch (error) {
    throw revive(error);
  }
};
