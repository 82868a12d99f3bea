import { addDays, daysBetween, type CivilDate } from './dates.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person } from './people.ts';
import { isInCustody } from './person-machine.ts';
import { MAX_REOPENED, requestMachine, type Request, type RequestAbout, type RequestAnswer, type RequestDelivery, type RequestState } from './request.ts';

/** Requests that wait for somebody here. */
export const isOpen = (state: RequestState): boolean => state === 'RECEIVED' || state === 'IN_PROGRESS';

export interface NewRequest {
  readonly receivedOn: CivilDate;
  readonly about: RequestAbout;
  readonly text?: string | undefined;
}

/** Whether a request may be taken in: from somebody who is here, not from the future, and of a health appointment without words. */
export const mayBeTaken = ({ receivedOn, about, text }: NewRequest, { status }: Pick<Person, 'status'>, today: CivilDate): Outcome<void> => {
  if (!isInCustody(status)) return refused('request.notHere');
  if (receivedOn > today) return refused('request.inFuture');
  // what somebody needs from a doctor is the health service's to know
  if (about === 'HEALTH_APPOINTMENT') return text === undefined ? allowed(undefined) : refused('request.healthWords');
  return text === undefined ? refused('request.wordsNeeded') : allowed(undefined);
};

const stepped = <R extends Request>(request: R, command: keyof (typeof requestMachine)[RequestState]): Outcome<R> => {
  if (request.past === true) return refused('request.over');
  const state = step('request', requestMachine, request.state, command);
  return state.ok ? allowed({ ...request, state: state.value }) : state;
};

/** The request with whoever sees to it. */
export const assigned = <R extends Request>(request: R, assignedTo: string): Outcome<R> => {
  const next = stepped(request, 'assign');
  return next.ok ? allowed({ ...next.value, assignedTo }) : next;
};

/** The request with its answer. One that was passed on says to whom, and no other does. */
export const answered = <R extends Request>(request: R, answer: RequestAnswer, today: CivilDate): Outcome<R> => {
  const next = stepped(request, 'answer');
  if (!next.ok) return next;
  if (answer.on > today) return refused('request.inFuture');
  if (answer.on < request.receivedOn) return refused('request.beforeReceived');
  if ((answer.result === 'PASSED_ON') !== (answer.passedTo !== undefined)) return refused('request.passedTo');
  return allowed({ ...next.value, answer });
};

/** The answer in the person's hands, or read to them. */
export const delivered = <R extends Request>(request: R, delivery: RequestDelivery, today: CivilDate): Outcome<R> => {
  const next = stepped(request, 'deliver');
  if (!next.ok) return next;
  if (delivery.on > today) return refused('request.inFuture');
  if (request.answer !== undefined && delivery.on < request.answer.on) return refused('request.beforeAnswer');
  return allowed({ ...next.value, delivered: delivery });
};

/** Taken back by the person. */
export const withdrawn = <R extends Request>(request: R, on: CivilDate, today: CivilDate): Outcome<R> => {
  const next = stepped(request, 'withdraw');
  if (!next.ok) return next;
  if (on > today) return refused('request.inFuture');
  if (on < request.receivedOn) return refused('request.beforeReceived');
  return allowed({ ...next.value, withdrawnOn: on });
};

/** Opened again; what was answered stays readable with the reason. */
export const reopened = <R extends Request>(request: R, { reason, by, on }: { readonly reason: string; readonly by: string; readonly on: CivilDate }): Outcome<R> => {
  const next = stepped(request, 'reopen');
  if (!next.ok) return next;
  if (request.reopened.length >= MAX_REOPENED) return refused('request.tooManyReopened');
  const { answer, delivered: delivery, withdrawnOn: _gone, ...rest } = next.value;
  const before = { on, by, reason, ...(answer === undefined ? {} : { answer }), ...(delivery === undefined ? {} : { delivered: delivery }) };
  return allowed({ ...rest, reopened: [...request.reopened, before] } as unknown as R);
};

/** The last day for an answer, where an act of the country sets one. */
export const answerBy = (receivedOn: CivilDate, { requests }: Pick<Jurisdiction, 'requests'>): CivilDate | undefined => (requests === undefined ? undefined : addDays(receivedOn, requests.answerWithinDays));

/** How long a request has waited, in days. */
export const waits = ({ receivedOn }: Pick<Request, 'receivedOn'>, today: CivilDate): number => Math.max(0, daysBetween(receivedOn, today));
