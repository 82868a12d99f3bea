import { live } from '../services/query.ts';
import * as requests from '../services/requests/requests.ts';
import { os } from './base.ts';

export const requestsRouter = {
  ofPerson: os.requests.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['assessments', 'office'], signal, () => requests.requestsOf(session.work(), input.personId)),
  ),
  open: os.requests.open.handler(({ context: { session }, signal }) => live(session.vault, ['assessments', 'people', 'office'], signal, () => requests.openRequests(session.work()))),
  add: os.requests.add.handler(({ input, context }) => requests.addRequest(context.session.work(), input)),
  assign: os.requests.assign.handler(async ({ input, context }) => requests.assignRequest(context.session.work(), input)),
  answer: os.requests.answer.handler(({ input, context }) => requests.answerRequest(context.session.work(), input)),
  deliver: os.requests.deliver.handler(({ input, context }) => requests.deliverRequest(context.session.work(), input)),
  withdraw: os.requests.withdraw.handler(({ input, context }) => requests.withdrawRequest(context.session.work(), input)),
  reopen: os.requests.reopen.handler(({ input, context }) => requests.reopenRequest(context.session.work(), input)),
};
