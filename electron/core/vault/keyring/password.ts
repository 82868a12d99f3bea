import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { runWorker } from '../../workers.ts';
import { VaultError } from '../types.ts';
import { argon2, type Argon2Job } from './argon2.ts';

/** How a slot's password or code becomes a key. Recovery codes have full entropy: HKDF suffices for them. */
export const Kdf = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('argon2id'),
    memoryKiB: z.int().min(8).max(4 * 1024 * 1024),
    passes: z.int().min(1).max(64),
    lanes: z.int().min(1).max(16),
  }),
  z.strictObject({ name: z.literal('hkdf-sha256') }),
]);
export type Kdf = z.infer<typeof Kdf>;
export type PasswordKdf = Extract<Kdf, { name: 'argon2id' }>;

/** RFC 9106 §4 with one lane, because the implementation is single-threaded: 64 MiB, three passes. */
export const KDF: PasswordKdf = { name: 'argon2id', memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
/** For tests of demo vaults only. */
export const TEST_KDF: PasswordKdf = { name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1 };

/** Whether a slot of this cost may be opened: anything cheaper than ours is refused, unless the vault is a demo. */
export const isCostEnough = (kdf: PasswordKdf, demo: boolean): boolean => {
  const floor = demo ? TEST_KDF : KDF;
  return kdf.memoryKiB >= floor.memoryKiB && kdf.passes >= floor.passes && kdf.lanes >= floor.lanes;
};

export const newSalt = (): Buffer => randomBytes(16);

/** Below this cost a password is done sooner than a worker starts: the passwords of test vaults, never of a live one. */
const WORKER_FROM_KIB = 1024;

/**
 * Argon2id of a password, in a worker when it costs anything: 32 bytes. The password is taken in Unicode NFC, so that é typed as one
 * character or as two is the same.
 * @throws VaultError WRONG_PASSWORD for an empty one, which nobody can have
 */
export const stretch = async (password: string, salt: Uint8Array, { memoryKiB, passes, lanes }: PasswordKdf): Promise<Buffer> => {
  if (password === '') throw new VaultError('WRONG_PASSWORD', { reason: 'EMPTY' });
  const bytes = new TextEncoder().encode(password.normalize('NFC'));
  const job: Argon2Job = { password: bytes, salt: Uint8Array.from(salt), memoryKiB, passes, lanes };
  if (memoryKiB * passes < WORKER_FROM_KIB) return Buffer.from(await argon2(job));
  // transferred, not copied: the only copy is the worker's, which wipes it
  return Buffer.from(await runWorker<Uint8Array>('argon2', job, { transfer: [bytes.buffer] }));
};
