import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Progress } from '../../design/progress.tsx';
import { AppointmentsCard } from './appointments-card.tsx';

/** Appointments alone, for an office that follows somebody after release. */
export const FirstDaysAppointments = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const live = useLive(`${personId} first days`, (client, signal) => client.firstDays.ofPerson({ personId }, { signal }));
  if (live.value === undefined) return live.problem === undefined ? <Progress label={t('common:reading')} /> : <ProblemNotice problem={live.problem} />;
  return <AppointmentsCard personId={personId} view={live.value} />;
};
