import { useMemo, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { AnswerSupport, type Answer } from '../../../shared/domain/plan.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { FormDate, FormRadio, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { PaperBeside } from '../scans/paper-beside.tsx';
import { fromPaper, useTypedPaper } from '../scans/typed-paper.ts';
import { answerForm, Signature, type AnswerForm } from './answer-form.ts';

export interface AnswerFieldsProps {
  /** the office and reading together keep their drafts apart: what was typed alone is not for the other's eyes */
  readonly form: 'plan.answer' | 'plan.answerTogether';
  readonly personId: string;
  readonly contentId: string;
  readonly offered: readonly Answer[];
  /** the person was asked before and could not answer */
  readonly again: boolean;
  readonly today: CivilDate;
  /** the words of the fields: those of the office, or those for reading together */
  readonly words: { readonly title: string; readonly answer: (answer: Answer) => string; readonly signature: (signature: string) => string; readonly how: string; readonly support: string; readonly on: string; readonly reason: string; readonly reasonHint?: string };
  readonly onKept: (answer: Answer) => void;
  /** the buttons; told whether it is being saved */
  readonly children: (pending: boolean) => ReactNode;
}

/** The person's answer, wherever it is recorded. Each answer stands as high as the others, and none has a colour. */
export const AnswerFields = ({ form: name, personId, contentId, offered, again, today, words, onKept, children }: AnswerFieldsProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const recording = useAction();
  const paper = useTypedPaper(['PLAN_ANSWER']);
  const schema = useMemo(() => answerForm(today, again), [today, again]);
  const [only, second] = offered;
  const { form, kept } = useKeptForm<AnswerForm, AnswerForm>({
    form: name,
    personId,
    about: contentId,
    schema,
    defaults: { on: today, reason: '', ...(only !== undefined && second === undefined ? { answer: only } : {}) },
  });
  const chosen = useWatch({ control: form.control, name: 'answer' }) as Answer | undefined;
  return (
    <Form
      form={form}
      onSubmit={async ({ reason, signature, support, ...entry }) => {
        const unable = entry.answer === 'COULD_NOT_ANSWER';
        const given = unable ? (support === undefined ? {} : { support }) : signature === undefined ? {} : { signature };
        const done = await recording.run(() => client.plans.answer({ contentId, ...entry, ...given, ...(reason === '' ? {} : { reason }), ...fromPaper(paper) }));
        if (done === undefined) return;
        await kept.done();
        onKept(entry.answer);
      }}
    >
      <PaperBeside paper={paper} />
      <DraftLine kept={kept} />
      <ProblemNotice problem={recording.problem} />
      <div className="v-pair">
        <FormRadio name="answer" label={words.title} options={offered.map((id) => ({ id, label: words.answer(id) }))} />
        {chosen === 'COULD_NOT_ANSWER' ? (
          <FormRadio name="support" label={words.support} options={AnswerSupport.options.map((id) => ({ id, label: t(`enums:answerSupport.${id}`) }))} />
        ) : (
          <FormRadio name="signature" label={words.how} options={Signature.options.map((id) => ({ id, label: words.signature(id) }))} />
        )}
      </div>
      <FormDate name="on" label={words.on} />
      <FormTextArea name="reason" label={words.reason} {...(words.reasonHint === undefined ? {} : { hint: words.reasonHint })} />
      {children(recording.pending)}
    </Form>
  );
};
