import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupMade } from '../../../shared/contract/backup.ts';
import { useClient, useSession } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { ChooseTarget, useTarget } from '../handover/choose-target.tsx';
import { JobProblem, JobProgress } from './job-dialog.tsx';
import { useJob } from './use-job.ts';

const steps = ['1', '2', '3', '4'] as const;

/** The workplace goes on elsewhere: what happens is said before anything happens. */
export const Move = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Card title={t('backup:move.title')}>
      <Stack>
        <p>{t('backup:move.what')}</p>
        <Row>
          <Button onPress={() => setOpen(true)}>{t('backup:move.open')}</Button>
        </Row>
        {open ? <MoveDialog onClose={() => setOpen(false)} /> : null}
      </Stack>
    </Card>
  );
};

const MoveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { lock } = useSession();
  const target = useTarget();
  const job = useJob<BackupMade>(() => client.backup.stop());
  const move = async () => {
    const folder = await target.take();
    if (folder === null) return;
    const moved = await job.start((signal) => client.backup.move({ folder: folder.token }, { signal }));
    // the page forgets what it showed, as at every lock; the door of a moved workplace says the rest
    if (moved !== undefined) lock();
  };
  return (
    <Dialog title={t('backup:move.title')} isOpen onClose={job.pending ? job.stop : onClose} mustAnswer>
      <Stack>
        <ol className="v-next">
          {steps.map((step) => (
            <li key={step}>{t(`backup:move.${step}`)}</li>
          ))}
        </ol>
        <JobProblem problem={job.problem} />
        {job.pending || job.result !== undefined ? (
          <JobProgress job={job} />
        ) : (
          <>
            <ChooseTarget target={target} label={t('backup:move.to')} />
            <Row end>
              <Button onPress={onClose}>{t('common:act.cancel')}</Button>
              <Button variant="danger" onPress={() => void move()}>
                {t('backup:move.go')}
              </Button>
            </Row>
          </>
        )}
      </Stack>
    </Dialog>
  );
};
