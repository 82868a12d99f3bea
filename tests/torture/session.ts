import { Session } from '../../electron/core/session.ts';
import { VaultError, type Vault } from '../../electron/core/vault/types.ts';

/** A session of the application's core on a demonstration's folder; the clock is followed as in the application. */
export const sessionOn = (vaultDir: string): Session => new Session({ vaultDir, demo: true, version: '0.0.0', runtime: { electron: '', origin: 'none' } });

/** The whole vault of a session that is unlocked. */
export const vaultOf = ({ openVault }: Session): Vault => {
  if (openVault === undefined) throw new Error('nobody is unlocked');
  return openVault;
};

/** Whether the password was right. Anything else that goes wrong is thrown. */
export const isRight = async (act: () => Promise<unknown>): Promise<boolean> => {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof VaultError && error.code === 'WRONG_PASSWORD') return false;
    throw error;
  }
};
