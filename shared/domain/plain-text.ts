import { z } from 'zod';

/**
 * What would do something in another program or hide what it says: a cell that a table reads as a formula, control characters, marks
 * that turn the direction of writing or have no width. Line breaks are left to long texts.
 */
const unsafe = /^[=+@-]|(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether a text that others wrote is only text. */
export const isPlainText = (text: string): boolean => !unsafe.test(text.trim());

const plain = (longest: number) => z.string().trim().min(1).max(longest).refine(isPlainText, { error: 'not plain text' });

/** One line of text from elsewhere. */
export const plainLine = (longest = 200) => plain(longest).refine((text) => !text.includes('\n'), { error: 'more than one line' });

/** A telephone number as people write it: it may begin with a plus, and holds no words. */
export const phoneText = z.string().trim().regex(/^\+?\d[\d ()/.-]{1,58}$/, { error: 'not a telephone number' });

/** A code of a list: one that this version does not know is kept as text. */
export const codeText = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, { error: 'not a code' });
