import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../shared/domain/learning.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { useLeaders } from './use-leaders.ts';

/** What a course is called and who leads it. */
export const EditRun = ({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const leaders = useLeaders();
  const saving = useAction();
  const [label, setLabel] = useState(run.label);
  const [leader, setLeader] = useState(run.leaders[0] ?? '');
  const missing = label.trim() === '';
  const save = async (): Promise<void> => {
    if (missing) return;
    const done = await saving.run(() => client.learning.editRun({ runId: run.id, label: label.trim(), leaders: leader === '' ? [] : [leader, ...run.leaders.slice(1).filter((id) => id !== leader)] }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={t('learning:run.edit')} isOpen onClose={onClose}>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <ProblemNotice problem={saving.problem} />
          <TextField label={t('learning:run.label')} hint={t('learning:run.labelHint')} value={label} onChange={setLabel} maxLength={200} error={missing ? t('learning:run.labelMissing') : undefined} />
          <Select label={t('learning:run.leader')} value={leader} onChange={setLeader} options={leaders} />
          <Row end>
            <Button onPress={onClose}>{t('common:act.cancel')}</Button>
            <Button type="submit" variant="go" isPending={saving.pending}>
              {t('common:act.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
};
