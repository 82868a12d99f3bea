import { parseHeader } from '../header.ts';
import { peekKeyringText } from '../keyring/index.ts';
import type { VaultInfo } from '../types.ts';
import type { BackupPurpose } from './format.ts';
import { readBackupStart } from './read.ts';

/** What a backup says of itself without a password; none of it is authenticated before one is given. */
export interface BackupPeek {
  readonly createdAt: string;
  readonly purpose: BackupPurpose;
  readonly bytes: number;
  readonly info: Pick<VaultInfo, 'vaultId' | 'kind' | 'demo' | 'serviceName' | 'timeZone'>;
  readonly users: readonly { readonly id: string; readonly name: string; readonly keyFile: boolean }[];
}

/** @throws VaultError BACKUP_INVALID, BACKUP_CUT, BACKUP_TOO_NEW, TOO_NEW, DAMAGED, KEYRING_CHANGED */
export const peekBackup = async (path: string): Promise<BackupPeek> => {
  const { start, bytes } = await readBackupStart(path);
  const { vaultId, kind, demo, serviceName, timeZone } = parseHeader(Buffer.from(start.header, 'base64')).info;
  const users = peekKeyringText(Buffer.from(start.keyring, 'base64').toString('utf8')).map(({ id, name, keyFile }) => ({ id, name, keyFile }));
  return { createdAt: start.createdAt, purpose: start.purpose, bytes, info: { vaultId, kind, demo, serviceName, timeZone }, users };
};
