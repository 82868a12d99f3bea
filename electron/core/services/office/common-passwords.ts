import { dictionary as leaked } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as italian } from '@zxcvbn-ts/language-it';
import { plainWord } from '../../../../shared/domain/passwords.ts';
import { romanian } from './romanian-words.ts';

/** Passwords found in leaks, then words and names of three languages. Read as one list: what is guessed first stands in any of them. */
const words: ReadonlySet<string> = new Set(
  [leaked.passwords, ...Object.values(english), ...Object.values(italian), romanian].flatMap((list) => list.map(plainWord)),
);

/** Whether a word, in small letters without diacritics, is among those that are guessed first. */
export const isListed = (word: string): boolean => words.has(word);
