import { KeyClass, keysOf, type UserRole } from '../../../../shared/domain/roles.ts';
import { sha256, utf8 } from './crypto.ts';
import { isSigned, signBytes } from './curves.ts';
import { canonicalBytes, changed, fromBase64, RECOVERY, ROOT, toBase64, type Deed, type Link, type Member, type Pledge, type PublicKeys } from './format.ts';

/**
 * Somebody who was admitted. `formerSignKeys` are from before a forgotten password was replaced. `admittedAs`: the roles
 * of the first day, which their slot stays bound to; only they themselves could bind it anew.
 */
export interface Standing {
  readonly member: Member;
  readonly admittedAs: readonly UserRole[];
  readonly active: boolean;
  readonly formerSignKeys: readonly string[];
}

/** What the chain says after its last link. */
export interface Membership {
  readonly demo: boolean;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly recovery: PublicKeys;
  /** every generation ever made, oldest first within its class */
  readonly pledges: readonly Pledge[];
}

/** What a link is signed over. */
const linkBytes = (vaultId: string, { n, prev, by, deed }: Omit<Link, 'signature'>): Buffer =>
  Buffer.concat([utf8('varco/keyring-chain/1\n'), canonicalBytes({ vaultId, n, prev, by, deed })]);

const hashOf = (link: Link): string => toBase64(sha256(canonicalBytes(link)));
const START = toBase64(Buffer.alloc(32));

/** The chain with one more deed, signed with `chainSecret` of `by`. */
export const extendChain = (vaultId: string, chain: readonly Link[], by: string, chainSecret: Uint8Array, deed: Deed): Link[] => {
  const last = chain.at(-1);
  const link = { n: chain.length, prev: last === undefined ? START : hashOf(last), by, deed };
  return [...chain, { ...link, signature: toBase64(signBytes(chainSecret, linkBytes(vaultId, link))) }];
};

/** The newest generation of a class; 0 when there is none. */
export const newestOf = (pledges: readonly Pledge[], keyClass: KeyClass): number =>
  pledges.reduce((newest, pledge) => (pledge.class === keyClass ? Math.max(newest, pledge.generation) : newest), 0);

/** Whoever is entitled to a class now: users by their roles, and the recovery code to everything. */
export const holdersOf = ({ standings, recovery }: Membership, keyClass: KeyClass): readonly { id: string; boxKey: string }[] => [
  ...[...standings.values()]
    .filter(({ active, member }) => active && keysOf(member.roles).includes(keyClass))
    .map(({ member }) => ({ id: member.id, boxKey: member.boxKey })),
  { id: RECOVERY, boxKey: recovery.boxKey },
];

const classesOf = (membership: Membership, by: string): readonly KeyClass[] => {
  const standing = membership.standings.get(by);
  if (by === RECOVERY) return KeyClass.options;
  return standing?.active === true ? keysOf(standing.member.roles) : [];
};

const covers = (held: readonly KeyClass[], needed: readonly KeyClass[]): boolean => needed.every((keyClass) => held.includes(keyClass));

/** Exactly one next generation for each of `classes`. */
const areNext = (known: readonly Pledge[], classes: readonly KeyClass[], made: readonly Pledge[]): boolean =>
  made.length === classes.length &&
  classes.every((keyClass) => made.some((pledge) => pledge.class === keyClass && pledge.generation === newestOf(known, keyClass) + 1));

/** The classes that other roles bring, and those they take. */
export const shiftOf = (before: readonly UserRole[], after: readonly UserRole[]): { readonly gained: readonly KeyClass[]; readonly lost: readonly KeyClass[] } => ({
  gained: keysOf(after).filter((keyClass) => !keysOf(before).includes(keyClass)),
  lost: keysOf(before).filter((keyClass) => !keysOf(after).includes(keyClass)),
});

/** Whether some user still holds the case key: from a class without one only the printed code leads back. */
export const hasCaseHolder = ({ standings }: Pick<Membership, 'standings'>): boolean =>
  [...standings.values()].some(({ active, member }) => active && keysOf(member.roles).includes('case'));

const stillOpenable = (after: Membership): Membership | undefined => (hasCaseHolder(after) ? after : undefined);

