import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { AgeHybridRecipient, AgeRecipient } from '../../../shared/domain/envelope.ts';
import { EnvelopeError } from './error.ts';
import { isGenerated } from './passphrase.ts';

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

/**
 * Encrypts to exactly one recipient: one envelope, one addressee.
 * A hybrid recipient stands alone by that; beside a classic one its protection would be lost.
 * @throws EnvelopeError RECIPIENTS_MIXED for more than one recipient, RECIPIENT_INVALID for a key that is none
 */
export const encryptTo = async (recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> => {
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
  return encrypter.encrypt(bytes);
};

/**
 * Encrypts with a passphrase (scrypt), about a second of work.
 * @throws EnvelopeError PASSPHRASE_WEAK unless it consists of at least six words of our list
 */
export const encryptWithPassphrase = async (passphrase: string, bytes: Uint8Array): Promise<Uint8Array> => {
  if (!isGenerated(passphrase)) throw new EnvelopeError('PASSPHRASE_WEAK');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  return encrypter.encrypt(bytes);
};

/** What opens a file: our identities, or the passphrase somebody typed. */
export type AgeKey = { readonly identities: readonly string[] } | { readonly passphrase: string };

/**
 * Decrypts an age file; nothing is returned unless every byte was authenticated.
 * @throws EnvelopeError NOT_AGE, TRUNCATED (provably cut), DAMAGED, NOT_FOR_US, PASSPHRASE_NEEDED, WRONG_PASSPHRASE.
 * A file cut inside its last block cannot be told from a damaged one and is DAMAGED.
 */
export const decrypt = async (file: Uint8Array, key: AgeKey): Promise<Uint8Array> => {
  const { scrypt, size } = header(file);
  if (scrypt && !('passphrase' in key)) throw new EnvelopeError('PASSPHRASE_NEEDED');
  const payload = file.length - size;
  if (payload < NONCE_BYTES + TAG_BYTES) throw new EnvelopeError('TRUNCATED');
  try {
    return await decrypterOf(key).decrypt(file);
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('no identity matched')) {
      throw new EnvelopeError(scrypt ? 'WRONG_PASSPHRASE' : 'NOT_FOR_US', {}, cause);
    }
    throw new EnvelopeError((await isCut(file, payload, key)) ? 'TRUNCATED' : 'DAMAGED', {}, cause);
  }
};

const decrypterOf = (key: AgeKey): Decrypter => {
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) decrypter.addIdentity(identity);
  return decrypter;
};

/** Looks at the text header without keys: how long it is and whether a passphrase opens it. */
const header = (file: Uint8Array): { scrypt: boolean; size: number } => {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, HEADER_BYTES));
  if (start.length < MAGIC.length && MAGIC.subarray(0, start.length).equals(start)) throw new EnvelopeError('TRUNCATED');
  if (!start.subarray(0, MAGIC.length).equals(MAGIC)) throw new EnvelopeError('NOT_AGE');
  const text = start.toString('latin1');
  const end = /\n---[^\n]*\n/.exec(text);
  if (end === null) throw new EnvelopeError(file.length < HEADER_BYTES ? 'TRUNCATED' : 'DAMAGED');
  const stanzas = text.slice(0, end.index + 1);
  const cost = /^-> scrypt \S+ (\d+)$/m.exec(stanzas)?.[1];
  if (cost !== undefined && Number(cost) > SCRYPT_LOG_N) throw new EnvelopeError('DAMAGED');
  return { scrypt: /^-> scrypt /m.test(stanzas), size: end.index + end[0].length };
};

/**
 * Whether a file that failed is provably cut short: the medium left its end empty (zeros where the last tag must be),
 * the last block is too short to be one, or the last whole block says of itself that more follows.
 */
const isCut = async (file: Uint8Array, payload: number, key: AgeKey): Promise<boolean> => {
  if (file.subarray(-TAG_BYTES).every((byte) => byte === 0)) return true;
  const last = (payload - NONCE_BYTES) % CHUNK_BYTES;
  if (last > 0) return last <= TAG_BYTES;
  // with one byte more behind it, the last whole block is opened as one that is not the last
  const longer = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(file);
      controller.enqueue(new Uint8Array(1));
      controller.close();
    },
  });
  let opened = 0;
  try {
    for await (const chunk of await decrypterOf(key).decrypt(longer)) opened += chunk.length;
  } catch {
    // the added byte always fails; what counts is how much was authenticated before it
  }
  return opened === ((payload - NONCE_BYTES) / CHUNK_BYTES) * (CHUNK_BYTES - TAG_BYTES);
};
