import type { ConsentDecision, ConsentPurpose } from './consents.ts';
import type { CivilDate } from './dates.ts';
import { handoverMachine, type Handover, type HandoverCommand, type HandoverReceipt } from './handover.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Mandate } from './mandate.ts';
import type { PlanProgress } from './plan.ts';
import { wasGivenAtRelease } from './plan-ending.ts';

/** Only a plan in force may leave: approved, and not an open draft; after the release also the one that was given to the person. */
export const mayLeave = (plan: Pick<PlanProgress, 'status' | 'closed'> | undefined): Outcome<void> =>
  plan !== undefined && (wasGivenAtRelease(plan) || plan.status === 'ACTIVE' || plan.status === 'UNDER_REVIEW' || plan.status === 'HANDED_OVER')
    ? allowed(undefined)
    : refused('handover.noPlanInForce');

/**
 * Aftercare that the person asked for ends with their word: a refused or withdrawn sharing of the plan stops it.
 * Other grounds do not ask for consent, and so do not look at it.
 * @param choices the newest answer for each purpose
 */
export const mayShare = (mandate: Pick<Mandate, 'kind'>, choices: readonly { readonly purpose: ConsentPurpose; readonly decision: ConsentDecision }[]): Outcome<void> => {
  const sharing = choices.find((choice) => choice.purpose === 'PLAN_SHARING')?.decision;
  const stopped = sharing === 'REFUSED' || sharing === 'WITHDRAWN' || sharing === 'EXPIRED';
  return mandate.kind === 'VOLUNTARY_AFTERCARE' && stopped ? refused('handover.sharingRefused') : allowed(undefined);
};

/**
 * An exercise has no legal ground, and nothing on a legal ground goes to a service that does not exist.
 * @param practice whether the recipient is the service for exercises
 */
export const mayGoTo = (mandate: Pick<Mandate, 'kind'>, practice: boolean): Outcome<void> => {
  if (practice === (mandate.kind === 'PRACTICE')) return allowed(undefined);
  return refused(practice ? 'handover.practiceOnly' : 'handover.practiceGround');
};

/** An act, a request or a signed paper that bears a day to come is no ground yet. */
export const mayRestOn = ({ date }: Pick<Mandate, 'date'>, today: CivilDate): Outcome<void> => (date > today ? refused('handover.actInFuture') : allowed(undefined));

/** Moves a hand-over and writes its history. `at` is an instant, `by` a user id. */
export const moved = (handover: Handover, command: HandoverCommand, at: string, by: string): Outcome<Handover> => {
  const next = step('handover', handoverMachine, handover.status, command);
  return next.ok
    ? allowed({ ...handover, status: next.value, history: [...handover.history, { status: next.value, at, by, ...(next.value === handover.status ? { act: command } : {}) }] })
    : next;
};

/** The second person is never the one who prepared it. */
export const mayAuthorise = (handover: Handover, by: string): Outcome<void> =>
  by === handover.preparedBy ? refused('handover.secondPersonNeeded') : allowed(undefined);

/** A receipt has come: the newest stands, those before it stay readable. */
export const withReceipt = (handover: Handover, receipt: HandoverReceipt): Handover => ({
  ...handover,
  receipt,
  ...(handover.receipt === undefined ? {} : { earlierReceipts: [...(handover.earlierReceipts ?? []), handover.receipt].slice(-10) }),
});

/** Numbers of the register that are known only after the act: ours of the hand-over, ours of the receipt. */
export interface HandoverNumbers {
  readonly numberOut?: string | undefined;
  readonly receiptNumberIn?: string | undefined;
}

/** @returns the hand-over with the numbers; refused for the number of a receipt that has not come */
export const numbered = (handover: Handover, { numberOut, receiptNumberIn }: HandoverNumbers): Outcome<Handover> => {
  const { receipt } = handover;
  if (receiptNumberIn !== undefined && receipt === undefined) return refused('handover.noReceipt');
  return allowed({
    ...handover,
    ...(numberOut === undefined ? {} : { registrationNumberOut: numberOut }),
    ...(receiptNumberIn === undefined || receipt === undefined ? {} : { receipt: { ...receipt, numberIn: receiptNumberIn } }),
  });
};

/**
 * What a receipt does to the hand-over it answers. A repeated receipt changes nothing (`undefined`).
 * RECEIVED after ACCEPTED is an earlier letter arriving late: also nothing.
 */
export const receiptCommand = (
  handover: Handover,
  decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED',
): HandoverCommand | undefined => {
  if (handover.receipt?.decision === decision) return undefined;
  if (decision === 'RECEIVED' && handover.receipt !== undefined) return undefined;
  return decision === 'RECEIVED' ? 'receive' : decision === 'ACCEPTED' ? 'accept' : 'reject';
};
