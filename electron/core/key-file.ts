import { randomBytes } from 'node:crypto';
import { readLimited } from './read-limited.ts';
import { saveFile } from './save-file.ts';
import { VaultError } from './vault/types.ts';

/** Larger files are none of ours. */
const LIMIT = 4096;
const SHAPE = /^varco-key-1\r?\n([A-Za-z0-9+/]{43}=)\r?\n?$/;

/** 32 bytes that nobody can guess: the second half of what opens a slot. */
export const newKeyFile = (): Buffer => randomBytes(32);

/**
 * Writes a key file and reads it back: a stick that keeps something else must be found out before the password depends
 * on it. Nothing in it says whose it is.
 * @returns the file's name
 * @throws EnvelopeError of the medium; VaultError KEY_FILE_WRONG when another content came back
 */
export const writeKeyFile = async (path: string, key: Uint8Array): Promise<string> => {
  const name = await saveFile(path, Buffer.from(`varco-key-1\n${Buffer.from(key).toString('base64')}\n`));
  if (!Buffer.from(await readKeyFile(path)).equals(key)) throw new VaultError('KEY_FILE_WRONG');
  return name;
};

/**
 * The key in a file somebody chose.
 * @throws VaultError KEY_FILE_WRONG when it is no key file; EnvelopeError when the medium does not give it
 */
export const readKeyFile = async (path: string): Promise<Uint8Array> => {
  const bytes = await readLimited(path, LIMIT);
  const [, text] = SHAPE.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  if (text === undefined) throw new VaultError('KEY_FILE_WRONG');
  return Buffer.from(text, 'base64');
};
