import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { PlanCloseReason } from '../../../shared/domain/plan.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormSelect, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';

/** A new round closes a plan by itself, see the person's status. */
const closeReasons = PlanCloseReason.exclude(['NEW_ROUND']).options;

const schema = z
  .object({ reason: z.enum(closeReasons, { error: 'plan:close.reasonMissing' }), note: z.string().trim().max(LONG_TEXT, 'common:form.tooLong') })
  .refine(({ reason, note }) => reason !== 'OTHER' || note !== '', { path: ['note'], error: 'plan:close.noteMissing' });
type Entry = z.infer<typeof schema>;

interface ClosePlanProps {
  readonly personId: string;
  readonly contentId: string;
  /** it is the version people work by */
  readonly inForce: boolean;
  readonly onClose: () => void;
}

/** Closes a version: what that means is said before it is done. */
export const ClosePlan = ({ personId, contentId, inForce, onClose }: ClosePlanProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const closing = useAction();
  const { form, kept } = useKeptForm<Entry, Entry>({ form: 'plan.close', personId, about: contentId, schema, defaults: { note: '' } });
  return (
    <Dialog title={t('plan:close.title')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ reason, note }) => {
          const done = await closing.run(() => client.plans.close({ contentId, reason, ...(note === '' ? {} : { note }) }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={closing.problem} />
        <p>{t(inForce ? 'plan:close.inForce' : 'plan:close.draft')}</p>
        <FormSelect name="reason" label={t('plan:close.reason')} options={closeReasons.map((id) => ({ id, label: t(`enums:planCloseReason.${id}`) }))} />
        <FormTextArea name="note" label={t('plan:close.note')} hint={t('plan:mark.noteHint')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={closing.pending}>
            {t('plan:close.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
