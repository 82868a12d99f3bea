import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/domain/note.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Keys } from '../../design/keys.tsx';
import { Row } from '../../design/layout.tsx';
import { correctionForm, wordsOf } from './note-form.ts';
import { sendWithCtrlEnter } from './note-dialog.tsx';
import { WordFields } from './word-fields.tsx';

/** Other words for a note, with the reason; those before stay readable. */
export const CorrectNote = ({ note, onClose }: { readonly note: Note; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const saving = useAction();
  const schema = useMemo(() => correctionForm(status.today), [status.today]);
  const { form, kept } = useKeptForm({ form: 'notes.correct', personId: note.personId, about: note.id, schema, defaults: { ...wordsOf(note), reason: '' } });
  return (
    <Dialog title={t('notes:correct.title')} isOpen onClose={onClose} wide>
      <div onKeyDownCapture={sendWithCtrlEnter}>
        <Form
          form={form}
          onSubmit={async ({ reason, ...words }) => {
            const done = await saving.run(() => client.notes.correct({ noteId: note.id, words: wordsOf(words), reason }));
            if (done === undefined) return;
            await kept.done();
            onClose();
          }}
        >
          <DraftLine kept={kept} />
          <ProblemNotice problem={saving.problem} />
          <WordFields startsHere />
          <FormText name="reason" aboutPerson label={t('notes:correct.reason')} hint={t('notes:correct.reasonHint')} />
          <Row end>
            <Button onPress={onClose}>{t('common:act.cancel')}</Button>
            <Button type="submit" variant="go" isPending={saving.pending} aria-keyshortcuts="Control+Enter">
              {t('notes:correct.go')} <Keys>Ctrl Enter</Keys>
            </Button>
          </Row>
        </Form>
      </div>
    </Dialog>
  );
};
