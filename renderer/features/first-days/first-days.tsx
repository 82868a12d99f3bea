import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Progress } from '../../design/progress.tsx';
import { ApplicationsCard } from './applications-card.tsx';
import { AppointmentsCard } from './appointments-card.tsx';
import { DepartureCard } from './departure-card.tsx';
import { ItineraryCard } from './itinerary-card.tsx';
import { PackCard } from './pack-card.tsx';

const useFirstDays = (personId: string) => useLive(`${personId} first days`, (client, signal) => client.firstDays.ofPerson({ personId }, { signal }));

/** What is arranged for somebody's first days outside: the wide cards and the narrow ones of the tab. */
export const FirstDays = ({ personId, part }: { readonly personId: string; readonly part: 'wide' | 'narrow' }) => {
  const { t } = useTranslation();
  const live = useFirstDays(personId);
  const view = live.value;
  if (view === undefined) return live.problem === undefined ? <Progress label={t('common:reading')} /> : <ProblemNotice problem={live.problem} />;
  return part === 'wide' ? (
    <>
      <AppointmentsCard personId={personId} view={view} />
      <ApplicationsCard personId={personId} view={view} />
      <ItineraryCard personId={personId} view={view} />
    </>
  ) : (
    <>
      <PackCard personId={personId} view={view} />
      <DepartureCard personId={personId} view={view} />
    </>
  );
};
