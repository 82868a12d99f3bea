import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BackupStatus } from '../../../shared/contract/backup.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Card, Columns, Facts, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { CheckFile } from './check-file.tsx';
import { Drill } from './drill.tsx';
import { MakeBackup } from './make-backup.tsx';
import { Move } from './move.tsx';
import { useMomentText, useSizeText } from './words.ts';

/** What stands between the workplace and a dead disk: when the last backup was made, and everything one does with backups. */
export const BackupPage = () => {
  const { t } = useTranslation();
  const live = useLive('backup status', (client, signal) => client.backup.status(undefined, { signal }));
  useTitle(t('backup:title'));
  return (
    <main>
      <PageHeading title={t('backup:title')} />
      <Stack>
        <ProblemNotice problem={live.problem} />
        {live.value?.due === true ? (
          <Notice tone="warn" title={t(live.value.last === undefined ? 'backup:dueNever' : 'backup:dueTitle')}>
            <p>{t(live.value.last === undefined ? 'backup:dueNeverText' : 'backup:dueText')}</p>
          </Notice>
        ) : null}
        <Columns>
          <Stack>
            <MakeBackup />
            <CheckFile />
            <Drill />
          </Stack>
          <Stack>
            {live.value === undefined ? null : <Last status={live.value} />}
            <Move />
          </Stack>
        </Columns>
      </Stack>
    </main>
  );
};

const Last = ({ status: { last, everyDays } }: { readonly status: BackupStatus }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const at = useMomentText(status.workplace?.timeZone ?? 'UTC');
  const size = useSizeText();
  return (
    <Card title={t('backup:last.title')}>
      <Stack>
        <Facts
          entries={[
            [t('backup:last.at'), last === undefined ? t('backup:last.never') : at(last.at)],
            ...(last === undefined || last.bytes === 0 ? [] : [[t('backup:last.size'), size(last.bytes)] as const]),
            ...(last === undefined ? [] : [[t('backup:last.entries'), String(last.entries)] as const]),
            [t('backup:last.remind'), t('backup:last.every', { count: everyDays })],
          ]}
        />
        {may('settings.write') ? <Link to={screenPaths.settings}>{t('backup:last.settings')}</Link> : null}
      </Stack>
    </Card>
  );
};
