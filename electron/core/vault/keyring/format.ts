import canonicalize from 'canonicalize';
import { z } from 'zod';
import { KeyClass, UserRole } from '../../../../shared/domain/roles.ts';
import { VaultError } from '../types.ts';
import { Kdf } from './password.ts';

/** Highest keyring format this program reads and the one it writes. */
export const KEYRING_FORMAT = 1;

/** Names in the chain that are not users. */
export const ROOT = 'root';
export const RECOVERY = 'recovery';

const base64 = z.base64().max(16_384);
const bytes = (length: number) => base64.refine((text) => Buffer.from(text, 'base64').length === length);
const publicKey = bytes(32);
const generation = z.int().min(1).max(1_000_000);
const holder = z.string().min(1).max(64);

/** Public keys of somebody who holds keys: to seal to, to check what they authorised, to check what they changed here. */
const publicKeys = { boxKey: publicKey, signKey: publicKey, chainKey: publicKey };
export const PublicKeys = z.strictObject(publicKeys);
export type PublicKeys = z.infer<typeof PublicKeys>;

export const Member = z.strictObject({
  id: holder.refine((id) => id !== ROOT && id !== RECOVERY),
  /** shown on the unlock screen; the only clear text about anybody in the keyring */
  name: z.string().min(1).max(200),
  roles: z.array(UserRole).min(1).max(UserRole.options.length),
  ...publicKeys,
});
export type Member = z.infer<typeof Member>;

/** A new generation of a class, named by a one-way value of its key: who opens another key knows it. */
export const Pledge = z.strictObject({ class: KeyClass, generation, commit: bytes(32) });
export type Pledge = z.infer<typeof Pledge>;
const pledges = z.array(Pledge).max(KeyClass.options.length);

export const Deed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), demo: z.boolean(), members: z.array(Member).min(1).max(500), recovery: PublicKeys, pledges }),
  z.strictObject({ kind: z.literal('admit'), member: Member }),
  z.strictObject({ kind: z.literal('dismiss'), userId: holder, pledges }),
  z.strictObject({ kind: z.literal('assign'), userId: holder, roles: Member.shape.roles, pledges }),
  z.strictObject({ kind: z.literal('rekey'), userId: holder, ...publicKeys }),
  z.strictObject({ kind: z.literal('recovery'), ...publicKeys, pledges }),
]);
export type Deed = z.infer<typeof Deed>;

/** One change of who holds what, signed by who made it and tied to the one before. */
export const Link = z.strictObject({ n: z.int().min(0), prev: bytes(32), by: holder, deed: Deed, signature: bytes(64) });
export type Link = z.infer<typeof Link>;

/** What a password or the recovery code opens: the holder's private keys. Signed by the holder. */
export const Slot = z.strictObject({
  id: bytes(16),
  holder,
  kdf: Kdf,
  salt: bytes(16),
  /** tells a wrong password from a changed slot */
  check: bytes(16),
  /** there when the password alone does not suffice: tells a wrong key file, whose 256 bits nobody guesses, from a wrong password */
  keyFile: bytes(16).optional(),
  sealed: base64,
  signature: bytes(64),
});
export type Slot = z.infer<typeof Slot>;

/** A class key of one generation, sealed to one holder. */
export const Box = z.strictObject({ class: KeyClass, generation, holder, box: base64 });
export type Box = z.infer<typeof Box>;

/** Something sealed under a class key of generation `under`. */
const wrapped = { under: generation, sealed: base64 };
export const Wrapped = z.strictObject(wrapped);
export type Wrapped = z.infer<typeof Wrapped>;
export const IndexEntry = z.strictObject({ class: KeyClass.exclude(['audit']), generation, ...wrapped });
export type IndexEntry = z.infer<typeof IndexEntry>;
export const SecretEntry = z.strictObject({ name: z.enum(['age-identity', 'signing-key', 'next-signing-key']), ...wrapped });
export type SecretEntry = z.infer<typeof SecretEntry>;
const sectionId = z.string().regex(/^[0-9a-f]{16}$/);
/**
 * A file of person keys: its random name, its wrapped key, the case generation its persons' keys were made in, and how
 * many records it had at least.
 */
export const SectionEntry = z.strictObject({ id: sectionId, since: generation, records: z.int().min(0), ...wrapped });
export type SectionEntry = z.infer<typeof SectionEntry>;
export const AnchorValue = z.strictObject({ seq: z.int().min(0), tag: bytes(32) });
export type AnchorValue = z.infer<typeof AnchorValue>;

export const Body = z.strictObject({
  format: z.literal('varco-keyring'),
  formatVersion: z.int().min(1),
  vaultId: z.string().min(1).max(64),
  headerHash: bytes(32),
  /** grows by one with every write */
  version: z.int().min(1),
  /** the key that signed the founding; its private half was forgotten at once, its public half is bound into every slot */
  rootKey: publicKey,
  chain: z.array(Link).min(1).max(10_000),
  slots: z.array(Slot).max(1000),
  boxes: z.array(Box).max(1_000_000),
  indexKeys: z.array(IndexEntry).max(10_000),
  sections: z.array(SectionEntry).min(1).max(10_000),
  /** sections an erasure replaced: their files are to be gone */
  replaced: z.array(sectionId).max(10_000),
  subjectKey: Wrapped,
  secrets: z.array(SecretEntry).max(3),
  anchor: AnchorValue.nullable(),
});
export type Body = z.infer<typeof Body>;
export const KeyringFile = Body.extend({ mac: bytes(32) });
export type KeyringFile = z.infer<typeof KeyringFile>;

export const toBase64 = (value: Uint8Array): string => Buffer.from(value).toString('base64');
export const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');

/** RFC 8785 bytes: what is signed, authenticated and written. */
export const canonicalBytes = (value: unknown): Buffer => Buffer.from(canonicalize(value) ?? '', 'utf8');
/** A context no two different lists of parts share. */
export const contextOf = (...parts: readonly (string | number)[]): string => canonicalize(parts) ?? '';

/** The keyring failed a check; `what` says which part, never whose. */
export const changed = (what: string): VaultError => new VaultError('KEYRING_CHANGED', { what });

/**
 * The file's shape, checked before anything is believed.
 * @throws VaultError KEYRING_CHANGED when it is no keyring, TOO_NEW when a newer program wrote it
 */
export const parseKeyringFile = (text: string): KeyringFile => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw changed('file');
  }
  const version = z.object({ formatVersion: z.int() }).safeParse(value);
  if (version.success && version.data.formatVersion > KEYRING_FORMAT) {
    throw new VaultError('TOO_NEW', { formatVersion: version.data.formatVersion });
  }
  const file = KeyringFile.safeParse(value);
  if (!file.success) throw changed('file');
  return file.data;
};
