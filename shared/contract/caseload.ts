import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { MOST_AT_ONCE, MOST_COPIES } from '../domain/case-manager.ts';
import { CivilDate } from '../domain/dates.ts';
import { ReviewExemptionReason } from '../domain/review-schedule.ts';
import { procedure } from './base.ts';
import { Preview } from './documents.ts';
import { PersonName } from './people-find.ts';
import { PeopleQuery } from './people.ts';

const Several = z.array(Id).min(1).max(MOST_AT_ONCE);

/** Somebody by name, as the answer to an act on several names them. */
const Named = PersonName.pick({ id: true, name: true, code: true });

/** What was done for whom; who is refused is named with why, and nothing was changed for them. */
export const DoneForSeveral = z.object({
  done: z.array(Named),
  refused: z.array(Named.extend({ kind: z.enum(['refused', 'failed']), problem: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
});
export type DoneForSeveral = z.infer<typeof DoneForSeveral>;

/** How much one colleague has in hand. Numbers of work, never of people's worth. */
export const CaseloadRow = z.object({
  /** absent: people nobody manages */
  userId: Id.optional(),
  name: z.string(),
  /** people here now */
  people: z.int(),
  /** of them, leaving within the release window of the country */
  leaving: z.int(),
  /** of those, without a plan in force or in the making */
  withoutPlan: z.int(),
  /** things due today or before */
  due: z.int(),
});
export type CaseloadRow = z.infer<typeof CaseloadRow>;

/** Acts on several people at once, and how much each colleague has in hand. */
export const caseload = {
  /** Some people of a list in its order, by name: what a selection from here to there holds. */
  range: procedure.input(z.object({ query: PeopleQuery.omit({ offset: true, limit: true }), offset: z.int().min(0), limit: z.int().min(1).max(MOST_AT_ONCE) })).output(z.array(PersonName)),
  /** Another case manager or deputy for each of them; null takes the name away. */
  assign: procedure.input(z.object({ personIds: Several, as: z.enum(['CASE_MANAGER', 'DEPUTY']), userId: Id.nullable() })).output(DoneForSeveral),
  /** Puts the next review of each plan in force off, for one reason. */
  putOffReviews: procedure.input(z.object({ personIds: Several, reason: ReviewExemptionReason, until: CivilDate })).output(DoneForSeveral),
  /** Begins the preparation of each of them, with the list their dates speak of. */
  startPreparations: procedure.input(z.object({ personIds: Several })).output(DoneForSeveral),
  /** One person's copy, in the language it is kept for them; audited as reading. */
  previewCopy: procedure.input(z.object({ personId: Id })).output(Preview),
  /** As `documents.print`, for several copies in one pile; each is recorded with its person. */
  printCopies: procedure.input(z.object({ previewIds: z.array(Id).min(1).max(MOST_COPIES) })).output(z.object({ ticket: z.uuid() })),
  /** Live: what each colleague has in hand. */
  numbers: procedure.output(eventIterator(z.array(CaseloadRow))),
};
