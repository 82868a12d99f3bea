import { argon2id } from 'hash-wasm';

export interface Argon2Job {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Argon2id in this thread: 32 bytes. Wipes the password it was given, whatever comes of it. */
export const argon2 = async ({ password, salt, memoryKiB, passes, lanes }: Argon2Job): Promise<Uint8Array> => {
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
};
