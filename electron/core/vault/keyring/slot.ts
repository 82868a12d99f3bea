import { randomBytes } from 'node:crypto';
import { VaultError } from '../types.ts';
import { hkdf, hmac, sameBytes, seal, unseal, utf8 } from './crypto.ts';
import { isSigned, signBytes } from './curves.ts';
import { canonicalBytes, changed, fromBase64, RECOVERY, toBase64, type PublicKeys, type Slot } from './format.ts';
import { packIdentity, publicKeysOf, unpackIdentity, type Identity } from './identity.ts';
import { isCostEnough, newSalt, stretch, type Kdf, type PasswordKdf } from './password.ts';

/** Everything a slot is bound to: moved, relabelled or with another role it opens no more. */
export interface SlotOwner {
  readonly vaultId: string;
  readonly rootKey: string;
  readonly holder: string;
  readonly roles: readonly string[];
  readonly keys: PublicKeys;
}

const contextFor = (owner: SlotOwner, { id, kdf, salt, keyFile }: Pick<Slot, 'id' | 'kdf' | 'salt' | 'keyFile'>): Buffer =>
  Buffer.concat([utf8('varco/keyring-slot/1\n'), canonicalBytes({ ...owner, id, kdf, salt, ...(keyFile === undefined ? {} : { keyFile }) })]);

const signedPart = (owner: SlotOwner, slot: Slot): Buffer =>
  Buffer.concat([utf8('varco/keyring-slot-signature/1\n'), canonicalBytes({ owner, slot: { ...slot, signature: '' } })]);

/** The slot with the signature of its holder. */
export const signSlot = (owner: SlotOwner, slot: Slot, chainSecret: Uint8Array): Slot => ({
  ...slot,
  signature: toBase64(signBytes(chainSecret, signedPart(owner, slot))),
});

/** From the stretched password, or the recovery secret: one key to wrap with, one to check with. */
const derive = (secret: Uint8Array, salt: Uint8Array): { wrap: Buffer; check: Buffer } => ({
  wrap: hkdf(secret, salt, 'varco/keyring-slot/wrap'),
  check: hmac(hkdf(secret, salt, 'varco/keyring-slot/check'), utf8('check')).subarray(0, 16),
});

/** Password and key file as one secret: neither says anything without the other. */
const joined = (stretched: Buffer, keyFile: Uint8Array, salt: Uint8Array): Buffer => {
  const both = Buffer.concat([stretched, keyFile]);
  const secret = hkdf(both, salt, 'varco/keyring-slot/with-key-file');
  for (const used of [both, stretched]) used.fill(0);
  return secret;
};

const keyFileCheck = (keyFile: Uint8Array, salt: Uint8Array): Buffer => hmac(hkdf(keyFile, salt, 'varco/keyring-slot/key-file-check'), utf8('check')).subarray(0, 16);

const makeSlot = (owner: SlotOwner, identity: Identity, kdf: Kdf, salt: Buffer, secret: Buffer, keyFile?: Buffer): Slot => {
  const { wrap, check } = derive(secret, salt);
  const place = { id: toBase64(randomBytes(16)), kdf, salt: toBase64(salt), ...(keyFile === undefined ? {} : { keyFile: toBase64(keyFile) }) };
  const packed = packIdentity(identity);
  const slot = {
    ...place,
    holder: owner.holder,
    check: toBase64(check),
    sealed: toBase64(seal(wrap, packed, contextFor(owner, place))),
    signature: '',
  };
  for (const used of [packed, wrap, secret]) used.fill(0);
  return signSlot(owner, slot, identity.chain);
};

/** A slot that a password opens, or only a password together with the 32 bytes of a key file. */
export const makePasswordSlot = async (owner: SlotOwner, identity: Identity, password: string, kdf: PasswordKdf, keyFile?: Uint8Array): Promise<Slot> => {
  const salt = newSalt();
  const stretched = await stretch(password, salt, kdf);
  if (keyFile === undefined) return makeSlot(owner, identity, kdf, salt, stretched);
  return makeSlot(owner, identity, kdf, salt, joined(stretched, keyFile, salt), keyFileCheck(keyFile, salt));
};

/** The slot that the printed code opens; `secret` is wiped. */
export const makeRecoverySlot = (owner: SlotOwner, identity: Identity, secret: Buffer): Slot =>
  makeSlot(owner, identity, { name: 'hkdf-sha256' }, newSalt(), secret);

/**
 * Whether a slot is as its holder left it, and costs enough to guess at. Needs no password.
 * @throws VaultError KEYRING_CHANGED
 */
export const checkSlot = (owner: SlotOwner, slot: Slot, demo: boolean): void => {
  const cheap = owner.holder === RECOVERY ? slot.kdf.name !== 'hkdf-sha256' : slot.kdf.name !== 'argon2id' || !isCostEnough(slot.kdf, demo);
  if (cheap) throw changed('kdf');
  if (!isSigned(fromBase64(owner.keys.chainKey), signedPart(owner, slot), fromBase64(slot.signature))) throw changed('slot');
};

const openSlot = (owner: SlotOwner, slot: Slot, secret: Buffer, wrong: VaultError): Identity => {
  const { wrap, check } = derive(secret, fromBase64(slot.salt));
  secret.fill(0);
  if (!sameBytes(check, fromBase64(slot.check))) throw wrong;
  const packed = unseal(wrap, fromBase64(slot.sealed), contextFor(owner, slot));
  wrap.fill(0);
  const identity = packed === undefined ? undefined : unpackIdentity(packed);
  if (identity === undefined || !canonicalBytes(publicKeysOf(identity)).equals(canonicalBytes(owner.keys))) throw changed('slot');
  return identity;
};

/**
 * A slot without a key file passes over one that is given.
 * @throws VaultError KEY_FILE_MISSING or KEY_FILE_WRONG before the password is tried; WRONG_PASSWORD; KEYRING_CHANGED when
 * the password is right and the slot still does not open
 */
export const openPasswordSlot = async (owner: SlotOwner, slot: Slot, password: string, keyFile?: Uint8Array): Promise<Identity> => {
  if (slot.kdf.name !== 'argon2id') throw changed('kdf');
  const salt = fromBase64(slot.salt);
  if (slot.keyFile === undefined) return openSlot(owner, slot, await stretch(password, salt, slot.kdf), new VaultError('WRONG_PASSWORD'));
  if (keyFile === undefined) throw new VaultError('KEY_FILE_MISSING');
  if (!sameBytes(keyFileCheck(keyFile, salt), fromBase64(slot.keyFile))) throw new VaultError('KEY_FILE_WRONG');
  return openSlot(owner, slot, joined(await stretch(password, salt, slot.kdf), keyFile, salt), new VaultError('WRONG_PASSWORD'));
};

/** @throws VaultError WRONG_RECOVERY_CODE with `reason: 'WRONG'`: well typed, but of another vault or replaced since */
export const openRecoverySlot = (owner: SlotOwner, slot: Slot, secret: Buffer): Identity =>
  openSlot(owner, slot, secret, new VaultError('WRONG_RECOVERY_CODE', { reason: 'WRONG' }));
