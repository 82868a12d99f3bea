import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { CivilDate, Instant } from '../domain/dates.ts';
import { Person, PersonStatus, ReleaseDateKind } from '../domain/people.ts';
import { procedure } from './base.ts';

/** Enough of a person to be told apart from another. */
const Likely = z.object({ id: Id, code: z.string(), name: z.string(), birthDate: CivilDate, unit: z.string().optional(), status: PersonStatus, createdAt: Instant });

export const DuplicatePair = z.object({ people: z.tuple([Likely, Likely]).readonly() });
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/** `elsewhere`: how many more there are whom the user does not see. */
export const AlikeFound = z.object({ people: z.array(Likely), elsewhere: z.int().min(0) });
export type AlikeFound = z.infer<typeof AlikeFound>;

/** What of the other record goes to the kept one; `refusal`: why it cannot be done. */
export const MergeLook = z.object({
  rounds: z.int(),
  notes: z.int(),
  plans: z.int(),
  courses: z.int(),
  choices: z.int(),
  /** all of it, with what is not counted apart */
  documents: z.int(),
  fields: z.array(z.string()),
  dates: z.array(ReleaseDateKind),
  refusal: z.string().optional(),
});
export type MergeLook = z.infer<typeof MergeLook>;

export const MergedView = z.object({ id: Id, on: CivilDate, by: Id, name: z.string(), code: z.string(), birthDate: CivilDate, documents: z.int(), person: Person });
export type MergedView = z.infer<typeof MergedView>;

const pair = z.object({ keepId: Id, otherId: Id });

/** Procedures of `people` about records that may be one person's. */
export const duplicates = {
  /** Live: people born on one day whose names sound alike. */
  duplicates: procedure.output(eventIterator(z.array(DuplicatePair))),
  /** Who is here already, before somebody is added. */
  alike: procedure.input(z.object({ familyName: shortText, givenName: z.string().trim().max(200), birthDate: CivilDate })).output(AlikeFound),
  /** Looked at side by side, and two people. */
  notSame: procedure.input(z.object({ personId: Id, otherId: Id })).output(z.void()),
  lookAtMerge: procedure.input(pair).output(MergeLook),
  /** Everything of the other record goes to the kept one. It can be undone. */
  merge: procedure.input(pair).output(z.object({ mergedId: Id })),
  unmerge: procedure.input(z.object({ mergedId: Id })).output(z.object({ personId: Id })),
  /** Live: records that were merged into this person's, as they stood. */
  mergedOf: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(MergedView))),
};
