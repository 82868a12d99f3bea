import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Card } from '../../design/layout.tsx';
import { ReportsList } from './reports-list.tsx';

/** What another service told of somebody after release; nothing where nothing came. */
export const OutcomesCard = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const live = useLive(`${personId} outcomes`, (client, signal) => client.outcomes.ofPerson({ personId }, { signal }));
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  const reports = live.value?.reports ?? [];
  if (reports.length === 0) return null;
  return (
    <Card title={t('outcomes:card.title')}>
      <ReportsList reports={reports} />
    </Card>
  );
};
