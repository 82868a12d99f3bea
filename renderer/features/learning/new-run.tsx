import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptDraft } from '../../app/drafts/use-kept-draft.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { runPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { PlanFields } from './plan-fields.tsx';
import { emptyPlan, PlanOfDays, sessionsOf } from './plan-of-days.ts';
import { useLeaders } from './use-leaders.ts';

/** What stands in the form of a new course. */
const NewRunDraft = z.object({ label: z.string().max(200), leader: z.string().max(100), plan: PlanOfDays });

/** A new course: what it is called, who leads it, on which days. Opens it when it is saved. */
export const NewRun = ({ programmeId, onClose }: { readonly programmeId: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const { status } = useSession();
  const leaders = useLeaders();
  const saving = useAction();
  const [empty] = useState(() => ({ label: '', leader: status.user?.id ?? '', plan: emptyPlan(status.today) }));
  const { value, set, kept } = useKeptDraft({ form: 'learning.run', about: programmeId, schema: NewRunDraft, empty });
  const { label, leader, plan } = value;
  const [tried, setTried] = useState(false);
  const planned = sessionsOf(plan);
  const noLabel = label.trim() === '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (noLabel || 'wrong' in planned) return;
    const done = await saving.run(() => client.learning.addRun({ programmeId, label: label.trim(), leaders: leader === '' ? [] : [leader], sessions: [...planned.sessions] }));
    if (done === undefined) return;
    await kept.done();
    void navigate(runPath(done.value.runId, 'people'));
  };
  return (
    <Dialog title={t('learning:run.add')} isOpen onClose={onClose} wide>
      <form noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
        <Stack>
          <DraftLine kept={kept} />
          <ProblemNotice problem={saving.problem} />
          <TextField
            label={t('learning:run.label')}
            hint={t('learning:run.labelHint')}
            value={label}
            onChange={(next) => set((now) => ({ ...now, label: next }))}
            maxLength={200}
            width="medium"
            error={tried && noLabel ? t('learning:run.labelMissing') : undefined}
          />
          <Select label={t('learning:run.leader')} value={leader} onChange={(next) => set((now) => ({ ...now, leader: next }))} options={leaders} width="medium" />
          <PlanFields plan={plan} onChange={(next) => set((now) => ({ ...now, plan: next }))} error={tried && 'wrong' in planned ? t(planned.wrong) : undefined} />
          <Row end>
            <Button onPress={onClose}>{t('common:act.cancel')}</Button>
            <Button type="submit" variant="go" isPending={saving.pending}>
              {'wrong' in planned ? t('learning:run.create') : t('learning:run.createWith', { count: planned.sessions.length })}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
};
