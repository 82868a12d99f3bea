import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { ReviewExemptionReason } from '../../../shared/domain/review-schedule.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormSelect } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import { putOffForm, type PutOffForm } from './put-off-form.ts';

interface PutOffReviewProps {
  readonly personId: string;
  readonly contentId: string;
  readonly today: CivilDate;
  readonly onClose: () => void;
}

/** Puts the next review off: a reason from the list, and the last day on which it holds. */
export const PutOffReview = ({ personId, contentId, today, onClose }: PutOffReviewProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const schema = useMemo(() => putOffForm(today), [today]);
  const { form, kept } = useKeptForm<PutOffForm, PutOffForm>({ form: 'plan.putOff', personId, about: contentId, schema, defaults: { until: '' } });
  return (
    <Dialog title={t('plan:review.putOffTitle')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async (entry) => {
          const done = await saving.run(() => client.plans.exemptReview({ contentId, ...entry }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
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
            {t('plan:review.putOffDone')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
