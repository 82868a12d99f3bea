import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { removeFile, writeFileAtomic } from '../atomic-file.ts';
import { VaultError } from '../types.ts';
import type { ClassKeys } from './class-keys.ts';
import { hkdf, hmac, sameBytes, utf8 } from './crypto.ts';
import { AnchorValue, canonicalBytes, changed, fromBase64, parseKeyringFile, toBase64, type Body, type KeyringFile } from './format.ts';
import { sectionFile } from './person-keys.ts';
import { classKeyOf } from './wrapped.ts';

export const keyringFile = (dir: string): string => join(dir, 'keyring.json');
export const anchorFile = (dir: string): string => join(dir, 'anchor.json');

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** @throws VaultError NO_VAULT, KEYRING_CHANGED, TOO_NEW */
export const readKeyring = async (dir: string): Promise<KeyringFile> => {
  const text = await readIfThere(keyringFile(dir));
  if (text === undefined) throw new VaultError('NO_VAULT');
  return parseKeyringFile(text);
};

export const hasKeyring = async (dir: string): Promise<boolean> => (await readIfThere(keyringFile(dir))) !== undefined;

/** Authenticates all that signatures and boxes do not, with a key that every user holds. */
const macOf = (keys: ClassKeys, body: Body): Buffer =>
  hmac(hkdf(classKeyOf(keys, 'office').key, utf8(body.vaultId), 'varco/keyring-mac'), canonicalBytes(body));

/** @throws VaultError KEYRING_CHANGED */
export const checkMac = (keys: ClassKeys, { mac, ...body }: KeyringFile): void => {
  if (!sameBytes(macOf(keys, body), fromBase64(mac))) throw changed('mac');
};

export const writeKeyring = (dir: string, keys: ClassKeys, body: Body): Promise<void> =>
  writeFileAtomic(keyringFile(dir), canonicalBytes({ ...body, mac: toBase64(macOf(keys, body)) } satisfies KeyringFile));

/**
 * Unlinks the sections that an erasure replaced. Only those the keyring names: a section it does not know may belong
 * to a newer keyring that somebody is about to put back.
 */
export const removeReplaced = async (dir: string, { replaced }: Body): Promise<void> => {
  for (const id of replaced) await removeFile(sectionFile(dir, id));
};

/** What advances more often than the keyring: the audit anchor, and how many records each section has. */
const AnchorBody = z.strictObject({
  /** the version of the keyring it was written with */
  version: z.int().min(1),
  anchor: AnchorValue.nullable(),
  sections: z.record(z.string(), z.int().min(0)),
});
export type AnchorBody = z.infer<typeof AnchorBody>;
const AnchorFile = AnchorBody.extend({ mac: z.base64() });

const anchorMac = (keys: ClassKeys, vaultId: string, body: AnchorBody): Buffer =>
  hmac(hkdf(classKeyOf(keys, 'audit').key, utf8(vaultId), 'varco/anchor-mac'), canonicalBytes(body));

export const writeAnchor = (dir: string, keys: ClassKeys, vaultId: string, body: AnchorBody): Promise<void> =>
  writeFileAtomic(anchorFile(dir), canonicalBytes({ ...body, mac: toBase64(anchorMac(keys, vaultId, body)) }));

/**
 * The anchor that belongs to this keyring. One written with the version before is what a crash between the two files
 * leaves: the copy inside the keyring is then the newest.
 * @returns undefined when the file is missing or fails authentication
 * @throws VaultError ROLLED_BACK when keyring and anchor are of different times
 */
export const readAnchor = async (dir: string, keys: ClassKeys, body: Body): Promise<(AnchorBody & { readonly behind: boolean }) | undefined> => {
  const text = await readIfThere(anchorFile(dir));
  const parsed = AnchorFile.safeParse(text === undefined ? undefined : parseJson(text));
  if (!parsed.success) return undefined;
  const { mac, ...value } = parsed.data;
  if (value.version > body.version || value.version < body.version - 1) {
    throw new VaultError('ROLLED_BACK', { what: value.version > body.version ? 'keyring' : 'anchor' });
  }
  if (value.version < body.version) return { ...anchorInside(body), behind: true };
  const authentic = sameBytes(anchorMac(keys, body.vaultId, value), fromBase64(mac));
  return authentic ? { ...value, behind: false } : undefined;
};

/** The anchor as it was when the keyring was last written. */
export const anchorInside = (body: Body): AnchorBody => ({
  version: body.version,
  anchor: body.anchor,
  sections: Object.fromEntries(body.sections.map(({ id, records }) => [id, records])),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
