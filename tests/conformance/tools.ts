import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a standard tool. A tool that is not installed is a failure, never a skipped test. */
export const run = (command: string, args: readonly string[], options: { readonly cwd?: string; readonly input?: Uint8Array | string } = {}): Ran => {
  const done = spawnSync(command, args, { ...options, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (done.error) throw new Error(`${command} could not be run: ${done.error.message}. These tests need age, unzip, ssh-keygen and sha256sum.`);
  return { code: done.status ?? -1, out: done.stdout, err: done.stderr };
};

/** The bytes with some bits of one byte turned over. */
export const flipped = (bytes: Uint8Array, at: number, bits: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ bits, at);
  return copy;
};

export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

export const folderOfItsOwn = (): string => mkdtempSync(join(tmpdir(), 'varco-'));
