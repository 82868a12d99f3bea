import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DueView } from '../../../shared/contract/home.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Toggle } from '../../design/toggle.tsx';
import { BreachDeadlines } from '../breaches/deadlines.tsx';
import { SheetReminder } from '../contacts/sheet-reminder.tsx';
import { FirstHourPanel } from '../first-hour/panel.tsx';
import { Group } from './due-group.tsx';
import { useWhose } from './whose.ts';

/** Lines of each group shown at first, and how many more at a time. */
const FIRST = 40;
const MORE = 100;
const MOST = 400;

/** The first screen: what waits today, this week and later, each with the one act that leads there. */
export const DayPage = () => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const [whose] = useWhose();
  const [limit, setLimit] = useState(FIRST);
  const live = useLive(`due ${whose} ${limit}`, (client, signal) => client.home.due({ whose, limit }, { signal }));
  const day = useLongDateText();
  useTitle(t('home:title'));
  const view = live.value;
  const nothing = view?.groups.every(({ total }) => total === 0) === true;
  return (
    <main>
      <PageHeading title={t('home:title')}>
        <span className="v-soft">{day(view?.today ?? status.today)}</span>
      </PageHeading>
      <Stack>
        {may('breach.decide') ? <BreachDeadlines /> : null}
        {may('card.change') && status.workplace?.demo === false ? <SheetReminder /> : null}
        {status.workplace?.kind === 'prison' && may('case.write') ? <FirstHourPanel /> : null}
        <ProblemNotice problem={live.problem} />
        {view === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : (
          <>
            <WhoseWork hasMine={view.hasMine} />
            {nothing ? <NothingDue /> : <Groups view={view} onMore={() => setLimit(Math.min(limit + MORE, MOST))} />}
          </>
        )}
      </Stack>
    </main>
  );
};

const Groups = ({ view, onMore }: { readonly view: DueView; readonly onMore: () => void }) =>
  view.groups.map((group) => (group.total === 0 && group.group !== 'NOW' ? null : <Group key={group.group} group={group} onMore={onMore} />));

/** One's own people, or everybody. */
const WhoseWork = ({ hasMine }: { readonly hasMine: boolean }) => {
  const { t } = useTranslation();
  const [whose, setWhose] = useWhose();
  return (
    <Row>
      <Toggle
        label={t('home:whose.label')}
        value={whose}
        onChange={(value) => setWhose(value === 'mine' ? 'mine' : 'all')}
        options={[
          { id: 'mine', label: t('home:whose.mine') },
          { id: 'all', label: t('home:whose.all') },
        ]}
      />
      {whose === 'mine' ? <span className="v-soft v-small">{t(hasMine ? 'home:whose.mineHint' : 'home:whose.nobody')}</span> : null}
    </Row>
  );
};

/** Nothing in thirty days: what would stand here, and where to begin. */
const NothingDue = () => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const office = status.workplace?.kind === 'probation';
  return (
    <EmptyState title={t('home:empty.title')} text={t(office ? 'home:empty.textOffice' : 'home:empty.text')}>
      {!office && may('register.import') ? <Button onPress={() => void navigate(screenPaths.registerImport)}>{t('home:empty.import')}</Button> : null}
      {office && may('import.open') ? <Button onPress={() => void navigate(screenPaths.arrivals)}>{t('home:empty.arrivals')}</Button> : null}
      <Button onPress={() => void navigate(screenPaths.people)}>{t('home:empty.people')}</Button>
    </EmptyState>
  );
};
