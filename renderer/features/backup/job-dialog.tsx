import { useTranslation } from 'react-i18next';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import type { Job } from './use-job.ts';
import { percentOf } from './words.ts';

/** Over the screen while a job runs, so that nobody walks away from it unawares. */
export const JobDialog = <T,>({ title, job }: { readonly title: string; readonly job: Job<T> }) => (
  <Dialog title={title} isOpen={job.pending} onClose={job.stop} mustAnswer>
    <JobProgress onStop={job.stop} />
  </Dialog>
);

/** How far it is, and how to stop it. */
export const JobProgress = ({ onStop }: { readonly onStop: () => void }) => {
  const { t } = useTranslation();
  const { value } = useLive('backup progress', (client, signal) => client.backup.progress(undefined, { signal }));
  return (
    <Stack>
      {value === undefined ? <Progress label={t('backup:step.begin')} /> : <Progress label={t(`backup:step.${value.step}`)} percent={percentOf(value)} />}
      <Row end>
        <Button onPress={onStop}>{t('common:act.cancel')}</Button>
      </Row>
    </Stack>
  );
};
