import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { isUnanswered } from './arrival-rules.ts';
import { ImportsTable } from './imports-table.tsx';

/** What the office took in: first what the sender knows nothing of yet, then the rest. */
export const ImportsList = ({ prison = false }: { /** only what other prisons sent: beside the answers to its own */ readonly prison?: boolean }) => {
  const { t } = useTranslation();
  const live = useLive('imports', (client, signal) => client.imports.list({}, { signal }));
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  const rows = live.value ?? [];
  return (
    <>
      <ImportsTable title={t(prison ? 'handover:transfer.takenOpen' : 'handover:list.open')} rows={rows.filter(isUnanswered)} />
      <ImportsTable title={t(prison ? 'handover:transfer.takenDone' : 'handover:list.done')} rows={rows.filter((row) => !isUnanswered(row))} />
    </>
  );
};
