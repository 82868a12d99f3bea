import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { FormName, MAX_DRAFT } from '../domain/draft.ts';
import { Instant } from '../domain/dates.ts';
import { procedure } from './base.ts';

/** Which draft is meant: one for each user, form, person and what it is about. */
export const DraftPlace = z.object({ form: FormName, personId: Id.optional(), about: Id.optional() });
export type DraftPlace = z.infer<typeof DraftPlace>;

/** An unfinished form: enough to offer it again, nothing of what is in it. */
export const WaitingForm = DraftPlace.extend({
  savedAt: Instant,
  /** name of the person it is about, for lists of more than one person */
  personName: z.string().optional(),
});
export type WaitingForm = z.infer<typeof WaitingForm>;

/** What the one at the screen was typing, and nobody else's. No audit entries: typing is no act on a case. */
export const drafts = {
  /** `value` is JSON; longer than `MAX_DRAFT` is refused. The last one saved wins. */
  keep: procedure.input(DraftPlace.extend({ value: z.string().max(MAX_DRAFT * 10) })).output(z.object({ savedAt: Instant })),
  /** null: nothing was kept */
  find: procedure.input(DraftPlace).output(z.object({ value: z.string(), savedAt: Instant }).nullable()),
  drop: procedure.input(DraftPlace).output(z.void()),
  /** Newest first. */
  list: procedure.output(z.array(WaitingForm)),
};
