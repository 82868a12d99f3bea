import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormRadio, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import { reviewForm, type ReviewForm } from './review-form.ts';

interface EndReviewProps {
  readonly personId: string;
  readonly contentId: string;
  readonly today: CivilDate;
  readonly drafting: boolean;
  readonly onClose: () => void;
  readonly onDrafted: (contentId: string) => void;
}

/** What came of a review: the same version goes on, or the next one is opened. */
export const EndReview = ({ personId, contentId, today, drafting, onClose, onDrafted }: EndReviewProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const ending = useAction();
  const schema = useMemo(() => reviewForm(today, drafting), [today, drafting]);
  const { form, kept } = useKeptForm<ReviewForm, ReviewForm>({ form: 'plan.review', personId, about: contentId, schema, defaults: { on: today, note: '' } });
  return (
    <Dialog title={t('plan:review.end')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ note, ...entry }) => {
          const done = await ending.run(() => client.plans.endReview({ contentId, ...entry, ...(note === '' ? {} : { note }) }));
          if (done === undefined) return;
          await kept.done();
          onClose();
          if (done.value.draftId !== undefined) onDrafted(done.value.draftId);
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={ending.problem} />
        <FormRadio
          name="outcome"
          label={t('plan:review.outcome')}
          options={[
            { id: 'CONTINUE', label: t('enums:reviewOutcome.CONTINUE'), hint: t('plan:review.continueHint') },
            { id: 'AMEND', label: t('enums:reviewOutcome.AMEND'), hint: t('plan:review.amendHint') },
          ]}
        />
        <FormDate name="on" label={t('plan:review.on')} />
        <FormTextArea name="note" label={t('plan:review.note')} hint={t('plan:review.noteHint')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={ending.pending}>
            {t('plan:review.end')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
