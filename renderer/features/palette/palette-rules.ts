import type { Found, FoundGroup } from '../../design/finder.tsx';
import { folded } from '../../../shared/domain/people.ts';

/** An entry of the palette: what it is called, other words it is found by, and what it does. */
export interface Entry extends Found {
  /** more words people may type for it */
  readonly also?: string;
  readonly run: () => void;
}

export interface EntryGroup {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

const wordsOf = (text: string): readonly string[] => folded(text).split(' ').filter((word) => word !== '');

/** Whether every word typed begins a word of the entry, without diacritics. */
export const matches = (entry: Pick<Entry, 'label' | 'also'>, typed: string): boolean => {
  const words = wordsOf(`${entry.label} ${entry.also ?? ''}`);
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
};

/** What is left of the groups. Whatever begins as it is typed comes first, its group and itself, so that Enter takes it. */
export const narrowed = (groups: readonly EntryGroup[], typed: string): readonly FoundGroup[] => {
  if (wordsOf(typed).length === 0) return groups.map(({ id, title, entries }) => ({ id, title, items: entries }));
  const isBegun = ({ label }: Entry): boolean => folded(label).startsWith(folded(typed));
  const begins = (group: EntryGroup): boolean => group.entries.some(isBegun);
  return groups
    .map((group) => ({ ...group, entries: group.id === PEOPLE ? group.entries : group.entries.filter((entry) => matches(entry, typed)).toSorted((a, b) => Number(isBegun(b)) - Number(isBegun(a))) }))
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)))
    .map(({ id, title, entries }) => ({ id, title, items: entries }));
};

/** The group whose entries the core has already chosen. */
export const PEOPLE = 'people';
