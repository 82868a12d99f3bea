import { applicationMachine, MAX_APPLICATION_HISTORY, type Application, type ApplicationCommand, type ApplicationContent, type ApplicationStatus, type StoredWith } from './application.ts';
import type { CivilDate } from './dates.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

const running: ReadonlySet<ApplicationStatus> = new Set(['SUBMITTED', 'WAITING', 'MORE_NEEDED']);
/** Whether an office still has to answer. */
export const isUnanswered = ({ status }: Pick<Application, 'status'>): boolean => running.has(status);

const over: ReadonlySet<ApplicationStatus> = new Set(['RECEIVED', 'REFUSED', 'WITHDRAWN']);
/** Whether nothing more is to be done about it. */
export const isApplicationOver = ({ status }: Pick<Application, 'status'>): boolean => over.has(status);

/** Whether this may stand as it is: an answer is not expected before it was asked for; another thing has a name. */
export const applicationStands = ({ kind, what, expectedBy }: Pick<ApplicationContent, 'kind' | 'what' | 'expectedBy'>, submittedOn: CivilDate | undefined): Outcome<void> => {
  if (kind === 'OTHER' && what === undefined) return refused('application.whatNeeded');
  return expectedBy !== undefined && submittedOn !== undefined && expectedBy < submittedOn ? refused('application.expectedBefore') : allowed(undefined);
};

/** What is known of it put right; where a paper lies can be told only of one that came. */
export const applicationChanged = <A extends Application>(application: A, content: ApplicationContent): Outcome<A> => {
  const stands = applicationStands(content, application.submittedOn);
  if (!stands.ok) return stands;
  if (content.storedWith !== undefined && application.status !== 'RECEIVED') return refused('application.notHereYet');
  if (content.to === undefined && application.submittedOn !== undefined) return refused('application.officeNeeded');
  const { what: _what, to: _to, cost: _cost, paidBy: _paid, reference: _reference, expectedBy: _expected, storedWith: _stored, ...rest } = application;
  return allowed({ ...rest, ...content } as unknown as A);
};

export interface ApplicationAct {
  readonly command: ApplicationCommand;
  /** the day it happened */
  readonly on: CivilDate;
  readonly now: string;
  readonly by: string;
  readonly note?: string | undefined;
  readonly expectedBy?: CivilDate | undefined;
  readonly reference?: string | undefined;
  readonly storedWith?: StoredWith | undefined;
}

/** The office says no, or something was entered by mistake: that is told with a reason. Withdrawing is the person's own choice. */
const needsNote: ReadonlySet<ApplicationCommand> = new Set(['refuse', 'reopen', 'askMore']);

const guard = (application: Application, { command, on, note, storedWith }: ApplicationAct, today: CivilDate): Outcome<void> => {
  if (on > today) return refused('application.toCome');
  const last = application.log.at(-1);
  if (last !== undefined && on < last.on) return refused('application.beforeLast');
  if (command === 'submit' && application.to === undefined) return refused('application.officeNeeded');
  if (needsNote.has(command) && note === undefined) return refused('application.reasonNeeded');
  return command === 'receive' && storedWith === undefined ? refused('application.whereNeeded') : allowed(undefined);
};

/** One step of an application, kept in its log. */
export const applicationAfter = <A extends Application>(application: A, act: ApplicationAct, today: CivilDate): Outcome<A> => {
  const next = step('application', applicationMachine, application.status, act.command);
  if (!next.ok) return next;
  const may = guard(application, act, today);
  if (!may.ok) return may;
  if (application.log.length >= MAX_APPLICATION_HISTORY) return refused('application.tooOften');
  const { command, on, now, by, note, reference, storedWith } = act;
  const { submittedOn: sent, receivedOn: _received, storedWith: _stored, expectedBy: before, ...rest } = application;
  const again = command === 'submit' || (command === 'reopen' && next.value === 'TO_SUBMIT');
  const submittedOn = command === 'submit' ? on : again ? undefined : sent;
  const expectedBy = act.expectedBy ?? (again ? undefined : before);
  const stands = applicationStands({ ...rest, ...(expectedBy === undefined ? {} : { expectedBy }) }, submittedOn);
  if (!stands.ok) return stands;
  const receives = command === 'receive' && storedWith !== undefined;
  return allowed({
    ...rest,
    status: next.value,
    ...(submittedOn === undefined ? {} : { submittedOn }),
    ...(expectedBy === undefined ? {} : { expectedBy }),
    ...(reference === undefined ? {} : { reference }),
    ...(receives ? { receivedOn: on, storedWith } : {}),
    log: [...application.log, { status: next.value, on, at: now, by, ...(note === undefined ? {} : { note }) }],
  } as unknown as A);
};
