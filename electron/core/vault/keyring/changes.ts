/** What each act makes of the keyring's body. Nothing here touches a file: the session writes what comes out. */
import { KeyClass, keysOf, type UserRole } from '../../../../shared/domain/roles.ts';
import type { DataClass } from '../keys.ts';
import { extendChain, followChain, newestOf, shiftOf, type Membership } from './chain.ts';
import { boxesFor, boxesForHolder, makeGenerations, type ClassKeys } from './class-keys.ts';
import { newKey } from './crypto.ts';
import { RECOVERY, type Body, type Deed, type Member, type Pledge, type PublicKeys, type SectionEntry, type Slot } from './format.ts';
import { newSectionId } from './person-keys.ts';
import { placeOf, unwrap, wrap, SECRETS_UNDER } from './wrapped.ts';

export const DATA_CLASSES: readonly DataClass[] = ['office', 'case'];

/** Who makes a change, and with which keys. */
export interface Author {
  readonly by: string;
  readonly chainSecret: Uint8Array;
  readonly keys: ClassKeys;
}

/** A body after a change, who belongs to it, and every class key known while making it. */
export interface Change {
  readonly body: Body;
  readonly membership: Membership;
  readonly keys: ClassKeys;
}

/** The newest index key generation of a class. */
export const newestIndex = (body: Body, keyClass: DataClass): number =>
  body.indexKeys.reduce((newest, entry) => (entry.class === keyClass ? Math.max(newest, entry.generation) : newest), 0);

/** One more index key for each class, under the class key of `keys`; the older ones stay. */
export const withNewIndexKeys = (body: Body, keys: ClassKeys, classes: readonly DataClass[]): Body => ({
  ...body,
  indexKeys: [
    ...body.indexKeys,
    ...classes.map((keyClass) => {
      const generation = newestIndex(body, keyClass) + 1;
      return { class: keyClass, generation, ...wrap(body.vaultId, keys, keyClass, placeOf.index(keyClass, generation), newKey()) };
    }),
  ],
});

/** Of this class only the newest index key. */
export const withoutRetiredIndexKeys = (body: Body, keyClass: DataClass): Body => ({
  ...body,
  indexKeys: body.indexKeys.filter((entry) => entry.class !== keyClass || entry.generation === newestIndex(body, keyClass)),
});

/** An empty section under the newest case key; its file comes into being with its first record. */
export const newSection = (vaultId: string, keys: ClassKeys, since: number): SectionEntry => {
  const id = newSectionId();
  return { id, since, records: 0, ...wrap(vaultId, keys, 'case', placeOf.section(id, since), newKey()) };
};

/** A keyring with one more member, to whom every generation of their classes is sealed. */
export const admit = (body: Body, { by, chainSecret, keys }: Author, member: Member, slot: Slot): Change => {
  const chain = extendChain(body.vaultId, body.chain, by, chainSecret, { kind: 'admit', member });
  const boxes = boxesForHolder(body.vaultId, keys, keysOf(member.roles), member);
  return {
    body: { ...body, chain, slots: [...body.slots, slot], boxes: [...body.boxes, ...boxes] },
    membership: followChain(body.vaultId, body.rootKey, chain),
    keys,
  };
};

/**
 * New generations of `classes`, sealed to the public keys of everybody entitled after the deed. Nobody's password is
 * needed; not even the author must hold a class to renew it: its new key passes through their memory, not its old one.
 */
