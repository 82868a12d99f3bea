import { writeFileSync } from 'node:fs';
import { EnvelopeError } from '../../electron/core/envelope/error.ts';
import { Wrong, type Target } from './target.ts';

const SAMPLE = Buffer.from('{"planted":[1,2,3],"text":"a fault on purpose"}');

/** What the greedy one never lets go. */
let held: Buffer | undefined;

/** Readers with a fault, by which the fuzzer is seen to fail. Every one of them refuses rightly until it meets a NUL byte. */
const faults: Readonly<Record<string, (bytes: Buffer) => unknown>> = {
  /** an error that is no refusal */
  untyped: () => {
    throw new TypeError('planted');
  },
  /** the same, where nobody waits for it */
  unhandled: () => void Promise.reject(new TypeError('planted')),
  /** a refusal that is about this computer, caused by a file */
  computer: () => {
    throw new EnvelopeError('SPOOL_FAILED', { reason: 'ENOSPC' });
  },
  accepted: () => {
    throw new Wrong('planted');
  },
  greedy: () => {
    held = Buffer.alloc(300 * 2 ** 20, held === undefined ? 1 : 2);
    throw new EnvelopeError('PAYLOAD_INVALID');
  },
  endless: () => {
    for (;;);
  },
  unanswered: () => new Promise(() => undefined),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  outside: (bytes) => writeFileSync('planted.txt', bytes),
};

export const FAULTS: readonly string[] = Object.keys(faults);

export const planted = (name: string): Target => {
  const fault = faults[name];
  if (fault === undefined) throw new Error(`faults: ${FAULTS.join(', ')}`);
  return {
    name,
    weight: 1,
    samples: [SAMPLE],
    read: (bytes) => {
      if (bytes.equals(SAMPLE)) return true;
      if (bytes.includes(0)) return fault(bytes);
      throw new EnvelopeError('PAYLOAD_INVALID');
    },
  };
};
