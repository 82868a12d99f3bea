import { passwordRefusal } from '../../../../shared/domain/passwords.ts';
import { RefusedError } from '../work.ts';

/**
 * Every new password passes here, by the rule of `shared/domain/passwords.ts`. `names`: of users and the service.
 * @throws RefusedError password.…
 */
export const refuseWeak = (password: string, names: readonly string[]): void => {
  const refusal = passwordRefusal(password, names);
  if (refusal !== undefined) throw new RefusedError(refusal);
};
