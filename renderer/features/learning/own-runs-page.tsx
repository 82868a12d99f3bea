import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { RunView } from '../../../shared/contract/learning.ts';
import { hasBegun } from '../../../shared/domain/learning-machine.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { ownRunPath, screenPaths } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { MarksGrid } from './marks-grid.tsx';
import { RunTable } from './run-table.tsx';

/** The courses that the one at the screen leads. */
export const OwnRunsPage = () => {
  const { t } = useTranslation();
  const live = useLive('own runs', (client, signal) => client.learning.ownRuns(undefined, { signal }));
  useTitle(t('learning:own.title'));
  return (
    <main>
      <PageHeading title={t('learning:own.title')} />
      <Stack>
        <ProblemNotice problem={live.problem} />
        {live.value === undefined ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : live.value.length === 0 ? (
          <EmptyState title={t('learning:own.none')} text={t('learning:own.noneText')} />
        ) : (
          <Card title={t('learning:run.all', { count: live.value.length })} flush>
            <RunTable runs={live.value} withProgramme pathOf={ownRunPath} />
          </Card>
        )}
      </Stack>
    </main>
  );
};

/** One course that the one at the screen leads: who was there, and nothing else of anybody. */
export const OwnRunPage = () => {
  const { t } = useTranslation();
  const { runId: id = '' } = useParams();
  const live = useLive(id, (client, signal) => client.learning.ownRun({ runId: id }, { signal }));
  useTitle(t('learning:run.page'));
  const view = live.stale ? undefined : live.value;
  return (
    <main>
      <Stack>
        <p className="v-small">
          <Link to={screenPaths.ownRuns}>{t('learning:own.back')}</Link>
        </p>
        <ProblemNotice problem={live.problem} />
        {view !== undefined ? <OwnRun key={id} view={view} /> : live.problem === undefined ? <Progress label={t('common:reading')} /> : null}
      </Stack>
    </main>
  );
};

const OwnRun = ({ view }: { readonly view: RunView }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const date = useDateText();
  const { run, programme, people } = view;
  return (
    <Stack gap={2}>
      <PageHeading title={`${programme.title[preferences.language]} · ${run.label}`} />
      <p className="v-meta">
        <span>{run.endsOn === undefined ? date(run.startsOn) : t('learning:run.fromTo', { from: date(run.startsOn), to: date(run.endsOn) })}</span>
        <span>{t('learning:run.sessionCount', { count: run.sessions.length })}</span>
      </p>
      {people.some(({ status }) => hasBegun(status)) ? <MarksGrid view={view} /> : <EmptyState title={t('learning:grid.empty')} text={t('learning:grid.notStarted')} />}
    </Stack>
  );
};
