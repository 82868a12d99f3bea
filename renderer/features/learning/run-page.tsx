import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { RunView } from '../../../shared/contract/learning.ts';
import { hasBegun } from '../../../shared/domain/learning-machine.ts';
import { runState } from '../../../shared/domain/learning-sessions.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession, userName } from '../../app/session-context.tsx';
import { programmePath, runParts, runPath, type RunPart } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { Tag } from '../../design/tag.tsx';
import { EditRun } from './edit-run.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { MarksGrid } from './marks-grid.tsx';
import { RunPeople } from './run-people.tsx';
import { RunSessions } from './run-sessions.tsx';
import { SheetDialog } from './sheet-dialog.tsx';

/** One course: who was there, who is on it, when it is held. */
export const RunPage = () => {
  const { t } = useTranslation();
  const { runId: id = '', part } = useParams();
  const live = useLive(id, (client, signal) => client.learning.run({ runId: id }, { signal }));
  useTitle(t('learning:run.page'));
  return (
    <main>
      <Stack>
        {live.value === undefined || live.stale ? null : (
          <p className="v-small">
            <Link to={programmePath(live.value.programme.id)}>{t('learning:run.back')}</Link>
          </p>
        )}
        <ProblemNotice problem={live.problem} />
        {live.value === undefined || live.stale ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : (
          <OneRun key={id} view={live.value} part={runParts.find((known) => known === part) ?? 'attendance'} />
        )}
      </Stack>
    </main>
  );
};

const OneRun = ({ view, part }: { readonly view: RunView; readonly part: RunPart }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const { status } = useSession();
  const may = useMay();
  const date = useDateText();
  const navigate = useNavigate();
  const [open, setOpen] = useAskable<'enrol' | 'sheet' | 'edit'>(({ open: asked }) => (asked === 'learning.enrol' ? 'enrol' : undefined));
  const { run, programme, people } = view;
  const state = runState(run, status.today);
  const writes = may('learning.write');
  const leaders = run.leaders.map((leader) => userName(status, leader) ?? t('learning:run.leaderGone'));
  const begun = people.filter(({ status: where }) => hasBegun(where)).length;
  return (
    <Stack gap={2}>
      <PageHeading title={`${programme.title[preferences.language]} · ${run.label}`}>
        {writes ? (
          <>
            <Button variant="go" onPress={() => setOpen('enrol')}>
              {t('learning:enrol.open')}
            </Button>
            <Button onPress={() => setOpen('sheet')}>{t('learning:sheet.open')}</Button>
            <Button onPress={() => setOpen('edit')}>{t('learning:run.edit')}</Button>
          </>
        ) : null}
      </PageHeading>
      <p className="v-meta">
        <Tag tone={state === 'UNDER_WAY' ? 'accent' : 'plain'}>{t(`learning:run.states.${state}`)}</Tag>
        <span>{run.endsOn === undefined ? date(run.startsOn) : t('learning:run.fromTo', { from: date(run.startsOn), to: date(run.endsOn) })}</span>
        <span>{t('learning:run.sessionCount', { count: run.sessions.length })}</span>
        <span>{leaders.length === 0 ? t('learning:run.ledOutside') : t('learning:run.ledBy', { names: leaders.join(', ') })}</span>
      </p>
      <Tabs
        label={t('learning:run.parts')}
        selected={part}
        onSelect={(next) => void navigate(runPath(run.id, runParts.find((known) => known === next)), { replace: true })}
        parts={[
          {
            id: 'attendance',
            title: t('learning:run.attendance'),
            content:
              begun === 0 ? (
                <EmptyState title={t('learning:grid.empty')} text={people.length === 0 ? t('learning:grid.emptyText') : t('learning:grid.notStarted')}>
                  {writes && people.length === 0 ? <Button onPress={() => setOpen('enrol')}>{t('learning:enrol.open')}</Button> : null}
                  {people.length > 0 ? <Button onPress={() => void navigate(runPath(run.id, 'people'), { replace: true })}>{t('learning:grid.toPeople')}</Button> : null}
                </EmptyState>
              ) : (
                <MarksGrid view={view} />
              ),
          },
          { id: 'people', title: t('learning:run.peopleTab', { count: people.length }), content: <RunPeople view={view} onEnrol={() => setOpen('enrol')} /> },
          { id: 'sessions', title: t('learning:run.sessionsTab', { count: run.sessions.length }), content: <RunSessions view={view} /> },
        ]}
      />
      {open === 'enrol' ? <EnrolDialog view={view} onClose={() => setOpen(undefined)} /> : null}
      {open === 'sheet' ? <SheetDialog view={view} onClose={() => setOpen(undefined)} /> : null}
      {open === 'edit' ? <EditRun run={run} onClose={() => setOpen(undefined)} /> : null}
    </Stack>
  );
};
