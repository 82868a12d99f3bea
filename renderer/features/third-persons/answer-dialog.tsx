import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ToldHow, type ThirdPerson, type ThirdPersonCommand } from '../../../shared/domain/third-person.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormRadio, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { actFrom, answerForm, type AnswerForm } from './third-person-form.ts';

interface AnswerDialogProps {
  readonly personId: string;
  readonly third: ThirdPerson;
  readonly command: ThirdPersonCommand;
  readonly onClose: () => void;
}

/** What somebody else said, after they were told what for. A no is recorded as calmly as a yes. */
export const AnswerDialog = ({ personId, third, command, onClose }: AnswerDialogProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { today } = useSession().status;
  const saving = useAction();
  const schema = useMemo(() => answerForm(command, today), [command, today]);
  const { form, kept } = useKeptForm<AnswerForm, AnswerForm>({ form: 'others.answer', personId, of: { third: third.id, command }, schema, defaults: { on: today, validTo: '', told: '', how: 'IN_PERSON' } });
  const { setFocus } = form;
  useEffect(() => setFocus(command === 'withdraw' ? 'on' : 'told'), [setFocus, command]);
  return (
    <Dialog title={t('choices:third.answerTitle', { name: third.name, answer: t(`enums:thirdPersonCommand.${command}`) })} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await saving.run(() => client.thirdPersons.answer({ thirdPersonId: third.id, ...actFrom(command, values) }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        {command === 'withdraw' ? null : <FormText name="told" label={t('choices:third.form.told')} hint={t('choices:third.form.toldHint')} />}
        <FormRadio name="how" label={t('choices:third.form.how')} options={ToldHow.options.map((id) => ({ id, label: t(`enums:toldHow.${id}`) }))} />
        <Pair>
          <FormDate name="on" label={t('choices:third.form.on')} />
          {command === 'give' ? <FormDate name="validTo" label={t('choices:third.form.validTo')} hint={t('choices:third.form.validToHint')} /> : null}
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
