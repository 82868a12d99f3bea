import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { DueDate, DueGroup, DueKind, DuePlace } from '../domain/due.ts';
import { FirstHourStep } from '../domain/first-hour.ts';
import { Names } from '../domain/jurisdiction.ts';
import { HandoverStatus } from '../domain/handover.ts';
import { CriticalThing, MissingState } from '../domain/missing-rules.ts';
import { ReleaseDateKind } from '../domain/people.ts';
import { PlanStatus } from '../domain/plan.ts';
import { ReleaseRisk } from '../domain/release-risk.ts';
import { procedure } from './base.ts';
import { calendar } from './calendar.ts';
import { Whose } from './whose.ts';

export { Whose };

export const DueLine = z.object({
  /** names the line for as long as it stands there */
  key: z.string(),
  kind: DueKind,
  person: z.object({ id: Id, name: z.string(), code: z.string(), unit: z.string().optional() }),
  on: CivilDate,
  what: z.union([DueDate, ReleaseDateKind]),
  /** the date is one of release */
  isRelease: z.boolean(),
  /** days from today; negative: passed */
  days: z.int(),
  place: DuePlace,
  /** the sitting its act leads to */
  sittingId: Id.optional(),
  count: z.int().optional(),
  /** the words of the step, in the language of the plan */
  text: z.object({ words: z.string(), lang: Language }).optional(),
  /** the words of the item of the list before release */
  names: Names.optional(),
});
export type DueLine = z.infer<typeof DueLine>;

export const DueView = z.object({
  today: CivilDate,
  groups: z.array(z.object({ group: DueGroup, total: z.int(), lines: z.array(DueLine) })),
  /** whether "mine" would show anybody at all */
  hasMine: z.boolean(),
});
export type DueView = z.infer<typeof DueView>;

export const ReleaseRow = z.object({
  personId: Id,
  name: z.string(),
  code: z.string(),
  unit: z.string().optional(),
  on: CivilDate,
  kind: ReleaseDateKind,
  /** the version that counts: in force, else the one being made; absent: none */
  plan: PlanStatus.optional(),
  /** the newest hand-over; absent: none was prepared */
  handover: HandoverStatus.optional(),
  /** critical things that are missing; what the person refused is never among them */
  missing: z.array(z.object({ what: CriticalThing, state: MissingState })),
  /** the day the person's copy was last printed or saved */
  copyOn: CivilDate.optional(),
});
export type ReleaseRow = z.infer<typeof ReleaseRow>;

export const ReleasesView = z.object({
  today: CivilDate,
  monday: CivilDate,
  days: z.array(z.object({ on: CivilDate, risk: ReleaseRisk.optional(), people: z.array(ReleaseRow) })),
  /** commissions, hearings and new terms of the week: decisions, never releases */
  decisions: z.array(z.object({ personId: Id, name: z.string(), code: z.string(), unit: z.string().optional(), on: CivilDate, kind: ReleaseDateKind, /** the sitting on whose list they stand */ sittingId: Id.optional() })),
  /** Monday of the next week after this one in which somebody is released */
  nextWith: CivilDate.optional(),
});
export type ReleasesView = z.infer<typeof ReleasesView>;

export const FirstHourView = z.object({
  steps: z.array(z.object({ step: FirstHourStep, state: z.enum(['DONE', 'SKIPPED', 'NEXT', 'OPEN']) })),
  /** somebody to do the steps with: with a plan in force, if there is one */
  example: Id.optional(),
  /** the service for exercises stands in the address book */
  practiceReady: z.boolean(),
  /** put away from the home screen */
  away: z.boolean(),
});
export type FirstHourView = z.infer<typeof FirstHourView>;

export const home = {
  /** Live, also over midnight of the site: what is due, at most `limit` lines of each group. */
  due: procedure.input(z.object({ whose: Whose, limit: z.int().min(1).max(400) })).output(eventIterator(DueView)),
  /** Live: the numbers beside the menu, what is due now and who is released this week. */
  counts: procedure.input(z.object({ whose: Whose })).output(eventIterator(z.object({ due: z.int(), releases: z.int() }))),
  /** Live: one week of releases; without `day` the week of today. */
  releases: procedure.input(z.object({ day: CivilDate.optional() })).output(eventIterator(ReleasesView)),
  ...calendar,
  /** Live: the guide of the first hour. What is done is read off what happened. */
  firstHour: procedure.output(eventIterator(FirstHourView)),
  /** Skips a step of the guide, or takes it up again. */
  skipStep: procedure.input(z.object({ step: FirstHourStep, skipped: z.boolean() })).output(z.void()),
  /** Puts the guide away from the home screen, or brings it back. */
  putAway: procedure.input(z.object({ away: z.boolean() })).output(z.void()),
};
