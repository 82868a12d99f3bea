import { z } from 'zod';
import { Id } from '../domain/base.ts';

/** Somebody by name and number: enough to choose them, nothing of their case. */
export const PersonName = z.object({ id: Id, code: z.string(), familyName: z.string(), name: z.string(), unit: z.string().optional() });
export type PersonName = z.infer<typeof PersonName>;

/** Most people one question names; a paste of more is cut by whoever asks. */
export const MAX_FOUND = 200;

/** People by what was typed of name or number, by whole numbers (pasted from a list), or by who they are. */
export const PeopleFind = z.union([
  z.strictObject({ search: z.string().max(100), limit: z.int().min(1).max(20) }),
  z.strictObject({ codes: z.array(z.string().max(40)).max(MAX_FOUND) }),
  z.strictObject({ ids: z.array(Id).max(MAX_FOUND) }),
]);
export type PeopleFind = z.infer<typeof PeopleFind>;

/** Who was found; numbers nobody here has are named, not guessed. */
export const PeopleFound = z.object({ people: z.array(PersonName), unknown: z.array(z.string()) });
export type PeopleFound = z.infer<typeof PeopleFound>;
