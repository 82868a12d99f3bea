import { CALENDAR_COLLECTIONS, calendarView } from '../services/home/calendar.ts';
import { dueCounts, dueView } from '../services/home/due.ts';
import { HOME_COLLECTIONS } from '../services/home/kept-facts.ts';
import { firstHourView, putAway, skipStep } from '../services/home/first-hour.ts';
import { printPreview } from '../services/documents/print.ts';
import { previewWing } from '../services/home/wing-list.ts';
import { releasesView } from '../services/home/releases.ts';
import { followed } from './followed.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const homeRouter = {
  due: os.home.due.handler(({ input, context: { session }, signal }) => followed(session, HOME_COLLECTIONS, signal, (work) => dueView(work, input))),
  counts: os.home.counts.handler(({ input, context: { session }, signal }) => followed(session, HOME_COLLECTIONS, signal, (work) => dueCounts(work, input.whose))),
  releases: os.home.releases.handler(({ input, context: { session }, signal }) => followed(session, HOME_COLLECTIONS, signal, (work) => releasesView(work, input.day))),
  calendar: os.home.calendar.handler(({ input, context: { session }, signal }) => followed(session, CALENDAR_COLLECTIONS, signal, (work) => calendarView(work, input))),
  previewWing: os.home.previewWing.handler(({ input, context, signal }) => previewWing(context.session.work(), context.previews, input, signal)),
  printWing: os.home.printWing.handler(({ input, context: { session, previews, tickets } }) => printPreview(() => session.work(), previews, tickets, input.previewId, input.pages)),
  firstHour: os.home.firstHour.handler(({ context: { session }, signal }) => followed(session, HOME_COLLECTIONS, signal, firstHourView)),
  skipStep: os.home.skipStep.handler(({ input, context }) => alone(context, (work) => skipStep(work, input.step, input.skipped))),
  putAway: os.home.putAway.handler(({ input, context }) => alone(context, (work) => putAway(work, input.away))),
};
