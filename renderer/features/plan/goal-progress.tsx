import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { objectiveStatus, targetOf } from '../../../shared/domain/plan-mark-rules.ts';
import { objectiveMachine, RemovalReason, type ObjectiveStatus } from '../../../shared/domain/plan-marks.ts';
import type { Objective, PlanProgress } from '../../../shared/domain/plan.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { goalForm, type GoalForm } from './goal-form.ts';

/** Where a goal stands, as a word; what was not reached has no colour. */
export const GoalTag = ({ status }: { readonly status: ObjectiveStatus }) => {
  const { t } = useTranslation();
  return <Tag tone={status === 'ACHIEVED' || status === 'PARTLY_ACHIEVED' ? 'done' : status === 'ACTIVE' ? 'accent' : 'plain'}>{t(`enums:objectiveStatus.${status}`)}</Tag>;
};

interface GoalProgressProps {
  readonly goal: Objective;
  readonly number: number;
  readonly progress: PlanProgress;
  readonly today: CivilDate;
  readonly acts: boolean;
}

/** How a goal goes: where it stands since when and why, and what comes next. */
export const GoalProgress = ({ goal, number, progress, today, acts }: GoalProgressProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const undoing = useAction();
  const [open, setOpen] = useState(false);
  const status = objectiveStatus(goal, progress);
  const mark = progress.objectives?.[goal.id];
  const target = goal.targetDate === undefined ? targetOf(goal, progress) : undefined;
  const said = [
    ...(mark === undefined ? [] : [date(mark.on)]),
    ...(mark?.reason === undefined ? [] : [t(`enums:removalReason.${mark.reason}`)]),
    ...(target === undefined ? [] : [t('plan:goal.by', { date: date(target) })]),
    ...(mark?.note === undefined ? [] : [mark.note]),
  ].join(' · ');
  return (
    <>
      <ProblemNotice problem={undoing.problem} />
      <div className="v-row">
        <GoalTag status={status} />
        {said === '' ? null : <span className="v-small v-soft">{said}</span>}
        {acts && commandsOf(objectiveMachine, status).length > 0 ? (
          <Button variant="link" aria-label={t('plan:progress.openName', { number })} onPress={() => setOpen(true)}>
            {t('plan:progress.open')}
          </Button>
        ) : null}
        {acts && mark?.before !== undefined && mark.on === today ? (
          <Button variant="link" aria-label={t('plan:progress.undoName', { number })} onPress={() => void undoing.run(() => client.plans.unmarkObjective({ contentId: progress.contentId, objectiveId: goal.id }))}>
            {t('common:mark.undo')}
          </Button>
        ) : null}
      </div>
      {open ? <MarkGoal goal={goal} status={status} progress={progress} today={today} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

interface MarkGoalProps {
  readonly goal: Objective;
  readonly status: ObjectiveStatus;
  readonly progress: PlanProgress;
  readonly today: CivilDate;
  readonly onClose: () => void;
}

const MarkGoal = ({ goal, status, progress: { personId, contentId }, today, onClose }: MarkGoalProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const commands = commandsOf(objectiveMachine, status);
  const schema = useMemo(() => goalForm(status, today), [status, today]);
  const { form, kept } = useKeptForm<GoalForm, GoalForm>({ form: 'plan.goal', personId, about: contentId, of: { goal: goal.id, status }, schema, defaults: { note: '', targetDate: '' } });
  const command = useWatch({ control: form.control, name: 'command' });
  return (
    <Dialog title={t('plan:progress.title', { goal: goal.title })} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ note, targetDate, reason, ...entry }) => {
          const done = await saving.run(() =>
            client.plans.markObjective({
              contentId,
              objectiveId: goal.id,
              ...entry,
              ...(note === '' ? {} : { note }),
              ...(entry.command !== 'remove' || reason === undefined ? {} : { reason }),
              ...(entry.command !== 'begin' || targetDate === '' ? {} : { targetDate }),
            }),
          );
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <FormRadio name="command" label={t('plan:progress.what')} options={commands.map((id) => ({ id, label: t(`enums:objectiveCommand.${id}`) }))} />
        {command === 'remove' ? <FormSelect name="reason" label={t('plan:progress.reason')} options={RemovalReason.options.map((id) => ({ id, label: t(`enums:removalReason.${id}`) }))} /> : null}
        {command === 'begin' && status === 'LATER' ? <FormDate name="targetDate" label={t('plan:goal.targetDate')} /> : null}
        <FormText name="note" label={t(command === 'readd' ? 'plan:progress.why' : command === 'begin' || command === 'resume' ? 'plan:lines.note' : 'plan:progress.note')} hint={t('plan:mark.noteHint')} />
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
