import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { CivilDate } from './dates.ts';

/** What somebody needs to get through the first night: the emergency template of the checklist, each in one line. */
export const DepartureThing = z.enum(['BED', 'TRAVEL', 'ID_PAPER', 'MEDICINES', 'MONEY']);
export type DepartureThing = z.infer<typeof DepartureThing>;

/** DECLINED is the person's own choice: it is never missing. */
export const DepartureState = z.enum(['ARRANGED', 'NOT_NEEDED', 'DECLINED']);
export type DepartureState = z.infer<typeof DepartureState>;

/** One line of it: how it stands, and since when. */
export const DepartureEntry = z.strictObject({
  state: DepartureState,
  /** in plain words, as it is printed on the person's paper; medicines have none */
  words: shortText.optional(),
  /** for how many days the medicines are enough */
  days: z.int().min(1).max(90).optional(),
  phone: z.string().trim().min(1).max(60).optional(),
  on: CivilDate,
  by: Id,
});
export type DepartureEntry = z.infer<typeof DepartureEntry>;

/** How somebody leaves: one document for each person, changed as long as they are here. */
export const Departure = z.strictObject({
  ...documentBase,
  type: z.literal('departure'),
  personId: Id,
  lang: Language,
  /** of an earlier stay: kept, and no longer counted */
  past: z.literal(true).optional(),
  things: z.partialRecord(DepartureThing, DepartureEntry),
});
export type Departure = z.infer<typeof Departure>;

/** Why the emergency pack of somebody is opened for whom nothing was prepared. */
export const PackReason = z.enum(['COURT_ORDER', 'DECISION_TODAY', 'SENTENCE_ENDED', 'OTHER']);
export type PackReason = z.infer<typeof PackReason>;

/** Somebody opened the pack of a person whose release nobody expected. */
export const PackOpening = z.strictObject({
  ...documentBase,
  type: z.literal('packOpening'),
  personId: Id,
  on: CivilDate,
  reason: PackReason,
  /** number of the act, or in words what happened */
  words: shortText,
});
export type PackOpening = z.infer<typeof PackOpening>;
