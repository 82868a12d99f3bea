import type { LookedUp } from '../../../shared/contract/learning.ts';

/** Most lines of one list; more is a register. */
const MOST = 400;

/** The people of a pasted list, one a line. A column copied from a table brings only its first cell; lists are also written with semicolons. */
export const linesOf = (text: string): string[] =>
  [...new Set(text.split(/[\r\n;]+/).map((line) => (line.split('\t')[0] ?? '').trim().slice(0, 200)))].filter((line) => line !== '').slice(0, MOST);

/** Who of several is meant: nobody until somebody says. */
export const choiceAmong = (entry: LookedUp, picked: string | undefined): string => (entry.people.some(({ id }) => id === picked) ? (picked ?? '') : '');

/** Everybody a looked-up list means who is not on the course yet: lines with one person, and those that were chosen. */
export const meantBy = (found: readonly LookedUp[], picked: Readonly<Record<string, string>>): readonly string[] => {
  const meant = found.flatMap((entry) => {
    if (entry.more) return [];
    const [only] = entry.people;
    const id = entry.people.length === 1 ? only?.id : choiceAmong(entry, picked[entry.line]);
    return entry.people.filter((person) => person.id === id && !person.on).map((person) => person.id);
  });
  return [...new Set(meant)];
};
