import { KeyClass, keysOf } from '../../../../shared/domain/roles.ts';
import type { KeyringModule, KeyringPlace } from '../keys.ts';
import { VaultError } from '../types.ts';
import { extendChain, followChain } from './chain.ts';
import { boxesFor, makeGenerations, type ClassKeys } from './class-keys.ts';
import { DATA_CLASSES, newSection, withNewIndexKeys } from './changes.ts';
import { newKey } from './crypto.ts';
import { newSecret, publicOf } from './curves.ts';
import { hasKeyring, writeAnchor, writeKeyring } from './files.ts';
import { KEYRING_FORMAT, RECOVERY, ROOT, SecretEntry, toBase64, type Slot } from './format.ts';
import { newIdentity, publicKeysOf, wipeIdentity } from './identity.ts';
import { ownerOf } from './inspect.ts';
import { KDF, TEST_KDF } from './password.ts';
import { Persons } from './persons.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { KeyringSession } from './session.ts';
import { makePasswordSlot, makeRecoverySlot } from './slot.ts';
import { placeOf, wrap, SECRETS_UNDER } from './wrapped.ts';

const SERVICE_SECRETS = SecretEntry.shape.name.options;

type Options = Parameters<KeyringModule['createKeyring']>[1];

/**
 * Founds a keyring: keys for every user, the first generation of each class, the recovery code. The key that signs the
 * founding is forgotten before this returns.
 * @throws VaultError EXISTS; NOT_ENTITLED when nobody would hold the case key, or weak password hashing is asked for outside a demo
 */
export const createKeyring = async (
  place: KeyringPlace,
  { users, secrets, demo, testKdf = false, creatorId }: Options,
): Promise<{ readonly keys: KeyringSession; readonly recoveryCode: string }> => {
  const { dir, vaultId } = place;
  if (await hasKeyring(dir)) throw new VaultError('EXISTS');
  if (testKdf && !demo) throw new VaultError('NOT_ENTITLED', { what: 'testKdf' });
  if (users.some(({ id }) => id === ROOT || id === RECOVERY) || new Set(users.map(({ id }) => id)).size !== users.length) {
    throw new VaultError('CONFLICT', { collection: 'office', id: 'users' });
  }

  const founders = users.map((user) => ({ user, identity: newIdentity() }));
  const creator = founders.find(({ user }) => user.id === creatorId);
  if (creator === undefined) throw new VaultError('NOT_ENTITLED', { what: 'creator' });
  if (!users.some(({ roles }) => keysOf(roles).includes('case'))) throw new VaultError('NOT_ENTITLED', { class: 'case' });
  const recovery = newIdentity();
  const root = newSecret();
  const rootKey = toBase64(publicOf('ed25519', root));
  const fresh = makeGenerations(vaultId, [], KeyClass.options);
  const keys: ClassKeys = new Map(fresh.map(({ key, pledge }) => [pledge.class, [key]]));
  const chain = extendChain(vaultId, [], ROOT, root, {
    kind: 'found',
    demo,
    members: founders.map(({ user: { id, name, roles }, identity }) => ({ id, name, roles: [...roles], ...publicKeysOf(identity) })),
    recovery: publicKeysOf(recovery),
    pledges: fresh.map(({ pledge }) => pledge),
  });
  root.fill(0);
  const membership = followChain(vaultId, rootKey, chain);

  const slots: Slot[] = [];
  for (const { user, identity } of founders) {
    slots.push(await makePasswordSlot(ownerOf(vaultId, rootKey, membership, user.id), identity, user.password, testKdf ? TEST_KDF : KDF));
  }
  const { secret, code } = newRecoveryCode();
  slots.push(makeRecoverySlot(ownerOf(vaultId, rootKey, membership, RECOVERY), recovery, secret));

  const body = withNewIndexKeys(
    {
      format: 'varco-keyring',
      formatVersion: KEYRING_FORMAT,
      vaultId,
      headerHash: toBase64(place.headerHash),
      version: 1,
      rootKey,
      chain,
      slots,
      boxes: boxesFor(vaultId, membership, fresh),
      indexKeys: [],
      sections: [newSection(vaultId, keys, 1)],
      replaced: [],
      subjectKey: wrap(vaultId, keys, 'audit', placeOf.subject, newKey()),
      secrets: SERVICE_SECRETS.map((name) => ({ name, ...wrap(vaultId, keys, SECRETS_UNDER, placeOf.secret(name), secrets[name]) })),
      anchor: null,
    },
    keys,
    DATA_CLASSES,
  );
  // the anchor first: a keyring without one has lost it
  await writeAnchor(dir, keys, vaultId, { version: 1, anchor: null, sections: {} });
  await writeKeyring(dir, keys, body);

  for (const { user, identity } of founders) if (user.id !== creatorId) wipeIdentity(identity);
  wipeIdentity(recovery);
  const held = new Map([...keys].filter(([keyClass]) => keysOf(creator.user.roles).includes(keyClass)));
  for (const [keyClass, list] of keys) if (!held.has(keyClass)) for (const key of list) key.fill(0);
  return {
    keys: new KeyringSession({
      dir,
      userId: creatorId,
      identity: creator.identity,
      keyFile: undefined,
      body,
      membership,
      keys: held,
      persons: held.has('case') ? await Persons.open(dir, body, held, {}) : undefined,
      counts: {},
      anchor: null,
      anchorIsBehind: false,
    }),
    recoveryCode: code,
  };
};
