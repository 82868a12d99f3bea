import * as duplicates from '../services/people/duplicates.ts';
import * as merges from '../services/people/merges.ts';
import { live } from '../services/query.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

/** Procedures of `people` about records that may be one person's. */
export const duplicatesRouter = {
  duplicates: os.people.duplicates.handler(({ context: { session }, signal }) => live(session.vault, ['people'], signal, () => duplicates.duplicates(session.work()))),
  countDuplicates: os.people.countDuplicates.handler(({ context: { session }, signal }) => live(session.vault, ['people'], signal, () => Promise.resolve(duplicates.countDuplicates(session.work())))),
  alike: os.people.alike.handler(({ input, context }) => duplicates.alike(context.session.work(), input)),
  notSame: os.people.notSame.handler(({ input, context }) => duplicates.notSame(context.session.work(), input)),
  lookAgain: os.people.lookAgain.handler(({ input, context }) => duplicates.lookAgain(context.session.work(), input)),
  lookAtMerge: os.people.lookAtMerge.handler(({ input, context }) => merges.lookAtMerge(context.session.work(), input)),
  merge: os.people.merge.handler(({ input, context }) => alone(context, (work) => merges.merge(work, input))),
  unmerge: os.people.unmerge.handler(({ input, context }) => alone(context, (work) => merges.unmerge(work, input.mergedId))),
  mergedInto: os.people.mergedInto.handler(({ input, context }) => merges.mergedInto(context.session.work(), input.id)),
  mergedOf: os.people.mergedOf.handler(({ input, context: { session }, signal }) => live(session.vault, ['consents', 'people', 'plans'], signal, () => merges.mergedOf(session.work(), input.personId))),
};
