import { z } from 'zod';
import { Basis, documentBase, Id, Language, longText, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import { NeedCode } from './needs-catalogue.ts';
import { NeedDomain, NeedLevel, NeedUrgency } from './needs.ts';

/** What became of a need. `DECLINED` is a choice of the person: nothing is missing in it. */
export const NeedStatus = z.enum(['OPEN', 'IN_PROGRESS', 'PARTLY_MET', 'MET', 'NOT_MET', 'NO_LONGER', 'DECLINED']);
export type NeedStatus = z.infer<typeof NeedStatus>;

/** What somebody records about a need. */
export const NeedCommand = z.enum(['start', 'meetPartly', 'meet', 'miss', 'end', 'decline', 'note', 'reopen']);
export type NeedCommand = z.infer<typeof NeedCommand>;

/** What a round of asking does to a need that was found before: asked again and still so, none now, asked one by one. */
export const NeedEcho = z.enum(['foundAgain', 'noneNow', 'split']);
export type NeedEcho = z.infer<typeof NeedEcho>;

/** Who says so: the prison, the probation service, or a partner. */
export const NeedSide = z.enum(['PRISON', 'PROBATION', 'PARTNER']);
export type NeedSide = z.infer<typeof NeedSide>;

/** Most updates of one need; more is a matter for a new round. */
export const MOST_UPDATES = 200;

/** One dated entry on a need. Where it says something in words, it says what they rest on. */
export const NeedUpdate = z.strictObject({
  id: Id,
  on: CivilDate,
  by: Id,
  side: NeedSide,
  act: z.enum(['found', ...NeedCommand.options, ...NeedEcho.options]),
  /** what stands after it */
  status: NeedStatus,
  urgency: NeedUrgency.optional(),
  said: z.strictObject({ text: longText, lang: Language, basis: Basis }).optional(),
});
export type NeedUpdate = z.infer<typeof NeedUpdate>;

/** A need of one person, found in a round: a domain as a whole, or one need of the catalogue. It goes on over rounds. */
export const Need = z.strictObject({
  ...documentBase,
  type: z.literal('need'),
  personId: Id,
  domain: NeedDomain,
  /** none: the domain as a whole */
  code: NeedCode.optional(),
  /** what the catalogue does not name */
  detail: shortText.optional(),
  level: NeedLevel.optional(),
  urgency: NeedUrgency.optional(),
  /** the round that found it last, and the version of its questions */
  roundId: Id,
  formVersion: shortText,
  openedOn: CivilDate,
  status: NeedStatus,
  /** oldest first; the first one is `found` */
  updates: z.array(NeedUpdate).min(1).max(MOST_UPDATES),
});
export type Need = z.infer<typeof Need>;
