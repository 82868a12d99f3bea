import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormRadio, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import { approvalForm, meetingOf, type ApprovalForm } from './approval-form.ts';
import { MeetingFields } from './meeting-fields.tsx';

interface ApproveProps {
  readonly personId: string;
  readonly contentId: string;
  readonly agreed: boolean;
  readonly today: CivilDate;
  readonly onClose: () => void;
}

/** Approval by the second person, alone or as chair of the team's meeting: what it does is said before it is done. */
export const Approve = ({ personId, contentId, agreed, today, onClose }: ApproveProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const approving = useAction();
  const schema = useMemo(() => approvalForm(agreed, today), [agreed, today]);
  const { form, kept } = useKeptForm<ApprovalForm, ApprovalForm>({
    form: 'plan.approve',
    personId,
    about: contentId,
    schema,
    defaults: { meetingOn: today, reference: '', present: [], reason: '' },
  });
  const how = useWatch({ control: form.control, name: 'how' });
  return (
    <Dialog title={t('plan:approve.title')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async (entry) => {
          const meeting = meetingOf(entry);
          const done = await approving.run(() =>
            client.plans.approve({ contentId, ...(entry.reason === '' ? {} : { reasonWithoutAgreement: entry.reason }), ...(meeting === undefined ? {} : { meeting }) }),
          );
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={approving.problem} />
        <p>{t('plan:approve.what')}</p>
        <FormRadio
          name="how"
          label={t('plan:approve.how')}
          options={[
            { id: 'MEETING', label: t('plan:approve.MEETING'), hint: t('plan:approve.meetingHint') },
            { id: 'ALONE', label: t('plan:approve.ALONE') },
          ]}
        />
        {how === 'MEETING' ? <MeetingFields /> : null}
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
