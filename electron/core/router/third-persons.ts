import { live } from '../services/query.ts';
import { addThirdPerson, answerThirdPerson, changeThirdPerson, endThirdPerson, thirdPersonsOf } from '../services/third-persons/third-persons.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const thirdPersonsRouter = {
  ofPerson: os.thirdPersons.ofPerson.handler(({ input, context: { session }, signal }) => live(session.vault, ['consents'], signal, () => thirdPersonsOf(session.work(), input.personId))),
  add: os.thirdPersons.add.handler(({ input, context }) => alone(context, (work) => addThirdPerson(work, input.personId, input.details))),
  change: os.thirdPersons.change.handler(({ input, context }) => changeThirdPerson(context.session.work(), input.thirdPersonId, input._rev, input.details)),
  answer: os.thirdPersons.answer.handler(({ input: { thirdPersonId, ...act }, context }) => answerThirdPerson(context.session.work(), thirdPersonId, act)),
  end: os.thirdPersons.end.handler(({ input, context }) => endThirdPerson(context.session.work(), input.thirdPersonId)),
};
