import { z } from 'zod';
import { documentBase, Id, Language, longText, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import type { Machine } from './machine.ts';

/** What a written request of the person is about. Of a health appointment nothing more is kept. */
export const RequestAbout = z.enum(['MEETING', 'WORK', 'COURSE', 'PHONE_OR_VISIT', 'PROPERTY_OR_MONEY', 'HEALTH_APPOINTMENT', 'DOCUMENTS', 'TRANSFER', 'OTHER']);
export type RequestAbout = z.infer<typeof RequestAbout>;

export const RequestState = z.enum(['RECEIVED', 'IN_PROGRESS', 'ANSWERED', 'DELIVERED', 'WITHDRAWN']);
export type RequestState = z.infer<typeof RequestState>;

export const RequestCommand = z.enum(['assign', 'answer', 'deliver', 'withdraw', 'reopen']);
export type RequestCommand = z.infer<typeof RequestCommand>;

/** An answer counts once the person has it. */
export const requestMachine: Machine<RequestState, RequestCommand> = {
  RECEIVED: { assign: 'IN_PROGRESS', answer: 'ANSWERED', withdraw: 'WITHDRAWN' },
  IN_PROGRESS: { assign: 'IN_PROGRESS', answer: 'ANSWERED', withdraw: 'WITHDRAWN' },
  ANSWERED: { deliver: 'DELIVERED', reopen: 'IN_PROGRESS' },
  DELIVERED: { reopen: 'IN_PROGRESS' },
  WITHDRAWN: { reopen: 'IN_PROGRESS' },
};

export const RequestResult = z.enum(['GRANTED', 'PARTLY', 'REFUSED', 'PASSED_ON']);
export type RequestResult = z.infer<typeof RequestResult>;

/** How the person got the answer: on paper, or read and explained to them. */
export const DeliveryWay = z.enum(['HANDED_OVER', 'READ_ALOUD', 'INTERPRETER']);
export type DeliveryWay = z.infer<typeof DeliveryWay>;

export const RequestAnswer = z.strictObject({
  result: RequestResult,
  text: longText,
  /** language of the answer: the one the person reads */
  lang: Language,
  /** to whom it was passed on */
  passedTo: shortText.optional(),
  by: Id,
  on: CivilDate,
});
export type RequestAnswer = z.infer<typeof RequestAnswer>;

export const RequestDelivery = z.strictObject({ way: DeliveryWay, by: Id, on: CivilDate });
export type RequestDelivery = z.infer<typeof RequestDelivery>;

/** How often one request may be opened again: then it is another request. */
export const MAX_REOPENED = 20;

/** A written request of the person (domandina mod. 393, cerere), under that person's own key. */
export const Request = z.strictObject({
  ...documentBase,
  type: z.literal('request'),
  personId: Id,
  receivedOn: CivilDate,
  /** in the register of requests */
  number: shortText.optional(),
  about: RequestAbout,
  /** in the person's own words */
  text: longText.optional(),
  lang: Language,
  takenBy: Id,
  /** a page of the signed paper it was typed from */
  fromPaper: Id.optional(),
  state: RequestState,
  assignedTo: Id.optional(),
  answer: RequestAnswer.optional(),
  delivered: RequestDelivery.optional(),
  withdrawnOn: CivilDate.optional(),
  /** of an earlier stay, or of somebody who died: kept, and no longer counted */
  past: z.literal(true).optional(),
  /** what was opened again, with the reason; oldest first */
  reopened: z.array(z.strictObject({ on: CivilDate, by: Id, reason: shortText, answer: RequestAnswer.optional(), delivered: RequestDelivery.optional() })).max(MAX_REOPENED),
});
export type Request = z.infer<typeof Request>;
