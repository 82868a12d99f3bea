import { z } from 'zod';
import { addDays, type CivilDate } from './dates.ts';
import type { ReleaseDateKind } from './people.ts';

/** What may be due. The order is the order in which lines of one day stand. */
export const DueKind = z.enum([
  'RELEASE', // somebody leaves
  'DECISION', // a commission, a hearing or a new term
  'OTHER_DATE', // fraction served, limit of custody, return from leave
  'ARRIVAL', // an envelope answered "received" and not decided
  'RECEIPT_OWED', // taken over, and no receipt written
  'HANDOVER_AUTHORISE',
  'HANDOVER_COUNTERSIGN', // sealed on one signature in an emergency
  'HANDOVER_NOTICE', // revoked, and the notice is not written yet
  'HANDOVER_WRITE',
  'HANDOVER_UNANSWERED',
  'HANDOVER_REJECTED',
  'HANDOVER_RECEIPT',
  'PLAN_APPROVE',
  'PLAN_ANSWER',
  'LINE_UNSIGNED', // lines of a plan before approval that the profession has not signed
  'PLAN_MISSING', // in the release window without a plan
  'PAPERS', // a need for an identity paper, unresolved and release near
  'PREPARATION', // in the release window, and nobody began to prepare
  'APPOINTMENT_TO_FIX', // no day yet, and release near
  'APPLICATION_UNANSWERED', // an answer was expected and did not come
  'APPOINTMENT_PASSED', // its day has come outside, and nobody said whether it was kept
  'CHECKPOINT', // time to look how somebody is doing after release
  'REVIEW',
  'REPORT', // the report for a commission or a court
  'STEP',
  'CHECKLIST', // an item of the list before release
  'REQUEST', // a written request without an answer
  'REQUEST_DELIVER', // answered, and the person does not have it yet
  'ROUND_OPEN',
  'COPY_ENDED', // the copy of a case that another prison took over may be erased
]);
export type DueKind = z.infer<typeof DueKind>;

export const DueGroup = z.enum(['NOW', 'WEEK', 'LATER']);
export type DueGroup = z.infer<typeof DueGroup>;

/** What the date of a line is, where it is not a date of the road to release. */
export const DueDate = z.enum(['SINCE', 'BY', 'SENT_ON', 'ANSWERED_ON', 'RECEIVED_ON', 'ACCEPTED_ON']);
export type DueDate = z.infer<typeof DueDate>;

/** Where the one act of a line leads. */
export const DuePlace = z.enum(['needs', 'plan', 'release', 'dates', 'sitting', 'requests', 'handover', 'arrivals', 'followUp']);
export type DuePlace = z.infer<typeof DuePlace>;

/** One thing that waits for somebody. */
export interface DueItem {
  readonly kind: DueKind;
  readonly personId: string;
  readonly group: DueGroup;
  readonly on: CivilDate;
  /** what `on` is: a kind of date on the road, or a word of `DueDate` */
  readonly what: DueDate | ReleaseDateKind;
  /** only then the screen may say "to release" */
  readonly isRelease?: true;
  readonly place: DuePlace;
  /** one's own work, though one does not work with the person otherwise */
  readonly own?: true;
  /** how many of the same: steps of one plan */
  readonly count?: number;
  /** the sitting its act leads to */
  readonly sittingId?: string | undefined;
  /** the step, as the index names it */
  readonly step?: string;
  /** the item of the list before release, by its place in it */
  readonly item?: number;
  /** the document behind it, which tells lines of one person apart */
  readonly id: string;
}

/** Acts for which a second person is needed. */
const asSecond: ReadonlySet<DueKind> = new Set<DueKind>(['PLAN_APPROVE', 'HANDOVER_AUTHORISE', 'HANDOVER_COUNTERSIGN']);

/** Whether a line is one's own work whoever the person is: by the kind of act, or by what the rule found. */
export const isOwnWork = ({ kind, own }: Pick<DueItem, 'kind' | 'own'>): boolean => own === true || asSecond.has(kind);

/** The last days of the groups that are still to come. */
export interface Horizon {
  readonly today: CivilDate;
  readonly week: CivilDate;
  readonly later: CivilDate;
}

export const horizonFrom = (today: CivilDate): Horizon => ({ today, week: addDays(today, 7), later: addDays(today, 30) });

/** In which group a day stands: today and before, the next seven days, the next thirty; later ones are not due yet. */
export const groupOf = (on: CivilDate, { today, week, later }: Horizon): DueGroup | undefined => {
  if (on <= today) return 'NOW';
  if (on <= week) return 'WEEK';
  return on <= later ? 'LATER' : undefined;
};

/** The order of lines: by day, then by what matters more, then as given. */
export const byDay = (a: DueItem, b: DueItem): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : DueKind.options.indexOf(a.kind) - DueKind.options.indexOf(b.kind);
