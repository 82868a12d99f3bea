import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';

/** Approval needs a reason only where the person did not agree. */
export const approvalForm = (agreed: boolean) => {
  const reason = z.string().trim().max(LONG_TEXT, 'common:form.tooLong');
  return z.object({ reason: agreed ? reason : reason.min(1, 'plan:approve.reasonMissing') });
};

/** Approval by the second person: what it does is said before it is done. */
export const Approve = ({ personId, contentId, agreed, onClose }: { readonly personId: string; readonly contentId: string; readonly agreed: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const approving = useAction();
  const schema = useMemo(() => approvalForm(agreed), [agreed]);
  const { form, kept } = useKeptForm({ form: 'plan.approve', personId, about: contentId, schema, defaults: { reason: '' } });
  return (
    <Dialog title={t('plan:approve.title')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ reason }) => {
          const done = await approving.run(() => client.plans.approve({ contentId, ...(reason === '' ? {} : { reasonWithoutAgreement: reason }) }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={approving.problem} />
        <p>{t('plan:approve.what')}</p>
        {agreed ? null : <FormTextArea name="reason" label={t('plan:approve.reason')} hint={t('plan:approve.reasonHint')} />}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={approving.pending}>
            {t('enums:planCommand.approve')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
