import type { Membership } from './chain.ts';
import { changed, type Body } from './format.ts';
import { wipeIdentity, type Identity } from './identity.ts';
import { kdfOf, ownerOf, slotOf } from './inspect.ts';
import { makePasswordSlot, openPasswordSlot } from './slot.ts';

/** A user's own slot, and what opens it: a session keeps the key file so that a new password can be bound to it again. */
export interface Own {
  readonly body: Body;
  readonly membership: Membership;
  readonly userId: string;
  readonly keyFile: Uint8Array | undefined;
}

/** Opens the slot once more and forgets what was in it. @throws VaultError WRONG_PASSWORD */
export const checkOwnPassword = async ({ body, membership, userId, keyFile }: Own, password: string): Promise<void> => {
  const slot = slotOf(body.slots, userId);
  if (slot === undefined) throw changed('slot');
  wipeIdentity(await openPasswordSlot(ownerOf(body.vaultId, body.rootKey, membership, userId), slot, password, keyFile));
};

/** The body with a new slot around the same keys, in place of the one before. */
export const withOwnSlot = async ({ body, membership, userId, keyFile }: Own, identity: Identity, password: string): Promise<Body> => {
  const owner = ownerOf(body.vaultId, body.rootKey, membership, userId);
  const slot = await makePasswordSlot(owner, identity, password, kdfOf(body.slots, membership, userId), keyFile);
  return { ...body, slots: body.slots.map((one) => (one.holder === userId ? slot : one)) };
};
