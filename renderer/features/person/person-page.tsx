import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { displayName } from '../../../shared/domain/people.ts';
import { useSession } from '../../app/session-context.tsx';
import { usePlaces } from '../../app/shell/places.ts';
import { personParts, personPath, type PersonPart } from '../../app/shell/screen-paths.ts';
import { useTogether } from '../../app/shell/together.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { MergedInto } from '../duplicates/merged-into.tsx';
import { OpenCase } from '../transfer/open-case.tsx';
import { Notices } from './notices.tsx';
import { PersonHeader } from './person-header.tsx';
import { PersonTabs } from './person-tabs.tsx';
import { Road } from './road.tsx';
import { ToldMark } from './told-mark.tsx';

/** The page of one person. Another person is another page: nothing of the one before may stay on the screen. */
export const PersonPage = () => {
  const { id = '', part } = useParams();
  return <OnePerson key={id} id={id} part={personParts.find((known) => known === part) ?? 'brief'} />;
};

const OnePerson = ({ id, part }: { readonly id: string; readonly part: PersonPart }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const places = usePlaces();
  const together = useTogether();
  const navigate = useNavigate();
  const setTab = (next: PersonPart) => void navigate(personPath(id, next), { replace: true });
  const live = useLive(id, (client, signal) => client.people.get({ id }, { signal }));
  const brief = useLive(`${id} brief`, (client, signal) => client.people.brief({ id }, { signal }));
  useTitle(t('people:person.title'));
  const view = live.value;
  return (
    <main>
      <Stack>
        {together.on ? null : (
          <p className="v-small v-row" data-between="">
            <Link to={places.list()}>{t('people:person.back')}</Link>
            {view === undefined || status.workplace?.demo !== true ? null : <ToldMark code={view.person.code} />}
          </p>
        )}
        {live.problem === undefined ? null : <MergedInto id={id} problem={live.problem} />}
        {view === undefined || live.problem !== undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : (
          <OpenCase status={view.person.status}>
            <PersonHeader view={view} name={displayName(view.person)} part={part} onOpen={setTab} />
            <Notices notices={brief.value?.notices ?? []} />
            <Road view={view} today={status.today} onDates={() => setTab('dates')} />
            <PersonTabs view={view} brief={brief} today={status.today} selected={part} onSelect={setTab} />
          </OpenCase>
        )}
      </Stack>
    </main>
  );
};
