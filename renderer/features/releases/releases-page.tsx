import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ReleasesView } from '../../../shared/contract/home.ts';
import { addDays, isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { mondayOf } from '../../../shared/domain/week.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { personPath, sittingPath } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { WeekBatches } from '../batches/week-batches.tsx';
import { ReleasesTable } from './releases-table.tsx';
import { WeekBar } from './week-bar.tsx';

/** The releases of one week, chosen in the address, and apart from them the decisions expected in it. */
export const ReleasesPage = () => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const asked = params.get('week') ?? '';
  const monday = mondayOf(isCivilDate(asked) ? asked : status.today);
  const live = useLive(`releases ${monday}`, (client, signal) => client.home.releases({ day: monday }, { signal }));
  const day = useLongDateText('short');
  const date = useDateText();
  useTitle(t('home:releases.title'));
  const go = (week: CivilDate): void => setParams({ week }, { replace: true });
  const view = live.stale ? undefined : live.value;
  const people = view?.days.reduce((sum, { people: leave }) => sum + leave.length, 0) ?? 0;
  return (
    <main>
      <PageHeading title={t('home:releases.title')}>
        <span className="v-soft" role="status">
          {t('home:releases.weekOf', { from: day(monday), to: date(addDays(monday, 6)) })}
          {people === 0 ? null : ` · ${t('home:releases.count', { count: people })}`}
        </span>
      </PageHeading>
      <Stack>
        <WeekBar monday={monday} today={view?.today ?? status.today} onWeek={go} />
        <ProblemNotice problem={live.problem} />
        {view === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : (
          <>
            {people === 0 ? (
              <NobodyLeaves view={view} onWeek={go} />
            ) : (
              <div className="v-card">
                <ReleasesTable view={view} />
              </div>
            )}
            {may('handover.seal') ? <WeekBatches monday={monday} /> : null}
            <Decisions view={view} />
          </>
        )}
      </Stack>
    </main>
  );
};

/** An empty week says so, and offers the next one with releases. */
const NobodyLeaves = ({ view, onWeek }: { readonly view: ReleasesView; readonly onWeek: (monday: CivilDate) => void }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { nextWith } = view;
  return (
    <EmptyState title={t(view.monday === mondayOf(view.today) ? 'home:releases.empty' : 'home:releases.emptyOther')} text={t('home:releases.emptyText')}>
      {nextWith === undefined ? (
        <span className="v-soft">{t('home:releases.noNext')}</span>
      ) : (
        <Button variant="go" onPress={() => onWeek(nextWith)}>
          {t('home:releases.goNext', { date: date(nextWith) })}
        </Button>
      )}
    </EmptyState>
  );
};

/** Days on which somebody decides. Nobody leaves by them. */
const Decisions = ({ view }: { readonly view: ReleasesView }) => {
  const { t } = useTranslation();
  const day = useLongDateText('day');
  return (
    <Card title={t('home:releases.decisions')}>
      {view.decisions.length === 0 ? (
        <p className="v-soft">{t('home:releases.noDecisions')}</p>
      ) : (
        <>
          <p className="v-soft v-small">{t('home:releases.decisionsHint')}</p>
          <ul className="v-lines">
            {view.decisions.map(({ personId, name, code, on, kind, sittingId }) => (
              <li key={personId}>
                <span>
                  <Link className="v-due-name" to={personPath(personId, 'dates')}>
                    {name}
                  </Link>{' '}
                  <span className="v-soft">{code}</span>
                </span>
                <span>{sittingId === undefined ? t(`enums:releaseDateKind.${kind}`) : <Link to={sittingPath(sittingId)}>{t(`enums:releaseDateKind.${kind}`)}</Link>}</span>
                <span className="v-number">{day(on)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
};
