import { useMemo } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Basis } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { isSettled, needMachine, needsWords } from '../../../shared/domain/need-machine.ts';
import { NeedCommand, type Need } from '../../../shared/domain/need.ts';
import { NeedUrgency } from '../../../shared/domain/needs.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormSelect, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { SAME, updateForm, type UpdateForm } from './update-form.ts';

interface UpdateNeedProps {
  readonly need: Need;
  /** the need in words */
  readonly name: string;
  readonly today: CivilDate;
  readonly onClose: () => void;
}

/** Records what became of a need: only what can follow where it stands is offered. */
export const UpdateNeed = ({ need, name, today, onClose }: UpdateNeedProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { preferences } = usePreferences();
  const saving = useAction();
  const schema = useMemo(() => updateForm(today), [today]);
  const commands = commandsOf(needMachine, need.status).flatMap((command) => NeedCommand.options.filter((one) => one === command));
  const { form, kept } = useKeptForm<UpdateForm, UpdateForm>({
    form: 'needs.update',
    personId: need.personId,
    about: need.id,
    schema,
    defaults: { command: commands[0] ?? 'note', on: today, urgency: SAME, text: '', basis: 'PERSON_SAYS', fromPartner: false },
  });
  return (
    <Dialog title={name} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ command, on, urgency, text, basis, fromPartner }) => {
          const more = { ...(urgency === SAME ? {} : { urgency }), ...(text === '' ? {} : { said: { text, basis, lang: preferences.language } }) };
          const done = await saving.run(() => client.needs.update({ needId: need.id, command, on, fromPartner, ...more }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <Pair>
          <FormSelect name="command" label={t('needs:update.command')} options={commands.map((id) => ({ id, label: t(`enums:needCommand.${id}`) }))} />
          <FormDate name="on" label={t('needs:update.on')} />
        </Pair>
        <WordsOf />
        <Pair>
          <FormSelect name="basis" label={t('needs:update.basis')} options={Basis.options.map((id) => ({ id, label: t(`enums:basis.${id}`) }))} />
          {isSettled(need) ? null : (
            <FormSelect name="urgency" label={t('needs:update.urgency')} options={[{ id: SAME, label: t('needs:update.urgencySame') }, ...NeedUrgency.options.map((id) => ({ id, label: t(`enums:needUrgency.${id}`) }))]} />
          )}
        </Pair>
        <FromPartner />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('needs:update.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};

/** A sentence, asked for where the entry says nothing without; never of somebody who declines. */
const WordsOf = () => {
  const { t } = useTranslation();
  const command = useWatch<UpdateForm, 'command'>({ name: 'command' });
  return (
    <>
      {command === 'decline' ? <p className="v-small v-soft">{t('needs:update.choice')}</p> : null}
      <FormTextArea name="text" label={t('needs:update.text')} hint={`${needsWords.has(command) ? `${t('needs:update.textNeeded')}.` : t('needs:update.textHint')} ${t('needs:round.leaveOut')}`} />
    </>
  );
};

const FromPartner = () => {
  const { t } = useTranslation();
  const { field } = useController<UpdateForm, 'fromPartner'>({ name: 'fromPartner' });
  return (
    <Checkbox isSelected={field.value} onChange={field.onChange}>
      {t('needs:update.fromPartner')}
    </Checkbox>
  );
};
