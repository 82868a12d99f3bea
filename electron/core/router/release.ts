import { addItem, CHECKLIST_COLLECTIONS, checklistView, markItem, startPreparation, switchKind, unmarkItem } from '../services/release/checklist.ts';
import { inTurn } from '../services/work.ts';
import { os } from './base.ts';
import { followed } from './followed.ts';

export const releaseRouter = {
  checklist: os.release.checklist.handler(({ input, context: { session }, signal }) => followed(session, CHECKLIST_COLLECTIONS, signal, (work) => checklistView(work, input.personId))),
  start: os.release.start.handler(({ input, context }) => {
    const work = context.session.work();
    return inTurn(work, () => startPreparation(work, input));
  }),
  switchKind: os.release.switchKind.handler(({ input, context }) => switchKind(context.session.work(), input)),
  mark: os.release.mark.handler(({ input, context }) => markItem(context.session.work(), input)),
  unmark: os.release.unmark.handler(({ input, context }) => unmarkItem(context.session.work(), input)),
  addItem: os.release.addItem.handler(({ input, context }) => addItem(context.session.work(), input)),
};
