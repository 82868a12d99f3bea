import { useTranslation } from 'react-i18next';
import type { BriefView } from '../../../shared/contract/person-details.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive, type Live } from '../../app/use-live.ts';
import { Columns, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { FirstDays } from '../first-days/first-days.tsx';
import { MissingCard } from '../person/missing-card.tsx';
import { ChecklistCard } from './checklist-card.tsx';
import { ComparedCard } from './compared-card.tsx';
import { DestinationCard } from './destination-card.tsx';
import { ObligationsCard } from './obligations-card.tsx';
import { ReadinessCard } from './readiness-card.tsx';
import { SignOffCard } from './sign-off-card.tsx';
import { StartCard } from './start-card.tsx';

interface ReleaseTabProps {
  readonly person: Pick<Person, 'id' | 'endless' | 'contactBans'>;
  readonly brief: Live<BriefView>;
}

/** The road to release: what is missing first, how far the preparation is, the list, and what else the road needs. */
export const ReleaseTab = ({ person, brief }: ReleaseTabProps) => {
  const { t } = useTranslation();
  const { id: personId } = person;
  const live = useLive(`${personId} checklist`, (client, signal) => client.release.checklist({ personId }, { signal }));
  const road = useLive(`${personId} road`, (client, signal) => client.release.road({ personId }, { signal }));
  const view = live.value;
  return (
    <Columns>
      <Stack>
        <ProblemNotice problem={live.problem} />
        {view === undefined ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : view.list === undefined ? (
          <StartCard personId={personId} view={view} />
        ) : (
          <ChecklistCard personId={personId} view={view} list={view.list} />
        )}
        <FirstDays personId={personId} part="wide" />
      </Stack>
      <Stack>
        <MissingCard live={brief} endless={person.endless === true} />
        <FirstDays personId={personId} part="narrow" />
        {view?.list === undefined ? null : <ReadinessCard readiness={view.readiness} />}
        <ObligationsCard personId={personId} live={road} />
        {view?.list === undefined ? null : <SignOffCard personId={personId} view={view} list={view.list} missing={brief.value?.missing ?? []} />}
        <DestinationCard personId={personId} live={road} />
        <ComparedCard person={person} live={road} />
      </Stack>
    </Columns>
  );
};
