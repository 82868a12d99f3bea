import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import type { NoteWords } from '../../../shared/domain/note.ts';
import { useProblemParts } from '../../app/problem-notice.tsx';
import { toProblem } from '../../app/problem.ts';
import { useClient } from '../../app/session-context.tsx';
import { useDesk } from '../../app/shell/desk-context.ts';
import { tell } from '../../design/toast.tsx';

interface Saved {
  readonly noteIds: readonly string[];
  readonly people: readonly PersonName[];
  readonly words: NoteWords;
}

/** Says that a note is saved and offers to undo it: then its words are back in the form, and in nobody's file. */
export const useTellSaved = (): ((saved: Saved) => void) => {
  const { t } = useTranslation();
  const client = useClient();
  const desk = useDesk();
  const problemParts = useProblemParts();
  return ({ noteIds, people, words }) => {
    const [first] = people;
    tell({
      text: people.length === 1 && first !== undefined ? t('notes:saved.one', { name: first.name }) : t('notes:saved.many', { count: people.length }),
      act: {
        label: t('notes:saved.undo'),
        run: () => {
          client.notes.takeBack({ noteIds: [...noteIds] }).then(
            () => desk.newNote({ personIds: people.map(({ id }) => id), words }),
            (error: unknown) => {
              const { what, safe } = problemParts(toProblem(error));
              tell({ text: [what, safe].filter((part) => part !== undefined).join(' '), tone: 'danger' });
            },
          );
        },
      },
    });
  };
};
