import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ProgrammeRow } from '../../../shared/contract/learning.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Facts, Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { NewRun } from './new-run.tsx';
import { ProgrammeDialog } from './programme-dialog.tsx';
import { RunTable } from './run-table.tsx';

/** One programme: what it is, and its courses. */
export const ProgrammePage = () => {
  const { t } = useTranslation();
  const { programmeId: id = '' } = useParams();
  const live = useLive('programmes', (client, signal) => client.learning.programmes(undefined, { signal }));
  useTitle(t('learning:programme.page'));
  const programme = live.value?.find((row) => row.id === id);
  return (
    <main>
      <Stack>
        <p className="v-small">
          <Link to={screenPaths.programmes}>{t('learning:programmes.back')}</Link>
        </p>
        <ProblemNotice problem={live.problem} />
        {programme === undefined ? (
          live.value !== undefined ? (
            <EmptyState title={t('learning:programme.gone')} text={t('learning:programme.goneText')} />
          ) : live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : (
          <OneProgramme key={id} programme={programme} />
        )}
      </Stack>
    </main>
  );
};

const OneProgramme = ({ programme }: { readonly programme: ProgrammeRow }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const client = useClient();
  const may = useMay();
  const retiring = useAction();
  const [open, setOpen] = useAskable<'edit' | 'run' | 'retire'>(({ open: asked }) => (asked === 'learning.programmeEdit' ? 'edit' : asked === 'learning.run' ? 'run' : undefined));
  const runs = useLive(programme.id, (caller, signal) => caller.learning.runs({ programmeId: programme.id }, { signal }));
  const retire = async (active: boolean): Promise<void> => {
    const done = await retiring.run(() => client.learning.retireProgramme({ programmeId: programme.id, active }));
    if (done !== undefined) setOpen(undefined);
  };
  const writes = may('learning.write');
  return (
    <>
      <PageHeading title={programme.title[preferences.language]}>
        {writes && programme.active ? (
          <Button variant="go" onPress={() => setOpen('run')}>
            {t('learning:run.add')}
          </Button>
        ) : null}
        {writes ? <Button onPress={() => setOpen('edit')}>{t('learning:programme.edit')}</Button> : null}
        {writes ? <Button onPress={() => (programme.active ? setOpen('retire') : void retire(true))}>{programme.active ? t('learning:programme.retire') : t('learning:programme.takeUp')}</Button> : null}
      </PageHeading>
      <ProblemNotice problem={open === 'retire' ? undefined : retiring.problem} />
      <Card title={t('learning:programme.about')}>
        <Facts
          entries={[
            [t('learning:programme.code'), programme.code],
            [t('learning:programme.area'), t(`enums:programmeArea.${programme.area}`)],
            [t('learning:programme.provider'), programme.provider],
            [t('learning:programme.hours'), programme.hours.toLocaleString(preferences.language)],
            ...(programme.active ? [] : [[t('learning:run.state'), t('learning:programme.retired')] as const]),
          ]}
        />
        {programme.area === 'SPIRITUAL' || programme.area === 'RESTORATIVE' ? <p className="v-hint">{t(`learning:programme.stays.${programme.area}`)}</p> : null}
      </Card>
      <ProblemNotice problem={runs.problem} />
      {runs.value === undefined ? null : runs.value.length === 0 ? (
        <EmptyState title={t('learning:run.none')} text={t('learning:run.noneText')}>
          {writes && programme.active ? (
            <Button variant="go" onPress={() => setOpen('run')}>
              {t('learning:run.add')}
            </Button>
          ) : null}
        </EmptyState>
      ) : (
        <Card title={t('learning:run.all', { count: runs.value.length })} flush>
          <RunTable runs={runs.value} />
        </Card>
      )}
      {open === 'edit' ? <ProgrammeDialog programme={programme} onClose={() => setOpen(undefined)} /> : null}
      {open === 'run' ? <NewRun programmeId={programme.id} onClose={() => setOpen(undefined)} /> : null}
      {open === 'retire' ? (
        <Dialog title={t('learning:programme.retire')} isOpen onClose={() => setOpen(undefined)}>
          <ProblemNotice problem={retiring.problem} />
          <p>{t('learning:programme.retireText')}</p>
          <Row end>
            <Button onPress={() => setOpen(undefined)}>{t('common:act.cancel')}</Button>
            <Button variant="go" isPending={retiring.pending} onPress={() => void retire(false)}>
              {t('learning:programme.retire')}
            </Button>
          </Row>
        </Dialog>
      ) : null}
    </>
  );
};
