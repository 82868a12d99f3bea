import { z } from 'zod';
import { documentBase, Id, Language, longText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';

/** A conversation or an observation about a person. */
export const Note = z.strictObject({
  ...documentBase,
  type: z.literal('note'),
  personId: Id,
  text: longText,
  on: CivilDate,
  lang: Language,
  at: Instant,
});
export type Note = z.infer<typeof Note>;
