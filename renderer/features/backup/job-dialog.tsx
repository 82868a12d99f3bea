import { useTranslation } from 'react-i18next';
import type { BackupStep } from '../../../shared/contract/backup.ts';
import { ProblemNotice, useProblemParts } from '../../app/problem-notice.tsx';
import type { Problem } from '../../app/problem.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import type { Job } from './use-job.ts';
import { percentOf } from './words.ts';

type Running = Pick<Job<unknown>, 'stop' | 'stopping'>;

/** Over the screen while a job runs, so that nobody walks away from it unawares. */
export const JobDialog = <T,>({ title, job }: { readonly title: string; readonly job: Job<T> }) => (
  <Dialog title={title} isOpen={job.pending} onClose={job.stop} mustAnswer>
    <JobProgress job={job} />
  </Dialog>
);

/** How far the job of an open workplace is, and how to stop it. */
export const JobProgress = ({ job }: { readonly job: Running }) => {
  const { value } = useLive('backup progress', (client, signal) => client.backup.progress(undefined, { signal }));
  return <HowFar step={value} job={job} end />;
};

/** A bar, and the button that stops what it shows. */
export const HowFar = ({ step, job: { stop, stopping }, end = false }: { readonly step: BackupStep | undefined; readonly job: Running; readonly end?: boolean }) => {
  const { t } = useTranslation();
  const label = t(stopping ? 'backup:step.stopping' : `backup:step.${step?.step ?? 'begin'}`);
  return (
    <Stack>
      <Progress label={label} {...(step === undefined || stopping ? {} : { percent: percentOf(step) })} />
      <Row end={end}>
        <Button onPress={stop}>{t('backup:step.stop')}</Button>
      </Row>
    </Stack>
  );
};

/** Why a job did not end as it should. Whoever stopped it themselves did nothing wrong. */
export const JobProblem = ({ problem }: { readonly problem: Problem | undefined }) => {
  const words = useProblemParts();
  if (problem?.kind !== 'refused' || problem.code !== 'backup.stopped') return <ProblemNotice problem={problem} />;
  const { what, safe } = words(problem);
  return (
    <Notice title={what}>
      <p>{safe}</p>
    </Notice>
  );
};
