import { together } from './blocks.ts';
import { icon, type IconName } from './icons.ts';
import { colour } from './theme.ts';
import type { Content } from './types.ts';
import type { Words } from './words.ts';

/** Sizes in points: 12.5 to 14 for running text, more when the person needs large print. */
export const sizes = (large: boolean) => (large ? { text: 15.5, goal: 17, section: 20, title: 38, icon: 30 } : { text: 12.5, goal: 14, section: 16.5, title: 34, icon: 26 });
export type Sizes = ReturnType<typeof sizes>;

/** What every part of a sheet in plain language is made with. */
export interface Sheet {
  readonly words: Words;
  readonly size: Sizes;
}

/** A pictogram beside what it stands for. */
export const withIcon = (name: IconName, size: number, content: Content, gap = 12, stroke: string = colour.accent): Content => ({
  columns: [{ width: size, stack: [icon(name, size, stroke)] }, { width: '*', stack: [content] }],
  columnGap: gap,
});

export const line = (text: string, margin = 3): Content => ({ text, margin: [0, 0, 0, margin] });
export const soft = (text: string): Content => ({ text, color: colour.soft, margin: [0, 0, 0, 3] });

/** A section: pictogram and big heading stay with the first block. */
export const part = (name: IconName, key: string, { words, size }: Sheet, first: Content, ...rest: readonly Content[]): Content =>
  together({ margin: [0, 17, 0, 8], stack: [withIcon(name, size.section + 5, { text: words.t(key), tag: 'H2', fontSize: size.section, bold: true, color: colour.accent })] }, first, ...rest);
