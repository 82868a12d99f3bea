import { createHash } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { AgeHybridRecipient, AgeRecipient } from '../../../shared/domain/envelope.ts';
import { bytesOf, contentOf, type Content } from './content.ts';
import { EnvelopeError } from './error.ts';
import { isAboutPlace } from './medium-errors.ts';
import { isGenerated } from './passphrase.ts';
import { Spool } from './spool.ts';

const MAGIC = Buffer.from('age-encryption.org/v1\n');
/** A header for one recipient has 200 bytes, a hybrid one 1.9 kB; more is not one of ours. */
const HEADER_BYTES = 16 * 1024;
const NONCE_BYTES = 16;
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024 + TAG_BYTES;
/** age's own cost. A higher one would let a file ask for gigabytes of memory. */
const SCRYPT_LOG_N = 18;

/** A new X25519 identity `AGE-SECRET-KEY-1…` and its recipient `age1…`. */
export const newAgeKeys = async (): Promise<{ identity: string; recipient: string }> => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** The recipient of an identity. @throws Error when the text is no age identity */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);

/** To whom something is encrypted: made by `toRecipient` or `toPassphrase`. */
export type AgeTarget = Encrypter;

/**
 * Encrypting to exactly one recipient: one envelope, one addressee.
 * A hybrid recipient stands alone by that; beside a classic one its protection would be lost.
 * @throws EnvelopeError RECIPIENTS_MIXED for more than one recipient, RECIPIENT_INVALID for a key that is none
 */
export const toRecipient = (recipients: readonly string[]): AgeTarget => {
  const [recipient, ...more] = recipients;
  if (more.length > 0) throw new EnvelopeError('RECIPIENTS_MIXED');
  if (recipient === undefined || !(AgeRecipient.safeParse(recipient).success || AgeHybridRecipient.safeParse(recipient).success)) {
    throw new EnvelopeError('RECIPIENT_INVALID');
  }
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new EnvelopeError('RECIPIENT_INVALID', {}, cause);
  }
  return encrypter;
};

/**
 * Encrypting with a passphrase (scrypt), about a second of work.
 * @throws EnvelopeError PASSPHRASE_WEAK unless it consists of at least six words of our list
 */
export const toPassphrase = (passphrase: string): AgeTarget => {
  if (!isGenerated(passphrase)) throw new EnvelopeError('PASSPHRASE_WEAK');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  return encrypter;
};

/** A stream of the web that takes from ours only what is asked of it, so that nothing piles up in between. */
const webStream = (pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
};

/** Encrypts piece by piece; give it pieces of 64 KiB or less, or it holds more than one at a time. */
export async function* encryptPieces(target: AgeTarget, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  yield* await target.encrypt(webStream(plain));
}

/** `encryptPieces` for bytes that are in memory. @throws as `toRecipient` */
export const encryptTo = async (recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> => collected(toRecipient(recipients), bytes);

/** `encryptPieces` with a passphrase for bytes that are in memory. @throws as `toPassphrase` */
export const encryptWithPassphrase = async (passphrase: string, bytes: Uint8Array): Promise<Uint8Array> => collected(toPassphrase(passphrase), bytes);

const collected = async (target: AgeTarget, bytes: Uint8Array): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of encryptPieces(target, contentOf(bytes).stream())) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
};

/** What opens a file: our identities, or the passphrase somebody typed. */
export type AgeKey = { readonly identities: readonly string[] } | { readonly passphrase: string };

/** What became of a file that was decrypted into a spool; with a failure, nothing in the spool is to be used. */
export interface Decryption {
  /** SHA-256 (hex) of the whole file as it came, also of one that could not be opened */
  readonly sha256: string;
  readonly failure?: EnvelopeError;
}

/**
 * Decrypts an age file into a spool, reading it once. The spool may be used only when there is no failure: then every
 * byte was authenticated and the end is the end.
 * Failures: NOT_AGE, TRUNCATED (provably cut), DAMAGED, NOT_FOR_US, PASSPHRASE_NEEDED, WRONG_PASSPHRASE. A file cut
 * inside its last block cannot be told from a damaged one and is DAMAGED.
 * @throws EnvelopeError MEDIUM_… when the file cannot be read, SPOOL_FAILED when this computer has no room
 */
