import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/base.ts';
import { ChoiceBy, ExplainedHow, type ConsentPurpose } from '../../../shared/domain/consents.ts';
import type { ExpressedDecision } from '../../../shared/domain/consents-rules.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormRadio, FormSelect, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { PaperBeside } from '../scans/paper-beside.tsx';
import { fromPaper, useTypedPaper } from '../scans/typed-paper.ts';
import { choiceForm, type ChoiceForm } from './choice-form.ts';
import { useChoiceWords } from './choice-words.ts';

export interface Choosing {
  readonly purpose: ConsentPurpose;
  readonly decision: ExpressedDecision;
}

/** One choice with its day. A withdrawal asks for nothing else; a yes or a no also for how it was explained. */
export const RecordChoice = ({ personId, choosing: { purpose, decision }, onBack, onDone }: { readonly personId: string; readonly choosing: Choosing; readonly onBack: () => void; readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { preferences } = usePreferences();
  const { today } = useChoiceWords();
  const recording = useAction();
  const paper = useTypedPaper(['CONSENTS']);
  const schema = useMemo(() => choiceForm(today), [today]);
  const { form, kept } = useKeptForm<ChoiceForm, ChoiceForm>({
    form: 'choices.record',
    personId,
    of: { purpose, decision },
    schema,
    defaults: { on: today, lang: preferences.language, explainedHow: 'SPOKEN', givenBy: 'PERSON', validTo: '', words: '' },
  });
  const { setFocus } = form;
  useEffect(() => setFocus('on'), [setFocus]);
  const withdraws = decision === 'WITHDRAWN';
  return (
    <Form
      form={form}
      onSubmit={async ({ on, lang, explainedHow, givenBy, validTo, words }) => {
        const said = words === '' ? {} : { words };
        const how = withdraws ? {} : { explainedHow, ...(decision === 'NOT_CAPABLE' ? {} : { givenBy }), ...(validTo === '' ? {} : { validTo }) };
        const done = await recording.run(() => client.consents.record({ personId, purpose, decision, on, lang, ...how, ...said, ...fromPaper(paper) }));
        if (done === undefined) return;
        await kept.done();
        onDone();
      }}
    >
      <PaperBeside paper={paper} />
      <DraftLine kept={kept} />
      <ProblemNotice problem={recording.problem} />
      <p>{withdraws ? t('choices:form.withdrawn') : decision === 'REFUSED' ? t('choices:form.refused') : t(`choices:purpose.${purpose}`)}</p>
      {withdraws ? (
        <FormDate name="on" label={t('choices:form.on')} />
      ) : (
        <>
          <Pair>
            <FormDate name="on" label={t('choices:form.on')} />
            {decision === 'GIVEN' ? <FormDate name="validTo" label={t('choices:form.validTo')} hint={t('choices:form.validToHint')} /> : null}
          </Pair>
          <Pair>
            <FormSelect name="explainedHow" label={t('choices:form.how')} options={ExplainedHow.options.map((id) => ({ id, label: t(`enums:explainedHow.${id}`) }))} />
            <FormSelect name="lang" label={t('choices:form.lang')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} />
          </Pair>
          {decision === 'NOT_CAPABLE' ? null : <FormRadio name="givenBy" label={t('choices:form.by')} options={ChoiceBy.options.map((id) => ({ id, label: t(`enums:choiceBy.${id}`) }))} />}
        </>
      )}
      <FormTextArea name="words" label={t('choices:form.words')} hint={t('choices:form.wordsHint')} />
      <Row end>
        <Button onPress={onBack}>{t('choices:back')}</Button>
        <Button type="submit" variant="go" isPending={recording.pending}>
          {t('choices:form.go')}
        </Button>
      </Row>
    </Form>
  );
};
