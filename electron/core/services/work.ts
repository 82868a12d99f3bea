import { v7 as uuidv7 } from 'uuid';
import { canonicalBytes } from '../canonical.ts';
import type { ClockFault } from '../../../shared/domain/clock.ts';
import { mayVouch } from '../../../shared/domain/clock-rules.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Outcome, Refusal } from '../../../shared/domain/outcome.ts';
import type { CollectionName, DocumentOf } from '../../../shared/domain/collections.ts';
import { hides, NotYoursError, wholeVault } from '../vault/scoped-vault.ts';
import type { AuditEvents, Change, Stored, Vault } from '../vault/types.ts';
import { mayChangeCases } from './copies.ts';

/** What every service function gets: the open vault of an authenticated user, and the time of the act. */
export interface Work {
  readonly vault: Vault;
  /** the civil date at the site */
  readonly today: CivilDate;
  /** the instant of the act, ISO 8601 UTC */
  readonly now: string;
  /** what is wrong with the computer's clock */
  readonly clockFault?: ClockFault;
}

/** The work of one act, at the present moment of `clock` (milliseconds since 1970). */
export const workIn = (vault: Vault, clock: () => number): Work => {
  const at = new Date(clock());
  return { vault, now: at.toISOString(), today: civilDateAt(at, vault.info.timeZone) };
};

/** The civil date of an instant in an IANA time zone. */
export const civilDateAt = (at: Date, timeZone: string): CivilDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** A rule said no. The router turns it into the contract's REFUSED answer. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

/** The value of an allowed outcome. @throws RefusedError with the refusal otherwise */
export const orRefuse = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new RefusedError(outcome.refusal);
  return outcome.value;
};

/** A UUID version 7. */
export const newId = (): string => uuidv7();

/** The fields every new document carries. */
export const created = (work: Work, id: string = newId()) => ({
  id,
  v: 1,
  createdAt: work.now,
  createdBy: work.vault.user.id,
  updatedAt: work.now,
  updatedBy: work.vault.user.id,
});

/** A document as changed now by the acting user; keeps `_rev`, so that a change in between is noticed. */
export const changed = <T extends { readonly updatedAt: string; readonly updatedBy: string }>(work: Work, doc: T): T => ({
  ...doc,
  updatedAt: work.now,
  updatedBy: work.vault.user.id,
});

/** @throws RefusedError `notFound` when there is no such document of that type; NotYoursError when it is about somebody outside the caseload */
export const existing = async <C extends CollectionName, T extends DocumentOf<C>['type']>(
  work: Work,
  collection: C,
  id: string,
  type: T,
): Promise<Stored<Extract<DocumentOf<C>, { type: T }>>> => {
  const doc = await work.vault.get(collection, id);
  if (doc === undefined && hides(work.vault, id)) throw new NotYoursError();
  if (doc === undefined || doc.type !== type) throw new RefusedError({ code: 'notFound', params: { type: String(type) } });
  return doc as Stored<Extract<DocumentOf<C>, { type: T }>>;
};

/**
 * Saves everything of one act with its audit entry, or one for each person it is about.
 * @throws RefusedError person.transferred when it would change a case that another prison took over; see `copies.ts`
 */
export const save = async (work: Work, changes: readonly Change[], audit: AuditEvents): Promise<void> => {
  orRefuse(mayChangeCases(work.vault, changes, audit));
  await work.vault.commit(changes, audit);
};

/** The last act of each vault that has to be alone. */
const turns = new WeakMap<Vault, Promise<unknown>>();

/**
 * Runs an act that looks whether something is there before it makes it, after those begun earlier: a double click
 * must not enter a person twice. Acts that change what exists need no turn; their revision tells.
 */
export const inTurn = <T>({ vault }: Pick<Work, 'vault'>, act: () => Promise<T>): Promise<T> => {
  const whole = wholeVault(vault);
  const turn = (turns.get(whole) ?? Promise.resolve()).then(act, act);
  turns.set(whole, turn.catch(() => undefined));
  return turn;
};

/** Before something is signed or sealed with the date of `work`. @throws RefusedError clock.setBack */
export const vouched = (work: Pick<Work, 'clockFault'>): void => void orRefuse(mayVouch(work.clockFault));

/** The acting user's signature (base64) over the canonical bytes of what is authorised. @throws RefusedError clock.setBack */
export const signedBy = (work: Work, statement: Readonly<Record<string, string>>): string => {
  vouched(work);
  return Buffer.from(work.vault.user.sign(canonicalBytes(statement))).toString('base64');
};

/** Whether the user really signed this statement. */
export const isSignedBy = (vault: Vault, userId: string, statement: Readonly<Record<string, string>>, signature: string): boolean =>
  vault.verifyUserSignature(userId, canonicalBytes(statement), Buffer.from(signature, 'base64'));
