import { KeyClass, keysOf } from '../../../../shared/domain/roles.ts';
import { openBox, sealTo } from './box.ts';
import { holdersOf, newestOf, type Membership } from './chain.ts';
import { hkdf, newKey, sameBytes, utf8 } from './crypto.ts';
import { changed, contextOf, fromBase64, RECOVERY, toBase64, type Box, type Pledge } from './format.ts';

/** Opened keys of the classes a session holds: generation g at index g − 1. */
export type ClassKeys = ReadonlyMap<KeyClass, readonly Buffer[]>;

/** A generation just made, not yet sealed to anybody. */
export interface FreshKey {
  readonly pledge: Pledge;
  readonly key: Buffer;
}

const commitOf = (vaultId: string, keyClass: KeyClass, generation: number, key: Uint8Array): Buffer =>
  hkdf(key, utf8(vaultId), contextOf('varco/commit', keyClass, generation));

const boxContext = (vaultId: string, keyClass: KeyClass, generation: number, holder: string): string =>
  contextOf('class-key', vaultId, keyClass, generation, holder);

/** The next generation of each class. */
export const makeGenerations = (vaultId: string, known: readonly Pledge[], classes: readonly KeyClass[]): FreshKey[] =>
  classes.map((keyClass) => {
    const generation = newestOf(known, keyClass) + 1;
    const key = newKey();
    return { key, pledge: { class: keyClass, generation, commit: toBase64(commitOf(vaultId, keyClass, generation, key)) } };
  });

/** One class key sealed to one holder. @throws VaultError KEYRING_CHANGED when their public key is none */
export const boxFor = (vaultId: string, keyClass: KeyClass, generation: number, key: Uint8Array, holder: { id: string; boxKey: string }): Box => {
  const box = sealTo(fromBase64(holder.boxKey), key, boxContext(vaultId, keyClass, generation, holder.id));
  if (box === undefined) throw changed('public-key');
  return { class: keyClass, generation, holder: holder.id, box: toBase64(box) };
};

/** New generations sealed to everybody entitled in `membership`, the recovery code included. */
export const boxesFor = (vaultId: string, membership: Membership, fresh: readonly FreshKey[]): Box[] =>
  fresh.flatMap(({ key, pledge }) => holdersOf(membership, pledge.class).map((holder) => boxFor(vaultId, pledge.class, pledge.generation, key, holder)));

/** Every generation the session holds of these classes, sealed to one more holder. */
export const boxesForHolder = (vaultId: string, keys: ClassKeys, classes: readonly KeyClass[], holder: { id: string; boxKey: string }): Box[] =>
  classes.flatMap((keyClass) => (keys.get(keyClass) ?? []).map((key, at) => boxFor(vaultId, keyClass, at + 1, key, holder)));

/**
 * Whether there is exactly one box for each entitled holder and generation, and none for anybody else.
 * @throws VaultError KEYRING_CHANGED
 */
export const checkBoxes = (membership: Membership, boxes: readonly Box[]): void => {
  const expected = new Set(
    membership.pledges.flatMap((pledge) => holdersOf(membership, pledge.class).map(({ id }) => contextOf(pledge.class, pledge.generation, id))),
  );
  const fits = boxes.length === expected.size && boxes.every((box) => expected.delete(contextOf(box.class, box.generation, box.holder)));
  if (!fits) throw changed('boxes');
};

/**
 * Opens every generation a holder is entitled to and compares each with what its maker pledged.
 * @throws VaultError KEYRING_CHANGED
 */
export const openClassKeys = (vaultId: string, membership: Membership, boxes: readonly Box[], holder: string, boxSecret: Uint8Array): ClassKeys => {
  const roles = membership.standings.get(holder)?.member.roles ?? [];
  const classes = holder === RECOVERY ? KeyClass.options : keysOf(roles);
  return new Map(
    classes.map((keyClass) => {
      const keys = membership.pledges
        .filter((pledge) => pledge.class === keyClass)
        .toSorted((a, b) => a.generation - b.generation)
        .map(({ generation, commit }) => {
          const box = boxes.find((one) => one.holder === holder && one.class === keyClass && one.generation === generation);
          const key = box && openBox(boxSecret, fromBase64(box.box), boxContext(vaultId, keyClass, generation, holder));
          if (key === undefined || !sameBytes(commitOf(vaultId, keyClass, generation, key), fromBase64(commit))) throw changed('boxes');
          return key;
        });
      return [keyClass, keys];
    }),
  );
};
