import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProgrammeRow } from '../../../shared/contract/learning.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { programmePath } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';
import { Origin } from '../shared-packs/origin.tsx';
import { ProgrammeDialog } from './programme-dialog.tsx';
import { RunTable } from './run-table.tsx';

/** What is taught here: courses under way first, then every programme. */
export const ProgrammesPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const [adding, setAdding] = useFormOpen('learning.programme');
  const programmes = useLive('programmes', (client, signal) => client.learning.programmes(undefined, { signal }));
  const runs = useLive('runs', (client, signal) => client.learning.runs({}, { signal }));
  useTitle(t('learning:programmes.title'));
  const all = programmes.value;
  const current = (runs.value ?? []).filter(({ state }) => state !== 'OVER').toSorted((a, b) => Number(b.mine) - Number(a.mine));
  const add = may('learning.write') ? (
    <Button variant="go" onPress={() => setAdding(true)}>
      {t('learning:programmes.add')}
    </Button>
  ) : null;
  return (
    <main>
      <PageHeading title={t('learning:programmes.title')}>{add}</PageHeading>
      <Stack>
        <ProblemNotice problem={programmes.problem ?? runs.problem} />
        {all === undefined ? (
          programmes.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : all.length === 0 ? (
          <EmptyState title={t('learning:programmes.none')} text={t('learning:programmes.noneText')}>
            {add}
          </EmptyState>
        ) : (
          <>
            {current.length === 0 ? null : (
              <Card title={t('learning:programmes.current')} flush>
                <RunTable runs={current} withProgramme />
              </Card>
            )}
            <Card title={t('learning:programmes.all', { count: all.length })} flush>
              <ProgrammeTable programmes={all} />
            </Card>
          </>
        )}
      </Stack>
      {adding ? <ProgrammeDialog onClose={() => setAdding(false)} /> : null}
    </main>
  );
};

const ProgrammeTable = ({ programmes }: { readonly programmes: readonly ProgrammeRow[] }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  return (
    <Table heads={[t('learning:programme.title'), t('learning:programme.area'), t('learning:programme.provider'), t('learning:programme.hours'), t('learning:programme.underWay')]}>
      {programmes.toSorted((a, b) => Number(b.active) - Number(a.active)).map((programme) => (
        <tr key={programme.id} {...(programme.active ? {} : { 'data-past': '' })}>
          <th scope="row">
            <Link to={programmePath(programme.id)}>{programme.title[preferences.language]}</Link>
            <span className="v-soft v-number"> {programme.code}</span>
          </th>
          <td>{t(`enums:programmeArea.${programme.area}`)}</td>
          <td>
            {programme.provider} <Origin of={programme} />
          </td>
          <td className="v-number">{programme.hours.toLocaleString(preferences.language)}</td>
          <td>{programme.active ? t('learning:programme.runsOf', { underWay: programme.underWay, runs: programme.runs }) : t('learning:programme.retired')}</td>
        </tr>
      ))}
    </Table>
  );
};
