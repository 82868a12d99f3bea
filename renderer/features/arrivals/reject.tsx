import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Problem } from '../../app/problem.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormRadio } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';
import { rejectReasons, type RejectReason } from './arrival-rules.ts';

const RejectForm = z.object({ reason: z.enum(rejectReasons, { error: 'handover:arrivals.reasonMissing' }) });

interface RejectProps {
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly onClose: () => void;
  readonly onReject: (reason: RejectReason) => Promise<void>;
}

/** Not accepted: the sender learns why. */
export const Reject = ({ pending, problem, onClose, onReject }: RejectProps) => {
  const { t } = useTranslation();
  const form = useForm<z.input<typeof RejectForm>, unknown, z.output<typeof RejectForm>>({ resolver: zodResolver(RejectForm), shouldFocusError: false });
  return (
    <Dialog title={t('handover:arrivals.rejectTitle')} isOpen onClose={onClose}>
      <Form form={form} onSubmit={({ reason }) => onReject(reason)}>
        <p>{t('handover:arrivals.rejectText')}</p>
        <ProblemNotice problem={problem} />
        <FormRadio name="reason" label={t('handover:arrivals.rejectReason')} options={rejectReasons.map((id) => ({ id, label: t(`handover:reason.${id}`) }))} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={pending}>
            {t('handover:arrivals.writeREJECTED')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
