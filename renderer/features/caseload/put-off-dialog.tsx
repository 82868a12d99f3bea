import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DoneForSeveral } from '../../../shared/contract/caseload.ts';
import { ReviewExemptionReason } from '../../../shared/domain/review-schedule.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormSelect } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';
import { putOffForm, type PutOffForm } from '../plan/put-off-form.ts';
import type { Chosen } from './chosen.ts';
import { ChosenNames } from './chosen-names.tsx';

interface PutOffDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: (outcome: DoneForSeveral) => void;
}

/** Puts the next review of everybody chosen off, for one reason. */
export const PutOffDialog = ({ chosen, onClose, onDone }: PutOffDialogProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const saving = useAction();
  const schema = useMemo(() => putOffForm(status.today), [status.today]);
  const form = useForm<PutOffForm, unknown, PutOffForm>({ resolver: zodResolver(schema), shouldFocusError: false, defaultValues: { until: '' } });
  return (
    <Dialog title={t('caseload:putOff.title')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async (entry) => {
          const done = await saving.run(() => client.caseload.putOffReviews({ personIds: chosen.map(({ id }) => id), ...entry }));
          if (done !== undefined) onDone(done.value);
        }}
      >
        <ProblemNotice problem={saving.problem} />
        <ChosenNames chosen={chosen} />
        <FormSelect
          name="reason"
          label={t('plan:review.reason')}
          hint={t('plan:review.reasonHint')}
          options={ReviewExemptionReason.options.map((id) => ({ id, label: t(`enums:reviewExemptionReason.${id}`) }))}
        />
        <FormDate name="until" label={t('plan:review.until')} hint={t('plan:review.untilHint')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('caseload:putOff.go', { count: chosen.length })}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
