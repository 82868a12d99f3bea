import { addMonths, type CivilDate } from './dates.ts';
import type { Handover } from './handover.ts';
import { isTransfer } from './handover.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { CaseCopy, Person } from './people.ts';
import { isCopy, isInCustody, mayTurn } from './person-machine.ts';
import type { TransferOrder } from './transfer.ts';
import { withTurn } from './turn-rules.ts';

/** Who may be transferred: somebody in custody here, by an order that was given. */
export const mayMove = ({ status }: Pick<Person, 'status'>, order: TransferOrder, today: CivilDate): Outcome<void> => {
  if (isCopy(status)) return refused('person.transferred');
  if (!isInCustody(status)) return refused('transfer.notHere');
  return order.date > today ? refused('transfer.orderInFuture') : allowed(undefined);
};

/** Who says so, when: ids of the turn it becomes and of who took the answer. */
export interface TakingOver {
  readonly id: string;
  readonly by: string;
  readonly today: CivilDate;
}

/**
 * The other prison answered that it took the case over: what is kept here is a copy from now on, with the day on which it ends.
 * Whoever left custody or died meanwhile stays where they are: then the answer changes nothing about them.
 * @param rules of the country: how long a copy is kept
 * @returns undefined where nothing follows
 */
export const takenOver = <P extends Person>(person: P, handover: Pick<Handover, 'id' | 'caseFile' | 'status' | 'past'>, { id, by, today }: TakingOver, rules: Jurisdiction['transfer']): Outcome<P> | undefined => {
  // of an earlier stay nothing is taken over any more
  if (!isTransfer(handover) || handover.past === true || handover.status !== 'ACCEPTED' || !mayTurn(person.status, 'transfer')) return undefined;
  const { order, recipient } = handover.caseFile;
  const next = withTurn(person, { id, kind: 'TRANSFER', on: today, source: order.act, setBy: by }, today);
  if (!next.ok) return next;
  const copy: CaseCopy = { handoverId: handover.id, serviceId: recipient.serviceId, name: recipient.name, on: today, keepUntil: addMonths(today, rules.copyMonths), source: rules.source };
  return allowed({ ...next.value, copy });
};

/** The transfer that made this case a copy was revoked: nobody else goes on with it, so it goes on here. */
export const goesOnHere = <P extends Person>(person: P, handover: Pick<Handover, 'id' | 'mandate' | 'status'>, { id, by, today }: TakingOver): Outcome<P> | undefined =>
  handover.status !== 'REVOKED' || person.copy?.handoverId !== handover.id ? undefined : withTurn(person, { id, kind: 'REOPEN', on: today, source: handover.mandate.act, setBy: by }, today);

/** Whether the copy may be erased: its last day has passed. */
export const copyEnded = ({ copy }: Pick<Person, 'copy'>, today: CivilDate): boolean => copy !== undefined && copy.keepUntil < today;
