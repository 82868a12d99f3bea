import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, longText, shortText } from '../domain/base.ts';
import { Checklist, ChecklistDomain, ChecklistItem, ChecklistItemCommand, ChecklistKind, ChecklistOwner, DueOffset, ItemCode } from '../domain/checklist.ts';
import { CivilDate } from '../domain/dates.ts';
import { Names } from '../domain/jurisdiction.ts';
import { CriticalThing } from '../domain/missing-rules.ts';
import { Obligation, ObligationKind } from '../domain/obligations.ts';
import { ReleaseDateKind } from '../domain/people.ts';
import { BanSubject, Destination, Road } from '../domain/road.ts';
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
  /** somebody who is here, or away and coming back, can be prepared */
  here: z.boolean(),
  /** the decision was put off: nothing is due until its new term */
  resting: z.boolean(),
  /** ways of leaving of this country, as lists offer them, and the one the dates speak of */
  kinds: z.array(z.object({ kind: ChecklistKind, names: Names.optional() })),
  likely: ChecklistKind,
  /** the template has changed since the list was begun */
  newer: z.boolean(),
  /** goals of the plan in force of which something is still open, in the language of the plan */
  goals: z.array(z.object({ id: Id, title: z.string(), lang: Language })),
});
export type ChecklistView = z.infer<typeof ChecklistView>;

export const StoredObligation = Obligation.extend({ _rev: z.string() });

/** What an address, a host or a step of the family has to be compared with, and whether somebody did. */
export const BanQuestionView = z.object({
  subject: BanSubject,
  stepId: Id.optional(),
  of: z.string(),
  /** language of the words, where they are of the plan */
  lang: Language.optional(),
  checked: z.object({ on: CivilDate, by: Id }).optional(),
});
export type BanQuestionView = z.infer<typeof BanQuestionView>;

/** Where the road leads and what goes with it. */
export const RoadView = z.object({
  road: Road.extend({ _rev: z.string() }).optional(),
  /** in force or ahead, by their first day; then the ended ones */
  obligations: z.array(StoredObligation),
  /** ids of those in force that were never read aloud */
  unread: z.array(Id),
  /** somebody entered obligations, or said that there are none */
  obligationsKnown: z.boolean(),
  /** empty where there is no prohibition of contact */
  bans: z.array(BanQuestionView),
  /** language of the plan, in which obligations are written */
  planLang: Language.optional(),
});
export type RoadView = z.infer<typeof RoadView>;

const ObligationInput = z.object({ kind: ObligationKind, text: longText, lang: Language, act: shortText, from: CivilDate, until: CivilDate.optional(), protectsSomebody: z.boolean() });

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
  /** The signature of a second person: `open` and `goesOn` are what they saw. */
  signOff: procedure.input(z.object({ checklistId: Id, open: z.array(CriticalThing).max(20), goesOn: z.array(Id).max(40), reason: shortText.optional() })).output(z.void()),
  /** Live: destination, obligations, and what is compared with prohibitions of contact. */
  road: procedure.input(z.object({ personId: Id })).output(eventIterator(RoadView)),
  /** Replaces where somebody goes after release; `_rev` of the road that was read, none where there was none. */
  setDestination: procedure.input(z.object({ personId: Id, _rev: z.string().optional(), destination: Destination })).output(z.void()),
  addObligation: procedure.input(z.object({ personId: Id, obligation: ObligationInput })).output(z.object({ obligationId: Id })),
  changeObligation: procedure.input(z.object({ obligationId: Id, _rev: z.string(), obligation: ObligationInput })).output(z.void()),
  /** Lifted, or entered by mistake: it stays readable, and is no longer told. */
  endObligation: procedure.input(z.object({ obligationId: Id, reason: shortText })).output(z.void()),
  /** "None", said by somebody who looked, and where. */
  noObligations: procedure.input(z.object({ personId: Id, source: shortText })).output(z.void()),
  /** The obligations in force were read aloud to the person. */
  readAloud: procedure.input(z.object({ personId: Id, on: CivilDate })).output(z.void()),
  /** "No prohibition of contact is concerned", for exactly these words; `ticked: false` takes a wrong tick back. */
  tickBan: procedure.input(z.object({ personId: Id, subject: BanSubject, stepId: Id.optional(), of: z.string().min(1).max(2000), ticked: z.boolean() })).output(z.void()),
};
