import { z } from 'zod';
import { documentBase, Id, Language, longText, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import type { Machine } from './machine.ts';

/** Who sits: a commission that proposes, or a court that decides. */
export const SittingKind = z.enum(['COMMISSION', 'HEARING']);
export type SittingKind = z.infer<typeof SittingKind>;

/** Somebody on the list of a sitting: still to be heard, or what came of it. */
export const SittingState = z.enum(['LISTED', 'PROPOSED', 'POSTPONED', 'GRANTED', 'REFUSED', 'MOVED', 'TAKEN_OFF']);
export type SittingState = z.infer<typeof SittingState>;

/** What is recorded of somebody on the day, and before it. `move`: not heard, the matter goes to another day. */
export const SittingCommand = z.enum(['propose', 'postpone', 'grant', 'refuse', 'move', 'takeOff', 'putBack']);
export type SittingCommand = z.infer<typeof SittingCommand>;

/** What was decided stays: a wrong entry is put right by the next step of the release decision, which tells it. */
export const sittingMachine: Machine<SittingState, SittingCommand> = {
  LISTED: { propose: 'PROPOSED', postpone: 'POSTPONED', grant: 'GRANTED', refuse: 'REFUSED', move: 'MOVED', takeOff: 'TAKEN_OFF' },
  PROPOSED: {},
  POSTPONED: {},
  GRANTED: {},
  REFUSED: {},
  MOVED: {},
  TAKEN_OFF: { putBack: 'LISTED' },
};

/** What came of it, as it is recorded on the day. */
export const SittingOutcome = SittingCommand.extract(['propose', 'postpone', 'grant', 'refuse', 'move']);
export type SittingOutcome = z.infer<typeof SittingOutcome>;

/** What each body may record: a commission proposes, a court decides. */
export const outcomesOf: { readonly [K in SittingKind]: readonly SittingOutcome[] } = {
  COMMISSION: ['propose', 'postpone', 'move'],
  HEARING: ['grant', 'refuse', 'postpone', 'move'],
};

/** What a list says beforehand. It is shown, and a human confirms what happened. */
export const ListProposal = z.enum(['ADMIT', 'POSTPONE', 'REFUSE']);
export type ListProposal = z.infer<typeof ListProposal>;

/** The report for a sitting (caracterizare, relazione di sintesi). */
export const SittingReportState = z.enum(['TO_WRITE', 'DRAFT', 'DONE']);
export type SittingReportState = z.infer<typeof SittingReportState>;

export const SittingReportCommand = z.enum(['write', 'finish', 'reopen']);
export type SittingReportCommand = z.infer<typeof SittingReportCommand>;

/** A report written on paper is done at once. */
export const sittingReportMachine: Machine<SittingReportState, SittingReportCommand> = {
  TO_WRITE: { write: 'DRAFT', finish: 'DONE' },
  DRAFT: { write: 'DRAFT', finish: 'DONE' },
  DONE: { reopen: 'DRAFT' },
};

/** Most people on one list: a day has its hours. */
export const MOST_LISTED = 300;

/** One sitting of a commission or a court. It names nobody: who is on its list stands in documents of their own. */
export const Sitting = z.strictObject({
  ...documentBase,
  type: z.literal('sitting'),
  kind: SittingKind,
  on: CivilDate,
  /** code of a body of the jurisdiction's file */
  body: z.string().regex(/^[A-Z][A-Z_]{1,39}$/).optional(),
  place: shortText.optional(),
});
export type Sitting = z.infer<typeof Sitting>;

export const SittingReport = z.strictObject({
  state: SittingReportState,
  /** facts, as far as they are written here; the paper may say more */
  text: longText.optional(),
  lang: Language.optional(),
  doneBy: Id.optional(),
  doneOn: CivilDate.optional(),
});
export type SittingReport = z.infer<typeof SittingReport>;

/** Somebody on the list of a sitting, under that person's own key. */
export const SittingCase = z.strictObject({
  ...documentBase,
  type: z.literal('sittingCase'),
  personId: Id,
  sittingId: Id,
  /** of the sitting, for lists */
  kind: SittingKind,
  on: CivilDate,
  state: SittingState,
  /** what the list said */
  proposal: ListProposal.optional(),
  term: CivilDate.optional(),
  report: SittingReport,
  /** what came of it: the act it stands in, and by whom it was entered */
  outcome: z.strictObject({ source: shortText, by: Id, on: CivilDate, newTerm: CivilDate.optional(), movedTo: CivilDate.optional() }).optional(),
  /** why somebody was taken off the list: in words, or by what happened to them */
  takenOff: z.strictObject({ reason: shortText.optional(), event: z.enum(['RELEASE', 'DEATH', 'NEW_ROUND', 'TAKEN_OVER']).optional(), by: Id, on: CivilDate }).optional(),
});
export type SittingCase = z.infer<typeof SittingCase>;
