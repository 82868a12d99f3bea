import type { KeyClass } from '../../../../shared/domain/roles.ts';
import { VaultError } from '../types.ts';
import type { ClassKeys } from './class-keys.ts';
import { seal, unseal, utf8 } from './crypto.ts';
import { changed, contextOf, fromBase64, toBase64, type Wrapped } from './format.ts';

/** One generation of a class key. @throws VaultError NOT_ENTITLED, or DAMAGED when there never was such a generation */
export const classKeyOf = (keys: ClassKeys, keyClass: KeyClass, generation?: number): { generation: number; key: Buffer } => {
  const held = keys.get(keyClass);
  if (held === undefined) throw new VaultError('NOT_ENTITLED', { class: keyClass });
  const wanted = generation ?? held.length;
  const key = held[wanted - 1];
  if (key === undefined) throw new VaultError('DAMAGED', { what: 'generation', class: keyClass, generation: wanted });
  return { generation: wanted, key };
};

const contextFor = (vaultId: string, what: string, keyClass: KeyClass, under: number): Buffer =>
  utf8(contextOf('varco/wrapped', vaultId, what, keyClass, under));

/** Seals bytes under the newest key of a class; `what` names the place, so that they open nowhere else. */
export const wrap = (vaultId: string, keys: ClassKeys, keyClass: KeyClass, what: string, plain: Uint8Array): Wrapped => {
  const { generation, key } = classKeyOf(keys, keyClass);
  return { under: generation, sealed: toBase64(seal(key, plain, contextFor(vaultId, what, keyClass, generation))) };
};

/** The reverse of `wrap`. @throws VaultError KEYRING_CHANGED, NOT_ENTITLED */
export const unwrap = (vaultId: string, keys: ClassKeys, keyClass: KeyClass, what: string, { under, sealed }: Wrapped): Buffer => {
  if (under > (keys.get(keyClass)?.length ?? under)) throw changed(what);
  const plain = unseal(classKeyOf(keys, keyClass, under).key, fromBase64(sealed), contextFor(vaultId, what, keyClass, under));
  if (plain === undefined) throw changed(what);
  return plain;
};

/** The places of wrapped keys. */
export const placeOf = {
  index: (keyClass: string, generation: number): string => `index/${keyClass}/${generation}`,
  section: (id: string, since: number): string => `section/${id}/${since}`,
  secret: (name: string): string => `secret/${name}`,
  subject: 'subject',
  users: (what: string): string => `users/${what}`,
} as const;

/** Who opens what is sealed to the service, or signs in its name, must hold the cases: an administrator does not. */
export const SECRETS_UNDER: KeyClass = 'case';

/** What every user and the recovery code can open. */
export const USERS_UNDER: KeyClass = 'office';
