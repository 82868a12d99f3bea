import { useTranslation } from 'react-i18next';
import type { BackupMade } from '../../../shared/contract/backup.ts';
import { useClient } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { ChooseTarget, useTarget } from '../handover/choose-target.tsx';
import { JobDialog, JobProblem } from './job-dialog.tsx';
import { useJob } from './use-job.ts';
import { useSizeText } from './words.ts';

/** Writes a backup where the person chooses, reads it back, and says so. */
export const MakeBackup = () => {
  const { t } = useTranslation();
  const client = useClient();
  const target = useTarget();
  const job = useJob<BackupMade>(() => client.backup.stop());
  const size = useSizeText();
  const make = async () => {
    const folder = await target.take();
    if (folder !== null) await job.start((signal) => client.backup.make({ folder: folder.token }, { signal }));
  };
  return (
    <Card title={t('backup:make.title')}>
      <Stack>
        <p>{t('backup:make.what')}</p>
        <JobProblem problem={job.problem} />
        {job.result === undefined ? null : (
          <Notice tone="done" title={t('backup:make.done', { file: job.result.fileName })}>
            <p>{t('backup:make.whole', { size: size(job.result.bytes) })}</p>
            <p>{t('backup:make.next')}</p>
          </Notice>
        )}
        <ChooseTarget target={target} label={t('backup:make.to')} />
        <Row>
          <Button variant="go" onPress={() => void make()}>
            {t('backup:make.go')}
          </Button>
        </Row>
        <JobDialog title={t('backup:make.doing')} job={job} />
      </Stack>
    </Card>
  );
};
