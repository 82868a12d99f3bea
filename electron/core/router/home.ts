import { dayChanges } from '../services/home/day.ts';
import { dueCounts, dueView } from '../services/home/due.ts';
import { HOME_COLLECTIONS } from '../services/home/facts.ts';
import { firstHourView, putAway, skipStep } from '../services/home/first-hour.ts';
import { releasesView } from '../services/home/releases.ts';
import { live } from '../services/query.ts';
import { inTurn, type Work } from '../services/work.ts';
import type { Session } from '../session.ts';
import { os } from './base.ts';

/** A view of the home screen: computed anew when something it follows changes, and when the day does. */
const followed = <T>(session: Session, signal: AbortSignal | undefined, compute: (work: Work) => Promise<T>) => {
  let day = session.work().today;
  const today = (): string => (day = session.openVault === undefined ? day : session.work().today);
  return live(session.vault, HOME_COLLECTIONS, signal, () => compute(session.work()), dayChanges(today));
};

export const homeRouter = {
  due: os.home.due.handler(({ input, context: { session }, signal }) => followed(session, signal, (work) => dueView(work, input))),
  counts: os.home.counts.handler(({ input, context: { session }, signal }) => followed(session, signal, (work) => dueCounts(work, input.whose))),
  releases: os.home.releases.handler(({ input, context: { session }, signal }) => followed(session, signal, (work) => releasesView(work, input.day))),
  firstHour: os.home.firstHour.handler(({ context: { session }, signal }) => followed(session, signal, firstHourView)),
  skipStep: os.home.skipStep.handler(({ input, context }) => {
    const work = context.session.work();
    return inTurn(work, () => skipStep(work, input.step, input.skipped));
  }),
  putAway: os.home.putAway.handler(({ input, context }) => {
    const work = context.session.work();
    return inTurn(work, () => putAway(work, input.away));
  }),
};
