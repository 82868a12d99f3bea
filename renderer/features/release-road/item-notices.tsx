import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import type { ItemMarks, WantedReason } from './use-item-marks.ts';

/** What was marked last, with a way back; and the question a step needs answered first. */
export const ItemNotices = ({ marks }: { readonly marks: ItemMarks }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const { last, wanted, problem } = marks;
  const name = last?.item.names[preferences.language] ?? '';
  return (
    <>
      {wanted === undefined ? <ProblemNotice problem={problem} /> : null}
      <div role="status">
        {last === undefined ? null : (
          <Row>
            <span className="v-small">{last.undone ? t('release:mark.undone', { item: name }) : t('release:mark.done', { item: name, state: t(`enums:checklistItemState.${last.state}`) })}</span>
            {last.undone ? null : (
              <Button variant="link" onPress={marks.undo}>
                {t('release:mark.undo')}
              </Button>
            )}
          </Row>
        )}
      </div>
      {wanted === undefined ? null : <Reason wanted={wanted} marks={marks} />}
    </>
  );
};

const schema = z.object({ note: z.string().trim().min(1, 'release:mark.reasonMissing').max(200, 'common:form.tooLong') });

const Reason = ({ wanted: { item, command }, marks }: { readonly wanted: WantedReason; readonly marks: ItemMarks }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const { form, kept } = useKeptForm({ form: 'release.mark', personId: marks.personId, about: marks.checklistId, of: { item: item.code, command }, schema, defaults: { note: '' } });
  return (
    <Dialog title={t('release:mark.title', { command: t(`enums:checklistItemCommand.${command}`), item: item.names[preferences.language] })} isOpen onClose={marks.cancel}>
      <Form
        form={form}
        onSubmit={async ({ note }) => {
          if (await marks.withNote(note)) await kept.done();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={marks.problem} />
        <FormText name="note" label={t('release:mark.reason')} hint={t('release:mark.reasonHint')} />
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
