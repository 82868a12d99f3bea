import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, Language, longText, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { DeliveryWay, Request, RequestAbout, RequestResult, RequestState } from '../domain/request.ts';
import { procedure } from './base.ts';

export const RequestView = z.object({
  request: Request.extend({ _rev: z.string() }),
  /** days since it was received, while it is open */
  waits: z.int(),
  /** the last day for an answer, where an act of the country sets one and it is still open */
  answerBy: CivilDate.optional(),
});
export type RequestView = z.infer<typeof RequestView>;

/** One line of the list of open requests: what it is about, never its words. */
export const RequestLine = z.object({
  id: Id,
  person: z.object({ id: Id, name: z.string(), code: z.string(), unit: z.string().optional() }),
  about: RequestAbout,
  state: RequestState,
  receivedOn: CivilDate,
  assignedTo: Id.optional(),
  waits: z.int(),
  answerBy: CivilDate.optional(),
  answeredOn: CivilDate.optional(),
});
export type RequestLine = z.infer<typeof RequestLine>;

export const requests = {
  /** Live: the requests of one person, newest first. */
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(RequestView))),
  /** Live: every request that waits for an answer or for its delivery; the one that has waited longest first. */
  open: procedure.output(eventIterator(z.object({ today: CivilDate, lines: z.array(RequestLine) }))),
  add: procedure
    .input(z.object({ personId: Id, receivedOn: CivilDate, number: shortText.optional(), about: RequestAbout, text: longText.optional(), lang: Language, fromPaper: Id.optional() }))
    .output(z.object({ requestId: Id })),
  /** Gives it to a colleague who works with cases. */
  assign: procedure.input(z.object({ requestId: Id, userId: Id })).output(z.void()),
  answer: procedure.input(z.object({ requestId: Id, result: RequestResult, text: longText, lang: Language, passedTo: shortText.optional(), on: CivilDate })).output(z.void()),
  deliver: procedure.input(z.object({ requestId: Id, way: DeliveryWay, on: CivilDate })).output(z.void()),
  withdraw: procedure.input(z.object({ requestId: Id, on: CivilDate })).output(z.void()),
  reopen: procedure.input(z.object({ requestId: Id, reason: shortText })).output(z.void()),
};
