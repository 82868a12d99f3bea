import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { displayName } from '../../../shared/domain/people.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { usePlaces } from '../../app/shell/places.ts';
import { useTogether } from '../../app/shell/together.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { DocumentsTab } from '../documents/documents-tab.tsx';
import { HandoverTab } from '../handover/handover-tab.tsx';
import { NeedsTab } from '../needs/needs-tab.tsx';
import { PlanTab } from '../plan/plan-tab.tsx';
import { Brief } from './brief.tsx';
import { DatesTab } from './dates-tab.tsx';
import { PersonHeader } from './person-header.tsx';
import { Road } from './road.tsx';

/** The page of one person. Another person is another page: nothing of the one before may stay on the screen. */
export const PersonPage = () => {
  const { id = '' } = useParams();
  return <OnePerson key={id} id={id} />;
};

const OnePerson = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const places = usePlaces();
  const together = useTogether();
  const may = useMay();
  const [tab, setTab] = useState('brief');
  const live = useLive(id, (client, signal) => client.people.get({ id }, { signal }));
  useTitle(t('people:person.title'));
  const view = live.value;
  return (
    <main>
      <Stack>
        {together.on ? null : (
          <p className="v-small">
            <Link to={places.list()}>{t('people:person.back')}</Link>
          </p>
        )}
        <ProblemNotice problem={live.problem} />
        {view === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : (
          <>
            <PersonHeader view={view} name={displayName(view.person)} />
            <Road view={view} today={status.today} onDates={() => setTab('dates')} />
            <Tabs
              label={t('people:person.parts')}
              selected={tab}
              onSelect={setTab}
              parts={[
                { id: 'brief', title: t('people:person.brief'), content: <Brief personId={id} today={status.today} onOpen={setTab} /> },
                { id: 'needs', title: t('people:needs.title'), content: <NeedsTab personId={id} today={status.today} /> },
                { id: 'plan', title: t('people:plan.title'), content: <PlanTab personId={id} today={status.today} reads={view.person.copyLanguage} /> },
                { id: 'dates', title: t('people:dates.title'), content: <DatesTab view={view} today={status.today} /> },
                ...(status.workplace?.kind === 'prison' && may('contact.read')
                  ? [{ id: 'handover', title: t('handover:tab'), content: <HandoverTab personId={id} onDocuments={() => setTab('documents')} /> }]
                  : []),
                ...(may('document.make') ? [{ id: 'documents', title: t('handover:documents.title'), content: <DocumentsTab person={view.person} /> }] : []),
              ]}
            />
          </>
        )}
      </Stack>
    </main>
  );
};
