import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../../shared/contract/exchange.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { CompareForm } from './compare-form.ts';

/**
 * The fingerprint is typed as the other office reads it out. It is not shown here: what is seen beside an empty field is
 * copied, and nothing is compared.
 */
export const Compare = ({ contact, onClose }: { readonly contact: ContactView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const trusting = useAction();
  const { form, kept } = useKeptForm({
    form: 'contacts.compare',
    about: contact.id,
    schema: CompareForm,
    defaults: { fingerprint: '', comparedWith: '' },
  });
  return (
    <Dialog title={t('office:contacts.compareTitle', { name: contact.name })} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async (compared) => {
          const done = await trusting.run(() => client.contacts.trust({ id: contact.id, ...compared }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        {contact.trust === 'CHANGED' ? (
          <Notice tone="warn" title={t('office:contacts.changed')}>
            <p>{t('office:contacts.changedText')}</p>
          </Notice>
        ) : null}
        <p>{t('office:contacts.how')}</p>
        <DraftLine kept={kept} />
        <ProblemNotice problem={trusting.problem} />
        <FormText name="fingerprint" label={t('office:contacts.fingerprint')} hint={t('office:contacts.fingerprintHint')} />
        <FormText name="comparedWith" label={t('office:contacts.with')} hint={t('office:contacts.withHint')} width="medium" />
        <Row end>
          <Button onPress={onClose}>{t('office:contacts.later')}</Button>
          <Button type="submit" variant="go" isPending={trusting.pending}>
            {t('office:contacts.trust')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
