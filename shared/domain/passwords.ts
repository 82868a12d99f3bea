import { folded } from './people.ts';
import type { Refusal } from './outcome.ts';

/** Length counts, not composition (NIST SP 800-63B rev. 4: at least 15 alone, 8 with a second factor; the vault slows guessing). */
export const PASSWORD_MIN = 12;

/** Pieces that appear in most guessed passwords of the three languages; a password made of one of them and digits is refused. */
const common = ['password', 'parola', 'parolamea', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'iloveyou', 'admin', 'administrator', 'welcome', 'benvenuto', 'penitenciar', 'probatiune', 'educator', 'educatore', 'varco', 'carcere', 'romania', 'italia', 'abcdefghijkl', 'qazwsxedc'];

/**
 * Why a password is refused, or undefined. Length in characters, not made of one character or a keyboard run,
 * not a common word with digits, not the name of the user or the service.
 */
export const passwordRefusal = (password: string, names: readonly string[]): Refusal | undefined => {
  const text = password.normalize('NFC');
  if ([...text].length < PASSWORD_MIN) return { code: 'password.tooShort', params: { min: PASSWORD_MIN } };
  if (new Set(text.toLowerCase()).size < 5) return { code: 'password.tooUniform' };
  const letters = folded(text).replace(/[^a-z]/g, '');
  if (letters === '' && /^(?:0123456789|1234567890|9876543210|0987654321|[0-9])*$/.test(text)) return { code: 'password.common' };
  if (common.some((word) => letters === word || letters === word + word)) return { code: 'password.common' };
  const own = names.map((name) => folded(name).replace(/ /g, '')).filter((name) => name.length >= 4);
  if (own.some((name) => letters === name)) return { code: 'password.ownName' };
  return undefined;
};
