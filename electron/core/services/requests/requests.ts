import type { RequestLine, RequestView } from '../../../../shared/contract/requests.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { Jurisdiction } from '../../../../shared/domain/jurisdiction.ts';
import type { Outcome } from '../../../../shared/domain/outcome.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import type { DeliveryWay, Request, RequestAbout, RequestResult, RequestState } from '../../../../shared/domain/request.ts';
import { answerBy, answered, assigned, delivered, isOpen, mayBeTaken, reopened, waits, withdrawn } from '../../../../shared/domain/request-rules.ts';
import type { Stored } from '../../vault/types.ts';
import { typedFrom } from '../papers/scan-sets.ts';
import { namesOf } from '../people/names.ts';
import { find } from '../query.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { changed, created, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';

/** What is told of how long a request waits; one that was answered waits no longer. */
const waiting = (state: RequestState, receivedOn: string, jurisdiction: Jurisdiction, today: string): Pick<RequestView, 'waits' | 'answerBy'> => {
  const by = isOpen(state) ? answerBy(receivedOn, jurisdiction) : undefined;
  return { waits: isOpen(state) ? waits({ receivedOn }, today) : 0, ...(by === undefined ? {} : { answerBy: by }) };
};

/** The requests of one person, newest first. */
export const requestsOf = async (work: Work, personId: string): Promise<RequestView[]> => {
  const [found, jurisdiction] = await Promise.all([find(work.vault, 'assessments', 'request', { selector: { personId }, sort: [{ 'ix.on': 'desc' }, { id: 'desc' }] }), jurisdictionOf(work)]);
  return found.map((request) => ({ request, ...(request.past === true ? { waits: 0 } : waiting(request.state, request.receivedOn, jurisdiction, work.today)) }));
};

const OPEN: readonly RequestState[] = ['RECEIVED', 'IN_PROGRESS', 'ANSWERED'];

/** Every request that waits for an answer or its delivery, read off the index: its words are not opened. */
export const openRequests = async (work: Work): Promise<{ today: string; lines: RequestLine[] }> => {
  const jurisdiction = await jurisdictionOf(work);
  const rows = work.vault
    .rows('assessments', 'request', ['personId', 'on', 'kind', 'status', 'by', 'answered'])
    .filter(({ status }) => OPEN.some((state) => state === status))
    .toSorted((a, b) => (String(a.on) < String(b.on) ? -1 : String(a.on) > String(b.on) ? 1 : a.id < b.id ? -1 : 1));
  const names = await namesOf(work, rows.map(({ personId }) => String(personId)));
  const lines = rows.flatMap((row): RequestLine[] => {
    const person = names.get(String(row.personId));
    if (person === undefined) return [];
    const state = row.status as RequestState;
    const receivedOn = String(row.on);
    return [
      {
        id: row.id,
        person,
        about: row.kind as RequestAbout,
        state,
        receivedOn,
        ...(row.by === null ? {} : { assignedTo: String(row.by) }),
        ...(row.answered === null ? {} : { answeredOn: String(row.answered) }),
        ...waiting(state, receivedOn, jurisdiction, work.today),
      },
    ];
  });
  return { today: work.today, lines };
};

export interface TakenIn {
  readonly personId: string;
  readonly receivedOn: string;
  readonly number?: string | undefined;
  readonly about: RequestAbout;
  readonly text?: string | undefined;
  readonly lang: Language;
  /** a page of the signed paper it is typed from */
  readonly fromPaper?: string | undefined;
}

/** Takes a request in. @throws RefusedError notFound, request.notHere, request.inFuture, request.healthWords, request.wordsNeeded */
export const addRequest = async (work: Work, { personId, number, text, fromPaper, ...input }: TakenIn): Promise<{ requestId: string }> => {
  const person = await existing(work, 'people', personId, 'person');
  orRefuse(mayBeTaken({ ...input, text }, person, work.today));
  const paper = await typedFrom(work, personId, fromPaper, ['REQUEST']);
  const request: Request = {
    ...created(work),
    type: 'request',
    personId,
    ...input,
    ...(number === undefined ? {} : { number }),
    ...(text === undefined ? {} : { text }),
    ...paper.from,
    takenBy: work.vault.user.id,
    state: 'RECEIVED',
    reopened: [],
  };
  await save(work, [{ op: 'put', collection: 'assessments', doc: request }, ...paper.changes], { action: 'requests.add', personId, details: { request: request.id } });
  return { requestId: request.id };
};

const step = async (work: Work, requestId: string, action: string, next: (request: Stored<Request>) => Outcome<Stored<Request>>): Promise<void> => {
  const request = await existing(work, 'assessments', requestId, 'request');
  await save(work, [{ op: 'put', collection: 'assessments', doc: changed(work, orRefuse(next(request))) }], { action, personId: request.personId, details: { request: requestId } });
};

/** @throws RefusedError machine.request, request.nobody when that colleague does not work with cases, notFound */
export const assignRequest = (work: Work, { requestId, userId }: { readonly requestId: string; readonly userId: string }): Promise<void> => {
  const colleague = work.vault.members().find(({ id, active }) => id === userId && active);
  if (colleague === undefined || !may(colleague.roles, 'case.write')) throw new RefusedError({ code: 'request.nobody' });
  return step(work, requestId, 'requests.assign', (request) => assigned(request, userId));
};

interface Answered {
  readonly requestId: string;
  readonly result: RequestResult;
  readonly text: string;
  readonly lang: Language;
  readonly passedTo?: string | undefined;
  readonly on: string;
}

/** @throws RefusedError machine.request, request.inFuture, request.beforeReceived, request.passedTo, notFound */
export const answerRequest = (work: Work, { requestId, passedTo, ...answer }: Answered): Promise<void> =>
  step(work, requestId, 'requests.answer', (request) => answered(request, { ...answer, ...(passedTo === undefined ? {} : { passedTo }), by: work.vault.user.id }, work.today));

/** @throws RefusedError machine.request, request.inFuture, request.beforeAnswer, notFound */
export const deliverRequest = (work: Work, { requestId, way, on }: { readonly requestId: string; readonly way: DeliveryWay; readonly on: string }): Promise<void> =>
  step(work, requestId, 'requests.deliver', (request) => delivered(request, { way, on, by: work.vault.user.id }, work.today));

/** @throws RefusedError machine.request, request.inFuture, request.beforeReceived, notFound */
export const withdrawRequest = (work: Work, { requestId, on }: { readonly requestId: string; readonly on: string }): Promise<void> =>
  step(work, requestId, 'requests.withdraw', (request) => withdrawn(request, on, work.today));

/** @throws RefusedError machine.request, request.tooManyReopened, notFound */
export const reopenRequest = (work: Work, { requestId, reason }: { readonly requestId: string; readonly reason: string }): Promise<void> =>
  step(work, requestId, 'requests.reopen', (request) => reopened(request, { reason, by: work.vault.user.id, on: work.today }));
