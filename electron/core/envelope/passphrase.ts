import { randomInt } from 'node:crypto';

/**
 * Words that no language owns: two open syllables, letters that Romanian, Italian and English speakers write the same
 * way when they hear them. 60 × 60 words less the ones below are more than 11.8 bits each.
 */
const consonants = 'bdflmnprstvz';
const vowels = 'aeiou';
const syllables = [...consonants].flatMap((consonant) => [...vowels].map((vowel) => consonant + vowel));

/** Vulgar or hurtful in one of the three languages; not for a paper that an office hands out. */
const unfit = new Set([
  'pula', 'pule', 'puli', 'puta', 'pute', 'puti', 'puto', 'futa', 'fute', 'futi', 'futu', 'sula', 'sule', 'suli', 'nazi', 'pedo',
  'rape', 'pene', 'peni', 'fesa', 'fese', 'pipi', 'popo', 'pupu', 'tita', 'tite', 'titi', 'dumb', 'mata', 'mati', 'bula', 'mori',
  'mora', 'more', 'moro', 'muto', 'nano', 'rapi', 'rato', 'vita', 'vite', 'pisa', 'poponar', 'sado', 'pazo', 'pazi', 'lesa', 'neri', 'nero',
  'nera', 'nere',
]);

/** The word list of passphrases, sorted. */
export const words: readonly string[] = syllables.flatMap((first) => syllables.map((second) => first + second)).filter((word) => !unfit.has(word)).toSorted();

/** Words in a passphrase: seven make more than 82 bits, before scrypt adds its own cost. */
export const PASSPHRASE_WORDS = 7;
/** Fewer words are refused wherever a passphrase comes from. */
const LEAST_WORDS = 6;

/** A new passphrase, to be shown once and never stored. */
export const newPassphrase = (): string =>
  Array.from({ length: PASSPHRASE_WORDS }, () => words[randomInt(words.length)]).join(' ');

/** What somebody typed from paper, in the one spelling that was sealed with: lower case, single spaces. */
export const normalPassphrase = (typed: string): string => typed.trim().toLowerCase().split(/[\s\-,.]+/u).join(' ');

/** Whether a passphrase was generated here: at least six words of the list. */
export const isGenerated = (passphrase: string): boolean => {
  const parts = passphrase.split(' ');
  const known = new Set(words);
  return parts.length >= LEAST_WORDS && parts.every((part) => known.has(part));
};
