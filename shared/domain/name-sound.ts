/**
 * How a name sounds, for names as Romanian, Italian and English clerks write them: "Țîrlea" and "Tzarlea", "Ghiță" and
 * "Gita", "Giuseppe" and "Giusepe" come out the same. Folded once more than for search, because a register writes by ear.
 * Own, because the libraries there are fold English names: Double Metaphone drops the vowels that tell "Ion" from "Ana".
 */

/** Replaced in this order, on lower case letters. */
const sounds: readonly (readonly [RegExp, string])[] = [
  // î and â are one sound, written either way; ș, ț also by two letters
  [/[âî]/g, 'i'],
  [/[șş]|sch|sh|sci(?=[aou])|sc(?=[ei])/g, 's'],
  [/[țţ]|tz|ts/g, 't'],
  [/ă/g, 'a'],
];

/** The same, once every mark is gone. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/gli(?=[aeou])|gl(?=i)/g, 'li'],
  [/gn/g, 'ni'],
  // hard before e and i
  [/ch(?=[ei])|ck|k|q(?:u(?=[aeio]))?/g, 'c'],
  [/gh(?=[ei])/g, 'g'],
  [/dj|dg(?=[ei])|j/g, 'g'],
  [/w/g, 'v'],
  [/x/g, 'cs'],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/h/g, ''],
  // ia, ie, ii, io, iu after a consonant are written with and without i
  [/i(?=[aeiou])/g, ''],
  [/(.)\1+/g, '$1'],
];

const word = (text: string): string => {
  const marked = sounds.reduce((sound, [pattern, by]) => sound.replace(pattern, by), text.toLowerCase().normalize('NFC'));
  const bare = marked.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.reduce((sound, [pattern, by]) => sound.replace(pattern, by), bare);
};

/** The sounds of the parts of a name, each once, in no order: given and family names are swapped as often as not. */
export const nameSounds = (...names: readonly string[]): readonly string[] =>
  [...new Set(names.flatMap((name) => name.split(/[^\p{L}\p{M}]+/u)).map(word))].filter((sound) => sound !== '').toSorted();

/** Kept in the index. */
export const soundColumn = (person: { readonly familyName: string; readonly givenName: string }): string => nameSounds(person.familyName, person.givenName).join(' ');

/** Two sounds of which one has a letter more, fewer or another: one slip of the pen. Short ones must be the same. */
const near = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  const rest = (text: string, skip: number): string => text.slice(at + skip);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
};

/**
 * Whether two names may be one person's: every part of the shorter sounds like a part of the longer, and at least two do,
 * so that a second given name left out does not hide anybody, and one family name alone shows nobody.
 */
export const soundsAlike = (a: readonly string[], b: readonly string[]): boolean => {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...many];
  for (const sound of few) {
    const found = left.findIndex((other) => near(sound, other));
    if (found === -1) return false;
    left.splice(found, 1);
  }
  return few.length >= 2 || (few.length === 1 && many.length === 1);
};
