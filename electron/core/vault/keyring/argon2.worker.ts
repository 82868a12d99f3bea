import { argon2id } from 'hash-wasm';
import { serveJob } from '../../worker-job.ts';

export interface Argon2Job {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Blocks its thread for a third of a second and wants 64 MiB: hence a worker, which gives both back when it ends. */
serveJob<Argon2Job, Uint8Array>(async ({ password, salt, memoryKiB, passes, lanes }) => {
  try {
    return await argon2id({
      password,
      salt,
      memorySize: memoryKiB,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    });
  } finally {
    password.fill(0);
  }
});
