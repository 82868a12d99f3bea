import * as consents from '../services/consents/consents.ts';
import * as learning from '../services/learning/learning.ts';
import * as needs from '../services/needs/needs.ts';
import * as people from '../services/people/people.ts';
import * as plans from '../services/plans/plans.ts';
import { live } from '../services/query.ts';
import { inTurn } from '../services/work.ts';
import { os } from './base.ts';

export const peopleRouter = {
  list: os.people.list.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['people'], signal, () => people.listPeople(session.work(), input)),
  ),
  units: os.people.units.handler(({ context: { session } }) => people.unitsOf(session.work())),
  get: os.people.get.handler(async function* ({ input, context: { session }, signal }) {
    await people.viewPerson(session.work(), input.id);
    await session.vault.commit([], { action: 'people.read', personId: input.id });
    yield* live(session.vault, ['people'], signal, () => people.viewPerson(session.work(), input.id));
  }),
  add: os.people.add.handler(({ input, context }) => {
    const work = context.session.work();
    return inTurn(work, () => people.addPerson(work, input));
  }),
  setDate: os.people.setDate.handler(({ input, context }) => people.setDate(context.session.work(), input)),
  decide: os.people.decide.handler(({ input, context }) => people.decide(context.session.work(), input)),
};

export const needsRouter = {
  openRound: os.needs.openRound.handler(({ input, context }) => needs.openRound(context.session.work(), input)),
  record: os.needs.record.handler(({ input, context }) => needs.recordAnswer(context.session.work(), input)),
  closeRound: os.needs.closeRound.handler(({ input, context }) => needs.closeRound(context.session.work(), input)),
  ofPerson: os.needs.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['assessments'], signal, () => needs.roundsOf(session.work(), input.personId)),
  ),
};

export const plansRouter = {
  ofPerson: os.plans.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['plans'], signal, () => plans.plansOf(session.work(), input.personId)),
  ),
  draft: os.plans.draft.handler(({ input, context }) => {
    const work = context.session.work();
    return inTurn(work, () => plans.draftPlan(work, input));
  }),
  write: os.plans.write.handler(({ input, context }) => plans.writePlan(context.session.work(), input)),
  propose: os.plans.propose.handler(({ input, context }) => plans.proposePlan(context.session.work(), input.contentId)),
  answer: os.plans.answer.handler(({ input, context }) => plans.answerPlan(context.session.work(), input)),
  revise: os.plans.revise.handler(({ input, context }) => plans.revisePlan(context.session.work(), input.contentId)),
  approve: os.plans.approve.handler(({ input, context }) =>
    plans.approvePlan(context.session.work(), input.contentId, input.reasonWithoutAgreement),
  ),
  markStep: os.plans.markStep.handler(({ input, context }) => plans.markStep(context.session.work(), input)),
};

export const learningRouter = {
  programmes: os.learning.programmes.handler(({ context: { session }, signal }) =>
    live(session.vault, ['programmes'], signal, () => learning.programmes(session.work())),
  ),
  addProgramme: os.learning.addProgramme.handler(({ input, context }) => learning.addProgramme(context.session.work(), input)),
  addRun: os.learning.addRun.handler(({ input, context }) => learning.addRun(context.session.work(), input)),
  enrol: os.learning.enrol.handler(({ input, context }) => {
    const work = context.session.work();
    return inTurn(work, () => learning.enrol(work, input.runId, input.personIds));
  }),
  mark: os.learning.mark.handler(({ input, context }) => learning.mark(context.session.work(), input.runId, input.marks)),
  run: os.learning.run.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['programmes', 'learning'], signal, () => learning.viewRun(session.work(), input.runId)),
  ),
  ofPerson: os.learning.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['programmes', 'learning'], signal, () => learning.coursesOf(session.work(), input.personId)),
  ),
};

export const consentsRouter = {
  record: os.consents.record.handler(({ input, context }) => consents.recordConsent(context.session.work(), input)),
  ofPerson: os.consents.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['consents'], signal, () => consents.consentsOf(session.work(), input.personId)),
  ),
};
