import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import type { Choice } from '../../design/select.tsx';

const externalForm = (today: CivilDate) =>
  z.object({
    body: z.string({ error: 'plan:external.bodyMissing' }).min(1, 'plan:external.bodyMissing'),
    on: z
      .string()
      .refine(isCivilDate, 'common:form.dateMissing')
      .refine((day) => day <= today, 'plan:external.inFuture'),
    act: z.string().trim().min(1, 'plan:external.actMissing').max(200, 'common:form.tooLong'),
  });
type Entry = z.infer<ReturnType<typeof externalForm>>;

interface ExternalApprovalProps {
  readonly personId: string;
  readonly contentId: string;
  readonly bodies: readonly Choice[];
  readonly today: CivilDate;
  readonly onClose: () => void;
}

/** Records from its act that another authority approved the plan in force; nothing is signed here. */
export const RecordExternalApproval = ({ personId, contentId, bodies, today, onClose }: ExternalApprovalProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const schema = useMemo(() => externalForm(today), [today]);
  const { form, kept } = useKeptForm<Entry, Entry>({ form: 'plan.external', personId, about: contentId, schema, defaults: { body: bodies.length === 1 ? (bodies[0]?.id ?? '') : '', on: '', act: '' } });
  return (
    <Dialog title={t('plan:external.title')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async (entry) => {
          const done = await saving.run(() => client.plans.recordApproval({ contentId, ...entry }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <p>{t('plan:external.what')}</p>
        <FormSelect name="body" label={t('plan:external.body')} options={bodies} />
        <Pair>
          <FormDate name="on" label={t('plan:external.on')} />
          <FormText name="act" label={t('plan:external.act')} />
        </Pair>
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
