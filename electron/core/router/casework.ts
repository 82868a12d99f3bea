import * as consents from '../services/consents/consents.ts';
import { briefOf, toldCases } from '../services/people/brief.ts';
import * as details from '../services/people/details.ts';
import { findPeople, rowOfName } from '../services/people/find.ts';
import * as people from '../services/people/people.ts';
import * as planActs from '../services/plans/plan-acts.ts';
import { decide } from '../services/people/decisions.ts';
import { turn } from '../services/people/turns.ts';
import { TIMELINE_COLLECTIONS, timelineView } from '../services/people/timeline.ts';
import * as plans from '../services/plans/plans.ts';
import { exemptReview, planViews } from '../services/plans/review-days.ts';
import { live } from '../services/query.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';
import { duplicatesRouter } from './duplicates.ts';

export const peopleRouter = {
  ...duplicatesRouter,
  list: os.people.list.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['people'], signal, () => people.listPeople(session.work(), input)),
  ),
  find: os.people.find.handler(({ input, context }) => findPeople(context.session.work(), input)),
  rowOfName: os.people.rowOfName.handler(async ({ input, context }) => (await rowOfName(context.session.work(), input.query, input.begins)) ?? null),
  units: os.people.units.handler(({ context: { session } }) => people.unitsOf(session.work())),
  get: os.people.get.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['people'], signal, () => people.viewPerson(session.work(), input.id)),
  ),
  add: os.people.add.handler(({ input, context }) => alone(context, (work) => people.addPerson(work, input))),
  setDate: os.people.setDate.handler(({ input, context }) => people.setDate(context.session.work(), input)),
  decide: os.people.decide.handler(({ input, context }) => decide(context.session.work(), input)),
  turn: os.people.turn.handler(({ input, context }) => turn(context.session.work(), input)),
  brief: os.people.brief.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['people', 'assessments', 'plans', 'release', 'handovers'], signal, () => briefOf(session.work(), input.id)),
  ),
  timeline: os.people.timeline.handler(({ input, context: { session }, signal }) =>
    live(session.vault, TIMELINE_COLLECTIONS, signal, () => timelineView(session.work(), input)),
  ),
  setDetails: os.people.setDetails.handler(({ input, context }) => details.setDetails(context.session.work(), input)),
  move: os.people.move.handler(({ input, context }) => details.move(context.session.work(), input)),
  toldCases: os.people.toldCases.handler(({ context }) => toldCases(context.session.work())),
};

export const plansRouter = {
  ofPerson: os.plans.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['plans', 'people', 'office'], signal, () => planViews(session.work(), input.personId)),
  ),
  draft: os.plans.draft.handler(({ input, context }) => alone(context, (work) => plans.draftPlan(work, input))),
  write: os.plans.write.handler(({ input, context }) => plans.writePlan(context.session.work(), input)),
  signLine: os.plans.signLine.handler(({ input, context }) => planActs.signLine(context.session.work(), input)),
  lineUnavailable: os.plans.lineUnavailable.handler(({ input, context }) => planActs.lineUnavailable(context.session.work(), input)),
  propose: os.plans.propose.handler(({ input, context }) => plans.proposePlan(context.session.work(), input.contentId)),
  answer: os.plans.answer.handler(({ input, context }) => plans.answerPlan(context.session.work(), input)),
  revise: os.plans.revise.handler(({ input, context }) => plans.revisePlan(context.session.work(), input.contentId)),
  approve: os.plans.approve.handler(({ input, context }) =>
    plans.approvePlan(context.session.work(), input),
  ),
  markStep: os.plans.markStep.handler(({ input, context }) => plans.markStep(context.session.work(), input)),
  unmarkStep: os.plans.unmarkStep.handler(({ input, context }) => plans.unmarkStep(context.session.work(), input)),
  markObjective: os.plans.markObjective.handler(({ input, context }) => planActs.markObjective(context.session.work(), input)),
  unmarkObjective: os.plans.unmarkObjective.handler(({ input, context }) => planActs.unmarkObjective(context.session.work(), input)),
  close: os.plans.close.handler(({ input, context }) => planActs.closePlan(context.session.work(), input)),
  recordApproval: os.plans.recordApproval.handler(({ input, context }) => planActs.recordExternalApproval(context.session.work(), input)),
  exemptReview: os.plans.exemptReview.handler(({ input, context }) => exemptReview(context.session.work(), input)),
  startReview: os.plans.startReview.handler(({ input, context }) => plans.startReview(context.session.work(), input.contentId)),
  endReview: os.plans.endReview.handler(({ input, context }) => alone(context, (work) => plans.endReview(work, input))),
};

export const consentsRouter = {
  record: os.consents.record.handler(({ input, context }) => alone(context, (work) => consents.recordConsent(work, input))),
  ofPerson: os.consents.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['consents'], signal, () => consents.consentsOf(session.work(), input.personId)),
  ),
};
