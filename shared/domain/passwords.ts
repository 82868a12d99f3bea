import { folded } from './people.ts';
import type { Refusal } from './outcome.ts';

/**
 * Length counts, not composition (NIST SP 800-63B-4 §3.1.1.2: at least 15 where the password stands alone, 8 beside a second
 * factor). Fifteen for all: whoever has the disk may guess without limit, and a key file can be dropped again.
 */
export const PASSWORD_MIN = 15;

/** Words of the trade that are guessed here first, and that no list made elsewhere puts high. */
const common: ReadonlySet<string> = new Set(['password', 'parola', 'parolamea', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'iloveyou', 'admin', 'administrator', 'welcome', 'benvenuto', 'penitenciar', 'penitenziario', 'probatiune', 'probazione', 'probation', 'educator', 'educatore', 'varco', 'carcere', 'prison', 'romania', 'italia', 'abcdefghijkl', 'qazwsxedc']);

/** A date, a year, a telephone's end: so many signs around one word hardly slow a guesser down. */
const LITTLE = 10;

/**
 * Why a password is refused, or undefined. Length in characters, few different ones, digits alone; one common word, or name of a
 * user or the service, however it is repeated, written in digits, or dressed in a few signs.
 * @param listed whether a word stands on the list of common passwords and words; given small letters without diacritics
 */
export const passwordRefusal = (password: string, names: readonly string[], listed: (word: string) => boolean = () => false): Refusal | undefined => {
  const text = password.normalize('NFC');
  if ([...text].length < PASSWORD_MIN) return { code: 'password.tooShort', params: { min: PASSWORD_MIN } };
  if (new Set(text.toLowerCase()).size < 5) return { code: 'password.tooUniform' };
  const words = [...wordsOf(text)];
  const own = new Set(names.map((name) => folded(name).replace(/ /g, '')).filter((name) => name.length >= 4));
  if (words.some((word) => own.has(word))) return { code: 'password.ownName' };
  const isCommon = (word: string): boolean => /^\d*$/.test(word) || isRun(word) || common.has(word) || listed(word);
  return words.some(isCommon) ? { code: 'password.common' } : undefined;
};

/** Everything that the password may amount to as one word: as it stands, repeated, without the signs around and in it, and with digits read as letters. */
const wordsOf = function* (text: string): Generator<string> {
  const whole = plainWord(text);
  yield whole;
  yield oneOf(whole);
  const letters = whole.replace(/[^a-z]/g, '');
  const rest = whole.replace(/[a-z]/g, '');
  if (letters !== '' && isLittle(rest)) {
    yield letters;
    yield oneOf(letters);
  }
  for (const edge of [/^[^a-z]+|[^a-z]+$/g, /^[^a-z013457@$]+|[^a-z013457@$]+$/g]) {
    const core = whole.replace(edge, '');
    const read = core.replace(/[013457@$!]/g, (sign) => lookalikes[sign] ?? sign);
    if (/[a-z]/.test(core) && whole.length - core.length <= LITTLE) yield* [read, oneOf(read)];
  }
};

const lookalikes: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' };

/** As words are compared: small letters, no diacritics, no spaces. */
export const plainWord = (text: string): string => text.normalize('NFD').replace(/[\p{M}\s]/gu, '').toLowerCase();

/** The shortest beginning of which a word is nothing but repetitions, the last perhaps cut off; the word itself when there is none. */
const oneOf = (word: string): string => {
  for (let length = 1; length < word.length; length += 1) {
    const begin = word.slice(0, length);
    if (begin.repeat(Math.ceil(word.length / length)).slice(0, word.length) === word) return begin;
  }
  return word;
};

/** Signs that add little to the word they stand around: few, or many that follow from the first. */
const isLittle = (signs: string): boolean => [...signs].length <= LITTLE || isRun(signs) || new Set(signs).size <= 2 || oneOf(signs).length * 2 <= LITTLE;

/** Each sign follows the one before: 123…, 987…, abc…; after nine comes zero. */
const isRun = (signs: string): boolean =>
  [1, -1].some((step) => [...signs].every((sign, at) => at === 0 || sign.charCodeAt(0) - signs.charCodeAt(at - 1) === step || (/^\d$/.test(sign) && (Number(signs[at - 1]) + step + 10) % 10 === Number(sign))));
