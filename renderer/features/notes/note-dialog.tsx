import { useMemo, type KeyboardEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import { namedInCommonText, usualBasis } from '../../../shared/domain/note-rules.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import type { NoteStart } from '../../app/shell/desk-context.ts';
import { useTogether } from '../../app/shell/together.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Form } from '../../design/form/form.tsx';
import { Keys } from '../../design/keys.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { noteForm, wordsOf } from './note-form.ts';
import { PeopleField } from './people-field.tsx';
import { useNames } from './use-names.ts';
import { useTellSaved } from './use-tell-saved.ts';
import { WordFields } from './word-fields.tsx';

/** A note written in seconds, from any screen: for whom, what happened, Ctrl Enter. */
export const NoteDialog = ({ start, onClose }: { readonly start: NoteStart; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const { preferences } = usePreferences();
  const together = useTogether();
  const saving = useAction();
  const tellSaved = useTellSaved();
  const schema = useMemo(() => noteForm(status.today), [status.today]);
  const [about] = start.personIds;
  const { form, kept } = useKeptForm({
    ...(about === undefined ? { form: 'notes.addAny' as const } : { form: 'notes.add' as const, personId: about }),
    schema,
    defaults: {
      text: '',
      kind: 'CONVERSATION',
      basis: usualBasis.CONVERSATION,
      on: status.today,
      lang: preferences.language,
      personIds: [...start.personIds],
    },
  });
  const people = useNames(useWatch({ control: form.control, name: 'personIds' }), (gone) =>
    form.setValue('personIds', form.getValues('personIds').filter((id) => !gone.includes(id))),
  );
  return (
    <Dialog title={t('notes:new')} isOpen onClose={onClose} wide>
      <div onKeyDownCapture={sendWithCtrlEnter}>
        <Form
          form={form}
          onSubmit={async ({ personIds, ...note }) => {
            const words = wordsOf(note);
            const done = await saving.run(() => client.notes.add({ ...words, personIds }));
            if (done === undefined) return;
            await kept.done();
            onClose();
            tellSaved({ noteIds: done.value.noteIds, people, personIds, words });
          }}
        >
          <DraftLine kept={kept} />
          <ProblemNotice problem={saving.problem} />
          <PeopleField people={people} fixed={together.on} startsHere={about === undefined} />
          <WordFields startsHere={about !== undefined} />
          <NamedWarning people={people} />
          <Row end>
            <Button onPress={onClose}>{t('common:act.cancel')}</Button>
            <Button type="submit" variant="go" isPending={saving.pending} aria-keyshortcuts="Control+Enter">
              {t('notes:form.go')} <Keys>Ctrl Enter</Keys>
            </Button>
          </Row>
        </Form>
      </div>
    </Dialog>
  );
};

/** Ctrl Enter sends the form from any of its fields. */
export const sendWithCtrlEnter = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.querySelector('form')?.requestSubmit();
};

/** Words for several people that name one of them: told while they are typed, never a block. */
const NamedWarning = ({ people }: { readonly people: readonly PersonName[] }) => {
  const { t } = useTranslation();
  const text = useWatch<{ text: string }, 'text'>({ name: 'text' });
  const named = useMemo(() => namedInCommonText(text, people), [text, people]);
  if (named.length === 0) return null;
  return (
    <Notice tone="warn" title={t('notes:named.title', { names: named.map(({ name }) => name).join(', ') })}>
      <p>{t('notes:named.text')}</p>
    </Notice>
  );
};
