import * as notes from '../services/notes/notes.ts';
import { live } from '../services/query.ts';
import { os } from './base.ts';

export const notesRouter = {
  ofPerson: os.notes.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['assessments'], signal, () => notes.notesOf(session.work(), input)),
  ),
  add: os.notes.add.handler(({ input, context }) => notes.addNotes(context.session.work(), input)),
  correct: os.notes.correct.handler(({ input, context }) => notes.correctNote(context.session.work(), input)),
  dispute: os.notes.dispute.handler(({ input, context }) => notes.disputeNote(context.session.work(), input)),
  takeBack: os.notes.takeBack.handler(({ input, context }) => notes.takeBack(context.session.work(), input.noteIds)),
};
