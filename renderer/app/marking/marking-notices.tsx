import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import { DraftLine } from '../drafts/draft-line.tsx';
import type { FormPlace } from '../drafts/forms.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import type { Marking } from './use-marking.ts';

interface MarkingNoticesProps<M> {
  readonly marking: Marking<M>;
  /** what a mark says once it is saved, or once it is taken back */
  readonly said: (mark: M, undone: boolean) => string;
  /** of what is said */
  readonly lang?: string;
  /** the question a mark needs answered first */
  readonly question: (mark: M) => Omit<QuestionProps<M>, 'marking'>;
}

/** What was marked last, with a way back; and the question a mark needs answered first. */
export const MarkingNotices = <M,>({ marking, said, lang, question }: MarkingNoticesProps<M>) => {
  const { t } = useTranslation();
  const { last, wanted, problem } = marking;
  return (
    <>
      {wanted === undefined ? <ProblemNotice problem={problem} /> : null}
      <div role="status">
        {last === undefined ? null : (
          <Row>
            <span className="v-small" lang={lang}>
              {said(last.mark, last.undone)}
            </span>
            {last.undone ? null : (
              <Button variant="link" onPress={marking.undo}>
                {t('common:mark.undo')}
              </Button>
            )}
          </Row>
        )}
      </div>
      {wanted === undefined ? null : <Question {...question(wanted)} marking={marking} />}
    </>
  );
};

interface QuestionProps<M> {
  readonly marking: Marking<M>;
  readonly title: string;
  readonly hint: string;
  /** where the typed word is kept, and for which mark alone it comes back */
  readonly place: FormPlace;
  readonly of: Readonly<Record<string, string>>;
}

const schema = z.object({ note: z.string().trim().min(1, 'common:mark.wordMissing').max(200, 'common:form.tooLong') });

const Question = <M,>({ marking, title, hint, place, of }: QuestionProps<M>) => {
  const { t } = useTranslation();
  const { form, kept } = useKeptForm({ ...place, of, schema, defaults: { note: '' } });
  return (
    <Dialog title={title} isOpen onClose={marking.cancel}>
      <Form
        form={form}
        onSubmit={async ({ note }) => {
          if (await marking.withWord(note)) await kept.done();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={marking.problem} />
        <FormText name="note" label={t('common:mark.word')} hint={hint} />
        <Row end>
          <Button onPress={marking.cancel}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go">
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
