import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import type { Marks, WantedNote } from './use-marks.ts';

/** What was marked last, with a way back; and the question a mark needs answered first. */
export const MarkNotices = ({ marks, lang }: { readonly marks: Marks; readonly lang: string }) => {
  const { t } = useTranslation();
  const { last, wanted, problem } = marks;
  return (
    <>
      {wanted === undefined ? <ProblemNotice problem={problem} /> : null}
      <div role="status">
        {last === undefined ? null : (
          <Row>
            <span className="v-small" lang={lang}>
              {last.undone ? t('plan:mark.undone', { step: last.step.text }) : t('plan:mark.done', { step: last.step.text, status: t(`enums:stepStatus.${last.status}`) })}
            </span>
            {last.undone ? null : (
              <Button variant="link" onPress={marks.undo}>
                {t('plan:mark.undo')}
              </Button>
            )}
          </Row>
        )}
      </div>
      {wanted === undefined ? null : <StepNote wanted={wanted} marks={marks} />}
    </>
  );
};

const schema = z.object({ note: z.string().trim().min(1, 'plan:mark.noteMissing').max(200, 'common:form.tooLong') });

const StepNote = ({ wanted: { step, status }, marks }: { readonly wanted: WantedNote; readonly marks: Marks }) => {
  const { t } = useTranslation();
  const { form, kept } = useKeptForm({ form: 'plan.mark', personId: marks.personId, about: marks.contentId, of: { step: step.id, status }, schema, defaults: { note: '' } });
  const name = status === 'BLOCKED' || status === 'NOT_NEEDED' ? t(`enums:stepStatus.${status}`) : t('plan:mark.reopen');
  return (
    <Dialog title={t('plan:mark.noteTitle', { status: name, step: step.text })} isOpen onClose={marks.cancel}>
      <Form
        form={form}
        onSubmit={async ({ note }) => {
          if (await marks.withNote(note)) await kept.done();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={marks.problem} />
        <FormText name="note" label={t('plan:mark.note')} hint={t('plan:mark.noteHint')} />
        <Row end>
          <Button onPress={marks.cancel}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go">
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
