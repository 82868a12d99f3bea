import { correctDisclosure, disclosuresOf, recordDisclosure } from '../services/disclosures/disclosures.ts';
import { live } from '../services/query.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const disclosuresRouter = {
  ofPerson: os.disclosures.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['consents'], signal, () => disclosuresOf(session.work(), input.personId)),
  ),
  record: os.disclosures.record.handler(({ input, context }) => alone(context, (work) => recordDisclosure(work, input.personId, input.content))),
  correct: os.disclosures.correct.handler(({ input, context }) => correctDisclosure(context.session.work(), input.disclosureId, input.content, input.reason)),
};
