import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import type { NoteWords } from '../../../shared/domain/note.ts';
import { useProblemParts } from '../../app/problem-notice.tsx';
import { useShelf } from '../../app/drafts/shelf-context.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useDesk } from '../../app/shell/desk-context.ts';
import { tell, type ToastText } from '../../design/toast.tsx';
import { takeNoteBack } from './take-back.ts';

interface Saved {
  readonly noteIds: readonly string[];
  readonly people: readonly PersonName[];
  /** all of them, also those whose names are not read yet; at least one */
  readonly personIds: readonly string[];
  readonly words: NoteWords;
}

/** Says that a note is saved and offers to undo it: then its words are back in the form, and in nobody's file. */
export const useTellSaved = (): ((saved: Saved) => void) => {
  const { t } = useTranslation();
  const client = useClient();
  const desk = useDesk();
  const shelf = useShelf();
  const problemParts = useProblemParts();
  return ({ noteIds, people, personIds, words }) => {
    const [first] = people;
    const text = people.length === 1 && first !== undefined ? t('notes:saved.one', { name: first.name }) : t('notes:saved.many', { count: personIds.length });
    // who can keep no words has no way back: they would be nowhere
    if (shelf === undefined) return tell({ text });
    const undo: ToastText['act'] = { label: t('notes:saved.undo'), run: () => void takeBack() };
    const takeBack = async (): Promise<void> => {
      const done = await takeNoteBack({ shelf, isNoteOpen: desk.isNoteOpen, takeBack: () => client.notes.takeBack({ noteIds: [...noteIds] }) }, personIds, words);
      if (done.how === 'noteOpen' || done.how === 'draftThere') return tell({ text: t(`notes:saved.${done.how}`), tone: 'danger', act: undo });
      if (done.how === 'failed') {
        const { what, safe } = problemParts(done.problem);
        tell({ text: [what, safe].filter((part) => part !== undefined).join(' '), tone: 'danger' });
      }
      // a note begun in this moment stays in front; the words wait among the unfinished ones
      if (done.how === 'failed' || desk.isNoteOpen()) return void shelf.load();
      // for the first of them, as it is kept: the others come back with the words
      desk.newNote({ personIds: personIds.slice(0, 1) });
    };
    tell({ text, act: undo });
  };
};
