import * as found from '../services/needs/found.ts';
import * as needs from '../services/needs/needs.ts';
import * as tools from '../services/needs/tools.ts';
import { live } from '../services/query.ts';
import { os } from './base.ts';

export const needsRouter = {
  openRound: os.needs.openRound.handler(({ input, context }) => needs.openRound(context.session.work(), input)),
  record: os.needs.record.handler(({ input, context }) => needs.recordAnswer(context.session.work(), input)),
  recordItem: os.needs.recordItem.handler(({ input, context }) => needs.recordItem(context.session.work(), input)),
  confirm: os.needs.confirm.handler(({ input, context }) => needs.confirmAnswer(context.session.work(), input)),
  correct: os.needs.correct.handler(({ input, context }) => needs.correctAnswer(context.session.work(), input)),
  dispute: os.needs.dispute.handler(({ input, context }) => needs.disputeStatement(context.session.work(), input)),
  closeRound: os.needs.closeRound.handler(({ input, context }) => needs.closeRound(context.session.work(), input)),
  ofPerson: os.needs.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['assessments'], signal, () => needs.roundsOf(session.work(), input.personId)),
  ),
  skipRound: os.needs.skipRound.handler(({ input, context }) => needs.skipRound(context.session.work(), input)),
  restrict: os.needs.restrict.handler(({ input, context }) => needs.restrictStatement(context.session.work(), input)),
  decideRestriction: os.needs.decideRestriction.handler(({ input, context }) => needs.decideRestriction(context.session.work(), input)),
  tools: os.needs.tools.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['assessments'], signal, () => tools.toolsOf(session.work(), input.personId)),
  ),
  recordTool: os.needs.recordTool.handler(({ input, context }) => tools.recordTool(context.session.work(), input)),
  dropTool: os.needs.dropTool.handler(({ input, context }) => tools.dropTool(context.session.work(), input)),
  list: os.needs.list.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['assessments'], signal, () => found.viewNeeds(session.work(), input.personId)),
  ),
  update: os.needs.update.handler(({ input, context }) => found.updateNeed(context.session.work(), input)),
  takeUpdateBack: os.needs.takeUpdateBack.handler(({ input, context }) => found.takeUpdateBack(context.session.work(), input)),
};
