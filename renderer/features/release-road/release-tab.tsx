import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/people.ts';
import type { BriefView } from '../../../shared/contract/person-details.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive, type Live } from '../../app/use-live.ts';
import { Columns, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { FirstDays } from '../first-days/first-days.tsx';
import { MissingCard } from '../person/missing-card.tsx';
import { ChecklistCard } from './checklist-card.tsx';
import { ReadinessCard } from './readiness-card.tsx';
import { StartCard } from './start-card.tsx';

/** The road to release: what is missing first, how far the preparation is, the list, and what else the road needs. */
export const ReleaseTab = ({ person, brief }: { readonly person: Pick<Person, 'id' | 'endless'>; readonly brief: Live<BriefView> }) => {
  const { t } = useTranslation();
  const { id: personId } = person;
  const live = useLive(`${personId} checklist`, (client, signal) => client.release.checklist({ personId }, { signal }));
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
      </Stack>
    </Columns>
  );
};
