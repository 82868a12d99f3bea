import { useTranslation } from 'react-i18next';
import { Basis } from '../../../shared/domain/base.ts';
import { NeedDomain, type Correction, type Round } from '../../../shared/domain/needs.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormSelect, FormText, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { answerChoices, choiceOf, meaningOf } from './answers.ts';
import { correctForm, type CorrectForm } from './correct-form.ts';

/** The words of an answer with its level. */
export const useAnswerWords = (): ((was: Correction['was']) => string) => {
  const { t } = useTranslation();
  return (was) => {
    const choice = choiceOf(was);
    return choice === undefined ? t(`enums:needAnswer.${was.answer}`) : t(`needs:choiceFull.${choice}`);
  };
};

/** Puts an answer of a closed round right; what stood there stays readable. */
export const CorrectAnswer = ({ round, onClose }: { readonly round: Round; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { preferences } = usePreferences();
  const saving = useAction();
  const { form, kept } = useKeptForm<CorrectForm, CorrectForm>({
    form: 'needs.correct',
    personId: round.personId,
    about: round.id,
    schema: correctForm,
    defaults: { domain: 'ACCOMMODATION', answer: 'NONE', text: '', basis: 'DOCUMENT', reason: '' },
  });
  return (
    <Dialog title={t('needs:correct.open')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async ({ domain, answer, text, basis, reason }) => {
          const statement = { text, basis, lang: preferences.language };
          const done = await saving.run(() => client.needs.correct({ roundId: round.id, domain, ...meaningOf(answer), statement, reason }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <p>{t('needs:correct.what')}</p>
        <Pair>
          <FormSelect name="domain" label={t('needs:diff.domain')} options={NeedDomain.options.map((id) => ({ id, label: t(`enums:needDomain.${id}`) }))} />
          <FormSelect name="answer" label={t('needs:correct.answer')} options={answerChoices.map((id) => ({ id, label: t(`needs:choiceFull.${id}`) }))} />
        </Pair>
        <FormTextArea name="text" label={t('needs:correct.text')} hint={t('needs:round.leaveOut')} />
        <Pair>
          <FormSelect name="basis" label={t('needs:correct.basis')} options={Basis.options.map((id) => ({ id, label: t(`enums:basis.${id}`) }))} />
          <FormText name="reason" label={t('needs:correct.reason')} hint={t('needs:correct.reasonHint')} aboutPerson />
        </Pair>
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('needs:correct.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