/** The membership after a deed by somebody entitled to it; undefined when they are not, or the deed makes no sense. */
const apply = (before: Membership, by: string, deed: Deed): Membership | undefined => {
  const held = classesOf(before, by);
  if (held.length === 0) return undefined;
  const withStanding = (standing: Standing): ReadonlyMap<string, Standing> => new Map([...before.standings, [standing.member.id, standing]]);
  switch (deed.kind) {
    case 'found':
      return undefined;
    case 'admit': {
      if (before.standings.has(deed.member.id) || !covers(held, keysOf(deed.member.roles))) return undefined;
      return { ...before, standings: withStanding({ member: deed.member, admittedAs: deed.member.roles, active: true, formerSignKeys: [] }) };
    }
    case 'dismiss': {
      const standing = before.standings.get(deed.userId);
      if (standing?.active !== true || by === deed.userId) return undefined;
      if (!areNext(before.pledges, keysOf(standing.member.roles), deed.pledges)) return undefined;
      return stillOpenable({ ...before, standings: withStanding({ ...standing, active: false }), pledges: [...before.pledges, ...deed.pledges] });
    }
    case 'assign': {
      const standing = before.standings.get(deed.userId);
      if (standing?.active !== true || by === deed.userId) return undefined;
      const { gained, lost } = shiftOf(standing.member.roles, deed.roles);
      if (!covers(held, gained) || !areNext(before.pledges, lost, deed.pledges)) return undefined;
      const member = { ...standing.member, roles: deed.roles };
      return stillOpenable({ ...before, standings: withStanding({ ...standing, member }), pledges: [...before.pledges, ...deed.pledges] });
    }
    case 'rekey': {
      const standing = before.standings.get(deed.userId);
      if (standing?.active !== true || by !== RECOVERY) return undefined;
      const { boxKey, signKey, chainKey } = deed;
      const member = { ...standing.member, boxKey, signKey, chainKey };
      return { ...before, standings: withStanding({ ...standing, member, formerSignKeys: [...standing.formerSignKeys, standing.member.signKey] }) };
    }
    case 'recovery': {
      if (!covers(held, KeyClass.options) || !areNext(before.pledges, KeyClass.options, deed.pledges)) return undefined;
      const { boxKey, signKey, chainKey } = deed;
      return { ...before, recovery: { boxKey, signKey, chainKey }, pledges: [...before.pledges, ...deed.pledges] };
    }
  }
};

const found = (by: string, deed: Deed): Membership | undefined => {
  if (deed.kind !== 'found' || by !== ROOT) return undefined;
  const standings = new Map(deed.members.map((member) => [member.id, { member, admittedAs: member.roles, active: true, formerSignKeys: [] }]));
  if (standings.size !== deed.members.length || !areNext([], KeyClass.options, deed.pledges)) return undefined;
  return { demo: deed.demo, standings, recovery: deed.recovery, pledges: deed.pledges };
};

/** The key that `by` signs the chain with at this point. */
const chainKeyOf = (membership: Membership | undefined, by: string, rootKey: string): string | undefined => {
  if (membership === undefined) return by === ROOT ? rootKey : undefined;
  return by === RECOVERY ? membership.recovery.chainKey : membership.standings.get(by)?.member.chainKey;
};

/**
 * Follows the chain from the founding: every link signed by somebody who was entitled to it at that moment. Without
 * the keys of a member nobody can add, change or reorder a link; cutting links off is what the version is for.
 * @throws VaultError KEYRING_CHANGED
 */
export const followChain = (vaultId: string, rootKey: string, chain: readonly Link[]): Membership => {
  let membership: Membership | undefined;
  let prev = START;
  for (const [n, link] of chain.entries()) {
    const key = chainKeyOf(membership, link.by, rootKey);
    if (key === undefined || link.n !== n || link.prev !== prev) throw changed('chain');
    if (!isSigned(fromBase64(key), linkBytes(vaultId, link), fromBase64(link.signature))) throw changed('chain');
    membership = membership === undefined ? found(link.by, link.deed) : apply(membership, link.by, link.deed);
    if (membership === undefined) throw changed('chain');
    prev = hashOf(link);
  }
  if (membership === undefined) throw changed('chain');
  return membership;
};
