import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EndReason, EnrolmentCommand, type EnrolmentStatus, type ProgrammeArea } from '../../../shared/domain/learning.ts';
import { reasonFor } from '../../../shared/domain/learning-machine.ts';
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
import { commonCommands, stepForm, type StepForm } from './step-form.ts';

export interface OnCourse {
  readonly enrolmentId: string;
  readonly name: string;
  readonly status: EnrolmentStatus;
  readonly area: ProgrammeArea;
  readonly hasMarks: boolean;
}

/** One step for one or several people on a course. Only steps that all of them can take are offered. */
export const StepDialog = ({ on, enrolments, onClose }: {
  /** whose page, or which course's, this stands on */
  readonly on: { readonly personId: string } | { readonly runId: string };
  readonly enrolments: readonly OnCourse[];
  readonly onClose: (done: boolean) => void;
}) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const saving = useAction();
  const commands = commonCommands(enrolments);
  const schema = useMemo(() => stepForm(status.today), [status.today]);
  const { form, kept } = useKeptForm<Record<keyof StepForm, string>, StepForm>({
    ...('personId' in on ? { form: 'learning.step' as const, personId: on.personId } : { form: 'learning.steps' as const, about: on.runId }),
    of: { enrolments: enrolments.map(({ enrolmentId }) => enrolmentId).join(' ') },
    schema: schema as never,
    defaults: { command: commands.length === 1 ? (commands[0] ?? '') : '', on: status.today, reason: '', note: '' },
  });
  const command = EnrolmentCommand.safeParse(form.watch('command')).data;
  const asks = command === undefined ? 'none' : reasonFor[command];
  const save = async ({ reason, note, ...act }: StepForm): Promise<void> => {
    const done = await saving.run(() =>
      client.learning.step({
        enrolmentIds: enrolments.map(({ enrolmentId }) => enrolmentId),
        ...act,
        ...(reason === '' || asks === 'none' ? {} : { reason }),
        ...(note === '' ? {} : { note }),
      }),
    );
    if (done === undefined) return;
    await kept.done();
    onClose(true);
  };
  return (
    <Dialog title={t('learning:step.title')} isOpen onClose={() => onClose(false)} wide>
      <p className="v-strong">{enrolments.length > 6 ? t('learning:step.people', { count: enrolments.length }) : enrolments.map(({ name }) => name).join(' · ')}</p>
      {commands.length === 0 ? (
        <>
          <p>{t('learning:step.nothingTogether')}</p>
          <Row end>
            <Button onPress={() => onClose(false)}>{t('common:act.close')}</Button>
          </Row>
        </>
      ) : (
        <Form form={form} onSubmit={save}>
          <DraftLine kept={kept} />
          <ProblemNotice problem={saving.problem} />
          <FormRadio name="command" label={t('learning:step.command')} options={commands.map((id) => ({ id, label: t(`enums:enrolmentCommand.${id}`) }))} />
          <Pair>
            <FormDate name="on" label={t('learning:step.on')} />
            {asks === 'none' ? null : (
              <FormSelect
                name="reason"
                label={t('learning:step.reason')}
                hint={asks === 'may' ? t('learning:step.reasonMay') : t('learning:step.reasonMust')}
                placeholder={t('learning:choose')}
                options={EndReason.options.map((id) => ({ id, label: t(`enums:endReason.${id}`) }))}
              />
            )}
          </Pair>
          {command === undefined ? null : <FormText name="note" label={command === 'complete' ? t('learning:step.result') : t('learning:step.note')} hint={command === 'complete' ? t('learning:step.resultHint') : t('learning:step.noteHint')} />}
          <Row end>
            <Button onPress={() => onClose(false)}>{t('common:act.cancel')}</Button>
            <Button type="submit" variant="go" isPending={saving.pending}>
              {t('common:act.save')}
            </Button>
          </Row>
        </Form>
      )}
    </Dialog>
  );
};
