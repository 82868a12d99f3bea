import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { Checklist, ChecklistDomain, ChecklistItem, ChecklistItemCommand, ChecklistKind, ChecklistOwner, DueOffset, ItemCode } from '../domain/checklist.ts';
import { CivilDate } from '../domain/dates.ts';
import { Names } from '../domain/jurisdiction.ts';
import { ReleaseDateKind } from '../domain/people.ts';
import { procedure } from './base.ts';

export const StoredChecklist = Checklist.extend({ _rev: z.string() });

/** An item with its day: counted from the day that is prepared for, and never kept. */
export const ChecklistLine = z.object({
  item: ChecklistItem,
  on: CivilDate.optional(),
  late: z.boolean(),
  /** asked for now: of this way of leaving, and with the consent it needs */
  asked: z.boolean(),
});
export type ChecklistLine = z.infer<typeof ChecklistLine>;

export const ReadinessView = z.object({
  done: z.int(),
  of: z.int(),
  notApplicable: z.int(),
  refused: z.int(),
  percent: z.int().optional(),
  /** the item whose day comes first */
  next: z.object({ names: Names, on: CivilDate }).optional(),
});
export type ReadinessView = z.infer<typeof ReadinessView>;

/** The list of the road somebody is on; none while nobody began. */
export const ChecklistView = z.object({
  list: StoredChecklist.optional(),
  lines: z.array(ChecklistLine),
  readiness: ReadinessView,
  /** the day the days are counted from, and what it is */
  day: z.object({ date: CivilDate, kind: ReleaseDateKind }).optional(),
  /** leaving is near enough to be prepared */
  preparing: z.boolean(),
  /** the decision was put off: nothing is due until its new term */
  resting: z.boolean(),
  /** ways of leaving of this country, as lists offer them, and the one the dates speak of */
  kinds: z.array(z.object({ kind: ChecklistKind, names: Names.optional() })),
  likely: ChecklistKind,
  /** the template has changed since the list was begun */
  newer: z.boolean(),
});
export type ChecklistView = z.infer<typeof ChecklistView>;

/** Procedures of the preparation of one release. */
export const release = {
  /** Live, also over midnight: the list with its days. */
  checklist: procedure.input(z.object({ personId: Id })).output(eventIterator(ChecklistView)),
  /** Starts the preparation: the list of the country for this way of leaving. */
  start: procedure.input(z.object({ personId: Id, kind: ChecklistKind })).output(z.object({ checklistId: Id })),
  /** Another way of leaving, or the newer template: what was done stays. */
  switchKind: procedure.input(z.object({ checklistId: Id, kind: ChecklistKind })).output(z.void()),
  /** One step of one item; `note` is its evidence, or the reason where one is needed. */
  mark: procedure.input(z.object({ checklistId: Id, code: ItemCode, command: ChecklistItemCommand, note: shortText.optional() })).output(z.void()),
  /** Takes one's own last mark of today back. */
  unmark: procedure.input(z.object({ checklistId: Id, code: ItemCode })).output(z.void()),
  /** An item added by hand. */
  addItem: procedure
    .input(z.object({ checklistId: Id, text: shortText, domain: ChecklistDomain, owner: ChecklistOwner, required: z.boolean(), dueOffsetDays: DueOffset }))
    .output(z.void()),
};
