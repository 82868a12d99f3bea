import { useTranslation } from 'react-i18next';
import { Checkpoint, outcomeQuestions, OutcomeQuestions, UnknownReason } from '../../../shared/domain/outcome-return.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { hasUnknown, OutcomeForm, outcomeOf } from './outcome-form.ts';

interface OutcomeDialogProps {
  readonly personId: string;
  /** the checkpoint that is due */
  readonly due: Checkpoint | undefined;
  readonly onClose: () => void;
}

/** How somebody is doing, on one page: a checkpoint, six answers, and from whom it is known. */
export const OutcomeDialog = ({ personId, due, onClose }: OutcomeDialogProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const saving = useAction();
  const { form, kept } = useKeptForm<Record<keyof OutcomeForm, string>, OutcomeForm>({
    form: 'outcomes.record',
    personId,
    schema: OutcomeForm as never,
    defaults: { checkpoint: due ?? '', observedOn: status.today, accommodation: '', occupation: '', compliance: '', treatment: '', family: '', custody: '', unknownReason: '', source: 'SEEN', signedBy: '', paperOn: '' },
  });
  const save = async (typed: OutcomeForm): Promise<void> => {
    const done = await saving.run(() => client.outcomes.record({ personId, ...outcomeOf(typed) }));
    if (done === undefined) return;
    await kept.done();
    onClose();
  };
  return (
    <Dialog title={t('outcomes:record.title')} isOpen onClose={onClose} wide>
      <Form form={form} onSubmit={save}>
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <Pair>
          <FormSelect name="checkpoint" label={t('outcomes:record.checkpoint')} placeholder={t('outcomes:record.choose')} options={Checkpoint.options.map((id) => ({ id, label: t(`enums:checkpoint.${id}`) }))} />
          <FormDate name="observedOn" label={t('outcomes:record.observedOn')} />
        </Pair>
        <Pair>
          {OutcomeQuestions.map((question) => (
            <FormSelect
              key={question}
              name={question}
              label={t(`outcomes:question.${question}`)}
              placeholder={t('outcomes:record.choose')}
              options={outcomeQuestions[question].options.map((id) => ({ id, label: t(`enums:outcome${question.charAt(0).toUpperCase()}${question.slice(1)}.${id}`) }))}
            />
          ))}
        </Pair>
        {hasUnknown(form.watch()) ? <FormRadio name="unknownReason" label={t('outcomes:record.unknownReason')} options={UnknownReason.options.map((id) => ({ id, label: t(`enums:unknownReason.${id}`) }))} /> : null}
        <FormRadio
          name="source"
          label={t('outcomes:record.source')}
          options={[
            { id: 'SEEN', label: t('outcomes:record.seen') },
            { id: 'PAPER', label: t('outcomes:record.paper') },
          ]}
        />
        {form.watch('source') === 'PAPER' ? (
          <Pair>
            <FormText name="signedBy" label={t('outcomes:record.signedBy')} hint={t('outcomes:record.signedByHint')} />
            <FormDate name="paperOn" label={t('outcomes:record.paperOn')} />
          </Pair>
        ) : null}
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
