import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import type { OutcomesView, SittingView } from '../../../shared/contract/sittings.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { AddPeople } from './add-people.tsx';
import { ChangeSitting } from './change-sitting.tsx';
import { DayForm } from './day-form.tsx';
import { HeardTable } from './heard-table.tsx';
import { ListTable } from './list-table.tsx';
import { useBodyName } from './words.ts';

/** One sitting. Another one is another page: nothing that was typed for the one before may stay on the screen. */
export const SittingPage = () => {
  const { sittingId = '' } = useParams();
  return <OneSitting key={sittingId} sittingId={sittingId} />;
};

const OneSitting = ({ sittingId }: { readonly sittingId: string }) => {
  const { t } = useTranslation();
  const live = useLive(sittingId, (client, signal) => client.sittings.get({ sittingId }, { signal }));
  useTitle(t('sittings:title'));
  const view = live.value;
  return (
    <main>
      <Stack>
        <p className="v-small">
          <Link to={screenPaths.sittings}>{t('sittings:back')}</Link>
        </p>
        <ProblemNotice problem={live.problem} />
        {view === undefined ? live.problem === undefined ? <Progress label={t('common:reading')} /> : null : <Parts view={view} />}
      </Stack>
    </main>
  );
};

const Parts = ({ view }: { readonly view: SittingView }) => {
  const { t } = useTranslation();
  const may = useMay();
  const day = useLongDateText();
  const body = useBodyName(view.bodies);
  const [adding, setAdding] = useFormOpen('sittings.addPeople', view.sitting.id);
  const [changing, setChanging] = useFormOpen('sittings.change', view.sitting.id);
  const [saved, setSaved] = useState<OutcomesView['people']>([]);
  const { sitting, people, today } = view;
  const writes = may('case.write');
  const open = people.filter(({ state }) => state === 'LISTED');
  const heard = people.filter(({ state }) => state !== 'LISTED');
  const onTheDay = writes && sitting.on <= today;
  const listed: readonly PersonName[] = people.map(({ personId, name, code }) => ({ id: personId, name, familyName: name, code }));
  return (
    <>
      <PageHeading title={`${body(sitting)}, ${day(sitting.on)}`}>
        {sitting.place === undefined ? null : <span className="v-soft">{sitting.place}</span>}
        {writes ? (
          <>
            <Button onPress={() => setChanging(true)}>{t('sittings:change.open')}</Button>
            <Button onPress={() => setAdding(true)}>{t('sittings:people.add')}</Button>
          </>
        ) : null}
      </PageHeading>
      {people.length === 0 ? <EmptyState title={t('sittings:people.none')} text={t('sittings:people.noneText')} /> : null}
      {open.length === 0 ? null : onTheDay ? (
        <DayForm view={view} people={open} onSaved={(done) => setSaved([...saved, ...done])} />
      ) : (
        <Card title={t('sittings:people.title')} flush>
          <ListTable sittingId={sitting.id} people={open} today={today} writes={writes} />
        </Card>
      )}
      {heard.length === 0 ? null : (
        <Card title={t('sittings:heard.title')} flush>
          <HeardTable people={heard} saved={saved} writes={writes} />
        </Card>
      )}
      {open.length > 0 && onTheDay ? (
        <Card title={t('sittings:people.title')} flush>
          <ListTable sittingId={sitting.id} people={open} today={today} writes={writes} />
        </Card>
      ) : null}
      {changing ? <ChangeSitting view={view} onClose={() => setChanging(false)} /> : null}
      {adding ? <AddPeople sittingId={sitting.id} listed={listed} onClose={() => setAdding(false)} /> : null}
    </>
  );
};
