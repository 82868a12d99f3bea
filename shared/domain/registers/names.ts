import { clean } from './normalise.ts';

/** Written small in front of a family name; De, Di, El, Ben are written large in the registers' countries. */
const SMALL = new Set(['von', 'van', 'der', 'den', 'zu', 'y', 'e']);
/** Words that belong to the family name they stand before. */
const PARTICLES = /^(?:de|di|da|del|della|dello|dei|degli|d|lo|la|le|li|el|al|ben|bin|abu|van|von|der|den|san|santo|o)$/iu;

const capital = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();

const word = (text: string): string => {
  const lower = text.toLowerCase();
  if (SMALL.has(lower)) return lower;
  return text.split(/([-'’])/u).map(capital).join('');
};

/** Proper case for a name typed all in capitals ("D'ANGELO" → "D'Angelo"); a name in mixed case is left as it is. */
export const properCase = (name: string): string => {
  const shouted = name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase();
  return shouted ? name.split(' ').map(word).join(' ') : name;
};

export interface CleanName {
  readonly name: string;
  /** signs that cannot be part of a name were taken away */
  readonly cleaned: boolean;
}

/** A name without stray quotes and separators, in proper case. */
export const cleanName = (text: string): CleanName => {
  const plain = clean(text);
  const bare = plain.replace(/["“”„«»<>;\ufffd]/gu, '').replace(/\s+/gu, ' ').replace(/^[\s,.]+|[\s,]+$/gu, '');
  return { name: properCase(bare), cleaned: bare !== plain };
};

export interface SplitName {
  readonly familyName: string;
  readonly givenName: string;
  readonly cleaned: boolean;
  /** no comma and no capitals told where the family name ends */
  readonly guessed: boolean;
}

/** "Surname, name" in one cell; also "SURNAME Name"; otherwise the first word with its particles is the family name. */
export const splitName = (text: string): SplitName => {
  const plain = clean(text);
  const comma = plain.indexOf(',');
  if (comma > 0) return parts(plain.slice(0, comma), plain.slice(comma + 1), false);
  const words = plain.split(' ');
  const firstSmall = words.findIndex((entry) => entry !== entry.toUpperCase());
  if (firstSmall > 0) return parts(words.slice(0, firstSmall).join(' '), words.slice(firstSmall).join(' '), false);
  if (words.length === 1) return parts(plain, '', false);
  const end = words.findIndex((entry) => !PARTICLES.test(entry.replace(/['’]/gu, ''))) + 1;
  const cut = end > 0 && end < words.length ? end : 1;
  return parts(words.slice(0, cut).join(' '), words.slice(cut).join(' '), true);
};

const parts = (family: string, given: string, guessed: boolean): SplitName => {
  const familyName = cleanName(family);
  const givenName = cleanName(given);
  return { familyName: familyName.name, givenName: givenName.name, cleaned: familyName.cleaned || givenName.cleaned, guessed };
};
