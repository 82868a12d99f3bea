import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Card, Stack } from '../../design/layout.tsx';
import { PracticeTag } from '../handover/practice.tsx';
import { ToWrite } from './to-write.tsx';
import { Written } from './written.tsx';

/** For each service what of this week can be written onto one medium, and what was. Nothing where there is neither. */
export const WeekBatches = ({ monday }: { readonly monday: CivilDate }) => {
  const { t } = useTranslation();
  const live = useLive(`batches ${monday}`, (client, signal) => client.batches.week({ day: monday }, { signal }));
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  if (live.stale || live.value === undefined) return null;
  return live.value.map((week) => (
    <Card key={week.serviceId} title={t('handover:batch.title', { name: week.name })} aside={week.practice === true ? <PracticeTag /> : null}>
      <Stack>
        <ToWrite week={week} />
        {week.batches.map((batch) => (
          <Written key={batch.batch} batch={batch} />
        ))}
      </Stack>
    </Card>
  ));
};
