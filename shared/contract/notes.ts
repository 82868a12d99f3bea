import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, longText, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { Note, NoteKind, NoteWords } from '../domain/note.ts';
import { pageOf, procedure } from './base.ts';

/** How many people one note may be written for at once: a course or a wing, not the whole prison. */
export const MAX_RECIPIENTS = 60;

export const NoteView = z.object({
  note: Note.extend({ _rev: z.string() }),
  /** written since the last unlock by whoever is at the screen, and nothing was built on it: it can still be taken back whole */
  canTakeBack: z.boolean(),
});
export type NoteView = z.infer<typeof NoteView>;

export const NotesQuery = z.object({
  personId: Id,
  kind: NoteKind.optional(),
  /** every word must stand in the note, without diacritics */
  search: z.string().max(100).optional(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export type NotesQuery = z.infer<typeof NotesQuery>;

export const notes = {
  /** Live: the notes of one person, newest first. */
  ofPerson: procedure.input(NotesQuery).output(eventIterator(pageOf(NoteView))),
  /** The same words for everybody named, one note under each person's own key, all or none. */
  add: procedure
    .input(NoteWords.extend({ personIds: z.array(Id).min(1).max(MAX_RECIPIENTS) }))
    .output(z.object({ noteIds: z.array(Id) })),
  /** Other words; those before stay readable with the reason. */
  correct: procedure.input(z.object({ noteId: Id, words: NoteWords, reason: shortText })).output(z.void()),
  /** What the person says against the note, kept beside it. */
  dispute: procedure.input(z.object({ noteId: Id, text: longText, on: CivilDate })).output(z.void()),
  /** Takes back notes just written: all of them or none. Only by their writer, before the next lock. */
  takeBack: procedure.input(z.object({ noteIds: z.array(Id).min(1).max(MAX_RECIPIENTS) })).output(z.void()),
};
