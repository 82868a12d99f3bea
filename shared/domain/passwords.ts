import { folded } from './people.ts';
import type { Refusal } from './outcome.ts';

/**
 * Length counts, not composition (NIST SP 800-63B-4 §3.1.1.2: at least 15 where the password stands alone, 8 beside a second
 * factor). Fifteen for all: whoever has the disk may guess without limit, and a key file can be dropped again.
 */
export const PASSWORD_MIN = 15;

/** Words that guessers of the three languages try first and lists made elsewhere do not have. */
const common: ReadonlySet<string> = new Set(['password', 'parola', 'parolamea', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'iloveyou', 'admin', 'administrator', 'welcome', 'benvenuto', 'penitenciar', 'probatiune', 'educator', 'educatore', 'varco', 'carcere', 'romania', 'italia', 'abcdefghijkl', 'qazwsxedc']);

/**
 * Why a password is refused, or undefined. Length in characters, not made of one character or a keyboard run,
 * not a common word with digits, not the name of the user or the service. `listed`: more common words, small letters.
 */
export const passwordRefusal = (password: string, names: readonly string[], listed: (word: string) => boolean = () => false): Refusal | undefined => {
  const text = password.normalize('NFC');
  if ([...text].length < PASSWORD_MIN) return { code: 'password.tooShort', params: { min: PASSWORD_MIN } };
  if (new Set(text.toLowerCase()).size < 5) return { code: 'password.tooUniform' };
  const letters = folded(text).replace(/[^a-z]/g, '');
  if (letters === '' && /^(?:0123456789|1234567890|9876543210|0987654321|[0-9])*$/.test(text)) return { code: 'password.common' };
  const half = letters.slice(0, letters.length / 2);
  const words = half + half === letters ? [letters, half] : [letters];
  if (listed(text.toLowerCase()) || words.some((word) => common.has(word) || listed(word))) return { code: 'password.common' };
  const own = names.map((name) => folded(name).replace(/ /g, '')).filter((name) => name.length >= 4);
  if (own.some((name) => letters === name)) return { code: 'password.ownName' };
  return undefined;
};
