import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { ProgrammeTitle } from '../domain/learning.ts';
import { TimelineKind } from '../domain/timeline.ts';
import { procedure } from './base.ts';

export const TimelineEntryView = z.object({
  key: z.string(),
  kind: TimelineKind,
  on: CivilDate,
  what: z.string(),
  second: z.string().optional(),
  no: z.int().optional(),
  day: CivilDate.optional(),
  title: ProgrammeTitle.optional(),
});
export type TimelineEntryView = z.infer<typeof TimelineEntryView>;

export const TimelineQuery = z.object({ personId: Id, kinds: z.array(TimelineKind).max(TimelineKind.options.length).optional(), limit: z.int().min(1).max(2000).optional() });

/** How many entries are answered unless said. */
export const TIMELINE_PAGE = 50;

/** `counts`: how many there are of each kind, whatever is shown. */
export const TimelineView = z.object({ total: z.int(), entries: z.array(TimelineEntryView), counts: z.array(z.object({ kind: TimelineKind, count: z.int() })) });
export type TimelineView = z.infer<typeof TimelineView>;

/** Procedures of `people` about everything dated in one case. */
export const timeline = {
  /** Live: the newest entries of the kinds asked for. Without the permission to read notes none is among them. */
  timeline: procedure.input(TimelineQuery).output(eventIterator(TimelineView)),
};
