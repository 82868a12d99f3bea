import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import { ConsentPurpose } from './consents.ts';
import { CivilDate } from './dates.ts';
import { JurisdictionCode, Names, ReleaseType } from './jurisdiction.ts';
import type { Machine } from './machine.ts';

/** For which way of leaving a list is; EMERGENCY: somebody is released within 48 hours and nothing was prepared. */
export const ChecklistKind = z.enum([...ReleaseType.options, 'EMERGENCY']);
export type ChecklistKind = z.infer<typeof ChecklistKind>;

/** What an item of the list is about; lists are read in this order. */
export const ChecklistDomain = z.enum(['DATES', 'PAPERS', 'HOUSING', 'HEALTH', 'MONEY', 'WORK', 'FAMILY', 'OBLIGATIONS', 'TRAVEL', 'PROPERTY', 'HANDOVER', 'AFTERCARE']);
export type ChecklistDomain = z.infer<typeof ChecklistDomain>;

/** Who sees to an item. After release nobody of the prison does: only these two. */
export const ownersAfterRelease = ['PROBATION', 'PARTNER'] as const;
export const ChecklistOwner = z.enum(['EDUCATOR', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'REGISTRY', 'HEALTH_SERVICE', 'ACCOUNTS', 'DIRECTOR', 'DUTY_OFFICER', 'PERSON', ...ownersAfterRelease]);
export type ChecklistOwner = z.infer<typeof ChecklistOwner>;

/** What shows that an item is done. */
export const ChecklistEvidence = z.enum(['WORD', 'PAPER_SEEN', 'COPY_KEPT', 'REGISTER_NUMBER', 'SIGNATURE', 'APPOINTMENT']);
export type ChecklistEvidence = z.infer<typeof ChecklistEvidence>;

/** Items without which a first day outside fails. Obligations are critical too; they are documents of their own. */
export const ChecklistCritical = z.enum(['IDENTITY_PAPER', 'BED', 'MEDICINES', 'FIRST_APPOINTMENT']);
export type ChecklistCritical = z.infer<typeof ChecklistCritical>;

export const ChecklistItemState = z.enum(['OPEN', 'REQUESTED', 'DONE', 'NOT_POSSIBLE', 'REFUSED', 'NOT_APPLICABLE']);
export type ChecklistItemState = z.infer<typeof ChecklistItemState>;

export const ChecklistItemCommand = z.enum(['request', 'finish', 'notPossible', 'refuse', 'notApply', 'reopen']);
export type ChecklistItemCommand = z.infer<typeof ChecklistItemCommand>;

/** What needs nobody else is finished without having been asked for. Everything reopens; see `needsReason`. */
export const checklistItemMachine: Machine<ChecklistItemState, ChecklistItemCommand> = {
  OPEN: { request: 'REQUESTED', finish: 'DONE', notPossible: 'NOT_POSSIBLE', refuse: 'REFUSED', notApply: 'NOT_APPLICABLE' },
  REQUESTED: { finish: 'DONE', notPossible: 'NOT_POSSIBLE', refuse: 'REFUSED', notApply: 'NOT_APPLICABLE', reopen: 'OPEN' },
  DONE: { reopen: 'OPEN' },
  NOT_POSSIBLE: { reopen: 'OPEN' },
  REFUSED: { reopen: 'OPEN' },
  NOT_APPLICABLE: { reopen: 'OPEN' },
};

/** Days before (−) or after (+) the day of release. */
export const DueOffset = z.int().min(-365).max(730);

/** A code that items of two templates, or of two versions of one, are matched by. */
export const ItemCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/, { error: 'not a code in capital letters' });

export const ChecklistMark = z.strictObject({
  state: ChecklistItemState,
  on: CivilDate,
  by: Id,
  /** the evidence, or why; a refusal needs none */
  note: shortText.optional(),
});
export type ChecklistMark = z.infer<typeof ChecklistMark>;

/** Most marks of one item that are kept. */
export const MOST_MARKS = 60;
/** Most items of one list, with those added by hand. */
export const MOST_ITEMS = 99;

export const ChecklistItem = z.strictObject({
  code: ItemCode,
  domain: ChecklistDomain,
  /** as the template of that version said it; an item added by hand says the same in each */
  names: Names,
  required: z.boolean(),
  critical: ChecklistCritical.optional(),
  dueOffsetDays: DueOffset,
  owner: ChecklistOwner,
  evidence: ChecklistEvidence,
  /** counts only where the person said yes to this */
  onlyWith: ConsentPurpose.optional(),
  /** added by hand */
  own: z.literal(true).optional(),
  /** of another way of leaving: kept for what was done, and no longer asked for */
  left: z.literal(true).optional(),
  /** oldest first; the last one stands */
  marks: z.array(ChecklistMark).max(MOST_MARKS),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** A second person found the list complete, or said with a reason what is not. */
export const ChecklistSignOff = z.strictObject({
  on: CivilDate,
  by: Id,
  /** critical things that were open then */
  open: z.array(z.string().regex(/^[A-Z_]{2,40}$/)).max(20),
  /** goals of the plan that go on after release */
  goesOn: z.array(Id).max(40),
  reason: shortText.optional(),
  /** base64 of the Ed25519 signature over all of this and the list */
  signature: z.string(),
});
export type ChecklistSignOff = z.infer<typeof ChecklistSignOff>;

/** The list of one person for one road to release. Days are never kept: they follow the day of release. */
export const Checklist = z.strictObject({
  ...documentBase,
  type: z.literal('checklist'),
  personId: Id,
  kind: ChecklistKind,
  template: z.strictObject({ code: JurisdictionCode, version: z.int().min(1) }),
  startedOn: CivilDate,
  startedBy: Id,
  items: z.array(ChecklistItem).min(1).max(MOST_ITEMS),
  signOff: ChecklistSignOff.optional(),
  /** the road it was for is over: the person left, or begins anew */
  endedOn: CivilDate.optional(),
});
export type Checklist = z.infer<typeof Checklist>;

/** How an item stands. */
export const stateOf = ({ marks }: Pick<ChecklistItem, 'marks'>): ChecklistItemState => marks.at(-1)?.state ?? 'OPEN';

/** Whether an item waits for somebody: required and open, or asked for. What is done only where it is needed is never late by itself. */
export const isWaiting = (item: Pick<ChecklistItem, 'marks' | 'required' | 'left'>): boolean => {
  const state = stateOf(item);
  return item.left !== true && ((state === 'OPEN' && item.required) || state === 'REQUESTED');
};

/** Whether this step of an item needs a word: why it cannot be had, does not apply, or was not done after all. A refusal needs none. */
export const needsReason = (from: ChecklistItemState, command: ChecklistItemCommand): boolean =>
  command === 'notPossible' || command === 'notApply' || (command === 'reopen' && from === 'DONE');
