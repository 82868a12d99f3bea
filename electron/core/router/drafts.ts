import * as drafts from '../services/drafts/drafts.ts';
import { os } from './base.ts';

export const draftsRouter = {
  keep: os.drafts.keep.handler(({ input, context }) => drafts.keepDraft(context.session.work(), input)),
  find: os.drafts.find.handler(({ input, context }) => drafts.findDraft(context.session.work(), input)),
  drop: os.drafts.drop.handler(({ input, context }) => drafts.dropDraft(context.session.work(), input)),
  list: os.drafts.list.handler(({ context }) => drafts.waitingForms(context.session.work())),
};
