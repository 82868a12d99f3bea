import { z } from 'zod';
import { documentBase, Id } from './base.ts';
import { Instant } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** Which form a draft belongs to, in dotted words: `people.add`, `plan.answer`. */
export const FormName = z.string().regex(/^[a-z]+(\.[a-zA-Z_]+)+$/).max(60);

/** The longest draft kept, in characters of JSON: more than any form of the program can hold. */
export const MAX_DRAFT = 200_000;

/**
 * What somebody was typing when the screen went: kept sealed, seen by its writer only, dropped when the form is sent
 * or discarded. With `personId` it lies under that person's own key and is erased with them.
 */
export const Draft = z.strictObject({
  ...documentBase,
  type: z.literal('draft'),
  form: FormName,
  userId: Id,
  personId: Id.optional(),
  /** what the form is about beside the person: a round, a plan, a hand-over */
  about: Id.optional(),
  /** the fields as JSON; read again through the form's own schema, never trusted */
  value: z.string().max(MAX_DRAFT),
  savedAt: Instant,
});
export type Draft = z.infer<typeof Draft>;

/** Whether a draft may be kept: it is refused when it is longer than any form. */
export const draftFits = (value: string): Outcome<string> =>
  value.length > MAX_DRAFT ? refused('draft.tooLong', { max: MAX_DRAFT }) : allowed(value);
