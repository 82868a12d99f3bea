import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LineAbsence, PlanLine } from '../../../shared/domain/plan-lines.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';

const schema = z.object({
  line: z.enum(PlanLine.options, { error: 'plan:lines.lineMissing' }),
  reason: z.enum(LineAbsence.options, { error: 'plan:lines.reasonMissing' }),
  note: z.string().trim().max(200, 'common:form.tooLong'),
});
type Entry = z.infer<typeof schema>;

interface LineWithoutProps {
  readonly personId: string;
  readonly contentId: string;
  /** lines that nobody has signed */
  readonly lines: readonly PlanLine[];
  readonly onClose: () => void;
}

/** Says that nobody of a profession answers for its line, and why: it stands in the plan, and the plan is not held up. */
export const LineWithout = ({ personId, contentId, lines, onClose }: LineWithoutProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const { form, kept } = useKeptForm<Entry, Entry>({ form: 'plan.lineWithout', personId, about: contentId, schema, defaults: { note: '' } });
  return (
    <Dialog title={t('plan:lines.without')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ note, ...entry }) => {
          const done = await saving.run(() => client.plans.lineUnavailable({ contentId, ...entry, ...(note === '' ? {} : { note }) }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <p>{t('plan:lines.withoutWhat')}</p>
        <FormSelect name="line" label={t('plan:lines.line')} options={lines.map((id) => ({ id, label: t(`enums:planLine.${id}`) }))} />
        <FormSelect name="reason" label={t('plan:lines.reason')} options={LineAbsence.options.map((id) => ({ id, label: t(`enums:lineAbsence.${id}`) }))} />
        <FormText name="note" label={t('plan:lines.note')} hint={t('plan:lines.noteHint')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
