import type { FilePurpose } from '../../../shared/contract/bridge.ts';
import { readKeyFile } from '../key-file.ts';

interface WithToken {
  readonly userId: string;
  readonly password: string;
  readonly keyFile?: string | undefined;
}

type WithKey = Omit<WithToken, 'keyFile'> & { readonly keyFile?: Uint8Array };

/**
 * Who opens a vault or a backup, with the key of the file they chose in place of the dialog's token. A recovery code stays as it is.
 * @throws RefusedError file.chooseAgain; VaultError KEY_FILE_WRONG; EnvelopeError when the medium does not give the file
 */
export const withKeyFile = async <Opening extends WithToken | { readonly code: string }>(
  opening: Opening,
  path: (token: string, purpose: FilePurpose) => string,
): Promise<WithKey | Exclude<Opening, WithToken>> => {
  if (!('password' in opening)) return opening as Exclude<Opening, WithToken>;
  const { userId, password, keyFile } = opening;
  return { userId, password, ...(keyFile === undefined ? {} : { keyFile: await readKeyFile(path(keyFile, 'key-file')) }) };
};
