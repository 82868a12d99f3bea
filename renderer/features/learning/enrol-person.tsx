import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstStates, type FirstState } from '../../../shared/domain/learning-machine.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { Select } from '../../design/select.tsx';

/** Puts one person on a course that is planned or under way. */
export const EnrolPerson = ({ personId, onCourses, onClose }: { readonly personId: string; readonly onCourses: readonly string[]; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const client = useClient();
  const { status } = useSession();
  const date = useDateText();
  const saving = useAction();
  const live = useLive('runs', (caller, signal) => caller.learning.runs({}, { signal }));
  const [runId, setRunId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<FirstState | undefined>(undefined);
  const open = (live.value ?? []).filter(({ id, state }) => state !== 'OVER' && !onCourses.includes(id));
  const run = open.find(({ id }) => id === runId);
  const state = chosen ?? (run !== undefined && run.startsOn <= status.today ? 'ON_PROGRAMME' : 'ENROLLED');
  const enrol = async (): Promise<void> => {
    if (run === undefined) return;
    const done = await saving.run(() => client.learning.enrol({ runId: run.id, personIds: [personId], status: state }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={t('learning:person.enrol')} isOpen onClose={onClose}>
      <Stack>
        <ProblemNotice problem={saving.problem ?? live.problem} />
        {live.value === undefined && live.problem === undefined ? <Progress label={t('common:reading')} /> : null}
        {live.value !== undefined && open.length === 0 ? <p>{t('learning:person.noCourse')}</p> : null}
        {open.length === 0 ? null : (
          <>
            <Select
              label={t('learning:person.course')}
              placeholder={t('learning:choose')}
              value={runId}
              onChange={setRunId}
              options={open.map(({ id, title, label, startsOn }) => ({ id, label: `${title[preferences.language]} · ${label} · ${date(startsOn)}` }))}
            />
            <Select label={t('learning:enrol.state')} value={state} onChange={(next) => setChosen(firstStates.find((known) => known === next))} options={firstStates.map((id) => ({ id, label: t(`enums:enrolmentStatus.${id}`) }))} />
          </>
        )}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button variant="go" isDisabled={run === undefined} isPending={saving.pending} onPress={() => void enrol()}>
            {t('learning:person.enrolGo')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
