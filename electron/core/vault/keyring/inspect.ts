import type { KeyringPlace } from '../keys.ts';
import { followChain, type Membership } from './chain.ts';
import { checkBoxes } from './class-keys.ts';
import { changed, fromBase64, RECOVERY, type KeyringFile, type Slot } from './format.ts';
import { readKeyring } from './files.ts';
import { KDF, type PasswordKdf } from './password.ts';
import { checkSlot, type SlotOwner } from './slot.ts';
import { sameBytes } from './crypto.ts';

/** A keyring whose every signature holds; what only a key can tell is still to be checked. */
export interface Inspected {
  readonly file: KeyringFile;
  readonly membership: Membership;
}

/** What a holder's slot is bound to. @throws VaultError KEYRING_CHANGED for somebody the chain does not know */
export const ownerOf = (vaultId: string, rootKey: string, membership: Membership, holder: string): SlotOwner => {
  if (holder === RECOVERY) return { vaultId, rootKey, holder, roles: [], keys: membership.recovery };
  const standing = membership.standings.get(holder);
  if (standing === undefined) throw changed('slot');
  const { boxKey, signKey, chainKey } = standing.member;
  return { vaultId, rootKey, holder, roles: standing.admittedAs, keys: { boxKey, signKey, chainKey } };
};

/** The slot of a holder. */
export const slotOf = (slots: readonly Slot[], holder: string): Slot | undefined => slots.find((slot) => slot.holder === holder);

/** What a new password costs: ours, but a demo keeps the cost it was made with. */
export const kdfOf = (slots: readonly Slot[], { demo }: Membership, holder: string): PasswordKdf => {
  const kdf = slotOf(slots, holder)?.kdf;
  return demo && kdf?.name === 'argon2id' ? kdf : KDF;
};

/**
 * Everything about a keyring that can be checked without a password: that it belongs to this vault and header, that
 * its chain holds, that each active user has exactly one slot, signed by its owner and costly enough, and that keys
 * are sealed to exactly those who are entitled.
 * @throws VaultError KEYRING_CHANGED, NO_VAULT, TOO_NEW
 */
export const inspectKeyring = async ({ dir, vaultId, headerHash }: KeyringPlace): Promise<Inspected> => {
  const file = await readKeyring(dir);
  if (file.vaultId !== vaultId || !sameBytes(fromBase64(file.headerHash), headerHash)) throw changed('header');
  const membership = followChain(vaultId, file.rootKey, file.chain);
  const holders = [...[...membership.standings.values()].filter(({ active }) => active).map(({ member }) => member.id), RECOVERY];
  if (file.slots.length !== holders.length) throw changed('slot');
  for (const holder of holders) {
    const slot = slotOf(file.slots, holder);
    if (slot === undefined) throw changed('slot');
    checkSlot(ownerOf(vaultId, file.rootKey, membership, holder), slot, membership.demo);
  }
  checkBoxes(membership, file.boxes);
  return { file, membership };
};
