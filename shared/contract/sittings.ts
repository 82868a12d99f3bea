import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, longText, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { Names } from '../domain/jurisdiction.ts';
import { PersonStatus } from '../domain/people.ts';
import { ListFault, ListRowState } from '../domain/sitting-list.ts';
import { ListProposal, MOST_LISTED, SittingCase, SittingKind, SittingOutcome, SittingReportState, SittingState, Sitting } from '../domain/sitting.ts';
import { Effect, ReviewBefore } from '../domain/sitting-effects.ts';
import { DateProblem } from '../domain/registers/schemas.ts';
import { FileToken, procedure } from './base.ts';

/** Who may sit, by the country's file. */
const Bodies = z.array(z.object({ kind: SittingKind, code: z.string(), names: Names }));

/** Somebody by name, as lists write them. */
const Who = z.object({ personId: Id, name: z.string(), code: z.string(), unit: z.string().optional() });

export const SittingRow = z.object({
  id: Id,
  kind: SittingKind,
  on: CivilDate,
  body: z.string().optional(),
  place: z.string().optional(),
  /** people on the list, without those taken off */
  people: z.int(),
  /** still to be heard */
  open: z.int(),
  /** reports not done yet of those still to be heard */
  reports: z.int(),
});
export type SittingRow = z.infer<typeof SittingRow>;

export const SittingsView = z.object({
  today: CivilDate,
  /** today's and later ones, and earlier ones with somebody whose outcome is not entered; the nearest first */
  ahead: z.array(SittingRow),
  /** newest first */
  past: z.array(SittingRow),
  bodies: Bodies,
  /** days on which somebody expects a decision and stands on no list */
  unlisted: z.array(z.object({ on: CivilDate, kind: SittingKind, people: z.array(Who) })),
});
export type SittingsView = z.infer<typeof SittingsView>;

export const SittingPersonView = z.object({
  caseId: Id,
  ...Who.shape,
  status: PersonStatus,
  state: SittingState,
  proposal: ListProposal.optional(),
  term: CivilDate.optional(),
  report: z.object({ state: SittingReportState, dueOn: CivilDate, doneBy: Id.optional(), doneOn: CivilDate.optional() }),
  review: z.object({ state: ReviewBefore, on: CivilDate.optional() }),
  outcome: SittingCase.shape.outcome,
  takenOff: SittingCase.shape.takenOff,
});
export type SittingPersonView = z.infer<typeof SittingPersonView>;

export const SittingView = z.object({
  today: CivilDate,
  sitting: Sitting,
  bodies: Bodies,
  outcomes: z.array(SittingOutcome),
  /** by name */
  people: z.array(SittingPersonView),
});
export type SittingView = z.infer<typeof SittingView>;

/** What a row of a list says of somebody we know. */
const ListedRow = z.object({ row: z.int(), ...Who.shape, on: CivilDate, proposal: ListProposal.optional(), term: CivilDate.optional(), state: ListRowState, /** the day we had for them, where it is another */ dayBefore: CivilDate.optional() });

export const ListPreview = z.object({
  name: z.string(),
  kind: SittingKind,
  rows: z.array(ListedRow),
  /** rows that were not read, with the reason; the text that was wrong, shortened */
  refused: z.array(z.object({ row: z.int(), code: z.string(), fault: ListFault, problem: DateProblem.optional(), value: z.string().optional(), on: CivilDate.optional(), rows: z.array(z.int()).optional() })),
  /** headers of columns that are not read */
  leftOut: z.array(z.string()),
});
export type ListPreview = z.infer<typeof ListPreview>;

const ListTaken = z.object({ kind: SittingKind, /** the file, as dates cite it */ source: shortText, rows: z.array(z.object({ personId: Id, on: CivilDate, proposal: ListProposal.optional(), term: CivilDate.optional() })).min(1).max(MOST_LISTED) });

const Outcomes = z.object({
  sittingId: Id,
  /** the act in which all of it stands */
  source: shortText,
  people: z.array(z.object({ personId: Id, command: SittingOutcome, newTerm: CivilDate.optional(), movedTo: CivilDate.optional() })).min(1).max(MOST_LISTED),
});

/** Of each person either what it does, or why it may not. */
export const OutcomesView = z.object({
  /** false: somebody was refused, and nothing of anybody was saved */
  saved: z.boolean(),
  people: z.array(z.object({ personId: Id, effects: z.array(Effect), refusal: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }).optional() })),
});
export type OutcomesView = z.infer<typeof OutcomesView>;

const personIds = z.array(Id).min(1).max(MOST_LISTED);

export const sittings = {
  /** Live: commissions and hearings ahead and past, and who expects one without standing on a list. */
  list: procedure.output(eventIterator(SittingsView)),
  /** Live: one sitting with its list. */
  get: procedure.input(z.object({ sittingId: Id })).output(eventIterator(SittingView)),
  /** Makes a sitting with these people, or adds them to the one of its kind on that day. `source`: where the day is read from. */
  add: procedure.input(z.object({ kind: SittingKind, on: CivilDate, body: Sitting.shape.body, place: shortText.optional(), source: shortText, personIds: z.array(Id).max(MOST_LISTED) })).output(z.object({ sittingId: Id })),
  /** Body and place; the day is who stands on it, and does not change. */
  change: procedure.input(z.object({ sittingId: Id, body: Sitting.shape.body, place: shortText.optional() })).output(z.void()),
  addPeople: procedure.input(z.object({ sittingId: Id, source: shortText, personIds })).output(z.void()),
  /** Takes somebody off the list before they were heard, with the reason. */
  takeOff: procedure.input(z.object({ caseId: Id, reason: shortText })).output(z.void()),
  putBack: procedure.input(z.object({ caseId: Id })).output(z.void()),
  /** Reads a list file (chosen as `table`) against the people here. Nothing is saved. */
  readList: procedure.input(z.object({ kind: SittingKind, file: FileToken })).output(ListPreview),
  /** Takes rows of a list over: everything or nothing. What stands there already stays as it is. */
  takeList: procedure.input(ListTaken).output(z.object({ added: z.int(), changed: z.int(), same: z.int(), sittingIds: z.array(Id) })),
  /** What outcomes would do. Nothing is saved. */
  look: procedure.input(Outcomes).output(OutcomesView),
  /** Records the outcomes of a day in one go: everything, or nothing when somebody is refused. */
  record: procedure.input(Outcomes).output(OutcomesView),
  /** Live: the report about somebody for this sitting. */
  report: procedure.input(z.object({ sittingId: Id, personId: Id })).output(eventIterator(z.object({ state: SittingReportState, text: z.string().optional(), lang: Language.optional() }))),
  /** Keeps the words of the report as a draft. */
  writeReport: procedure.input(z.object({ caseId: Id, text: longText, lang: Language })).output(z.void()),
  /** The report is done: as written here, or on paper. */
  finishReport: procedure.input(z.object({ caseId: Id })).output(z.void()),
  reopenReport: procedure.input(z.object({ caseId: Id })).output(z.void()),
};

