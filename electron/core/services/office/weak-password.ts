import { passwordRefusal } from '../../../../shared/domain/passwords.ts';
import { RefusedError } from '../work.ts';

/**
 * Every new password passes here, by the rule of `shared/domain/passwords.ts` and the lists of `common-passwords.ts`.
 * @param names of users and the service
 * @throws RefusedError password.…
 */
export const refuseWeak = async (password: string, names: readonly string[]): Promise<void> => {
  // half a million words: read only when somebody chooses a password, which is seldom
  const { isListed } = await import('./common-passwords.ts');
  const refusal = passwordRefusal(password, names, isListed);
  if (refusal !== undefined) throw new RefusedError(refusal);
};
