import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Answer } from '../../../shared/domain/plan.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormRadio, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { answerForm, Signature, type AnswerForm } from './answer-form.ts';

interface RecordAnswerProps {
  readonly personId: string;
  readonly contentId: string;
  readonly offered: readonly Answer[];
  readonly today: CivilDate;
  readonly onClose: () => void;
}

/** What the person answered. Each answer stands as high as the others, and none has a colour. */
export const RecordAnswer = ({ personId, contentId, offered, today, onClose }: RecordAnswerProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const recording = useAction();
  const schema = useMemo(() => answerForm(today), [today]);
  const [only, second] = offered;
  const { form, kept } = useKeptForm<AnswerForm, AnswerForm>({
    form: 'plan.answer',
    personId,
    about: contentId,
    schema,
    defaults: { on: today, reason: '', ...(only !== undefined && second === undefined ? { answer: only } : {}) },
  });
  return (
    <Dialog title={t(second === undefined ? 'plan:answer.withdraw' : 'plan:answer.record')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async ({ reason, ...entry }) => {
          const done = await recording.run(() => client.plans.answer({ contentId, ...entry, ...(reason === '' ? {} : { reason }) }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={recording.problem} />
        <p>{t('plan:answer.never')}</p>
        <Pair>
          <FormRadio name="answer" label={t('plan:answer.answer')} options={offered.map((id) => ({ id, label: t(`enums:answer.${id}`) }))} />
          <FormRadio name="signature" label={t('plan:answer.signature')} options={Signature.options.map((id) => ({ id, label: t(`enums:answerSignature.${id}`) }))} />
        </Pair>
        <FormDate name="on" label={t('plan:answer.on')} />
        <FormTextArea name="reason" label={t('plan:answer.reason')} hint={t('plan:answer.reasonHint')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={recording.pending}>
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
