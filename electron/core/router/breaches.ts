import { interval } from 'rxjs';
import * as breaches from '../services/breaches/breaches.ts';
import { listBreaches, nearBreaches, viewBreach } from '../services/breaches/views.ts';
import { live } from '../services/query.ts';
import type { Work } from '../services/work.ts';
import type { Session } from '../session.ts';
import { os } from './base.ts';

/** A deadline comes nearer while nobody does anything; milliseconds. */
const LOOK_EVERY = 60_000;

const followed = <T>(session: Session, signal: AbortSignal | undefined, compute: (work: Work) => Promise<T>) =>
  live(session.vault, ['office'], signal, () => compute(session.work()), interval(LOOK_EVERY));

export const breachesRouter = {
  list: os.breaches.list.handler(({ context: { session }, signal }) => followed(session, signal, listBreaches)),
  near: os.breaches.near.handler(({ context: { session }, signal }) => followed(session, signal, nearBreaches)),
  get: os.breaches.get.handler(({ input, context: { session }, signal }) => followed(session, signal, (work) => viewBreach(work, input.breachId))),
  report: os.breaches.report.handler(({ input, context }) => breaches.reportBreach(context.session.work(), input)),
  correct: os.breaches.correct.handler(({ input: { breachId, reason, ...report }, context }) => breaches.correctBreach(context.session.work(), breachId, report, reason)),
  assess: os.breaches.assess.handler(({ input: { breachId, ...assessment }, context }) => breaches.assessBreach(context.session.work(), breachId, assessment)),
  notify: os.breaches.notify.handler(({ input: { breachId, ...told }, context }) => breaches.notifyBreach(context.session.work(), breachId, told)),
  leave: os.breaches.leave.handler(({ input, context }) => breaches.leaveBreach(context.session.work(), input.breachId, input.reason)),
  tellPersons: os.breaches.tellPersons.handler(({ input: { breachId, ...persons }, context }) => breaches.tellPersons(context.session.work(), breachId, persons)),
  close: os.breaches.close.handler(({ input, context }) => breaches.closeBreach(context.session.work(), input.breachId)),
  reopen: os.breaches.reopen.handler(({ input, context }) => breaches.reopenBreach(context.session.work(), input.breachId, input.reason)),
};
