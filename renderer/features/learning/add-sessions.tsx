import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_SESSIONS, type Run } from '../../../shared/domain/learning.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptDraft } from '../../app/drafts/use-kept-draft.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { PlanFields } from './plan-fields.tsx';
import { dayAfter, emptyPlan, PlanOfDays, sessionsOf } from './plan-of-days.ts';

/** More days for a course, by weekdays; a single one is a pattern of one day. */
export const AddSessions = ({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const saving = useAction();
  const [empty] = useState(() => ({ ...emptyPlan(dayAfter(run.endsOn, status.today)), minutes: String(run.sessions.at(-1)?.minutes ?? 60) }));
  const { value: plan, set, kept } = useKeptDraft({ form: 'learning.sessions', about: run.id, schema: PlanOfDays, empty });
  const [tried, setTried] = useState(false);
  const planned = sessionsOf(plan, MAX_SESSIONS - run.sessions.length);
  const save = async (): Promise<void> => {
    setTried(true);
    if ('wrong' in planned) return;
    const done = await saving.run(() => client.learning.addSessions({ runId: run.id, sessions: [...planned.sessions] }));
    if (done === undefined) return;
    await kept.done();
    onClose();
  };
  return (
    <Dialog title={t('learning:sessions.add')} isOpen onClose={onClose} wide>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <DraftLine kept={kept} />
          <ProblemNotice problem={saving.problem} />
          <PlanFields plan={plan} onChange={(next) => set(() => next)} error={tried && 'wrong' in planned ? t(planned.wrong) : undefined} />
          <Row end>
            <Button onPress={onClose}>{t('common:act.cancel')}</Button>
            <Button type="submit" variant="go" isPending={saving.pending}>
              {'wrong' in planned ? t('learning:sessions.add') : t('learning:sessions.addCount', { count: planned.sessions.length })}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
};
