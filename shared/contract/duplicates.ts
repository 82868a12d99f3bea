import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { CivilDate, Instant } from '../domain/dates.ts';
import { MergeField, MergeGroup, Taking } from '../domain/merge.ts';
import { NameLikeness } from '../domain/name-likeness.ts';
import { Person, PersonStatus, ReleaseDateKind } from '../domain/people.ts';
import { procedure } from './base.ts';

/** Enough of a person to be told apart from another. */
const Likely = z.object({ id: Id, code: z.string(), name: z.string(), birthDate: CivilDate, unit: z.string().optional(), status: PersonStatus, createdAt: Instant });

export const DuplicatePair = z.object({ people: z.tuple([Likely, Likely]).readonly(), why: NameLikeness });
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/** Two who look alike, and of whom somebody said that they are two. */
export const ApartPair = z.object({ people: z.tuple([Likely, Likely]).readonly(), reason: z.string(), on: CivilDate, by: Id });
export type ApartPair = z.infer<typeof ApartPair>;

/** `pairs` are the first of them; `count` says how many there are. */
export const DuplicatesFound = z.object({ pairs: z.array(DuplicatePair), count: z.int().min(0), apart: z.array(ApartPair) });
export type DuplicatesFound = z.infer<typeof DuplicatesFound>;

/** `elsewhere`: how many more there are whom the user does not see. */
export const AlikeFound = z.object({ people: z.array(Likely), elsewhere: z.int().min(0) });
export type AlikeFound = z.infer<typeof AlikeFound>;

const Counted = z.object({ group: MergeGroup, count: z.int().min(1) });

/** Both records side by side, and what would become of the other one; `refusal`: why it cannot be done. */
export const MergeLook = z.object({
  kept: Person,
  other: Person,
  /** what goes to the kept record */
  moves: z.array(Counted),
  /** of what a person has one at a time: the kept record's own counts, the other's comes back when they are put apart */
  aside: z.array(Counted),
  /** documents that go, with what is not counted apart */
  documents: z.int(),
  /** what only the other record knows: it is taken over */
  given: z.array(MergeField),
  givenDates: z.array(ReleaseDateKind),
  /** where both say something else: to be chosen */
  differing: z.array(MergeField),
  differingDates: z.array(ReleaseDateKind),
  refusal: z.string().optional(),
});
export type MergeLook = z.infer<typeof MergeLook>;

export const MergedView = z.object({
  id: Id,
  on: CivilDate,
  by: Id,
  name: z.string(),
  code: z.string(),
  birthDate: CivilDate,
  documents: z.int(),
  person: Person,
  /** plans that came as drafts and were approved since: frozen under the kept record, they stay there */
  plansStay: z.int(),
});
export type MergedView = z.infer<typeof MergedView>;

/** Where the record went that is asked for. */
export const MergedInto = z.object({ personId: Id, name: z.string(), code: z.string(), on: CivilDate });
export type MergedInto = z.infer<typeof MergedInto>;

const pair = z.object({ keepId: Id, otherId: Id });

/** Procedures of `people` about records that may be one person's. */
export const duplicates = {
  /** Live: people born on one day whose names sound alike, and those who were told apart. */
  duplicates: procedure.output(eventIterator(DuplicatesFound)),
  /** Live: how many pairs wait for somebody to look. */
  countDuplicates: procedure.output(eventIterator(z.int().min(0))),
  /** Who is here already, before somebody is added. */
  alike: procedure.input(z.object({ familyName: shortText, givenName: z.string().trim().max(200), birthDate: CivilDate })).output(AlikeFound),
  /** Looked at side by side, and two people. */
  notSame: procedure.input(z.object({ personId: Id, otherId: Id, reason: shortText })).output(z.void()),
  /** They were told apart by mistake: both are shown as a pair again. */
  lookAgain: procedure.input(z.object({ personId: Id, otherId: Id })).output(z.void()),
  lookAtMerge: procedure.input(pair).output(MergeLook),
  /** Everything of the other record goes to the kept one. It can be undone. */
  merge: procedure.input(pair.extend({ taking: Taking.optional() })).output(z.object({ mergedId: Id })),
  unmerge: procedure.input(z.object({ mergedId: Id })).output(z.object({ personId: Id })),
  /** Where a record went that is no longer there; null when it was not merged into one the user sees. */
  mergedInto: procedure.input(z.object({ id: Id })).output(MergedInto.nullable()),
  /** Live: records that were merged into this person's, as they stood. */
  mergedOf: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(MergedView))),
};
