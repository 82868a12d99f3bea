import { newSecret, publicOf } from './curves.ts';
import { toBase64, type PublicKeys } from './format.ts';

/**
 * The private keys of a user or of the recovery code. The key that signs the keyring's chain is not the one that
 * signs what the user authorises: nothing a service asks a user to sign can ever pass for a change of the keyring.
 */
export interface Identity {
  readonly box: Buffer;
  readonly sign: Buffer;
  readonly chain: Buffer;
}

export const newIdentity = (): Identity => ({ box: newSecret(), sign: newSecret(), chain: newSecret() });

export const publicKeysOf = ({ box, sign, chain }: Identity): PublicKeys => ({
  boxKey: toBase64(publicOf('x25519', box)),
  signKey: toBase64(publicOf('ed25519', sign)),
  chainKey: toBase64(publicOf('ed25519', chain)),
});

export const packIdentity = ({ box, sign, chain }: Identity): Buffer => Buffer.concat([box, sign, chain]);

/** Views into the packed bytes: wiping either wipes both. */
export const unpackIdentity = (packed: Buffer): Identity | undefined =>
  packed.length === 96 ? { box: packed.subarray(0, 32), sign: packed.subarray(32, 64), chain: packed.subarray(64) } : undefined;

export const wipeIdentity = ({ box, sign, chain }: Identity): void => {
  for (const secret of [box, sign, chain]) secret.fill(0);
};
