import { z } from 'zod';

/** Numbers of the register for one envelope, as they are typed: ours of the hand-over, ours of the receipt. */
export const NumbersForm = z.object({ number: z.string(), numberOut: z.string() });
export type Numbers = z.infer<typeof NumbersForm>;

export const noNumbers: Numbers = { number: '', numberOut: '' };

/** What was typed into a field that may stay empty. */
export const given = (typed: string): string | undefined => (typed.trim() === '' ? undefined : typed.trim());
