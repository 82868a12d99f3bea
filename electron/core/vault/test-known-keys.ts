/**
 * What somebody knows who has a password (or the printed code) and copies of key files: every key that falls out of them,
 * without asking anywhere whether they may. For tests only.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyClass } from '../../../shared/domain/roles.ts';
import { openBox } from './keyring/box.ts';
import { followChain } from './keyring/chain.ts';
import { KEY_BYTES } from './keyring/crypto.ts';
import { contextOf, fromBase64, parseKeyringFile, RECOVERY, type KeyringFile, type Wrapped } from './keyring/format.ts';
import type { Identity } from './keyring/identity.ts';
import { ownerOf, slotOf } from './keyring/inspect.ts';
import { readSection, sectionFile } from './keyring/person-keys.ts';
import { parseRecoveryCode } from './keyring/recovery-code.ts';
import { openPasswordSlot, openRecoverySlot } from './keyring/slot.ts';
import { placeOf, SECRETS_UNDER, unwrap } from './keyring/wrapped.ts';

/** A vault folder as it once was, and the keyring that lay in it. */
export interface Copy {
  readonly dir: string;
  readonly keyring: KeyringFile;
}

export const copyAt = async (dir: string): Promise<Copy> => ({ dir, keyring: parseKeyringFile(await readFile(join(dir, 'keyring.json'), 'utf8')) });

/** What does not open is not there. */
export const attempt = async <T>(open: () => T | Promise<T>): Promise<T | undefined> => {
  try {
    return await open();
  } catch {
    return undefined;
  }
};

/** The private keys that somebody takes out of a copy's slots. */
export type Secret = (copy: Copy) => Promise<Identity | undefined>;

const slotIn = ({ keyring: { vaultId, rootKey, chain, slots } }: Copy, holder: string) => {
  const slot = slotOf(slots, holder);
  return slot === undefined ? undefined : { slot, owner: ownerOf(vaultId, rootKey, followChain(vaultId, rootKey, chain), holder) };
};

export const passwordOf =
  ({ id, password }: { readonly id: string; readonly password: string }, keyFile?: Uint8Array): Secret =>
  async (copy) => {
    const found = slotIn(copy, id);
    return found && attempt(() => openPasswordSlot(found.owner, found.slot, password, keyFile));
  };

export const printedCode =
  (code: string): Secret =>
  async (copy) => {
    const found = slotIn(copy, RECOVERY);
    return found && attempt(() => openRecoverySlot(found.owner, found.slot, parseRecoveryCode(code)));
  };

type Place = readonly [keyClass: KeyClass, what: string, entry: Wrapped];

/** The service's own keys, as they lie in a keyring. */
export const secretsIn = ({ secrets }: KeyringFile): readonly Place[] => secrets.map(({ name, ...entry }) => [SECRETS_UNDER, placeOf.secret(name), entry]);

/** A wrapped thing under one key, taken for whatever key it is said to need. */
export const unwrapWithKey = (vaultId: string, [keyClass, what, { under, sealed }]: Place, key: Buffer): Promise<Buffer | undefined> =>
  attempt(() => unwrap(vaultId, new Map([[keyClass, Array.from({ length: under }, () => key)]]), keyClass, what, { under, sealed }));

/** Each different value once: copies of one folder have most of their bytes in common. */
const different = <T>(values: readonly T[], nameOf: (value: T) => string): readonly T[] => [...new Map(values.map((value) => [nameOf(value), value])).values()];

/** Whatever opens with a private key that boxes are sealed to, whoever a box says it is for. */
const fromBoxes = (copies: readonly Copy[], { box: secret }: Identity): Buffer[] =>
  different(copies.flatMap(({ keyring: { vaultId, boxes } }) => boxes.map((one) => ({ vaultId, ...one }))), ({ box }) => box).flatMap(
    ({ vaultId, class: keyClass, generation, holder, box }) => openBox(secret, fromBase64(box), contextOf('class-key', vaultId, keyClass, generation, holder)) ?? [],
  );

/** What lies sealed in the key files themselves, each to be tried with any key: index keys, secrets, the persons' keys. */
const sealedInKeyFiles = async (copies: readonly Copy[]): Promise<readonly ((key: Buffer) => Promise<readonly Buffer[]>)[]> => {
  const places: { readonly vaultId: string; readonly place: Place }[] = [];
  const files: { readonly dir: string; readonly vaultId: string; readonly id: string; readonly bytes: string }[] = [];
  for (const { dir, keyring } of copies) {
    const { vaultId, indexKeys, sections, subjectKey } = keyring;
    for (const place of [
      ...indexKeys.map(({ class: keyClass, generation, ...entry }): Place => [keyClass, placeOf.index(keyClass, generation), entry]),
      ...sections.map(({ id, since, under, sealed }): Place => ['case', placeOf.section(id, since), { under, sealed }]),
      ...secretsIn(keyring),
      ['audit', placeOf.subject, subjectKey] as const,
    ]) places.push({ vaultId, place });
    for (const { id } of sections.filter((section) => existsSync(sectionFile(dir, section.id)))) files.push({ dir, vaultId, id, bytes: await readFile(sectionFile(dir, id), 'latin1') });
  }
  return [
    ...different(places, ({ place }) => place[2].sealed).map(({ vaultId, place }) => async (key: Buffer) => {
      const plain = await unwrapWithKey(vaultId, place, key);
      // the age identity is longer than a key of the vault
      return plain?.length === KEY_BYTES ? [plain] : [];
    }),
    ...different(files, ({ id, bytes }) => id + bytes).map(({ dir, vaultId, id }) => async (key: Buffer) => (await readSection(dir, vaultId, { id, key }, 0)).entries.map((entry) => entry.key)),
  ];
};

/** Every key that a secret yields in the key files of these copies, and what those keys yield in turn. */
export const keysKnown = async (secret: Secret, copies: readonly Copy[]): Promise<readonly Buffer[]> => {
  const identities = (await Promise.all(copies.map(secret))).filter((one) => one !== undefined);
  const known = new Map<string, Buffer>();
  const sealed = await sealedInKeyFiles(copies);
  const open = different(identities, ({ box }) => box.toString('hex')).flatMap((one) => [...Object.values(one), ...fromBoxes(copies, one)]);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const name = key.toString('hex');
    if (known.has(name)) continue;
    known.set(name, key);
    for (const tryIt of sealed) open.push(...(await tryIt(key)));
  }
  return [...known.values()];
};
