import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DoubtNotice, useDoubts } from '../../app/doubt-notice.tsx';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { AlikeHint } from '../duplicates/alike-hint.tsx';
import { addPersonForm, newPersonOf } from './add-form.ts';

/** A person who is in no register yet, or not in ours. Opens their page when they are saved. */
export const AddPerson = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const { status } = useSession();
  const adding = useAction();
  const doubts = useDoubts();
  const schema = useMemo(() => addPersonForm(status.today), [status.today]);
  const { form, kept } = useKeptForm({
    form: 'people.add',
    schema,
    defaults: { code: '', familyName: '', givenName: '', birthDate: '', unit: '', endOfSentence: '' },
  });
  const [familyName, givenName, birthDate] = useWatch({ control: form.control, name: ['familyName', 'givenName', 'birthDate'] });
  const typed = { familyName, givenName, birthDate };
  return (
    <Dialog title={t('people:add.title')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async (person) => {
          const done = await adding.run(() => client.people.add({ ...newPersonOf(person), ...doubts.sent() }));
          if (done === undefined) return;
          await kept.done();
          onClose();
          void navigate(`/people/${done.value.id}`);
        }}
      >
        <DraftLine kept={kept} />
        <DoubtNotice problem={adding.problem} doubts={doubts} pending={adding.pending} />
        <Pair>
          <FormText name="familyName" label={t('people:add.familyName')} />
          <FormText name="givenName" label={t('people:add.givenName')} />
          <FormText name="code" label={t('people:add.code')} hint={t('people:add.codeHint')} />
          <FormDate name="birthDate" label={t('people:add.birthDate')} hint={t('people:add.birthDateHint')} />
          <FormText name="unit" label={t('people:add.unit')} hint={t('common:form.optional')} />
          <FormDate name="endOfSentence" label={t('people:add.endOfSentence')} hint={t('people:add.endOfSentenceHint')} />
        </Pair>
        <AlikeHint {...typed} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={adding.pending}>
            {t('people:add.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
