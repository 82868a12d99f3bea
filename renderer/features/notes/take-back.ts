import type { NoteWords } from '../../../shared/domain/note.ts';
import type { DraftShelf } from '../../app/drafts/shelf.ts';
import { toProblem, type Problem } from '../../app/problem.ts';

interface TakingBack {
  /** where the words lie meanwhile */
  readonly shelf: Pick<DraftShelf, 'find' | 'keep' | 'drop'>;
  readonly isNoteOpen: () => boolean;
  /** the core takes the note out of every file */
  readonly takeBack: () => Promise<unknown>;
}

/** `noteOpen`, `draftThere`: not taken back, because another note has the place its words would go to. */
export type TakenBack = { readonly how: 'taken' | 'noteOpen' | 'draftThere' } | { readonly how: 'failed'; readonly problem: Problem };

/**
 * Takes a note back without losing a word: first its words are kept as the unfinished note of its first person, then it
 * leaves the files. At no moment are they in neither place, and nothing that somebody else began is written over.
 * @param personIds whom the note was for, at least one
 */
export const takeNoteBack = async ({ shelf, isNoteOpen, takeBack }: TakingBack, personIds: readonly string[], words: NoteWords): Promise<TakenBack> => {
  const place = { form: 'notes.add', personId: personIds[0] } as const;
  try {
    const waiting = await shelf.find(place);
    if (isNoteOpen()) return { how: 'noteOpen' };
    if (waiting !== null) return { how: 'draftThere' };
    await shelf.keep(place, JSON.stringify({ personIds, ...words }));
  } catch (error) {
    return { how: 'failed', problem: toProblem(error) };
  }
  try {
    await takeBack();
    return { how: 'taken' };
  } catch (error) {
    const problem = toProblem(error);
    // only a refusal says for certain that the note still stands; otherwise its words rather wait twice than nowhere
    if (problem.kind === 'refused') await shelf.drop(place).catch(() => undefined);
    return { how: 'failed', problem };
  }
};
