import { useTranslation } from 'react-i18next';
import type { CheckFound } from '../../../shared/contract/backup.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { JobDialog, JobProblem } from './job-dialog.tsx';
import { useJob } from './use-job.ts';
import { useMomentText, useSizeText } from './words.ts';

/** Whether a file is a whole backup of this workplace. */
export const CheckFile = () => {
  const { t } = useTranslation();
  const client = useClient();
  const job = useJob<CheckFound>(() => client.backup.stop());
  const check = async () => {
    const file = await bridge().chooseFile('backup');
    if (file !== null) await job.start((signal) => client.backup.check({ file: file.token }, { signal }));
  };
  return (
    <Card title={t('backup:check.title')}>
      <Stack>
        <p>{t('backup:check.what')}</p>
        <JobProblem problem={job.problem} />
        {job.result === undefined ? null : <Found found={job.result} />}
        <Row>
          <Button onPress={() => void check()}>{t('backup:check.go')}</Button>
        </Row>
        <JobDialog title={t('backup:check.doing')} job={job} />
      </Stack>
    </Card>
  );
};

const Found = ({ found }: { readonly found: CheckFound }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const at = useMomentText(status.workplace?.timeZone ?? 'UTC');
  const size = useSizeText();
  if (found.state === 'FAULT') return <ProblemNotice problem={{ kind: 'failed', code: `vault.${found.fault}`, params: {} }} />;
  const from = t('backup:check.of', { at: at(found.createdAt), size: size(found.bytes) });
  if (found.state === 'OTHER') {
    return (
      <Notice tone="warn" title={t('backup:check.other')}>
        <p>{from}</p>
        <p>{t('backup:check.otherText')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="done" title={t('backup:check.whole')}>
      <p>
        {from} {t('backup:check.behind', { count: found.behind })}
      </p>
      {found.purpose === 'move' ? <p>{t('backup:check.move')}</p> : null}
    </Notice>
  );
};
