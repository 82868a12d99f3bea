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
import { FormDate, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import { disputeForm } from './note-form.ts';
import { sendWithCtrlEnter } from './note-dialog.tsx';

/** What the person says against a note. It stands beside the note and is never refused. */
export const DisputeNote = ({ note, onClose }: { readonly note: Note; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const saving = useAction();
  const schema = useMemo(() => disputeForm(status.today), [status.today]);
  const { form, kept } = useKeptForm({ form: 'notes.dispute', personId: note.personId, about: note.id, schema, defaults: { text: '', on: status.today } });
  return (
    <Dialog title={t('notes:dispute.title')} isOpen onClose={onClose}>
      <div onKeyDownCapture={sendWithCtrlEnter}>
        <Form
          form={form}
          onSubmit={async (dispute) => {
            const done = await saving.run(() => client.notes.dispute({ noteId: note.id, ...dispute }));
            if (done === undefined) return;
            await kept.done();
            onClose();
          }}
        >
          <DraftLine kept={kept} />
          <ProblemNotice problem={saving.problem} />
          <FormTextArea name="text" label={t('notes:dispute.text')} hint={t('notes:dispute.hint')} />
          <FormDate name="on" label={t('notes:dispute.on')} />
          <Row end>
            <Button onPress={onClose}>{t('common:act.cancel')}</Button>
            <Button type="submit" variant="go" isPending={saving.pending}>
              {t('common:act.save')}
            </Button>
          </Row>
        </Form>
      </div>
    </Dialog>
  );
};
