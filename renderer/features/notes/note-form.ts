import { z } from 'zod';
import { MAX_RECIPIENTS } from '../../../shared/contract/notes.ts';
import { Basis, Id, Language, LONG_TEXT } from '../../../shared/domain/base.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { NoteKind, type NoteWords } from '../../../shared/domain/note.ts';
import { usualBasis } from '../../../shared/domain/note-rules.ts';
import { formMessage } from '../../design/form/message.ts';

const happened = (today: CivilDate) => z.string().refine(isCivilDate, 'common:form.dateMissing').refine((day) => day <= today, 'notes:form.inFuture');

const wordFields = (today: CivilDate) => ({
  text: z.string().trim().min(1, 'notes:form.textMissing').max(LONG_TEXT, formMessage('notes:form.textTooLong', { max: LONG_TEXT })),
  kind: NoteKind,
  basis: Basis,
  on: happened(today),
  lang: Language,
});

/** A new note: for at least one person, about something that has happened. `today` is the civil date at the workplace. */
export const noteForm = (today: CivilDate) =>
  z.object({
    personIds: z.array(Id).min(1, 'notes:form.nobody').max(MAX_RECIPIENTS, formMessage('notes:form.tooMany', { max: MAX_RECIPIENTS })),
    ...wordFields(today),
  });
export type NoteForm = z.infer<ReturnType<typeof noteForm>>;

/** A corrected note: other words, and why. */
export const correctionForm = (today: CivilDate) =>
  z.object({ ...wordFields(today), reason: z.string().trim().min(1, 'notes:correct.reasonMissing').max(200, 'common:form.tooLong') });
export type CorrectionForm = z.infer<ReturnType<typeof correctionForm>>;

/** What the person says against a note. */
export const disputeForm = (today: CivilDate) =>
  z.object({ text: z.string().trim().min(1, 'notes:dispute.textMissing').max(LONG_TEXT, formMessage('notes:form.textTooLong', { max: LONG_TEXT })), on: happened(today) });
export type DisputeForm = z.infer<ReturnType<typeof disputeForm>>;

/** The words of a form as they are sent. */
export const wordsOf = ({ text, kind, basis, on, lang }: NoteWords): NoteWords => ({ text, kind, basis, on, lang });

/** What another kind of note rests on, unless somebody chose otherwise for the kind before. */
export const basisAfter = (before: { readonly kind: NoteKind; readonly basis: Basis }, kind: NoteKind): Basis => (before.basis === usualBasis[before.kind] ? usualBasis[kind] : before.basis);

/** Numbers of a pasted list, or undefined when what was pasted is a single entry to be typed on. */
export const pastedCodes = (text: string): readonly string[] | undefined => {
  const parts = text
    .split(/[\n\r\t;,]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.length <= 40);
  return parts.length < 2 ? undefined : [...new Set(parts)];
};
