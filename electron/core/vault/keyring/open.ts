import { keysOf } from '../../../../shared/domain/roles.ts';
import type { KeyringPlace, PasswordOpening, PeekedUser, WrappedKey } from '../keys.ts';
import { removeLeftovers } from '../atomic-file.ts';
import { VaultError } from '../types.ts';
import { rekey } from './changes.ts';
import { followChain, type Membership } from './chain.ts';
import { openClassKeys, type ClassKeys } from './class-keys.ts';
import { anchorInside, checkMac, readAnchor, readKeyring, removeReplaced, writeAnchor, writeKeyring } from './files.ts';
import { parseKeyringFile, RECOVERY, type Body, type KeyringFile } from './format.ts';
import { newIdentity, publicKeysOf, wipeIdentity, type Identity } from './identity.ts';
import { inspectKeyring, kdfOf, ownerOf, slotOf } from './inspect.ts';
import { Persons } from './persons.ts';
import { parseRecoveryCode } from './recovery-code.ts';
import { KeyringSession } from './session.ts';
import { makePasswordSlot, openPasswordSlot, openRecoverySlot } from './slot.ts';
import { placeOf, unwrap, USERS_UNDER } from './wrapped.ts';

/** The class keys of a holder, once every one of them and the whole file proved genuine. @throws VaultError KEYRING_CHANGED */
const openAuthenticated = (file: KeyringFile, membership: Membership, holder: string, identity: Identity): ClassKeys => {
  const keys = openClassKeys(file.vaultId, membership, file.boxes, holder, identity.box);
  checkMac(keys, file);
  return keys;
};

const startSession = async (dir: string, body: Body, membership: Membership, userId: string, identity: Identity, keys: ClassKeys, keyFile?: Uint8Array): Promise<KeyringSession> => {
  const anchor = await readAnchor(dir, keys, body);
  const counts = (anchor ?? anchorInside(body)).sections;
  const persons = keys.has('case') ? await Persons.open(dir, body, keys, counts) : undefined;
  await removeLeftovers(dir);
  await removeReplaced(dir, body);
  return new KeyringSession({
    dir,
    userId,
    identity,
    keyFile,
    body,
    membership,
    keys,
    persons,
    counts: persons?.counts() ?? counts,
    anchor: anchor === undefined ? 'CHANGED' : anchor.anchor,
    anchorIsBehind: anchor?.behind ?? false,
  });
};

/**
 * Unlocks with a user's password, and their key file if the slot asks for one. Only for the holder of the vault's lock:
 * half-written files are cleared away.
 * @throws VaultError WRONG_PASSWORD (also for a user nobody knows or who was dismissed), KEY_FILE_MISSING, KEY_FILE_WRONG, KEYRING_CHANGED, ROLLED_BACK, NO_VAULT, TOO_NEW
 */
export const openKeyring = async (place: KeyringPlace, userId: string, password: string, keyFile?: Uint8Array): Promise<KeyringSession> => {
  const { file, membership } = await inspectKeyring(place);
  const slot = slotOf(file.slots, userId);
  if (slot === undefined || userId === RECOVERY) throw new VaultError('WRONG_PASSWORD');
  const identity = await openPasswordSlot(ownerOf(file.vaultId, file.rootKey, membership, userId), slot, password, keyFile);
  const keys = openAuthenticated(file, membership, userId, identity);
  const { mac: _, ...body } = file;
  const used = slot.keyFile === undefined ? undefined : keyFile;
  return startSession(place.dir, body, membership, userId, identity, keys, used);
};

/**
 * Opens the vault with the printed code as `userId`, who gets new keys behind `newPassword`: those behind the forgotten
 * one cannot be had. What the user signed before stays checkable. A key file is asked for no more.
 * @throws VaultError WRONG_RECOVERY_CODE (reason MISTYPED or WRONG), NOT_ENTITLED for somebody who is not an active user, KEYRING_CHANGED, ROLLED_BACK, NO_VAULT
 */
