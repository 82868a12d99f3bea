import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VaultError, type VaultInfo } from './types.ts';
import { WorkplaceKind } from '../../../shared/domain/office.ts';

/** The format this program writes, and the newest it reads. */
export const FORMAT_VERSION = 1;
export const HEADER_FILE = 'vault.json';

/** `minReader`: the oldest program format that may open this vault. */
const Versions = z.object({ format: z.literal('varco-vault'), formatVersion: z.int().min(1), minReader: z.int().min(1) });

const Header = z.strictObject({
  ...Versions.shape,
  vaultId: z.uuid(),
  installationId: z.uuid(),
  kind: WorkplaceKind,
  demo: z.boolean(),
  timeZone: z.string().min(1).max(100),
  serviceName: z.string().min(1).max(200),
  createdAt: z.iso.datetime(),
});

export interface ReadHeader {
  readonly info: VaultInfo;
  /** SHA-256 of the file's bytes: the keyring authenticates it */
  readonly hash: Buffer;
}

/** The bytes of `vault.json`, readable by a person who finds the folder. */
export const headerBytes = (info: VaultInfo): Buffer =>
  Buffer.from(`${JSON.stringify({ format: 'varco-vault', minReader: 1, ...info }, null, 2)}\n`);

/**
 * The header of the vault in a folder.
 * @throws VaultError NO_VAULT when there is none, NO_ACCESS when this account of the computer may not read it, TOO_NEW when a newer program must be used, DAMAGED when it cannot be read
 */
export const readHeader = async (dir: string): Promise<ReadHeader> => {
  const bytes = await readFile(join(dir, HEADER_FILE)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES' || error.code === 'EPERM') throw new VaultError('NO_ACCESS');
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR' ? new VaultError('NO_VAULT') : error;
  });
  return parseHeader(bytes);
};

/** The same of bytes that lie in no folder. @throws VaultError TOO_NEW, DAMAGED */
export const parseHeader = (bytes: Buffer): ReadHeader => {
  const json = parsed(bytes);
  const versions = Versions.safeParse(json);
  if (!versions.success) throw new VaultError('DAMAGED', { what: 'header' });
  if (versions.data.minReader > FORMAT_VERSION) throw new VaultError('TOO_NEW', { formatVersion: versions.data.formatVersion });
  const header = Header.safeParse(json);
  if (!header.success) throw new VaultError('DAMAGED', { what: 'header' });
  const { format: _format, minReader: _minReader, ...info } = header.data;
  return { info, hash: hashOf(bytes) };
};

export const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};
