import { addDays, type CivilDate } from './dates.ts';
import type { RevocationReason } from './envelope.ts';
import { handoverMachine, type Custody, type EmergencyWhy, type Handover, type HandoverStatus } from './handover.ts';
import { moved } from './handover-rules.ts';
import { commandsOf, step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** Who acts, and when: an instant and the civil date at the site. */
export interface HandoverActor {
  readonly id: string;
  readonly now: string;
  readonly today: CivilDate;
}

/** Hours within which the second signature of an emergency is given or refused (domain corrections: hand-over). */
export const EMERGENCY_HOURS = 72;

/** "Tonight": a release on record is near when it is at most this many days ahead. */
const EMERGENCY_DAYS = 2;

/** Nobody waits longer than this for an answer; practice. */
export const EXPIRES_AFTER_DAYS = 90;

/** The last day on which an answer is waited for: the recipient's card ends, or it has been too long. */
export const expiryOf = (today: CivilDate, cardValidTo: CivilDate | undefined): CivilDate => {
  const last = addDays(today, EXPIRES_AFTER_DAYS);
  return cardValidTo !== undefined && cardValidTo < last ? cardValidTo : last;
};

/**
 * Whether one signer is enough for now: a release on record is at most two days ahead, or it is ordered or a transfer happens
 * now, which nothing here can know. Why is said in words, and a second person signs within 72 hours.
 */
export const mayBeAlone = (why: EmergencyWhy, releaseOn: CivilDate | undefined, today: CivilDate): Outcome<void> =>
  why === 'RELEASE_NOW' && (releaseOn === undefined || releaseOn > addDays(today, EMERGENCY_DAYS)) ? refused('handover.noEmergency') : allowed(undefined);

/** Checked, and sealed on one signature: the documented emergency, and the only way past the second person. */
export const signedAlone = (handover: Handover, { why, words }: { readonly why: EmergencyWhy; readonly words: string }, { id: by, now }: HandoverActor): Outcome<Handover> => {
  const next = moved(handover, 'authoriseAlone', now, by);
  if (!next.ok) return next;
  const until = new Date(Date.parse(now) + EMERGENCY_HOURS * 3_600_000).toISOString();
  return allowed({ ...next.value, emergency: { why, words, by, until } });
};

/** Whether a second signature is still owed. */
export const awaitsSecond = ({ emergency }: Pick<Handover, 'emergency'>): boolean => emergency !== undefined && emergency.answer === undefined;

/** Whether one signature is no longer enough to seal: the second was due meanwhile, and the emergency is over. */
export const emergencyOver = (handover: Pick<Handover, 'emergency'>, now: string): boolean =>
  handover.emergency !== undefined && awaitsSecond(handover) && Date.parse(now) > Date.parse(handover.emergency.until);

/**
 * The second signature of an emergency, given or refused. Refused, the envelope is revoked: the notice to the recipient is next.
 * @param signature of who gives it
 */
export const countersigned = (handover: Handover, signature: string | undefined, { id: by, now: at }: HandoverActor): Outcome<Handover> => {
  const given = signature !== undefined;
  const next = moved(handover, given ? 'counterSign' : 'refuseSignature', at, by);
  if (!next.ok) return next;
  const { emergency } = handover;
  if (emergency === undefined || emergency.answer !== undefined) return refused('handover.notAwaited');
  // never one of those who prepared or signed it
  if (by === emergency.by || by === handover.preparedBy) return refused('handover.secondPersonNeeded');
  const answered: Handover = { ...next.value, emergency: { ...emergency, answer: { given, by, at, ...(given ? { signature } : {}) } } };
  return allowed(given ? answered : { ...answered, revocation: { reason: 'NOT_COUNTERSIGNED', by, at } });
};

/** The medium leaves our hands: an entry of the custody log. The day is not ahead, and a person who takes it is named. */
export const dispatched = (handover: Handover, entry: Omit<Custody, 'at' | 'by'>, { id: by, now: at, today }: HandoverActor): Outcome<Handover> => {
  const next = moved(handover, 'dispatch', at, by);
  if (!next.ok) return next;
  if (entry.on > today) return refused('handover.dispatchedInFuture');
  if (entry.carrier === 'DELEGATE' && entry.carrierName === undefined) return refused('handover.carrierMissing');
  return allowed({ ...next.value, custody: [...(handover.custody ?? []), { at, by, ...entry }] });
};

/** It must not be used. What was sealed cannot be called back: the notice asks for it. */
export const revoked = (handover: Handover, reason: RevocationReason, { id: by, now: at }: HandoverActor): Outcome<Handover> => {
  const next = moved(handover, 'revoke', at, by);
  return next.ok ? allowed({ ...next.value, revocation: { reason, by, at } }) : next;
};

/** Nobody answered until the last day. A receipt that comes later still counts. */
export const expired = (handover: Handover, { id: by, now: at, today }: HandoverActor): Outcome<Handover> => {
  const next = moved(handover, 'expire', at, by);
  if (!next.ok) return next;
  return handover.expiresOn !== undefined && handover.expiresOn < today ? next : refused('handover.notExpired');
};

/** A newer one took its place, or what it adds to was replaced. */
export const superseded = (handover: Handover, by: string, { id: user, now: at }: HandoverActor): Outcome<Handover> => {
  const next = moved(handover, 'supersede', at, user);
  return next.ok ? allowed({ ...next.value, supersededBy: by }) : next;
};

/**
 * The newer one was never written, or nothing of it is outside any more: what it had replaced stands as before. Answers that came
 * meanwhile count.
 */
export const unsuperseded = ({ supersededBy: _by, ...handover }: Handover): Handover => {
  const at = handover.history.findLastIndex(({ status, act }) => status === 'SUPERSEDED' && act === undefined);
  const before = handover.history.slice(0, at);
  const status = before.at(-1)?.status;
  if (at === -1 || status === undefined) return handover;
  const history = [...before];
  let reached = status;
  for (const { act, at: when, by } of handover.history.slice(at + 1)) {
    const next = act === undefined ? undefined : step('handover', handoverMachine, reached, act);
    const same = next?.ok !== true || next.value === reached;
    if (next?.ok === true) reached = next.value;
    history.push({ status: reached, at: when, by, ...(same && act !== undefined ? { act } : {}) });
  }
  return { ...handover, history, status: reached };
};

const replaceable = (status: HandoverStatus): boolean => commandsOf(handoverMachine, status).includes('supersede');

/**
 * The hand-over whose place a new one to the same service takes: the newest that may still be in use there.
 * @param all of one person, newest first
 */
export const replacedBy = <H extends Handover>(all: readonly H[], recipientServiceId: string): H | undefined =>
  all.find((one) => one.recipientServiceId === recipientServiceId && one.supplements === undefined && one.practice !== true && one.past !== true && one.envelope !== undefined && replaceable(one.status));

/** What a hand-over takes with it when it is replaced: itself and its supplements. */
export const replacedWith = <H extends Handover>(all: readonly H[], handoverId: string): readonly H[] =>
  all.filter((one) => (one.id === handoverId || one.supplements?.handoverId === handoverId) && one.envelope !== undefined && replaceable(one.status));

const living: ReadonlySet<HandoverStatus> = new Set(['SEALED', 'DISPATCHED', 'RECEIVED', 'ACCEPTED', 'RETURNED']);

/** Whether last-day changes may follow: it was sealed and is in use, and is no supplement itself. The other prison goes on with a transfer, and it is sealed anew. */
export const maySupplementTo = ({ status, supplements, practice, past, mandate }: Pick<Handover, 'status' | 'supplements' | 'practice' | 'past' | 'mandate'>): Outcome<void> =>
  living.has(status) && mandate.kind !== 'TRANSFER' && supplements === undefined && practice !== true && past !== true ? allowed(undefined) : refused('handover.notToSupplement');
