import { z } from 'zod';

/** Whose work is looked at: of the people one works with, or of everybody. */
export const Whose = z.enum(['mine', 'all']);
export type Whose = z.infer<typeof Whose>;
