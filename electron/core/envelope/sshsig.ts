import { createHash, sign, verify } from 'node:crypto';
import { KEY_TYPE, openSshKey, parseOpenSshKey, privateKeyOf, publicBytesOf, publicKeyOf, readWireKey, wireKey } from './keys.ts';
import { lengthPrefixed, WireReader } from './wire.ts';

/** Keeps a signature under an envelope from meaning anything elsewhere. */
export const NAMESPACE = 'varco-envelope-v1';

const MAGIC = 'SSHSIG';
const VERSION = 1;
const HASH = 'sha512';
const SIGNATURE_BYTES = 64;
const BEGIN = '-----BEGIN SSH SIGNATURE-----';
const END = '-----END SSH SIGNATURE-----';
/** OpenSSH breaks its armour here. */
const LINE = 70;

/** What Ed25519 really signs (OpenSSH PROTOCOL.sshsig, section 3). */
const toBeSigned = (message: Uint8Array, namespace: string): Buffer =>
  Buffer.concat([
    Buffer.from(MAGIC),
    lengthPrefixed(namespace),
    lengthPrefixed(''),
    lengthPrefixed(HASH),
    lengthPrefixed(createHash(HASH).update(message).digest()),
  ]);

/** The binary signature of `message` by the key of a 32-byte seed. */
export const signBlob = (message: Uint8Array, seed: Uint8Array, namespace = NAMESPACE): Buffer => {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(VERSION);
  const signature = sign(null, toBeSigned(message, namespace), privateKeyOf(seed));
  return Buffer.concat([
    Buffer.from(MAGIC),
    version,
    lengthPrefixed(wireKey(publicBytesOf(seed))),
    lengthPrefixed(namespace),
    lengthPrefixed(''),
    lengthPrefixed(HASH),
    lengthPrefixed(Buffer.concat([lengthPrefixed(KEY_TYPE), lengthPrefixed(signature)])),
  ]);
};

interface Parts {
  readonly key: Uint8Array;
  readonly signature: Uint8Array;
}

/** Every length, type and field must be exactly as written by `signBlob`; anything else is no signature. */
const readBlob = (blob: Uint8Array, namespace: string): Parts | undefined => {
  const reader = new WireReader(blob);
  if (reader.take(MAGIC.length)?.toString('latin1') !== MAGIC || reader.uint32() !== VERSION) return undefined;
  const key = reader.string();
  if (reader.string()?.toString('latin1') !== namespace) return undefined;
  if (reader.string()?.length !== 0) return undefined;
  if (reader.string()?.toString('latin1') !== HASH) return undefined;
  const wrapped = reader.string();
  if (key === undefined || wrapped === undefined || !reader.atEnd) return undefined;
  const raw = readWireKey(key);
  const inner = new WireReader(wrapped);
  const type = inner.string();
  const signature = inner.string();
  if (raw === undefined || type?.toString('latin1') !== KEY_TYPE || signature?.length !== SIGNATURE_BYTES || !inner.atEnd) {
    return undefined;
  }
  return { key: raw, signature };
};

export type SignatureVerdict =
  /** the signature holds; `signingKey` is the OpenSSH key that made it — whether it may is another question */
  | { readonly state: 'valid'; readonly signingKey: string }
  | { readonly state: 'bad'; readonly signingKey: string }
  | { readonly state: 'malformed' };

/** Checks a binary signature against the key it names itself. */
export const verifyBlob = (message: Uint8Array, blob: Uint8Array, namespace = NAMESPACE): SignatureVerdict => {
  const parts = readBlob(blob, namespace);
  if (parts === undefined) return { state: 'malformed' };
  const holds = verify(null, toBeSigned(message, namespace), publicKeyOf(parts.key), parts.signature);
  return { state: holds ? 'valid' : 'bad', signingKey: openSshKey(parts.key) };
};

/** The armoured text of a binary signature, as OpenSSH writes it. */
export const armour = (blob: Uint8Array): string => {
  const base64 = Buffer.from(blob).toString('base64');
  const lines = Array.from({ length: Math.ceil(base64.length / LINE) }, (_, i) => base64.slice(i * LINE, (i + 1) * LINE));
  return [BEGIN, ...lines, END, ''].join('\n');
};

/** The binary signature in an armoured text; undefined unless it is canonical base64 between the two marks. */
export const dearmour = (text: string): Buffer | undefined => {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  if (lines.length < 3 || lines[0] !== BEGIN || lines.at(-1) !== END) return undefined;
  const body = lines.slice(1, -1);
  if (body.includes('')) return undefined;
  const base64 = body.join('');
  const blob = Buffer.from(base64, 'base64');
  return blob.toString('base64') === base64 ? blob : undefined;
};

/** Signs a file's bytes; the result is what `ssh-keygen -Y verify -s` reads. */
export const signFile = (message: Uint8Array, seed: Uint8Array): string => armour(signBlob(message, seed));

/** Checks an armoured signature against the key it names itself. */
export const verifyFile = (message: Uint8Array, signature: string): SignatureVerdict => {
  const blob = dearmour(signature);
  return blob === undefined ? { state: 'malformed' } : verifyBlob(message, blob);
};

/** The key's fingerprint as `ssh-keygen -l` prints it, for messages and logs. Undefined for text that is no key. */
export const keyFingerprint = (openSsh: string): string | undefined => {
  const raw = parseOpenSshKey(openSsh);
  return raw && `SHA256:${createHash('sha256').update(wireKey(raw)).digest('base64').replaceAll('=', '')}`;
};

/**
 * The `allowed_signers` file by which `ssh-keygen -Y verify` knows our partners.
 * No end dates: an envelope in the archive must stay verifiable after its key was rotated; leave revoked keys out.
 */
export const allowedSigners = (signers: readonly { readonly serviceId: string; readonly signingKey: string }[]): string =>
  signers.map(({ serviceId, signingKey }) => `${serviceId} namespaces="${NAMESPACE}" ${signingKey}\n`).join('');
