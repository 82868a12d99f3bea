import { z } from 'zod';
import { documentBase, Id } from './base.ts';
import { CivilDate } from './dates.ts';
import { Person } from './people.ts';

/** A document that went with its person: where it lies. */
export const MovedDocument = z.strictObject({ collection: z.string().max(40), id: Id });
export type MovedDocument = z.infer<typeof MovedDocument>;

/** A record that was found to be about somebody who is here already: as it stood, and what went with it, so that all of it can be put back. */
export const Merged = z.strictObject({
  ...documentBase,
  type: z.literal('merged'),
  /** whose record was kept */
  personId: Id,
  on: CivilDate,
  /** the kept record before it */
  before: Person,
  /** the other record, as it stood */
  was: Person,
  moved: z.array(MovedDocument).max(20_000),
});
export type Merged = z.infer<typeof Merged>;
