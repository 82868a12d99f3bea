import { assignSeveral, putOffReviews, rangeOf, startPreparations } from '../services/caseload/acts.ts';
import { previewCopy } from '../services/caseload/copies.ts';
import { caseloadNumbers } from '../services/caseload/numbers.ts';
import { printPreviews } from '../services/documents/print.ts';
import { HOME_COLLECTIONS } from '../services/home/kept-facts.ts';
import { followed } from './followed.ts';
import { os } from './base.ts';

export const caseloadRouter = {
  range: os.caseload.range.handler(({ input, context }) => rangeOf(context.session.work(), input.query, input.offset, input.limit)),
  assign: os.caseload.assign.handler(({ input, context }) => assignSeveral(context.session.work(), input)),
  putOffReviews: os.caseload.putOffReviews.handler(({ input, context }) => putOffReviews(context.session.work(), input)),
  startPreparations: os.caseload.startPreparations.handler(({ input, context }) => startPreparations(context.session.work(), input.personIds)),
  previewCopy: os.caseload.previewCopy.handler(({ input, context, signal }) => previewCopy(context.session.work(), context.previews, input.personId, signal)),
  printCopies: os.caseload.printCopies.handler(({ input, context: { session, previews, tickets } }) => printPreviews(() => session.work(), previews, tickets, input.previewIds)),
  numbers: os.caseload.numbers.handler(({ context: { session }, signal }) => followed(session, HOME_COLLECTIONS, signal, caseloadNumbers)),
};
