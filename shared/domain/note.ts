import { z } from 'zod';
import { Basis, documentBase, Id, Language, longText, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';

/** What happened: talked with the person, saw something, telephoned, heard from somebody else, spoke of it in the team. */
export const NoteKind = z.enum(['CONVERSATION', 'OBSERVATION', 'PHONE', 'THIRD_PARTY', 'TEAM']);
export type NoteKind = z.infer<typeof NoteKind>;

/** What a note says: the part that can be corrected. */
export const NoteWords = z.strictObject({
  kind: NoteKind,
  basis: Basis,
  /** the day it happened, not the day it was written down */
  on: CivilDate,
  text: longText,
  lang: Language,
});
export type NoteWords = z.infer<typeof NoteWords>;

/** A wording that was corrected: it stays readable with the reason (Directive (EU) 2016/680 art. 16). */
export const EarlierWords = NoteWords.extend({ until: Instant, correctedBy: Id, reason: shortText });
export type EarlierWords = z.infer<typeof EarlierWords>;

/** The person's own disagreement: kept with the note, whether or not the note is corrected. */
export const Dispute = z.strictObject({ id: Id, text: longText, on: CivilDate, recordedBy: Id, recordedAt: Instant });
export type Dispute = z.infer<typeof Dispute>;

/** How often a note can be corrected, and disputed: more is a matter for a talk, not for a form. */
export const MAX_CORRECTIONS = 50;
export const MAX_DISPUTES = 20;

/** A conversation or an observation about one person, under that person's own key. It never leaves the workplace. */
export const Note = z.strictObject({
  ...documentBase,
  type: z.literal('note'),
  personId: Id,
  ...NoteWords.shape,
  /** written once for several people: the same in each one's note */
  groupId: Id.optional(),
  /** newest last */
  earlier: z.array(EarlierWords).max(MAX_CORRECTIONS),
  disputes: z.array(Dispute).max(MAX_DISPUTES),
});
export type Note = z.infer<typeof Note>;