export const decryptInto = async (spool: Spool, file: Content, key: AgeKey): Promise<Decryption> => {
  const hash = createHash('sha256');
  let read = 0;
  async function* hashed(): AsyncGenerator<Uint8Array, void, void> {
    for await (const piece of file.stream()) {
      hash.update(piece);
      read += piece.length;
      yield piece;
    }
  }
  const failure = await attempt(spool, file, key, hashed());
  // what was not read because decryption failed belongs to the file all the same
  for await (const piece of file.stream(read)) hash.update(piece);
  return { sha256: hash.digest('hex'), ...(failure && { failure }) };
};

const attempt = async (spool: Spool, file: Content, key: AgeKey, pieces: AsyncIterable<Uint8Array>): Promise<EnvelopeError | undefined> => {
  try {
    const { scrypt, size } = await header(file);
    if (scrypt && !('passphrase' in key)) return new EnvelopeError('PASSPHRASE_NEEDED');
    const payload = file.size - size;
    if (payload < NONCE_BYTES + TAG_BYTES) return new EnvelopeError('TRUNCATED');
    try {
      for await (const chunk of await decrypterOf(key).decrypt(webStream(pieces))) spool.append(chunk);
      spool.end();
      return undefined;
    } catch (cause) {
      if (cause instanceof EnvelopeError) throw cause;
      if (cause instanceof Error && cause.message.startsWith('no identity matched')) {
        return new EnvelopeError(scrypt ? 'WRONG_PASSPHRASE' : 'NOT_FOR_US', {}, cause);
      }
      return new EnvelopeError((await isCut(file, payload, key)) ? 'TRUNCATED' : 'DAMAGED', {}, cause);
    }
  } catch (error) {
    if (error instanceof EnvelopeError && !isAboutPlace(error)) return error;
    throw error;
  }
};

/** `decryptInto` for bytes that are in memory; nothing is returned unless every byte was authenticated. @throws EnvelopeError the failure */
export const decrypt = async (file: Uint8Array, key: AgeKey): Promise<Uint8Array> => {
  const spool = Spool.make(file.length);
  try {
    const { failure } = await decryptInto(spool, contentOf(file), key);
    if (failure !== undefined) throw failure;
    return new Uint8Array(await bytesOf(spool));
  } finally {
    spool.close();
  }
};

const decrypterOf = (key: AgeKey): Decrypter => {
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) decrypter.addIdentity(identity);
  return decrypter;
};

/** Looks at the text header without keys: how long it is and whether a passphrase opens it. */
const header = async (file: Content): Promise<{ scrypt: boolean; size: number }> => {
  const start = await bytesOf(file, 0, Math.min(file.size, HEADER_BYTES));
  if (start.length < MAGIC.length && MAGIC.subarray(0, start.length).equals(start)) throw new EnvelopeError('TRUNCATED');
  if (!start.subarray(0, MAGIC.length).equals(MAGIC)) throw new EnvelopeError('NOT_AGE');
  const text = start.toString('latin1');
  const end = /\n---[^\n]*\n/.exec(text);
  if (end === null) throw new EnvelopeError(file.size < HEADER_BYTES ? 'TRUNCATED' : 'DAMAGED');
  const stanzas = text.slice(0, end.index + 1);
  const cost = /^-> scrypt \S+ (\d+)$/m.exec(stanzas)?.[1];
  if (cost !== undefined && Number(cost) > SCRYPT_LOG_N) throw new EnvelopeError('DAMAGED');
  return { scrypt: /^-> scrypt /m.test(stanzas), size: end.index + end[0].length };
};

/**
 * Whether a file that failed is provably cut short: the medium left its end empty (zeros where the last tag must be),
 * the last block is too short to be one, or the last whole block says of itself that more follows.
 */
const isCut = async (file: Content, payload: number, key: AgeKey): Promise<boolean> => {
  if ((await bytesOf(file, file.size - TAG_BYTES)).every((byte) => byte === 0)) return true;
  const last = (payload - NONCE_BYTES) % CHUNK_BYTES;
  if (last > 0) return last <= TAG_BYTES;
  // with one byte more behind it, the last whole block is opened as one that is not the last
  async function* longer(): AsyncGenerator<Uint8Array, void, void> {
    yield* file.stream();
    yield new Uint8Array(1);
  }
  let opened = 0;
  try {
    for await (const chunk of await decrypterOf(key).decrypt(webStream(longer()))) opened += chunk.length;
  } catch {
    // the added byte always fails; what counts is how much was authenticated before it
  }
  return opened === ((payload - NONCE_BYTES) / CHUNK_BYTES) * (CHUNK_BYTES - TAG_BYTES);
};