const rotate = (body: Body, { by, chainSecret, keys: held }: Author, classes: readonly KeyClass[], deedOf: (pledges: Pledge[]) => Deed): Change => {
  const { vaultId } = body;
  const before = followChain(vaultId, body.rootKey, body.chain);
  const fresh = makeGenerations(vaultId, before.pledges, classes);
  const chain = extendChain(vaultId, body.chain, by, chainSecret, deedOf(fresh.map(({ pledge }) => pledge)));
  const membership = followChain(vaultId, body.rootKey, chain);

  const keys = new Map(held);
  for (const { pledge, key } of fresh) {
    const older: Buffer[] = [...(held.get(pledge.class) ?? [])];
    older[pledge.generation - 1] = key;
    keys.set(pledge.class, older);
  }
  const rewrapped = (keyClass: KeyClass, what: string, entry: { under: number; sealed: string }) => {
    const plain = unwrap(vaultId, held, keyClass, what, entry);
    const next = wrap(vaultId, keys, keyClass, what, plain);
    plain.fill(0);
    return next;
  };
  const withIndex = withNewIndexKeys(body, keys, DATA_CLASSES.filter((keyClass) => classes.includes(keyClass)));
  return {
    body: {
      ...withIndex,
      chain,
      boxes: [...body.boxes, ...boxesFor(vaultId, membership, fresh)],
      sections: classes.includes('case') ? [...body.sections, newSection(vaultId, keys, newestOf(membership.pledges, 'case'))] : body.sections,
      subjectKey: classes.includes('audit') ? rewrapped('audit', placeOf.subject, body.subjectKey) : body.subjectKey,
      // an administrator who dismisses cannot open them: they stay under the key they are under
      secrets:
        classes.includes(SECRETS_UNDER) && held.has(SECRETS_UNDER)
          ? body.secrets.map((entry) => ({ name: entry.name, ...rewrapped(SECRETS_UNDER, placeOf.secret(entry.name), entry) }))
          : body.secrets,
    },
    membership,
    keys,
  };
};

const withoutHolder = (change: Change, holder: string): Change => ({
  ...change,
  body: {
    ...change.body,
    slots: change.body.slots.filter((slot) => slot.holder !== holder),
    boxes: change.body.boxes.filter((box) => box.holder !== holder),
  },
});

/** A keyring without this user's slot and boxes, and with new generations of all they held. */
export const dismiss = (body: Body, author: Author, userId: string, roles: readonly UserRole[]): Change =>
  withoutHolder(
    rotate(body, author, keysOf(roles), (pledges) => ({ kind: 'dismiss', userId, pledges })),
    userId,
  );

/**
 * A keyring in which a user has other roles. What they gain is sealed to them by the author, who holds it; what they lose
 * gets new generations, as after a dismissal.
 */
export const assign = (body: Body, author: Author, member: Member, roles: readonly UserRole[]): Change => {
  const { gained, lost } = shiftOf(member.roles, roles);
  const change = rotate(body, author, lost, (pledges) => ({ kind: 'assign', userId: member.id, roles: [...roles], pledges }));
  const kept = change.body.boxes.filter((box) => box.holder !== member.id || !lost.includes(box.class));
  return { ...change, body: { ...change.body, boxes: [...kept, ...boxesForHolder(body.vaultId, author.keys, gained, member)] } };
};

/** A new recovery code instead of the one before, which is treated like somebody dismissed. The author holds every class. */
export const replaceRecovery = (body: Body, author: Author, recovery: PublicKeys, slot: Slot): Change => {
  const { body: next, membership, keys } = rotate(withoutHolder({ body, membership: followChain(body.vaultId, body.rootKey, body.chain), keys: author.keys }, RECOVERY).body, author, KeyClass.options, (pledges) => ({
    kind: 'recovery',
    ...recovery,
    pledges,
  }));
  const fresh = new Set(next.boxes.filter((box) => box.holder === RECOVERY).map((box) => `${box.class} ${box.generation}`));
  const older = boxesForHolder(body.vaultId, author.keys, KeyClass.options, { id: RECOVERY, boxKey: recovery.boxKey });
  return {
    body: { ...next, slots: [...next.slots, slot], boxes: [...next.boxes, ...older.filter((box) => !fresh.has(`${box.class} ${box.generation}`))] },
    membership,
    keys,
  };
};

/** The recovery code gives a user new keys in place of those behind a forgotten password. */
export const rekey = (body: Body, recovery: Author, userId: string, keys: PublicKeys, slot: Slot, roles: readonly UserRole[]): Change => {
  const chain = extendChain(body.vaultId, body.chain, recovery.by, recovery.chainSecret, { kind: 'rekey', userId, ...keys });
  const boxes = boxesForHolder(body.vaultId, recovery.keys, keysOf(roles), { id: userId, boxKey: keys.boxKey });
  const rest = withoutHolder({ body, membership: followChain(body.vaultId, body.rootKey, chain), keys: recovery.keys }, userId);
  return { ...rest, body: { ...rest.body, chain, slots: [...rest.body.slots, slot], boxes: [...rest.body.boxes, ...boxes] } };
};
