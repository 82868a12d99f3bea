import { runWorker } from '../workers.ts';
import { contentOf } from './content.ts';
import { revive } from './error.ts';
import { limits } from './limits.ts';
import { mostAgeBytes, sealInto, type Progress, type SealedFacts, type SealInput } from './seal-into.ts';
import { Spool, type SpoolState } from './spool.ts';
import { mostZipBytes } from './write-zip.ts';
import { refuseTooLarge, refuseTooMany } from './zip-rules.ts';

export type { Progress, SealInput } from './seal-into.ts';

export interface SealedEnvelope extends SealedFacts {
  /** the file, to be written onto a medium; close it when it is there */
  readonly bytes: Spool;
}

/** Room for manifests, header and signature in the estimate of the finished file. */
const TAG_BYTES = 8 * limits.tagFileBytes;

/** A spool for the finished file, whose most is known from the sizes alone. @throws EnvelopeError ZIP_TOO_MANY, ZIP_TOO_LARGE, SPOOL_FAILED */
const spoolFor = ({ payload }: SealInput): Spool => {
  const files = payload.map(({ path, bytes }) => ({ path, content: contentOf(bytes) }));
  refuseTooMany(files.length);
  refuseTooLarge(files.map(({ content }) => content.size));
  return Spool.make(mostAgeBytes(mostZipBytes(files) + TAG_BYTES));
};

/**
 * Seals an envelope in this thread: manifests → header → signature → zip → age. The payload is read twice, piece by
 * piece; plaintext is never anywhere but in memory, and of it a few pieces. Two runs differ in the age layer alone.
 * @throws EnvelopeError CONTENT_INVALID (header field or payload path, or a file that changed meanwhile), RECIPIENT_INVALID,
 *   PASSPHRASE_WEAK, TOO_LARGE and the ZIP_ codes when the content passes a limit of the format; MEDIUM_… when a file of
 *   the payload cannot be read, SPOOL_FAILED when this computer has no room
 */
export const sealEnvelope = async (input: SealInput, progress: Progress = () => undefined): Promise<SealedEnvelope> => {
  const spool = spoolFor(input);
  try {
    return { bytes: spool, ...(await sealInto(spool, input, progress)) };
  } catch (error) {
    spool.close();
    throw error;
  }
};

/** What the worker is given, and what it answers. */
export interface SealJob {
  readonly input: SealInput;
  readonly spool: SpoolState;
}
export interface SealDone extends SealedFacts {
  readonly spool: SpoolState;
}

/**
 * `sealEnvelope` in a worker that ends with the job, so that the core's loop stays free.
 * @throws the same errors, or an AbortError when the signal fires; nothing has left then
 */
export const sealInWorker = async (
  input: SealInput,
  options: { readonly signal?: AbortSignal; readonly onProgress?: Progress } = {},
): Promise<SealedEnvelope> => {
  const { signal, onProgress } = options;
  const spool = spoolFor(input);
  try {
    const job: SealJob = { input, spool: spool.state };
    const { spool: written, ...facts } = await runWorker<SealDone>('seal', job, {
      ...(signal && { signal }),
      ...(onProgress && { onProgress: (share) => typeof share === 'number' && onProgress(share) }),
    });
    spool.written(written);
    return { ...facts, bytes: spool };
  } catch (error) {
    spool.close();
    throw revive(error);
  }
};