export const openKeyringWithRecovery = async (place: KeyringPlace, recoveryCode: string, userId: string, newPassword: string): Promise<KeyringSession> => {
  const secret = parseRecoveryCode(recoveryCode);
  const { file, membership } = await inspectKeyring(place);
  const { vaultId, rootKey } = file;
  const recoverySlot = slotOf(file.slots, RECOVERY);
  if (recoverySlot === undefined) throw new VaultError('WRONG_RECOVERY_CODE', { reason: 'WRONG' });
  const recovery = openRecoverySlot(ownerOf(vaultId, rootKey, membership, RECOVERY), recoverySlot, secret);
  const keys = openAuthenticated(file, membership, RECOVERY, recovery);
  const standing = membership.standings.get(userId);
  if (standing?.active !== true) throw new VaultError('NOT_ENTITLED', { what: 'user' });
  const { mac: _, ...before } = file;
  const anchor = await readAnchor(place.dir, keys, before);
  // the anchor never lags by more than one version, so that lagging is told from a rollback
  if (anchor?.behind === true) await writeAnchor(place.dir, keys, vaultId, { version: before.version, anchor: anchor.anchor, sections: anchor.sections });

  const identity = newIdentity();
  const { roles } = standing.member;
  const publicKeys = publicKeysOf(identity);
  const owner = { ...ownerOf(vaultId, rootKey, membership, userId), keys: publicKeys };
  const slot = await makePasswordSlot(owner, identity, newPassword, kdfOf(file.slots, membership, userId));
  const { body } = rekey(before, { by: RECOVERY, chainSecret: recovery.chain, keys }, userId, publicKeys, slot, roles);
  wipeIdentity(recovery);
  const { anchor: value, sections } = anchor ?? anchorInside(before);
  const next: Body = {
    ...body,
    version: before.version + 1,
    anchor: value,
    sections: body.sections.map((entry) => ({ ...entry, records: sections[entry.id] ?? entry.records })),
  };
  await writeKeyring(place.dir, keys, next);
  await writeAnchor(place.dir, keys, vaultId, { version: next.version, anchor: value, sections });

  const held = new Map([...keys].filter(([keyClass]) => keysOf(roles).includes(keyClass)));
  for (const [keyClass, list] of keys) if (!held.has(keyClass)) for (const key of list) key.fill(0);
  return startSession(place.dir, next, followChain(vaultId, rootKey, next.chain), userId, identity, held);
};

/**
 * What was sealed for every user, opened with one password or the code by the keyring file alone: neither anchor nor
 * sections are needed, and nothing is written.
 * @throws VaultError WRONG_PASSWORD, KEY_FILE_MISSING, KEY_FILE_WRONG, WRONG_RECOVERY_CODE, KEYRING_CHANGED, NO_VAULT, TOO_NEW
 */
export const unwrapWith = async (
  place: KeyringPlace,
  opening: PasswordOpening | { readonly code: string },
  what: string,
  wrapped: WrappedKey,
): Promise<Buffer> => {
  const code = 'code' in opening ? parseRecoveryCode(opening.code) : undefined;
  const { file, membership } = await inspectKeyring(place);
  const holder = 'code' in opening ? RECOVERY : opening.userId;
  const slot = slotOf(file.slots, holder);
  if (slot === undefined || ('userId' in opening && opening.userId === RECOVERY)) {
    throw 'code' in opening ? new VaultError('WRONG_RECOVERY_CODE', { reason: 'WRONG' }) : new VaultError('WRONG_PASSWORD');
  }
  const owner = ownerOf(file.vaultId, file.rootKey, membership, holder);
  const identity = code === undefined ? await openPasswordSlot(owner, slot, 'password' in opening ? opening.password : '', 'keyFile' in opening ? opening.keyFile : undefined) : openRecoverySlot(owner, slot, code);
  const keys = openAuthenticated(file, membership, holder, identity);
  wipeIdentity(identity);
  try {
    return unwrap(file.vaultId, keys, USERS_UNDER, placeOf.users(what), wrapped);
  } finally {
    for (const list of keys.values()) for (const key of list) key.fill(0);
  }
};

/** Users that may unlock, as the file says: believed only once a password opened it. @throws VaultError NO_VAULT, KEYRING_CHANGED */
export const peekKeyring = async (dir: string): Promise<readonly PeekedUser[]> => activeUsers(await readKeyring(dir));

/** The same of a keyring that lies in no folder. @throws VaultError KEYRING_CHANGED, TOO_NEW */
export const peekKeyringText = (text: string): readonly PeekedUser[] => activeUsers(parseKeyringFile(text));

const activeUsers = ({ vaultId, rootKey, chain, slots }: KeyringFile): readonly PeekedUser[] =>
  [...followChain(vaultId, rootKey, chain).standings.values()]
    .filter(({ active }) => active)
    .map(({ member: { id, name, roles } }) => ({ id, name, roles, keyFile: slotOf(slots, id)?.keyFile !== undefined }));
